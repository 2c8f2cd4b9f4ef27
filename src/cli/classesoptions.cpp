// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/classesoptions.h"

#include "cli/optionvalues.h"
#include "cli/sharedoptions.h"

#include <algorithm>

namespace oneinn::cli {

using namespace Qt::StringLiterals;

namespace {

/// "NAME=NUMBER", split at the last '='.
std::optional<std::pair<QString, double>> namedNumber(const QString &text)
{
    const qsizetype at = text.lastIndexOf(u'=');
    const auto number = at > 0 ? finiteNumber(text.mid(at + 1)) : std::nullopt;
    return number ? std::optional(std::pair(text.left(at), *number)) : std::nullopt;
}

std::optional<double> costNumber(const QString &text)
{
    constexpr double most = 1e12;
    const auto number = finiteNumber(text);
    return number && *number >= 0.0 && *number <= most ? number : std::nullopt;
}

void readCosts(OptionReader &reader, ClassesOption &classes)
{
    reader.take(
            u"cost"_s, u"two classes and a cost from 0, as in contract:letter=4"_s,
            [](const QString &text) -> std::optional<ClassCostOption> {
                const auto named = namedNumber(text);
                if (!named || !named->first.contains(u':')
                    || !costNumber(QString::number(named->second, 'g', 17)))
                    return std::nullopt;
                return ClassCostOption{named->first.toStdString(), named->second};
            },
            [&](const ClassCostOption &cost) { classes.costs.push_back(cost); });
    reader.take(u"undecided-cost"_s, u"a cost from 0"_s, costNumber,
                [&](double cost) { classes.undecidedCost = cost; });
}

} // namespace

QList<OptionEntry> classesEntries()
{
    using enum OptionGroup;
    return {{Command, u"label"_s, u"C"_s, u"The column with the class that a row really is of."_s},
            {Command, u"decision"_s, u"C"_s,
             u"The column with the class that was decided; an empty cell is undecided."_s},
            {Command, u"scores"_s, u"PATTERN"_s,
             u"The columns with a score for each class, * standing for the class: 'p_*'. Default: "
             "numeric columns whose names differ by the class alone and that add up to 1."_s},
            {Command, u"decide"_s, u"score|cost"_s,
             u"By the highest score, or by the least expected cost, which takes the scores for "
             "calibrated probabilities. Default: score."_s},
            {Command, u"class-threshold"_s, u"CLASS=T"_s,
             u"A class is decided only from this score on; where no class reaches its own, the row "
             "is undecided. May be given again."_s},
            {Command, u"cost"_s, u"ACTUAL:DECIDED=X"_s,
             u"What it costs that a row of the one class is put into the other; may be given "
             u"again. "
             "Default: 1 for each."_s},
            {Command, u"undecided-cost"_s, u"X"_s,
             u"What it costs that a row is left undecided. Default: 1."_s},
            {Command, u"format"_s, u"json|csv|text"_s,
             u"Default: json. csv has the whole matrix."_s}};
}

QList<OptionEntry> classesColumnOptions()
{
    static const QStringList taken{u"where"_s,        u"user"_s,      u"day"_s,   u"time"_s,
                                   u"weight"_s,       u"delimiter"_s, u"truth"_s, u"on"_s,
                                   u"input-format"_s, u"table-name"_s};
    QList<OptionEntry> entries;
    const auto all = columnOptions();
    std::ranges::copy_if(all, std::back_inserter(entries),
                         [](const OptionEntry &entry) { return taken.contains(entry.name); });
    return entries;
}

void readClasses(OptionReader &reader, Options &options)
{
    ClassesOption &classes = options.classes;
    reader.takeText(u"scores"_s, classes.scores);
    reader.takeChoice<bool>(u"decide"_s, {{u"score"_s, false}, {u"cost"_s, true}}, classes.byCost);
    reader.take(u"class-threshold"_s, u"a class and a score, as in invoice=0.4"_s, namedNumber,
                [&](const std::pair<QString, double> &named) {
                    classes.thresholds.emplace_back(named.first.toStdString(), named.second);
                });
    readCosts(reader, classes);
    if (classes.scores && options.columns.decision)
        reader.fail(u"--scores and --decision do not go together: either says what was decided."_s);
    if (options.columns.decision && (classes.byCost || !classes.thresholds.empty()))
        reader.fail(u"--decide cost and --class-threshold need a score for each class, and "
                    "--decision says what was decided already."_s);
    if (classes.byCost && !classes.thresholds.empty())
        reader.fail(u"--class-threshold goes with --decide score: the least cost knows no "
                    "thresholds."_s);
    reader.takeChoice<Format>(
            u"format"_s,
            {{u"json"_s, Format::Json}, {u"csv"_s, Format::Csv}, {u"text"_s, Format::Text}},
            options.format);
}

} // namespace oneinn::cli
