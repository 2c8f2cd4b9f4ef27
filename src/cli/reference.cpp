// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/reference.h"

#include "cli/commandmanual.h"
#include "cli/lessonusage.h"
#include "cli/opencommand.h"
#include "cli/optionreader.h"
#include "cli/optiontable.h"
#include "cli/practiselog.h"
#include "cli/sqlcommand.h"
#include "core/scenario/fields.h"
#include "manual/windowmanual.h"
#include "presets/scenariojson.h"

#include <initializer_list>

namespace oneinn::cli {

using namespace Qt::StringLiterals;

namespace {

QString cell(QString text)
{
    return text.replace(u'|', u"\\|"_s);
}

QString code(const QString &text)
{
    return u'`' + cell(text) + u'`';
}

QString row(std::initializer_list<QString> cells)
{
    return u"| "_s + QStringList(cells).join(u" | "_s) + u" |\n"_s;
}

QString optionRows(const QList<OptionEntry> &options, OptionGroup group)
{
    QString rows;
    for (const OptionEntry &option : options) {
        if (option.group != group)
            continue;
        QString name = u"--"_s + option.name;
        if (!option.value.isEmpty())
            name += u' ' + option.value;
        rows += row({option.shortName.isEmpty()
                             ? code(name)
                             : code(u'-' + option.shortName) + u", "_s + code(name),
                     cell(option.help)});
    }
    return rows;
}

QString optionSection(const QString &title, OptionGroup group)
{
    return u"\n## %1\n\n"_s.arg(title) + row({u"option"_s, u"what it says"_s}) + u"|---|---|\n"_s
            + optionRows(optionsOf(allCommands().constFirst()), group);
}

/// Of a command that reads no predictions; arguments: what stands behind its name.
QString sectionApart(const QString &name, const QString &arguments, const QString &summary,
                     const QList<CommandUse> &options)
{
    QString text = u"\n## %1\n\n"_s.arg(name) + code(u"one-in-n-cli %1 %2"_s.arg(name, arguments))
            + u"\n\n"_s + summary + u"\n\n"_s + row({u"option"_s, u"what it says"_s})
            + u"|---|---|\n"_s;
    for (const CommandUse &option : options)
        text += row({code(option.usage), cell(option.help)});
    return text;
}

/// A conversation, with options of its own.
QString lessonSection()
{
    QString text = u"\n## lesson\n\n"_s + row({u"command"_s, u"what it does"_s}) + u"|---|---|\n"_s;
    for (const CommandUse &use : lessonUses())
        text += row({code(u"one-in-n-cli lesson "_s + use.usage), cell(use.help)});
    text += u'\n' + row({u"option"_s, u"what it says"_s}) + u"|---|---|\n"_s;
    for (const CommandUse &option : lessonOptions())
        text += row({code(option.usage), cell(option.help)});
    return text;
}

QString settings()
{
    QString text = u"\n## Settings that are numbers\n\nThe same bounds hold for the boxes of the "
                   "window, options, presets and sessions. In the two kinds of file a share is a "
                   "number from 0 to 1.\n\n"_s
            + row({u"in presets and sessions"_s, u"option"_s, u"what it takes"_s, u"usually"_s})
            + u"|---|---|---|---|\n"_s;
    for (const FieldRow &field : fieldRows) {
        const auto usual = usualValueOf(field.field);
        text += row({code(pathOf(field)) + (field.isOfData ? u" (sessions only)"_s : QString()),
                     code(u"--"_s + optionOf(field)), wantedOf(field),
                     usual ? QString::number(*usual) : u"none"_s});
    }
    return text;
}

} // namespace

QString referenceText()
{
    QString text;
    for (const Command command : allCommands()) {
        text += u"\n## %1\n\n"_s.arg(nameOf(command))
                + code(u"one-in-n-cli "_s + usageOf(command) + u" [options]"_s) + u"\n\n"_s
                + summaryOf(command) + u"\n\n"_s + row({u"option"_s, u"what it says"_s})
                + u"|---|---|\n"_s + optionRows(optionsOf(command), OptionGroup::Command);
    }
    text += sectionApart(u"sql"_s, u"[options]"_s, sqlSummary(), sqlOptions());
    text += sectionApart(u"open"_s, u"FILE|- [options]"_s, openSummary(), openOptions());
    text += sectionApart(u"practise-log"_s, u"[options]"_s, practiseLogSummary(),
                         practiseLogOptions());
    text += lessonSection();
    text += optionSection(u"Columns"_s, OptionGroup::Columns);
    text += u"\nColumns that are not named are guessed, and the guesses are named on standard "
            "error.\n"_s;
    text += optionSection(u"Scenario"_s, OptionGroup::Scenario);
    return text + settings();
}

std::optional<QString> referenceNamed(const QString &option)
{
    if (option == u"--reference")
        return referenceText();
    if (option == u"--reference=man")
        return manual::manualPage(commandLinePage());
    if (option == u"--reference=man-window")
        return manual::manualPage(manual::windowPage());
    if (option == u"--reference=completion")
        return commandLineCompletion();
    if (option == u"--reference=completion-window")
        return manual::windowCompletion();
    return std::nullopt;
}

} // namespace oneinn::cli
