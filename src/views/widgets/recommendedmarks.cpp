// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/widgets/recommendedmarks.h"

#include "wording/decisionwords.h"
#include "wording/limitwords.h"
#include "wording/valuewords.h"

namespace oneinn {

namespace {

RecommendedMark markOf(wording::Mark kind, Threshold threshold, const ThresholdInterval &interval,
                       const Scenario &scenario)
{
    const QString name = wording::markName(kind, scenario.precisionLimit, scenario.promise);
    return {threshold, name,
            name + QLatin1String(": ") + wording::thresholdLabel(threshold, interval)};
}

} // namespace

std::vector<RecommendedMark> recommendedMarks(const Assessment &assessment, const Reach *within)
{
    const Scenario &scenario = assessment.scenario;
    std::vector<RecommendedMark> marks;
    const BestThreshold &best = assessment.value.best;
    if (!best.intervals.empty()) {
        marks.push_back(
                markOf(wording::Mark::BestValue, best.threshold, best.intervals.front(), scenario));
        if (const QString near = wording::valueWords(assessment, within).nearBest; !near.isEmpty())
            marks.back().toolTip += QLatin1String("; ") + near;
    }
    const TargetSetting *kept = within ? recommendedSetting(*within, scenario.promise) : nullptr;
    if (kept && !(best.threshold == kept->threshold))
        marks.push_back(markOf(wording::Mark::WithinLimits, kept->threshold, kept->sameDecisions,
                               scenario));
    if (const auto &f1 = assessment.recommendations.f1; f1 && !f1->intervals.empty())
        marks.push_back(
                markOf(wording::Mark::BestF1, f1->threshold, f1->intervals.front(), scenario));
    if (const auto &found = assessment.recommendations.recallAtPrecision.found)
        marks.push_back(markOf(wording::Mark::PrecisionAtLeast, found->threshold, found->interval,
                               scenario));
    return marks;
}

} // namespace oneinn
