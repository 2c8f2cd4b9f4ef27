// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/valuewords.h"

#include "core/policies/ownthresholds.h"
#include "core/questions.h"
#include "core/targets/nearbestkept.h"
#include "wording/datalimitwords.h"
#include "wording/decisionwords.h"
#include "wording/experiencewords.h"
#include "wording/feature.h"
#include "wording/limitwords.h"
#include "wording/numbers.h"
#include "wording/ownbudgetwords.h"
#include "wording/phrases.h"
#include "wording/trafficwords.h"

#include <algorithm>
#include <cmath>

namespace oneinn::wording {

using namespace Qt::Literals::StringLiterals;

namespace {

QString bestText(const BestThreshold &best, const QString &value)
{
    if (std::isinf(best.threshold.value) && best.threshold.value > 0.0)
        return u"doing nothing gives "_s + value;
    const auto interval = std::find_if(
            best.intervals.begin(), best.intervals.end(),
            [&](const ThresholdInterval &candidate) { return candidate.contains(best.threshold); });
    const QString threshold = interval == best.intervals.end()
            ? scoreText(best.threshold.value)
            : thresholdText(best.threshold, *interval);
    return u"the best threshold, %1, gives %2"_s.arg(threshold, value);
}

/// ", but 16 of 100 shown are wrong there (at most 10)"; empty where the best keeps the limits, or
/// where what is known of them is of another best.
QString beyondAtBest(const BestThreshold &best, const Scenario &scenario, const Reach *within)
{
    constexpr double rounding = 1e-9;
    if (!within || !within->unlimited || !within->unlimited->sameDecisions.contains(best.threshold)
        || std::abs(within->unlimited->valuePerUse - best.best) > rounding * std::abs(best.best))
        return {};
    const QString beyond = beyondLimitsText(*within->unlimited, limitsOf(scenario), scenario.words);
    return beyond.isEmpty() ? beyond : u", but there "_s + beyond;
}

QString valueText(const ValueAssessment &value, const Scenario &scenario, const Reach *limits)
{
    const Threshold threshold = scenario.threshold;
    const QString within = scenario.budget ? u" within "_s + budgetSaid(scenario) : QString();
    const double here = 1000.0 * value.perUse;
    const double best = 1000.0 * value.best.best;
    const bool isBest =
            std::any_of(value.best.intervals.begin(), value.best.intervals.end(),
                        [&](const ThresholdInterval &i) { return i.contains(threshold); });
    const auto [hereText, bestValue] = toldApart(here, best);
    if (isBest || hereText == bestValue)
        return valuePer1000Text(value.perUse, scenario.words)
                + (thresholdsBySegment(scenario.combination)
                           ? u" at this point, the best of moving all thresholds together"_s
                           : u" at this point, the best any threshold gives"_s)
                + within;
    return hereText + featureOf(scenario.words).perThousand() + u" at this point; "_s
            + (thresholdsBySegment(scenario.combination)
                       ? u"moving all thresholds together would give "_s + bestValue
                       : bestText(value.best, bestValue))
            + beyondAtBest(value.best, scenario, limits);
}

/// What taking the worst threshold of those that are as good costs.
QString rangeCostText(double perUse, const FeatureWords &words)
{
    const double lost = 1000.0 * perUse;
    return isShownAsNothing(lost) ? u"on these data none of them costs anything"_s
                                  : u"on these data the worst of them costs "_s
                    + plainNumberText(lost) + featureOf(words).perThousand();
}

/// Not "where the best lies": that is told of the best of other such data, in another range.
QString nearRangeText(const std::optional<NearBest> &found, bool movesTogether, int decimals)
{
    if (!found || found->lowest == found->highest)
        return {};
    const bool any = std::isinf(found->lowest) && std::isinf(found->highest);
    return u"as good as the data can tell: "_s
            + (movesTogether ? u"with all thresholds moved together, the common one "_s : QString())
            + (any ? u"any threshold"_s
                   : rangeText({found->lowest, found->highest}, RangeEnds::Inwards, decimals));
}

QString keptPartText(const ThresholdInterval &part, const NearBest &whole)
{
    return part.low == part.high
            ? u"at "_s + scoreText(part.high)
            : rangeText(part, RangeEnds::Inwards, rangeDecimals({whole.lowest, whole.highest}));
}

/// What of the range keeps the limits; empty where all of it does, or that is not known.
QString keptText(const NearBest &found, const KeptParts &kept)
{
    if (!kept || isAllOf(*kept, found))
        return {};
    if (kept->empty())
        return u"all of it beyond the limits"_s;
    if (kept->size() == 1)
        return u"within the limits "_s + keptPartText(kept->front(), found);
    return u"within the limits %1 parts of it, from %2 up"_s.arg(
            cardinal(static_cast<int>(kept->size())), scoreText(kept->back().low));
}

QString nearRangeText(const std::optional<NearBest> &found, bool movesTogether,
                      const KeptParts &kept)
{
    const bool isPart = kept && kept->size() == 1;
    const QString range =
            nearRangeText(found, movesTogether, isPart ? rangeDecimals(kept->front()) : 0);
    const QString within = range.isEmpty() ? range : keptText(*found, kept);
    return within.isEmpty() ? range : range + (kept->empty() ? u", "_s : u"; "_s) + within;
}

KeptParts keptIn(const Assessment &assessment, const Reach *within)
{
    const auto &near = assessment.value.nearBest;
    return within && near ? KeptParts(keptOf(*near, *within)) : std::nullopt;
}

QString elkanText(const ElkanDecision &decision, const Feature &feature)
{
    switch (decision.kind) {
    case ElkanDecision::Kind::AtThreshold: // calibration is asked first: see calibrationParts()
        return {};
    case ElkanDecision::Kind::AlwaysAlert:
        return u"with these values a wrong one costs nothing, so everything might be "_s
                + feature.done;
    case ElkanDecision::Kind::NeverAlert:
        return u"with these values a miss costs nothing, so nothing need be "_s + feature.done;
    case ElkanDecision::Kind::Inverted:
        return u"with these values neither a wrong one nor a miss costs anything: check them"_s;
    }
    return {};
}

} // namespace

QString nearBestText(const std::optional<NearBest> &found, const FeatureWords &words,
                     bool movesTogether, const KeptParts &kept)
{
    const QString range = nearRangeText(found, movesTogether, kept);
    return range.isEmpty() ? range : range + u"; "_s + rangeCostText(found->mostLost, words);
}

QString valuePer1000Text(double perUse, const FeatureWords &words)
{
    return signedText(1000.0 * perUse) + featureOf(words).perThousand();
}

std::pair<QString, QString> toldApart(double here, double best, Plus plus)
{
    constexpr int mostDigits = 9;
    const auto said = [plus](double value, int digits) {
        return plus == Plus::Said ? signedText(value, digits) : plainNumberText(value, digits);
    };
    int digits = 2;
    while (digits < mostDigits && said(here, digits) == said(best, digits))
        ++digits;
    return {said(here, digits), said(best, digits)};
}

ValueWords valueWords(const Assessment &assessment, const Reach *within)
{
    const QString baseRate = trafficText(assessment);
    const bool movesTogether = thresholdsBySegment(assessment.scenario.combination) != nullptr;
    const KeptParts kept = keptIn(assessment, within);
    if (isSilentUnknown(assessment))
        return {valueUnknownText(), {}, {}, {}, u"labels are missing by the score"_s};
    return {valueText(assessment.value, assessment.scenario, within),
            nearBestText(assessment.value.nearBest, assessment.scenario.words, movesTogether, kept),
            nearRangeText(assessment.value.nearBest, movesTogether, kept),
            elkanText(assessment.value.elkan, featureOf(assessment.scenario.words)),
            u"what an outcome is worth is your assumption"_s
                    + (baseRate.isEmpty() ? QString() : u", "_s + baseRate)};
}

} // namespace oneinn::wording
