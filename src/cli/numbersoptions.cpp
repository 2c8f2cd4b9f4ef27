// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/numbersoptions.h"

#include "cli/optionreader.h"
#include "cli/optionvalues.h"
#include "cli/scenariooptions.h"

namespace oneinn::cli {

using namespace Qt::StringLiterals;

namespace {

void readNumbers(OptionReader &reader, Options &options)
{
    reader.take(u"table"_s,
                u"four whole numbers of 0 or more, not all 0, as in 60,40,40,9860 (right and wrong "
                "shown, missed, rightly not shown)"_s,
                tableNamed, [&](const ConfusionMatrix &table) { options.counted = table; });
    reader.take(u"rates"_s, u"two shares from 0 to 1, as in 0.9,0.02"_s, ratesNamed,
                [&](const auto &rates) {
                    options.rates = FourNumbers{.recall = rates.first,
                                                .falsePositiveRate = rates.second,
                                                .baseRate = options.scenario.baseRate.value_or(0.5),
                                                .uses = 1.0};
                });
    reader.take(u"uses"_s, u"a whole number from 1 to 1e15"_s, usesNamed, [&](double uses) {
        if (options.rates)
            options.rates->uses = uses;
    });
}

/// What does not go with numbers in place of a file.
void refuseWithNumbers(OptionReader &reader, const QList<OptionEntry> &known,
                       const Options &options)
{
    const bool table = reader.isSet(u"table"_s);
    const QStringList rowsNeeded{
            u"threshold"_s,  u"threshold-by"_s,  u"budget"_s, u"patience"_s, u"late"_s,
            u"show-share"_s, u"cost-per-call"_s, u"mix"_s,    u"gold"_s,     u"label-noise"_s};
    for (const OptionEntry &option : known) {
        const bool ofRows =
                rowsNeeded.contains(option.name) || option.group == OptionGroup::Columns;
        if (ofRows && reader.isSet(option.name))
            reader.fail(u"--%1 needs the rows of a file; %2 only what came of them."_s.arg(
                    option.name, table ? u"a table holds"_s : u"rates hold"_s));
    }
    if (table && reader.isSet(u"rates"_s))
        return reader.fail(u"Either --table or --rates."_s);
    if (table && reader.isSet(u"uses"_s))
        return reader.fail(
                u"--uses goes with --rates: a table says itself how many uses there are."_s);
    if (!table && !(options.scenario.baseRate && reader.isSet(u"uses"_s)))
        reader.fail(u"--rates needs --base-rate, as in 1in500, and --uses: how many uses there "
                    "are."_s);
}

} // namespace

std::variant<Options, Information, UsageError> numbersInsteadOfFile(
        const QCommandLineParser &parser, const QList<OptionEntry> &known, Options options,
        const QStringList &files)
{
    options.command = Command::Metrics;
    OptionReader reader(parser, known);
    readPreset(reader, options.scenario);
    readScenario(reader, options.scenario);
    reader.takeChoice<Format>(u"format"_s, {{u"json"_s, Format::Json}, {u"text"_s, Format::Text}},
                              options.format);
    readNumbers(reader, options);
    if (!files.isEmpty())
        reader.fail(u"Either a file or its numbers: leave out '%1' or --%2."_s.arg(
                files.first(), options.counted ? u"table"_s : u"rates"_s));
    refuseWithNumbers(reader, known, options);
    if (!reader.error().isEmpty())
        return UsageError{reader.error()};
    return options;
}

} // namespace oneinn::cli
