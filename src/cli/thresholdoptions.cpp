// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/thresholdoptions.h"

#include "cli/optiontable.h"
#include "cli/optionvalues.h"
#include "core/limits.h"
#include "core/policies/ownthresholds.h"
#include "core/predictions/mixedpredictions.h"
#include "wording/combinationwords.h"
#include "wording/names.h"
#include "wording/problemwords.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace oneinn::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr QChar quote = u'"';

/// Where a character stands outside of quotes.
QList<qsizetype> placesOf(QChar wanted, QStringView text)
{
    QList<qsizetype> places;
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == quote)
            quoted = !quoted;
        else if (text[i] == wanted && !quoted)
            places.append(i);
    }
    return places;
}

std::string unquoted(QStringView text)
{
    QString name = text.trimmed().toString();
    if (name.size() >= 2 && name.startsWith(quote) && name.endsWith(quote))
        name = name.mid(1, name.size() - 2).replace(u"\"\""_s, u"\""_s);
    return name.toStdString();
}

std::optional<ThresholdsBySegment::Own> ownNamed(QStringView part)
{
    const auto equals = placesOf(u'=', part);
    if (equals.isEmpty())
        return std::nullopt;
    const auto number = finiteNumber(part.sliced(equals.last() + 1).trimmed().toString());
    if (!number || std::abs(*number) > limits::largestScore)
        return std::nullopt;
    return ThresholdsBySegment::Own{unquoted(part.first(equals.last())), {*number}};
}

} // namespace

bool takesOwnThresholds(Command command)
{
    switch (command) {
    case Command::Metrics:
    case Command::LoadBearing:
    case Command::Policies:
    case Command::Answer:
    case Command::Segments:
    case Command::OperatingPoint:
    case Command::Release:
    case Command::Learn:
    case Command::Rows:
    case Command::Doubts:
    case Command::Review:
        return true;
    default:
        return false;
    }
}

QString noOwnThresholdsText(Command command)
{
    const QString ask = u" Leave --threshold-by out, or ask of one value alone with --where C=V."_s;
    switch (command) {
    case Command::Conventions:
        return u"Other tools know one threshold, the same for all rows."_s + ask;
    default:
        return u"%1 knows one threshold, the same for all uses."_s.arg(nameOf(command)) + ask;
    }
}

OptionEntry thresholdByEntry()
{
    return {OptionGroup::Command, u"threshold-by"_s, u"C:A=T,B=T"_s,
            u"Values of a column have thresholds of their own, as in channel:app=0.4,web=0.6; all "
            "others have --threshold. A name with a comma, a colon or an equals sign stands in "
            "double quotes; one before the = is no name: an empty cell."_s};
}

std::optional<ThresholdsBySegment> thresholdsNamed(const QString &text)
{
    const auto colons = placesOf(u':', text);
    if (colons.isEmpty())
        return std::nullopt;
    ThresholdsBySegment thresholds{unquoted(QStringView(text).first(colons.first())), {}, {}};
    qsizetype from = colons.first() + 1;
    auto ends = placesOf(u',', text);
    ends.removeIf([from](qsizetype end) { return end < from; });
    ends.append(text.size());
    for (const qsizetype end : std::as_const(ends)) {
        const auto own = ownNamed(QStringView(text).sliced(from, end - from));
        if (!own)
            return std::nullopt;
        thresholds.values.push_back(*own);
        from = end + 1;
    }
    return thresholds.column.empty() ? std::nullopt : std::optional(thresholds);
}

void readOwnThresholds(OptionReader &reader, Options &options)
{
    if (!reader.isSet(u"threshold-by"_s))
        return;
    reader.take(u"threshold-by"_s,
                u"a column and thresholds of some of its values, as in channel:app=0.4,web=0.6"_s,
                thresholdsNamed, [&](const ThresholdsBySegment &thresholds) {
                    if (options.thresholdsBy)
                        reader.fail(u"--threshold-by is given twice; name all values in one."_s);
                    options.thresholdsBy = thresholds;
                    options.columns.extraSegments.push_back(thresholds.column);
                });
    if (!options.thresholdsBy)
        return;
    const auto &values = options.thresholdsBy->values;
    for (const ThresholdsBySegment::Own &own : values) {
        if (std::ranges::count(values, own.value, &ThresholdsBySegment::Own::value) > 1)
            reader.fail(u"--threshold-by names '%1' twice."_s.arg(wording::nameText(own.value)));
    }
    if (values.size() > mostOwnThresholds)
        reader.fail(u"--threshold-by is for at most %1 values."_s.arg(mostOwnThresholds));
    if (!options.threshold && !options.session)
        reader.fail(u"--threshold-by needs --threshold: that of all other values."_s);
    if (options.threshold && std::isinf(*options.threshold))
        reader.fail(u"--threshold-by needs a finite --threshold: thresholds are moved together, "
                    "and nothing is as far from inf."_s);
}

std::optional<QString> ownThresholdsProblem(const Options &options, const Predictions &predictions)
{
    if (!options.thresholdsBy || options.command == Command::Check)
        return std::nullopt;
    const auto &combination = options.scenario.combination;
    if (combination && !thresholdsBySegment(combination))
        return u"The session combines several calls; --threshold-by is for one model alone. Name "
               "one with --model."_s;
    if (!options.threshold && std::isinf(options.scenario.threshold.value))
        return u"--threshold-by needs a finite threshold, and the session's is not: add "
               "--threshold."_s;
    const CategoryColumn &column = *segmentNamed(predictions, options.thresholdsBy->column);
    for (const ThresholdsBySegment::Own &own : options.thresholdsBy->values) {
        if (column.codeOf(own.value))
            continue;
        const auto words = wording::problemWords({.kind = ProblemKind::ValueMissing,
                                                  .file = options.file.toStdString(),
                                                  .column = column.name,
                                                  .detail = own.value},
                                                 wording::Reader::CommandLine);
        return words.sentence() + u" Its values are %1."_s.arg(wording::listedNames(column.values));
    }
    return std::nullopt;
}

ThresholdsBySegment inUnits(ThresholdsBySegment typed, Threshold dial, ScoreUnits units)
{
    typed.ownThreshold = dial;
    for (ThresholdsBySegment::Own &own : typed.values)
        own.threshold = units.fromFile(own.threshold.value);
    return typed;
}

Json ownThresholdsJson(const Scenario &scenario, ScoreUnits units)
{
    const auto *thresholds = thresholdsBySegment(scenario.combination);
    if (!thresholds)
        return {};
    Json::Array values;
    for (const ThresholdsBySegment::Own &own : thresholdsNow(scenario))
        values.emplace_back(Json::Object{{u"value"_s, QString::fromStdString(own.value)},
                                         {u"threshold"_s, Json(units.inFile(own.threshold))}});
    return Json::Object{{u"column"_s, QString::fromStdString(thresholds->column)},
                        {u"values"_s, std::move(values)},
                        {u"others"_s, Json(units.inFile(scenario.threshold))}};
}

Json ownThresholdsAt(Scenario scenario, Threshold dial, ScoreUnits units)
{
    scenario.threshold = dial;
    return std::isfinite(dial.value) ? ownThresholdsJson(scenario, units) : Json();
}

QString ownThresholdsAtText(Scenario scenario, Threshold dial, ScoreUnits units)
{
    scenario.threshold = dial;
    return thresholdsBySegment(scenario.combination) && std::isfinite(dial.value)
            ? wording::combinationPhrase(scenario, units.lowerIsPositive())
            : QString();
}

} // namespace oneinn::cli
