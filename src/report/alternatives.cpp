// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/alternatives.h"

#include "core/questions.h"
#include "report/answerwords.h"
#include "wording/limitwords.h"
#include "wording/numbers.h"
#include "wording/phrases.h"
#include "wording/policynames.h"
#include "wording/valuewords.h"

#include <algorithm>
#include <cmath>

namespace oneinn::report {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The threshold that a policy of one model is operated at.
std::optional<ModelPoint> pointOf(const Policy &policy)
{
    if (const auto *single = std::get_if<SingleModel>(&policy))
        return single->point;
    if (const auto *hedged = std::get_if<Hedged>(&policy))
        return hedged->point;
    return std::nullopt;
}

/// "the model, waited for, from a score of 0.84 up": with its threshold where that is another one.
QString alternativeName(const AnswerMaterial &material, const Candidate &candidate)
{
    QString name = wording::policyName(candidate, material.compared->models);
    const auto point = pointOf(candidate.policy);
    const bool sameModel = point && point->model == 0; // the first is the one that answers now
    if (!point || (sameModel && material.assessment.sameDecisions.contains(point->threshold)))
        return name;
    if (std::isinf(point->threshold.value))
        return name + u", doing nothing"_s;
    const bool lower = material.provenance.lowerIsPositive;
    const QString score =
            wording::scoreText(lower ? 0.0 - point->threshold.value : point->threshold.value);
    return name
            + (lower ? u", with a score of %1 or less"_s : u", from a score of %1 up"_s).arg(score);
}

QString callsClause(const ComparedPolicies &compared, std::size_t policy,
                    const wording::Feature &feature)
{
    const double now = compared.policies.front().summary.costPerThousandUses;
    const double there = compared.policies[policy].summary.costPerThousandUses;
    if (std::abs(now - there) < 0.5 && compared.callsAreCounted)
        return {};
    if (now == there)
        return {};
    const QString what = compared.callsAreCounted ? u"calls"_s : u"in calls"_s;
    const QString verb = compared.callsAreCounted ? u"needs"_s : u"costs"_s;
    return u"it %1 %2 %3 per 1,000 %4 instead of %5"_s.arg(
            verb, wording::countText(there), what, feature.useCase.plural, wording::countText(now));
}

QString waitClause(const ComparedPolicies &compared, std::size_t policy,
                   const wording::Feature &feature)
{
    constexpr double p = 0.95;
    const auto waitOf = [](const PolicySummary &summary) -> const WaitPercentile * {
        const auto found = std::find_if(summary.waits.begin(), summary.waits.end(),
                                        [](const WaitPercentile &w) { return w.p == p; });
        return found == summary.waits.end() || found->tooFew ? nullptr : &*found;
    };
    const WaitPercentile *there = waitOf(compared.policies[policy].summary);
    const WaitPercentile *now = waitOf(compared.policies.front().summary);
    if (!there || !now || there->wait == now->wait || !std::isfinite(there->wait.value)
        || !std::isfinite(now->wait.value))
        return {};
    return u"95 of 100 %3 are done within %1 instead of %2"_s.arg(
            wording::millisecondsText(there->wait.value),
            wording::millisecondsText(now->wait.value), feature.useCase.plural);
}

/// What is compared as an alternative to now.
bool isAlternative(const ComparedPolicy &policy)
{
    const CandidateKind kind = policy.candidate.kind;
    return policy.againstNow && kind != CandidateKind::Now && kind != CandidateKind::Default;
}

QString beyondOf(const AnswerMaterial &material, const ComparedPolicy &policy, int of = 100)
{
    const Scenario &scenario = material.assessment.scenario;
    return wording::beyondLimitsText(policy.summary.shares, limitsOf(scenario), scenario.words, of);
}

enum class Among { All, WithinLimits };

/// Absent where none of them differs from now.
std::optional<std::size_t> mostValuableOf(const AnswerMaterial &material, Among among)
{
    // Simple ones come first; what takes more has to be worth noticeably more.
    constexpr double worthTheEffort = 0.05;
    const auto &policies = material.compared->policies;
    std::optional<std::size_t> best;
    for (std::size_t i = 0; i < policies.size(); ++i) {
        if (!isAlternative(policies[i]) || policies[i].againstNow->valuePerUse.isNone()
            || (among == Among::WithinLimits && !beyondOf(material, policies[i]).isEmpty()))
            continue;
        const double expected = policies[i].againstNow->valuePerUse.expected();
        const double before = best ? policies[*best].againstNow->valuePerUse.expected() : 0.0;
        if (!best || expected > before + worthTheEffort * std::abs(before))
            best = i;
    }
    return best;
}

ComparisonVerdict verdictOf(const ComparedPolicies &compared, std::size_t policy)
{
    return compared.policies[policy].againstNow->valuePerUse.verdict;
}

} // namespace

std::optional<Alternative> bestAlternative(const AnswerMaterial &material)
{
    if (!material.compared)
        return std::nullopt;
    const ComparedPolicies &compared = *material.compared;
    auto best = mostValuableOf(material, Among::WithinLimits);
    if (!best || verdictOf(compared, *best) != ComparisonVerdict::AIsBetter)
        best = mostValuableOf(material, Among::All);
    if (!best)
        return std::nullopt;
    const ComparedPolicy &policy = compared.policies[*best];
    const MeasureComparison &value = policy.againstNow->valuePerUse;
    const bool allAreWorse = std::ranges::none_of(compared.policies, [](const auto &other) {
        return isAlternative(other)
                && other.againstNow->valuePerUse.verdict != ComparisonVerdict::BIsBetter;
    });
    return Alternative{.policy = *best,
                       .name = quoted(alternativeName(material, policy.candidate)),
                       .verdict = value.verdict,
                       .difference = value.expected(),
                       .interval = value.interval,
                       .worth = wording::worthText(value, featureOf(material)),
                       .intervalText = wording::expectedIntervalText(
                               value, material.assessment.scenario.words),
                       .beyond = beyondOf(material, policy),
                       .allAreWorse = allAreWorse};
}

QString beatenText(Limits limits)
{
    return limits == Limits::Kept
            ? u"An alternative is surely worth more."_s
            : u"An alternative is surely worth more, but beyond the limits."_s;
}

QString beatenSentence(const AnswerMaterial &material)
{
    const auto best = bestAlternative(material);
    return best && best->verdict == ComparisonVerdict::AIsBetter
            ? beatenText(best->beyond.isEmpty() ? Limits::Kept : Limits::Broken)
            : QString();
}

QStringList alternativeSentences(const AnswerMaterial &material, int of)
{
    const auto best = bestAlternative(material);
    if (!best)
        return {};
    const ComparedPolicies &compared = *material.compared;
    const wording::Feature feature = featureOf(material);
    const QString &interval = best->intervalText;
    if (best->verdict == ComparisonVerdict::BIsBetter)
        return {(best->allAreWorse
                         ? u"Every alternative we compared is worth less; the nearest, %1, is %2."_s
                         : u"No alternative we compared is worth more; the nearest that differs, %1, is %2."_s)
                        .arg(best->name, best->worth)};
    if (!isDecided(best->verdict))
        return {(best->verdict == ComparisonVerdict::CannotBeToldApart
                         ? u"No alternative we compared is measurably better. The nearest, %1, cannot be told apart from this choice (%2)."_s
                         : u"No alternative we compared is worth more by as much as matters. The nearest, %1, makes no difference that matters (%2)."_s)
                        .arg(best->name, interval)};
    QStringList costs{callsClause(compared, best->policy, feature),
                      waitClause(compared, best->policy, feature)};
    costs.removeAll(QString());
    QStringList sentences{u"An alternative, %1, is %2."_s.arg(best->name, best->worth)};
    if (!best->beyond.isEmpty())
        sentences.append(u"But %1."_s.arg(beyondOf(material, compared.policies[best->policy], of)));
    if (!costs.isEmpty())
        sentences.append(wording::asSentence(wording::joined(costs, u"and"_s)));
    return sentences;
}

} // namespace oneinn::report
