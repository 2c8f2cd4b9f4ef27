// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/dialplaces.h"

#include "core/policies/ownthresholds.h"
#include "plots/latencyaxis.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <iterator>
#include <map>

namespace oneinn::report {

namespace {

/// Distinct scores, falling, of all rows, whatever they wait.
std::vector<double> distinctScores(const ScenarioRows &rows)
{
    std::vector<double> scores = rows.all()->scores();
    scores.erase(std::unique(scores.begin(), scores.end()), scores.end());
    return scores;
}

/// How many distinct scores are shown.
std::size_t shownAt(Threshold threshold, const std::vector<double> &scores)
{
    const auto end = std::lower_bound(scores.begin(), scores.end(), threshold.value,
                                      [](double score, double least) { return score >= least; });
    return static_cast<std::size_t>(std::distance(scores.begin(), end));
}

/// The fewest distinct scores that hold each of so many equal parts of what is counted.
template<typename Counted>
void addQuantiles(std::vector<std::size_t> &shown, const std::vector<double> &scores,
                  std::size_t parts, const Counted &counted)
{
    const double all = counted(scores.back());
    for (std::size_t part = 1; part < parts; ++part) {
        const double wanted = all * static_cast<double>(part) / static_cast<double>(parts);
        const auto end = std::partition_point(scores.begin(), scores.end(), [&](double score) {
            return counted(score) < wanted;
        });
        shown.push_back(static_cast<std::size_t>(std::distance(scores.begin(), end)) + 1);
    }
}

/// Numbers of distinct scores to stop at, from all that there are.
std::vector<std::size_t> stops(const ScenarioRows &rows, const std::vector<double> &scores,
                               std::size_t most)
{
    std::vector<std::size_t> shown{0, scores.size()};
    if (scores.size() < most) {
        for (std::size_t each = 1; each < scores.size(); ++each)
            shown.push_back(each);
        return shown;
    }
    const auto slice = rows.all()->at({});
    const auto good = [&](double score) { return slice->counts({score}).matrix().tp(); };
    const auto uses = [&](double score) {
        const ConfusionMatrix matrix = slice->counts({score}).matrix();
        return matrix.tp() + matrix.fp();
    };
    addQuantiles(shown, scores, most / 2, uses);
    if (good(scores.back()) > 0.0)
        addQuantiles(shown, scores, most / 2, good);
    return shown;
}

} // namespace

std::vector<Threshold> thresholdPlaces(const ScenarioRows &rows, std::size_t most,
                                       const std::vector<Threshold> &always)
{
    const std::vector<double> scores = distinctScores(rows);
    std::map<std::size_t, Threshold, std::greater<>> places;
    for (const Threshold &threshold : always)
        places.emplace(shownAt(threshold, scores), threshold);
    const auto slice = rows.all()->at({});
    for (const std::size_t shown : stops(rows, scores, most)) {
        if (places.size() < most && shown <= scores.size())
            places.emplace(
                    shown,
                    shown == 0 ? Threshold::alertOnNothing()
                               : slice->sameDecisions({scores[shown - 1]}).operatingThreshold());
    }
    std::vector<Threshold> rising;
    rising.reserve(places.size());
    for (const auto &[shown, threshold] : places)
        rising.push_back(threshold);
    return rising;
}

std::vector<Budget> budgetPlaces(const ScenarioRows &rows, const Budget &chosen, bool few)
{
    const LatencyDistribution &latency = rows.all()->latency();
    if (!chosen || latency.empty())
        return {chosen};
    std::vector<double> waits{chosen->value};
    const std::vector<double> shares =
            few ? std::vector{0.5, 0.9} : std::vector{0.25, 0.5, 0.75, 0.9, 0.95, 0.99};
    for (const double share : shares) {
        const auto wait = latency.percentile(share);
        if (wait && std::isfinite(*wait) && *wait > 0.0)
            waits.push_back(roundedBudget(*wait));
    }
    std::sort(waits.begin(), waits.end());
    waits.erase(std::unique(waits.begin(), waits.end()), waits.end());
    std::vector<Budget> budgets;
    budgets.reserve(waits.size() + 1);
    for (const double wait : waits)
        budgets.emplace_back(Milliseconds{wait});
    budgets.emplace_back(std::nullopt);
    return budgets;
}

std::size_t placeOf(Threshold threshold, const ScenarioRows &rows,
                    const std::vector<Threshold> &among)
{
    const std::vector<double> scores = distinctScores(rows);
    const std::size_t shown = shownAt(threshold, scores);
    const auto found = std::find_if(among.begin(), among.end(),
                                    [&](Threshold each) { return shownAt(each, scores) <= shown; });
    return static_cast<std::size_t>(std::distance(among.begin(), found));
}

} // namespace oneinn::report
