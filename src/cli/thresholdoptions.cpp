// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/thresholdoptions.h"

#include "cli/numbersbysegment.h"
#include "cli/optiontable.h"
#include "cli/sessionoptions.h"
#include "core/limits.h"
#include "core/policies/ownthresholds.h"
#include "wording/combinationwords.h"
#include "wording/names.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace oneinn::cli {

using namespace Qt::StringLiterals;

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
    case Command::Drop:
    case Command::Conventions:
        return true;
    default:
        return false;
    }
}

QString noOwnThresholdsText(Command command)
{
    const QString ask = u" Leave --threshold-by out, or ask of one value alone with --where C=V."_s;
    switch (command) {
    case Command::Curve:
        return u"A curve goes through every threshold of one score, the same for all uses."_s + ask
                + u" 'metrics' tells one point of it with --threshold-by."_s;
    case Command::Practise:
        return u"Exercises ask what one threshold means, the same for all uses."_s + ask;
    case Command::Recommend:
    case Command::Reach:
        return u"%1 looks for one threshold, the same for all uses."_s.arg(nameOf(command)) + ask
                + u" 'segments --policy value' looks for one in each."_s;
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
    const auto numbers = numbersBySegment(text);
    if (!numbers)
        return std::nullopt;
    ThresholdsBySegment thresholds{numbers->column, {}, {}};
    for (const auto &[value, threshold] : numbers->values) {
        if (std::abs(threshold) > limits::largestScore)
            return std::nullopt;
        thresholds.values.push_back({value, {threshold}});
    }
    return thresholds;
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
    if (!options.threshold && !options.session && !isToBeRead(options))
        reader.fail(u"--threshold-by needs --threshold: that of all other values."_s);
    if (options.threshold && std::isinf(*options.threshold))
        reader.fail(u"--threshold-by needs a finite --threshold: thresholds are moved together, "
                    "and nothing is as far from inf."_s);
}

std::optional<QString> ownThresholdsProblem(const Options &options, const Predictions &predictions)
{
    // What is checked later, or has dropped, may lack a value.
    const bool isLater = options.command == Command::Check
            || (options.command == Command::Drop && options.file == options.later);
    // Of scores that are moved, as the session has them, the one that is found is in no file.
    const auto *saved = thresholdsBySegment(options.scenario.combination);
    if (saved && options.session && options.command == Command::Recommend)
        return u"In the session some values of '%1' have thresholds of their own; '%2' knows one, the same for all uses. Give it the file with the predictions, and --where for one of these values."_s
                .arg(wording::nameText(saved->column), nameOf(options.command));
    if (!options.thresholdsBy || isLater)
        return std::nullopt;
    const auto &combination = options.scenario.combination;
    if (combination && !thresholdsBySegment(combination))
        return u"The session combines several calls; --threshold-by is for one model alone. Name "
               "one with --model."_s;
    if (!options.threshold && std::isinf(options.scenario.threshold.value))
        return u"--threshold-by needs a finite threshold, and the session's is not: add "
               "--threshold."_s;
    std::vector<std::string> values;
    for (const ThresholdsBySegment::Own &own : options.thresholdsBy->values)
        values.push_back(own.value);
    return missingValueProblem(predictions, options.file, options.thresholdsBy->column, values);
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
