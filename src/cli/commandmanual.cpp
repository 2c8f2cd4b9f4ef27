// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commandmanual.h"

#include "cli/lessonusage.h"
#include "cli/opencommand.h"
#include "cli/optiontable.h"
#include "cli/practiselog.h"
#include "cli/sqlcommand.h"
#include "manual/bashcompletion.h"

namespace oneinn::cli {

using namespace Qt::StringLiterals;

namespace {

QString typed(const OptionEntry &option)
{
    const QString name =
            (option.shortName.isEmpty() ? QString() : u'-' + option.shortName + u", "_s) + u"--"_s
            + option.name;
    return option.value.isEmpty() ? name : name + u' ' + option.value;
}

QList<manual::Entry> entriesOf(const QList<OptionEntry> &options, OptionGroup group)
{
    QList<manual::Entry> entries;
    for (const OptionEntry &option : options) {
        if (option.group == group)
            entries.append({typed(option), option.help});
    }
    return entries;
}

QList<manual::Entry> entriesOf(const QList<CommandUse> &uses, const QString &before = {})
{
    QList<manual::Entry> entries;
    for (const CommandUse &use : uses)
        entries.append({before + use.usage, use.help});
    return entries;
}

QList<manual::Section> commandSections()
{
    QList<manual::Section> sections{
            {u"COMMANDS"_s, u"Each with the options that it alone has."_s, {}}};
    for (const Command command : allCommands())
        sections.append({usageOf(command), summaryOf(command),
                         entriesOf(optionsOf(command), OptionGroup::Command), true});
    sections.append({u"sql"_s, sqlSummary(), entriesOf(sqlOptions()), true});
    sections.append({u"open FILE|-"_s, openSummary(), entriesOf(openOptions()), true});
    sections.append(
            {u"practise-log"_s, practiseLogSummary(), entriesOf(practiseLogOptions()), true});
    sections.append({u"lesson"_s, u"Lessons to take or to teach."_s,
                     entriesOf(lessonUses(), u"lesson "_s) + entriesOf(lessonOptions()), true});
    return sections;
}

manual::Section exitCodes()
{
    return {u"EXIT STATUS"_s,
            {},
            {{u"0"_s, u"Done; of check: holds."_s},
             {u"1"_s,
              u"The file, or what was asked of it, cannot be used; one sentence says why."_s},
             {u"2"_s, u"The command line makes no sense."_s},
             {u"3"_s, u"Of check: outside what was promised."_s},
             {u"4"_s, u"Of check: cannot tell yet."_s}}};
}

manual::Section files()
{
    return {u"FILES"_s,
            {},
            {{u"/usr/share/one-in-n/sample_data"_s,
              u"Tables to try it on, where it is a package; README.md says what is in them."_s},
             {u"/usr/share/one-in-n/scripts/get-parquet"_s,
              u"Fetches, once for each user, what reads Parquet files."_s},
             {u"$XDG_CONFIG_HOME/one-in-n/one-in-n/presets"_s,
              u"Your own kinds of feature, for --preset. Default of XDG_CONFIG_HOME: ~/.config."_s}}};
}

/// "--format text|json" as the shell has to know it.
manual::CompletedOption completed(const CommandUse &option)
{
    const qsizetype space = option.usage.indexOf(u' ');
    return {option.usage.left(space), space < 0 ? QString() : option.usage.mid(space + 1)};
}

manual::CompletedCommand completed(const QString &name, const QList<CommandUse> &options)
{
    manual::CompletedCommand command{name, {}, {{u"--help"_s, {}}}};
    for (const CommandUse &option : options)
        command.options.append(completed(option));
    return command;
}

} // namespace

manual::Page commandLinePage()
{
    manual::Page page;
    page.program = u"one-in-n-cli"_s;
    page.summary = u"what users experience at a decision threshold or a latency budget"_s;
    page.synopsis = {u"COMMAND FILE [options]"_s, u"COMMAND --help"_s, u"--help | --version"_s};
    page.sections.append(
            {u"DESCRIPTION"_s,
             u"The numbers and sentences of one-in-n(1) from a table of predictions, for scripts "
             u"and "
             "for a terminal. The result alone goes to standard output; what was guessed, and what "
             "went wrong, to standard error."_s,
             {}});
    page.sections += commandSections();
    const auto options = optionsOf(allCommands().constFirst());
    page.sections.append({u"COLUMNS"_s,
                          u"What is not given is guessed, and named on standard error."_s,
                          entriesOf(options, OptionGroup::Columns)});
    page.sections.append({u"SCENARIO"_s, u"What you assume, and what you want."_s,
                          entriesOf(options, OptionGroup::Scenario)});
    page.sections.append({u"GENERAL"_s, {}, entriesOf(options, OptionGroup::General)});
    page.sections.append(exitCodes());
    page.sections.append(files());
    page.sections.append({u"SEE ALSO"_s, u"one-in-n(1)"_s, {}});
    return page;
}

QString commandLineCompletion()
{
    QList<manual::CompletedCommand> commands;
    for (const Command command : allCommands()) {
        manual::CompletedCommand one{nameOf(command), {}, {}};
        for (const OptionEntry &option : optionsOf(command)) {
            if (!option.shortName.isEmpty())
                one.options.append({u'-' + option.shortName, option.value});
            one.options.append({u"--"_s + option.name, option.value});
        }
        commands.append(one);
    }
    commands.append(completed(u"sql"_s, sqlOptions()));
    commands.append(completed(u"open"_s, openOptions()));
    commands.append(completed(u"practise-log"_s, practiseLogOptions()));
    commands.append(completed(u"lesson"_s, lessonOptions()));
    for (const CommandUse &use : lessonUses())
        commands.last().words.append(use.usage.section(u' ', 0, 0));
    return manual::bashCompletion(u"one-in-n-cli"_s, commands);
}

} // namespace oneinn::cli
