// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/practicewaits.h"

#include "core/latency/percentile.h"
#include "core/periods/dropped.h"
#include "core/questions.h"
#include "core/valueplane.h"
#include "practice/othersettings.h"
#include "practice/practicefacts.h"
#include "practice/practiceplaces.h"
#include "report/answerwords.h"
#include "wording/numbers.h"
#include "wording/patiencewords.h"

#include <array>
#include <cmath>

namespace oneinn {

using namespace Qt::StringLiterals;
using report::AnswerMaterial;

namespace {

QString waitsWithin(const Assessment &assessment)
{
    constexpr double most = 0.95;
    if (!assessment.slice)
        return {};
    const LatencyDistribution &waits = assessment.slice->index().latency();
    const auto half = waits.percentile(0.5);
    const auto long95 = waits.percentile(most);
    if (!half || !std::isfinite(*half))
        return {};
    const QString said = u"half are answered within "_s + wording::millisecondsText(*half);
    const bool isTold = std::isfinite(*long95)
            && std::size_t(waits.size()) >= fewestForPercentile(most) && *long95 > *half;
    return isTold ? said + u", and 95 of 100 within "_s + wording::millisecondsText(*long95) : said;
}

/// At the threshold that is worth most within a limit.
struct Within {
    Budget budget;
    BestThreshold best;
};

/// Of limits that are so many times as long as now's, and none at all, the shortest that is worth
/// most.
std::optional<Within> bestOfLonger(const ScenarioRows &rows, const Scenario &now)
{
    constexpr std::array<double, 4> times{1.5, 2.0, 3.0, 5.0};
    const PlaneQuestion question = planeQuestion(now);
    std::optional<Within> found;
    const auto tryOne = [&](const Budget &budget) {
        const auto best = bestAtBudget(rows, question, budget);
        if (best && (!found || best->best > found->best.best + 1e-12 * std::abs(best->best)))
            found = Within{budget, *best};
    };
    for (const double by : times)
        tryOne(Milliseconds{by * now.budget->value});
    tryOne({});
    return found;
}

/// What makes a longer wait cost more or less than it would elsewhere.
QString waitsAssumed(const AnswerMaterial &material)
{
    return u"It is assumed of patience: %1."_s.arg(
            wording::patienceAlone(material.assessment.scenario.patience));
}

} // namespace

QString waitsFact(const AnswerMaterial &material)
{
    const QString now = waitsWithin(material.assessment);
    if (!material.drop)
        return wording::asSentence(now);
    const QString usual = waitsWithin(*material.drop->dropped->usual);
    if (now.isEmpty() || usual.isEmpty())
        return {};
    return u"In %1 %2; in %3 %4."_s.arg(material.drop->names.before, usual,
                                        material.drop->names.after, now);
}

QString longerWaitSaid(const AnswerMaterial &material)
{
    const Scenario &now = material.assessment.scenario;
    if (!now.budget || now.latePolicy == LatePolicy::Wait || now.budgets || !report::hasValues(now))
        return {};
    const auto rows = rowsAtHand(material);
    const auto here = rows ? bestAtBudget(*rows, planeQuestion(now), now.budget) : std::nullopt;
    const auto longer = here ? bestOfLonger(*rows, now) : std::nullopt;
    if (!longer)
        return {};
    Scenario there = now;
    there.budget = longer->budget;
    there.threshold = longer->best.threshold;
    const QString worth = longer->best.best > here->best
            ? worthInstead(assess(*rows, there), material)
            : QString();
    const QString today = wording::budgetText(now.budget);
    if (worth.isEmpty())
        return report::inARow({u"By these numbers no longer wait is worth more than %1, so I would "
                               "not wait longer."_s.arg(today),
                               waitsAssumed(material)});
    const QString limit = longer->budget
            ? u"with a limit of %1"_s.arg(wording::budgetText(longer->budget))
            : u"without a limit"_s;
    return report::inARow({u"By these numbers I would wait longer than %1: %2, at the threshold "
                           "that is best there, %3."_s.arg(today, limit, worth),
                           waitsAssumed(material)});
}

} // namespace oneinn
