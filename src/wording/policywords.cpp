// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/policywords.h"

#include "wording/frequency.h"
#include "wording/numbers.h"
#include "wording/phrases.h"
#include "wording/statement.h"
#include "wording/valuewords.h"

#include <algorithm>
#include <cmath>

namespace oneinn::wording {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double thousand = 1000.0;

/// Names models by their columns.
class Namer {
public:
    Namer(const std::vector<std::string> &models, bool brief)
        : m_models(models)
        , m_brief(brief)
    {
    }

    QString operator()(const SingleModel &policy) const
    {
        QString name = modelName(policy.point.model);
        if (!policy.budget)
            return name;
        const QString budget = budgetText(policy.budget);
        switch (policy.late) {
        case LatePolicy::Wait:
            return m_brief ? name : name + u", waited for"_s;
        case LatePolicy::ShowNothing:
            return m_brief ? u"%1 ≤ %2"_s.arg(name, budget)
                           : u"%1, nothing shown after %2"_s.arg(name, budget);
        case LatePolicy::Unanswered:
            return m_brief ? u"%1 ≤ %2"_s.arg(name, budget)
                           : u"%1, unanswered after %2"_s.arg(name, budget);
        case LatePolicy::FallBack:
            break;
        }
        const QString other = modelName(policy.fallback.point.model);
        return m_brief ? u"%1 ≤ %2, else %3"_s.arg(name, budget, other)
                       : u"%1, replaced by %2 after %3"_s.arg(name, other, budget);
    }
    QString operator()(const Cascade &policy) const
    {
        const QString small = modelName(policy.small);
        const QString large = modelName(policy.large.model);
        if (m_brief)
            return policy.parallel ? u"%1 + %2"_s.arg(small, large)
                                   : u"%1 → %2"_s.arg(small, large);
        return policy.parallel
                ? u"both asked at once, %2 decides when %1 is unsure"_s.arg(small, large)
                : u"%1 first, %2 when it is unsure"_s.arg(small, large);
    }
    QString operator()(const Hedged &policy) const
    {
        QString name = modelName(policy.point.model);
        return m_brief ? name + u", hedged"_s
                       : u"%1, asked again after %2"_s.arg(
                               name, millisecondsText(policy.hedgeAfter.value));
    }
    QString operator()(const Mixture &policy) const
    {
        const QString first = modelName(policy.first.model);
        const QString second = modelName(policy.second.model);
        return m_brief ? u"half %1"_s.arg(first)
                       : u"%1 for half of the uses, %2 for the others"_s.arg(first, second);
    }

private:
    QString modelName(Eigen::Index model) const
    {
        const auto &name = m_models[static_cast<std::size_t>(model)];
        return name.empty() ? u"the model"_s : QString::fromStdString(name);
    }

    const std::vector<std::string> &m_models;
    bool m_brief;
};

/// "8,000 uses", "1 use".
QString usesText(double uses)
{
    return countText(uses) + (std::round(uses) == 1.0 ? u" use"_s : u" uses"_s);
}

QString theseUses(const ComparedPolicies &compared)
{
    const auto uses = static_cast<double>(compared.resampled.uses());
    return (uses == 1.0 ? u"this "_s : u"these "_s) + usesText(uses);
}

/// How many of 1,000; what is neither none nor all is never rounded to it.
QString ofThousand(double share)
{
    const double count = std::round(thousand * share);
    if (count == 0.0 && share > 0.0)
        return u"under 1"_s;
    if (count == thousand && share < 1.0)
        return u"over 999"_s;
    return countText(count);
}

QString shareCell(const std::optional<Proportion> &share)
{
    if (!share)
        return undefinedDash();
    switch (share->reliability) {
    case Reliability::CountsOnly:
        return u"%1 of %2"_s.arg(countText(share->yes.rows), countText(share->all.rows));
    case Reliability::TooFew:
        return u"%1 to %2"_s.arg(countText(thousand * share->interval.low),
                                 countText(thousand * share->interval.high));
    case Reliability::Stated:
        break;
    }
    return ofThousand(share->value);
}

std::optional<Proportion> opposite(const std::optional<Proportion> &share)
{
    if (!share)
        return std::nullopt;
    Proportion other = *share;
    other.value = 1.0 - share->value;
    other.interval = {1.0 - share->interval.high, 1.0 - share->interval.low};
    other.yes = share->all - share->yes;
    return other;
}

const WaitPercentile *waitOf(const PolicySummary &summary, double p)
{
    const auto found = std::find_if(summary.waits.begin(), summary.waits.end(),
                                    [p](const WaitPercentile &wait) { return wait.p == p; });
    return found == summary.waits.end() ? nullptr : &*found;
}

QString waitCell(const PolicySummary &summary, double p)
{
    const WaitPercentile *wait = waitOf(summary, p);
    if (!wait)
        return undefinedDash();
    return wait->tooFew ? u"too few"_s : millisecondsText(wait->wait.value);
}

/// "298 to 305 ms"; nothing where both ends are the same, as at a deadline.
QString waitInterval(const WaitPercentile &wait)
{
    if (!wait.low)
        return {};
    const QString low = millisecondsText(wait.low->value);
    if (!wait.high)
        return u"at least "_s + low;
    const QString high = millisecondsText(wait.high->value);
    return low == high ? QString() : u"%1 to %2"_s.arg(low, high);
}

QString waitText(const WaitPercentile &wait)
{
    if (wait.tooFew)
        return tooFewText(wait.p);
    const QString interval = waitInterval(wait);
    const QString text = percentileName(wait.p) + u' ' + millisecondsText(wait.wait.value);
    return interval.isEmpty() ? text : u"%1 (%2)"_s.arg(text, interval);
}

/// Two digits are all that such a number is good for.
QString moreText(double more)
{
    const double scale = std::pow(10.0, std::max(0.0, std::floor(std::log10(more)) - 1.0));
    return countText(std::round(more / scale) * scale);
}

QString notToldApart(const MeasureComparison &measure, const ComparedPolicies &compared)
{
    QString text = u"cannot be told apart from now on "_s + theseUses(compared);
    if (measure.moreUses)
        text += u"; about %1 more would be needed"_s.arg(moreText(*measure.moreUses));
    return text;
}

bool isNoDifference(const MeasureComparison &measure)
{
    return measure.difference == 0.0 && measure.interval.width() == 0.0;
}

/// A share of a candidate and of now, and how they differ.
struct ShareComparison {
    QString of;    ///< "shown"
    QString holds; ///< "are wrong"
    Proportion a, b;
    MeasureComparison measure;
};

bool isStated(const Proportion &share)
{
    return share.reliability == Reliability::Stated;
}

/// "129 of 1,000 shown are wrong, 151 now: 14 to 30 fewer"; empty where they are the same.
QString comparisonLine(const ShareComparison &shares, const ComparedPolicies &compared)
{
    const auto &[of, holds, a, b, measure] = shares;
    if (isNoDifference(measure) || a.value == b.value)
        return {};
    if (!isStated(a) || !isStated(b)) {
        return u"%1 of %2 %3 %4, %5 of %6 now: too few cases to say more"_s.arg(
                countText(a.yes.rows), countText(a.all.rows), of, holds, countText(b.yes.rows),
                countText(b.all.rows));
    }
    const QString start = u"%1 of 1,000 %2 %3, %4 now: "_s.arg(ofThousand(a.value), of, holds,
                                                               ofThousand(b.value));
    if (measure.verdict == ComparisonVerdict::CannotBeToldApart)
        return start + notToldApart(measure, compared);
    const double low = std::min(std::abs(measure.interval.low), std::abs(measure.interval.high));
    const double high = std::max(std::abs(measure.interval.low), std::abs(measure.interval.high));
    return start
            + u"%1 to %2 %3 (95 % interval)"_s.arg(ofThousand(low), ofThousand(high),
                                                   a.value < b.value ? u"fewer"_s : u"more"_s);
}

QString flipsText(const ModelComparison &against)
{
    const auto &negative = against.negativeFlips.ofUses;
    const auto &positive = against.positiveFlips.ofUses;
    if (!negative || !positive)
        return {};
    if (negative->value == 0.0 && positive->value == 0.0)
        return u"it is right and wrong in the same uses as now"_s;
    return u"in %1 of 1,000 uses what is done now is right and this is not; in %2 of 1,000 it is the other way round"_s
            .arg(ofThousand(negative->value), ofThousand(positive->value));
}

QStringList comparisonLines(const ComparedPolicies &compared, const ComparedPolicy &policy)
{
    const ModelComparison &against = *policy.againstNow;
    const PolicySummary &here = policy.summary;
    const PolicySummary &now = compared.policies.front().summary;
    QStringList lines;
    if (against.precision && here.precision && now.precision)
        lines << comparisonLine({u"shown"_s, u"are wrong"_s, *opposite(here.precision),
                                 *opposite(now.precision), *against.precision},
                                compared);
    if (against.recall && here.recall && now.recall)
        lines << comparisonLine({u"good ones"_s, u"are not shown"_s, *opposite(here.recall),
                                 *opposite(now.recall), *against.recall},
                                compared);
    if (compared.budget)
        lines << comparisonLine({u"uses"_s, u"are late"_s, here.late, now.late, against.lateShare},
                                compared);
    return lines << flipsText(against);
}

QString costText(double perThousand)
{
    return numberText(perThousand, std::abs(perThousand) >= 100.0 ? 0 : 2);
}

QString leftOutText(LeftOut reason)
{
    switch (reason) {
    case LeftOut::ModelsMixed:
        return u"several models are looked at together, which can be compared with none; choose one"_s;
    case LeftOut::NoExampleIds:
        return u"no column says which rows of the models belong together, so only one model is here"_s;
    case LeftOut::NoCompleteExample:
        return u"no use has a row of every model with one label, so only one model is here"_s;
    case LeftOut::MoreModels:
        return u"the file has more models; only the first %1 are compared"_s.arg(
                countText(double(mostCandidateModels)));
    case LeftOut::OneModel:
        return u"there is one model, so no cascade and no mixture"_s;
    case LeftOut::NoLatency:
        return u"without latencies nothing is late, and nothing can be said about waits"_s;
    case LeftOut::NoBudget:
        return u"without a budget nothing is late; set one to see what a late answer may be replaced with"_s;
    case LeftOut::NotProbabilities:
        return u"the scores are not probabilities, so there is no default of 0.5"_s;
    case LeftOut::FallbackNotPossible:
        return u"the model that answers late uses has no row for these uses, so they show nothing"_s;
    }
    Q_UNREACHABLE();
}

QString namesOf(const ComparedPolicies &compared, const std::vector<FrontierPlace> &places,
                bool (*wanted)(const FrontierPlace &))
{
    QStringList names;
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (wanted(places[i]))
            names << (i == 0 ? u"now"_s
                             : policyName(compared.policies[i].candidate, compared.models));
    }
    return names.join(u"; "_s);
}

} // namespace

QString policyName(const Candidate &candidate, const std::vector<std::string> &models)
{
    QString name = std::visit(Namer(models, false), candidate.policy);
    switch (candidate.kind) {
    case CandidateKind::Now:
        return u"now: "_s + name;
    case CandidateKind::Default:
        return name + u" from 0.5 up, the default nobody chose"_s;
    default:
        return name;
    }
}

QString policyLabel(const Candidate &candidate, const std::vector<std::string> &models)
{
    switch (candidate.kind) {
    case CandidateKind::Now:
        return u"now"_s;
    case CandidateKind::Default:
        return u"default 0.5"_s;
    default:
        return std::visit(Namer(models, true), candidate.policy);
    }
}

QString qualityName(QualityMeasure quality)
{
    switch (quality) {
    case QualityMeasure::Value:
        return u"value per 1,000 uses"_s;
    case QualityMeasure::WrongOfShown:
        return u"wrong, of 1,000 shown"_s;
    case QualityMeasure::Missed:
        return u"not shown, of 1,000 good ones"_s;
    }
    Q_UNREACHABLE();
}

QString burdenName(BurdenMeasure burden, bool callsAreCounted)
{
    if (const auto p = percentileOf(burden))
        return u"wait, "_s + percentileName(*p);
    return callsAreCounted ? u"calls per 1,000 uses"_s : u"cost per 1,000 uses"_s;
}

QString percentileName(double p)
{
    const double percent = 100.0 * p;
    const bool whole = std::abs(percent - std::round(percent)) < 1e-9;
    return u'p' + numberText(percent, whole ? 0 : 1);
}

QString tooFewText(double p)
{
    return u"too few requests to state "_s + percentileName(p);
}

QString policyColumnTitle(PolicyColumn column, bool callsAreCounted)
{
    switch (column) {
    case PolicyColumn::Name:
        return u"Model or policy"_s;
    case PolicyColumn::Value:
        return u"Value per\n1,000 uses"_s;
    case PolicyColumn::Difference:
        return u"Difference to now\n(95 % interval)"_s;
    case PolicyColumn::Wrong:
        return u"Wrong of\n1,000 shown"_s;
    case PolicyColumn::Missed:
        return u"Not shown of\n1,000 good"_s;
    case PolicyColumn::Late:
        return u"Late of\n1,000 uses"_s;
    case PolicyColumn::WaitHalf:
        return u"Wait\np50"_s;
    case PolicyColumn::WaitP95:
        return u"Wait\np95"_s;
    case PolicyColumn::Cost:
        return callsAreCounted ? u"Calls per\n1,000 uses"_s : u"Cost per\n1,000 uses"_s;
    }
    Q_UNREACHABLE();
}

namespace {

QString differenceCell(const ComparedPolicy &policy)
{
    if (!policy.againstNow)
        return undefinedDash();
    const MeasureComparison &value = policy.againstNow->valuePerUse;
    if (isNoDifference(value))
        return u"none"_s;
    if (value.verdict == ComparisonVerdict::CannotBeToldApart)
        return u"cannot be told apart"_s;
    return u"%1 (%2 to %3)"_s.arg(signedText(thousand * value.difference),
                                  signedText(thousand * value.interval.low),
                                  signedText(thousand * value.interval.high));
}

} // namespace

QString policyCell(const ComparedPolicies &compared, std::size_t index, PolicyColumn column)
{
    const ComparedPolicy &policy = compared.policies[index];
    const PolicySummary &summary = policy.summary;
    switch (column) {
    case PolicyColumn::Name:
        return asSentence(policyName(policy.candidate, compared.models)).chopped(1);
    case PolicyColumn::Value:
        return signedText(thousand * summary.valuePerUse, 3);
    case PolicyColumn::Difference:
        return differenceCell(policy);
    case PolicyColumn::Wrong:
        return shareCell(opposite(summary.precision));
    case PolicyColumn::Missed:
        return shareCell(opposite(summary.recall));
    case PolicyColumn::Late:
        return compared.budget ? shareCell(summary.late) : undefinedDash();
    case PolicyColumn::WaitHalf:
        return waitCell(summary, 0.5);
    case PolicyColumn::WaitP95:
        return waitCell(summary, 0.95);
    case PolicyColumn::Cost:
        return costText(summary.costPerThousandUses);
    }
    Q_UNREACHABLE();
}

QString verdictText(const ComparedPolicies &compared, std::size_t index)
{
    const ComparedPolicy &policy = compared.policies[index];
    if (!policy.againstNow)
        return u"this is what is done now"_s;
    const MeasureComparison &value = policy.againstNow->valuePerUse;
    if (isNoDifference(value))
        return u"worth the same as now on "_s + theseUses(compared);
    if (value.verdict == ComparisonVerdict::CannotBeToldApart)
        return notToldApart(value, compared);
    const bool more = value.verdict == ComparisonVerdict::AIsBetter;
    return u"worth %1 %2 per 1,000 uses than now (95 % interval %3 to %4)"_s.arg(
            signedText(std::abs(thousand * value.difference)).mid(1), more ? u"more"_s : u"less"_s,
            signedText(thousand * value.interval.low), signedText(thousand * value.interval.high));
}

QString missesText(const PolicySummary &summary)
{
    if (!summary.misses)
        return {};
    const double late = std::round(summary.misses->byLateness.rows);
    const double all = std::round(summary.misses->byLateness.rows + summary.misses->byModel.rows);
    if (late == 0.0)
        return {};
    if (all == 1.0)
        return u"its only miss would have been caught in time"_s;
    if (late == all)
        return u"all of its %1 misses would have been caught in time"_s.arg(countText(all));
    return u"%1 of its %2 misses would have been caught in time"_s.arg(countText(late),
                                                                       countText(all));
}

QString waitsText(const PolicySummary &summary)
{
    QStringList parts;
    for (const WaitPercentile &wait : summary.waits) {
        parts << waitText(wait);
        if (wait.tooFew)
            break; // nor any further out
    }
    return parts.join(u", "_s);
}

QStringList policySentences(const ComparedPolicies &compared, std::size_t index)
{
    const ComparedPolicy &policy = compared.policies[index];
    QStringList parts{policyCell(compared, index, PolicyColumn::Name) + u": "_s
                      + valuePer1000Text(policy.summary.valuePerUse) + u"; "_s
                      + verdictText(compared, index)};
    if (policy.againstNow)
        parts += comparisonLines(compared, policy);
    if (compared.budget)
        parts << u"%1 of 1,000 uses are answered within %2"_s.arg(
                shareCell(policy.summary.coverage), budgetText(compared.budget));
    parts << missesText(policy.summary);
    if (const QString waits = waitsText(policy.summary); !waits.isEmpty())
        parts << u"users wait: "_s + waits;
    if (policy.asksAgain)
        parts << u"%1 of 1,000 uses ask a second time; what that takes is what another use took, so a common cause of slowness is not seen"_s
                         .arg(ofThousand(*policy.asksAgain));
    QStringList sentences;
    for (const QString &part : std::as_const(parts)) {
        if (!part.isEmpty())
            sentences << asSentence(part);
    }
    return sentences;
}

QString policyPointText(const ComparedPolicies &compared, std::size_t index)
{
    const ComparedPolicy &policy = compared.policies[index];
    QString text = policyCell(compared, index, PolicyColumn::Name) + u": "_s
            + valuePer1000Text(policy.summary.valuePerUse) + u"; "_s + verdictText(compared, index)
            + u'.';
    const QString why = notAdoptableText(policy.candidate);
    return why.isEmpty() ? text : text + u' ' + why;
}

QStringList comparisonNotes(const ComparedPolicies &compared)
{
    const auto uses = static_cast<double>(compared.uses);
    QStringList notes;
    notes << (compared.models.size() > 1
                      ? u"Compared on the %1 that every model has answered."_s.arg(usesText(uses))
                      : u"Compared on %1."_s.arg(usesText(uses)));
    if (compared.rowsLeftOut > 0)
        notes << (compared.rowsLeftOut == 1
                          ? u"1 row is left out: it lacks another model's row or a latency."_s
                          : u"%1 rows are left out: they lack another model's row or a latency."_s
                                    .arg(countText(double(compared.rowsLeftOut))));
    if (compared.isSample())
        notes << u"Intervals and verdicts are from %1 of them, drawn at random."_s.arg(
                countText(double(compared.resampled.uses())));
    for (const LeftOut reason : compared.leftOut)
        notes << asSentence(leftOutText(reason));
    notes << u"Best thresholds and cascades were chosen on these same uses: on others they are worth a little less."_s;
    return notes;
}

QString frontierSummary(const ComparedPolicies &compared, const std::vector<FrontierPlace> &places,
                        const FrontierView &view)
{
    QString none = noFrontierText(compared, view);
    if (!none.isEmpty())
        return none;
    const auto isOnFront = [](const FrontierPlace &place) { return place.onFront; };
    const auto isDominated = [](const FrontierPlace &place) { return place.dominatedForSure; };
    QString text = u"None is better in %1 and in %2 than: %3."_s.arg(
            qualityName(view.quality), burdenName(view.burden, compared.callsAreCounted),
            namesOf(compared, places, isOnFront));
    const QString dominated = namesOf(compared, places, isDominated);
    if (dominated.isEmpty())
        return text + u" No other is worse for sure."_s;
    return text + u" Worse for sure: %1."_s.arg(dominated);
}

QString noFrontierText(const ComparedPolicies &compared, const FrontierView &view)
{
    const auto p = percentileOf(view.burden);
    if (p && !compared.hasLatency)
        return u"This file has no latency column, so there are no waits."_s;
    const auto &all = compared.policies;
    const auto isTooFew = [&view](const ComparedPolicy &policy) {
        return pointOf(policy, view).tooFew;
    };
    if (p && std::any_of(all.begin(), all.end(), isTooFew))
        return asSentence(tooFewText(*p));
    return {};
}

QString notAdoptableText(const Candidate &candidate)
{
    switch (candidate.kind) {
    case CandidateKind::Cascade:
        return u"A cascade asks two models and cannot be set on the dials."_s;
    case CandidateKind::Hedged:
        return u"A hedged request asks one model twice and cannot be set on the dials."_s;
    case CandidateKind::Mixture:
        return u"A mixture divides uses between two models and cannot be set on the dials."_s;
    default:
        return {};
    }
}

QString adoptHint()
{
    return u"click a point or press Enter on a row to take it over"_s;
}

QString frontierLegend()
{
    return u"Line: none is better in both. Grey: another is better in both for sure (95 of 100 resamples). Bars: 95 % interval."_s;
}

QString comparingText()
{
    return u"Comparing…"_s;
}

QString nothingToCompareText()
{
    return u"None of these rows has a known latency, so there is nothing to compare."_s;
}

} // namespace oneinn::wording
