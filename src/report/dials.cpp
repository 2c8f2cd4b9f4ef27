// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/dials.h"

#include "core/policies/ownthresholds.h"
#include "core/questions.h"
#include "core/scenarioclusters.h"
#include "core/targets/reach.h"
#include "report/comparisons.h"
#include "report/dialplaces.h"
#include "report/dialwords.h"
#include "wording/decisionwords.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace oneinn::report {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t mostThresholds = 150;

/// How many places there is time for: a pass over rows that are alike takes as long as these are
/// many, and half a minute is what one waits for a file.
std::size_t mostPlaces(const ScenarioRows &rows)
{
    constexpr std::size_t rowsPassed = 200'000'000;
    constexpr std::size_t any = 10'000;
    return mayBeClustered(rows) ? rowsPassed / std::max<std::size_t>(1, rows.all()->rows()) : any;
}

bool areBudgetsFew(const ScenarioRows &rows)
{
    constexpr std::size_t manyBudgets = 8;
    return mostPlaces(rows) < manyBudgets * mostThresholds;
}

std::size_t thresholdsFor(const ScenarioRows &rows, std::size_t budgets)
{
    constexpr std::size_t fewestThresholds = 40;
    return std::clamp(mostPlaces(rows) / budgets, fewestThresholds, mostThresholds);
}

std::size_t modelsIn(const Predictions &predictions)
{
    return predictions.model() ? predictions.model()->values.size() : 1;
}

/// What is moved is the same but for the threshold and the budget.
bool isOnTheseDials(const PinnedAnswer &pin, const Scenario &chosen)
{
    Scenario moved = pin.assessment->scenario;
    moved.threshold = chosen.threshold;
    moved.budget = chosen.budget;
    return moved == chosen;
}

bool hasUses(const Assessment &assessment)
{
    return assessment.slice && assessment.experience.shares.uses().uses().rows > 0.0;
}

/// A setting that is to be among the places.
struct Wanted {
    QString name;
    Threshold threshold;
    Budget budget;
};

std::vector<Wanted> wantedBeside(const AnswerMaterial &material)
{
    const Assessment &chosen = material.assessment;
    const Scenario &scenario = chosen.scenario;
    std::vector<Wanted> wanted{
            {u"the "_s
                     + wording::markName(wording::Mark::BestValue, scenario.precisionLimit,
                                         scenario.promise),
             chosen.outlook->mostValuable.threshold, scenario.budget}};
    for (std::size_t pin = 0; pin < material.pins.size(); ++pin) {
        const PinnedAnswer &answer = material.pins[pin];
        if (isOnTheseDials(answer, scenario))
            wanted.push_back({pinName(material, pin), answer.assessment->scenario.threshold,
                              answer.assessment->scenario.budget});
    }
    return wanted;
}

/// Of those wanted whose budget is among the places, the first at each.
std::vector<Dials::Mark> marksOf(const std::vector<Wanted> &wanted, const Dials &dials,
                                 const ScenarioRows &rows)
{
    std::vector<Dials::Mark> marks;
    for (const Wanted &each : wanted) {
        const auto budget = std::find(dials.budgets.begin(), dials.budgets.end(), each.budget);
        const Dials::Place place{
                placeOf(each.threshold, rows, dials.thresholds),
                static_cast<std::size_t>(std::distance(dials.budgets.begin(), budget))};
        const bool isTold = place == dials.choice
                || std::any_of(marks.begin(), marks.end(),
                               [&](const Dials::Mark &mark) { return mark.place == place; });
        if (budget != dials.budgets.end() && place.threshold < dials.thresholds.size() && !isTold)
            marks.push_back({each.name, place});
    }
    return marks;
}

/// All thresholds at one budget.
class AtBudget {
public:
    AtBudget(const ScenarioRows &rows, Scenario scenario, const JobControl &job)
        : m_scenario(std::move(scenario))
        , m_all(rows.all()->at({}))
        , m_slice(rows.at(m_scenario))
        , m_outlook(outlook(*m_slice, m_scenario, job))
    {
        const ReachQuestion limits = limitsQuestion(m_scenario);
        if (limits.targets.any()) {
            if (auto within = reachAt(*m_slice, limits, job))
                m_within = std::move(within).value();
        }
    }

    DialPosition position(Threshold threshold, const AnswerMaterial &choice, const JobControl &job)
    {
        m_scenario.threshold = threshold;
        Assessment here = assess(*m_slice, m_outlook, m_scenario,
                                 clusterMoments(*m_slice, clustersQuestion(m_scenario), job));
        here.sameDecisions = toldAs(threshold, choice.assessment);
        // When one would roll back is told of the choice alone, and takes longer than all else.
        return dialPosition(
                {.assessment = here, .provenance = choice.provenance, .rollback = choice.rollback},
                choice, m_within ? &*m_within : nullptr);
    }

private:
    /// With as many digits as decide alike whatever the budget: a threshold is then told as one and
    /// the same wherever it is met, and that of the choice as elsewhere in the brief.
    ThresholdInterval toldAs(Threshold threshold, const Assessment &choice) const
    {
        return threshold == choice.scenario.threshold ? choice.sameDecisions
                                                      : m_all->sameDecisions(threshold);
    }

    Scenario m_scenario;
    std::shared_ptr<const BudgetSlice> m_all;
    std::shared_ptr<const UseSlice> m_slice;
    std::shared_ptr<const Outlook> m_outlook;
    std::optional<Reach> m_within;
};

/// False when stopped.
bool ask(Dials &dials, const ScenarioRows &rows, const AnswerMaterial &choice,
         const JobControl &job)
{
    const std::size_t budgets = dials.budgets.size();
    dials.positions.resize(dials.thresholds.size() * budgets);
    for (std::size_t budget = 0; budget < budgets; ++budget) {
        Scenario scenario = choice.assessment.scenario;
        scenario.budget = dials.budgets[budget];
        if (job.stopRequested())
            return false;
        AtBudget at(rows, std::move(scenario), job.quiet());
        for (std::size_t place = 0; place < dials.thresholds.size(); ++place) {
            if (job.stopRequested())
                return false;
            dials.positions[place * budgets + budget] =
                    at.position(dials.thresholds[place], choice, job.quiet());
            job.report(double(budget * dials.thresholds.size() + place + 1)
                       / double(dials.positions.size()));
        }
    }
    return true;
}

} // namespace

std::optional<Dials> dials(const ScenarioRows &rows, const AnswerMaterial &material,
                           const JobControl &job)
{
    const Assessment &chosen = material.assessment;
    if (!hasUses(chosen))
        return std::nullopt;
    Dials dials;
    dials.budgets = budgetPlaces(rows, chosen.scenario.budget, areBudgetsFew(rows));
    const std::vector<Wanted> wanted = wantedBeside(material);
    std::vector<Threshold> always{chosen.scenario.threshold};
    for (const Wanted &each : wanted)
        always.push_back(each.threshold);
    dials.thresholds = thresholdPlaces(rows, thresholdsFor(rows, dials.budgets.size()), always);
    if (thresholdsBySegment(chosen.scenario.combination)
        && dials.thresholds.back() == Threshold::alertOnNothing())
        dials.thresholds.pop_back(); // what moves together cannot be moved there
    const auto budget =
            std::find(dials.budgets.begin(), dials.budgets.end(), chosen.scenario.budget);
    dials.choice = {placeOf(chosen.scenario.threshold, rows, dials.thresholds),
                    static_cast<std::size_t>(std::distance(dials.budgets.begin(), budget))};
    dials.marks = marksOf(wanted, dials, rows);
    dials.words = dialWords(material, modelsIn(*rows.source()));
    if (!ask(dials, rows, material, job))
        return std::nullopt;
    return dials;
}

Dials Dials::thinned(std::size_t oneOf) const
{
    Dials result = *this;
    result.thresholds.clear();
    result.positions.clear();
    std::vector<std::size_t> placeNow(thresholds.size());
    for (std::size_t place = 0; place < thresholds.size(); ++place) {
        const bool isMarked = place == choice.threshold
                || std::any_of(marks.begin(), marks.end(),
                               [&](const Mark &mark) { return mark.place.threshold == place; });
        placeNow[place] = result.thresholds.size();
        if (!isMarked && place % oneOf == oneOf - 1 && place + 1 < thresholds.size())
            continue;
        result.thresholds.push_back(thresholds[place]);
        for (std::size_t budget = 0; budget < budgets.size(); ++budget)
            result.positions.push_back(at({place, budget}));
    }
    result.choice.threshold = placeNow[choice.threshold];
    for (Mark &mark : result.marks)
        mark.place.threshold = placeNow[mark.place.threshold];
    return result;
}

} // namespace oneinn::report
