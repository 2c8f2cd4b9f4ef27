// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commandhelp.h"

#include "cli/optiontable.h"

namespace oneinn::cli {

using namespace Qt::StringLiterals;

namespace {

QString groupTitle(OptionGroup group)
{
    switch (group) {
    case OptionGroup::Command:
        return u"Options:"_s;
    case OptionGroup::Columns:
        return u"Columns (what is not given is guessed, and named on standard error):"_s;
    case OptionGroup::Scenario:
        return u"Scenario:"_s;
    case OptionGroup::General:
        return u"General:"_s;
    }
    return {};
}

QString wrapped(const QString &text, qsizetype indent)
{
    constexpr qsizetype width = 96;
    QString result;
    qsizetype column = indent;
    const auto words = text.split(u' ');
    for (const QString &word : words) {
        if (column > indent && column + 1 + word.size() > width) {
            result += u'\n' + QString(indent, u' ');
            column = indent;
        }
        if (column > indent) {
            result += u' ';
            ++column;
        }
        result += word;
        column += word.size();
    }
    return result;
}

QString optionText(const OptionEntry &option)
{
    constexpr qsizetype indent = 27;
    QString head = option.shortName.isEmpty() ? u"  --"_s : u"  -%1, --"_s.arg(option.shortName);
    head += option.name;
    if (!option.value.isEmpty())
        head += u' ' + option.value;
    const QString gap = head.size() < indent ? QString(indent - head.size(), u' ')
                                             : u'\n' + QString(indent, u' ');
    return head + gap + wrapped(option.help, indent) + u'\n';
}

} // namespace

QString overallHelp()
{
    QString text =
            u"What users experience at a decision threshold or a latency budget.\n\nUsage:\n"_s;
    for (const Command command : allCommands())
        text += u"  one-in-n-cli "_s + usageOf(command) + u" [options]\n      "_s
                + summaryOf(command) + u'\n';
    text += u"  one-in-n-cli open FILE|-\n      The window; prints where it stood when it is "
            "closed.\n"_s;
    text += u"  FILE may be the address of a table in a database:\n      "
            "postgresql://USER@HOST:5432/DATABASE?table=NAME\n"_s;
    text += u"  one-in-n-cli sql --dialect D --table T --label C --score C\n      Counts a table "
            u"of "
            "any size where it lies.\n"_s;
    text += u"  one-in-n-cli lesson list|show|check|run|summary\n      Lessons: questions whose "
            u"right "
            "answers are worked out from data.\n"_s;
    text += u"  one-in-n-cli practise-log\n      What was practised, and what was left out most.\n"_s;
    text += u"\n'one-in-n-cli COMMAND --help' lists the options of a command.\n\nExit code: 0 "
            u"done, 1 the file cannot be used, 2 the command line is wrong; of check "
            "also 3, outside, and 4, cannot tell yet.\n"_s;
    return text;
}

QString helpOf(Command command)
{
    QString text = u"Usage: one-in-n-cli "_s + usageOf(command) + u" [options]\n"_s
            + summaryOf(command) + u'\n';
    std::optional<OptionGroup> group;
    for (const OptionEntry &option : optionsOf(command)) {
        if (option.group != group)
            text += u'\n' + groupTitle(option.group) + u'\n';
        group = option.group;
        text += optionText(option);
    }
    return text;
}

QString versionText()
{
    return u"one-in-n-cli " ONEINN_VERSION "\n"_s;
}

} // namespace oneinn::cli
