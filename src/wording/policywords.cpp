// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/policywords.h"

#include "wording/feature.h"
#include "wording/frequency.h"
#include "wording/misscauses.h"
#include "wording/numbers.h"
#include "wording/phrases.h"
#include "wording/sharecomparisonwords.h"
#include "wording/statement.h"
#include "wording/valuewords.h"

#include <algorithm>
#include <cmath>

namespace oneinn::wording {

using namespace Qt::Literals::StringLiterals;

namespace {

QString shareCell(const std::optional<Proportion> &share)
{
    if (!share)
        return undefinedDash();
    switch (shareFormOf(*share)) {
    case ShareForm::Counts:
        return u"%1 of %2"_s.arg(countText(share->yes.rows), countText(share->all.rows));
    case ShareForm::TooFew:
        return u"%1 to %2"_s.arg(countText(thousand * share->interval.low),
                                 countText(thousand * share->interval.high));
    default:
        break;
    }
    return ofThousand(share->value);
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

QString flipsText(const ModelComparison &against, const Feature &feature)
{
    const auto &negative = against.negativeFlips.ofUses;
    const auto &positive = against.positiveFlips.ofUses;
    if (!negative || !positive)
        return {};
    if (negative->value == 0.0 && positive->value == 0.0)
        return u"it is right and wrong in the same %1 as now"_s.arg(feature.useCase.plural);
    return u"in %1 of 1,000 %2 what is done now is right and this is not; in %3 of 1,000 it is the other way round"_s
            .arg(ofThousand(negative->value), feature.useCase.plural, ofThousand(positive->value));
}

QStringList comparisonLines(const ComparedPolicies &compared, const ComparedPolicy &policy,
                            const Feature &feature)
{
    const ModelComparison &against = *policy.againstNow;
    return shareLines(compared, against, policy.summary, compared.policies.front().summary,
                      {u" from now"_s, u"now"_s}, feature)
            << flipsText(against, feature);
}

QString modelOf(const ComparedPolicies &compared, std::size_t policy)
{
    const auto &single = std::get<SingleModel>(compared.policies[policy].candidate.policy);
    return modelText(compared.models[static_cast<std::size_t>(single.point.model)]);
}

QString rangeOfValue(const MeasureComparison &value)
{
    return u"%1 to %2"_s.arg(signedText(thousand * value.interval.low),
                             signedText(thousand * value.interval.high));
}

/// See expectedIntervalText().
QString intervalAndHere(const MeasureComparison &value, const Feature &feature)
{
    QString interval = u"95 % interval "_s + rangeOfValue(value);
    // What differs by rounding alone is one number. Any other is told: readers subtract values.
    const QString here = signedText(thousand * value.difference);
    if (here == signedText(thousand * value.expected()))
        return interval;
    return u"%1; %2 on these %3"_s.arg(interval, here, feature.useCase.plural);
}

/// "worth 12 more per 1,000 uses (95 % interval +8 to +16)".
QString pairValueText(const ComparedPolicies &compared, const MeasureComparison &value,
                      const Feature &feature)
{
    if (value.isNone())
        return u"worth the same on "_s + theseUses(compared, feature);
    if (value.tooFewToTell())
        return undecidedText(value, compared, feature);
    if (!isDecided(value.verdict))
        return (value.verdict == ComparisonVerdict::CannotBeToldApart ? u"in value they "_s
                                                                      : u"in value there is "_s)
                + undecidedText(value, compared, feature, {});
    return worthText(value, feature);
}

/// "12 of 1,000 bad ones are shown, 15 with cloud-large: ..."; nothing of so few that shares of
/// them could not be stated.
QString falseAlarmsLine(const ComparedPolicies &compared, const ModelPair &pair, const Other &other,
                        const Feature &feature)
{
    const auto &rate = pair.comparison.falseAlarmRate;
    const auto &flips = pair.comparison.negativeFlips.ofNegatives;
    if (!rate || !flips || flips->reliability != Reliability::Stated)
        return {};
    ShareComparison shares{feature.negativesSaid(), feature.found.many, {}, {}, *rate};
    shares.a.value = rate->a;
    shares.b.value = rate->b;
    return comparisonLine(shares, compared, other, feature);
}

QString pairFlipsText(const ModelComparison &comparison, const std::pair<QString, QString> &models,
                      const Feature &feature)
{
    const auto &negative = comparison.negativeFlips.ofUses;
    const auto &positive = comparison.positiveFlips.ofUses;
    if (!negative || !positive)
        return {};
    return u"in %1 of 1,000 %2 %3 is right and %4 is not; in %5 of 1,000 it is the other way round"_s
            .arg(ofThousand(negative->value), feature.useCase.plural, models.second, models.first,
                 ofThousand(positive->value));
}

QString costText(double perThousand)
{
    constexpr double large = 100.0;
    constexpr double small = 0.1;
    const double size = std::abs(perThousand);
    if (size >= large)
        return numberText(perThousand, 0);
    return numberText(perThousand, size == 0.0 || size >= small ? 2 : 5);
}

/// "calls cost 0.84 per 1,000 uses (your assumption), 2.00 now"; empty where they are counted.
QString costsText(const ComparedPolicies &compared, const ComparedPolicy &policy,
                  const Feature &feature)
{
    if (compared.callsAreCounted)
        return {};
    QString text = u"calls cost %1 per 1,000 %2 (your assumption)"_s.arg(
            costText(policy.summary.costPerThousandUses), feature.useCase.plural);
    if (policy.againstNow)
        text += u", %1 now"_s.arg(costText(compared.policies.front().summary.costPerThousandUses));
    return text;
}

QString differenceCell(const ComparedPolicy &policy)
{
    if (!policy.againstNow)
        return undefinedDash();
    const MeasureComparison &value = policy.againstNow->valuePerUse;
    if (value.isNone())
        return u"none"_s;
    if (value.tooFewToTell())
        return u"too few to tell"_s;
    if (!isDecided(value.verdict))
        return value.verdict == ComparisonVerdict::CannotBeToldApart ? u"cannot be told apart"_s
                                                                     : u"none that matters"_s;
    // On these uses, as the values beside it are; the interval is of what to expect on new ones.
    return u"%1 (%2 to %3)"_s.arg(signedText(thousand * value.difference),
                                  signedText(thousand * value.interval.low),
                                  signedText(thousand * value.interval.high));
}

} // namespace

QString worthText(const MeasureComparison &value, const Feature &feature, const QString &than)
{
    const QString here = plainNumberText(std::abs(thousand * value.difference));
    const QString later = plainNumberText(std::abs(thousand * value.expected()));
    const bool same = here == later;
    // One interval, wide enough for both numbers.
    return u"worth %1 %2 per 1,000 %3%4%5 (95 % interval%6 %7)"_s.arg(
            feature.amount(here), value.difference > 0.0 ? u"more"_s : u"less"_s,
            feature.useCase.plural, than, same ? QString() : u", %1 on new ones"_s.arg(later),
            same ? QString() : u" of both"_s, rangeOfValue(value));
}

QString expectedIntervalText(const MeasureComparison &value, const FeatureWords &words)
{
    return intervalAndHere(value, featureOf(words));
}

QString policyCell(const ComparedPolicies &compared, std::size_t index, PolicyColumn column)
{
    const ComparedPolicy &policy = compared.policies[index];
    const PolicySummary &summary = policy.summary;
    switch (column) {
    case PolicyColumn::Name:
        return policyTitle(policy.candidate, compared.models);
    case PolicyColumn::Value:
        return signedText(thousand * summary.valuePerUse, 3);
    case PolicyColumn::Difference:
        return differenceCell(policy);
    case PolicyColumn::Wrong:
        return shareCell(summary.shares[Share::WrongOfShown]);
    case PolicyColumn::Missed:
        return shareCell(summary.shares[Share::Missed]);
    case PolicyColumn::Late:
        return compared.budget ? shareCell(summary.shares[Share::Late]) : undefinedDash();
    case PolicyColumn::WaitHalf:
        return waitCell(summary, 0.5);
    case PolicyColumn::WaitP95:
        return waitCell(summary, 0.95);
    case PolicyColumn::Cost:
        return costText(summary.costPerThousandUses);
    }
    Q_UNREACHABLE();
}

QString verdictText(const ComparedPolicies &compared, std::size_t index, const FeatureWords &words)
{
    const ComparedPolicy &policy = compared.policies[index];
    if (!policy.againstNow)
        return u"this is what is done now"_s;
    const Feature feature = featureOf(words);
    const MeasureComparison &value = policy.againstNow->valuePerUse;
    if (value.isNone())
        return u"worth the same as now on "_s + theseUses(compared, feature);
    if (!isDecided(value.verdict))
        return undecidedText(value, compared, feature);
    return worthText(value, feature, u" than now"_s);
}

QString missesText(const PolicySummary &summary, const FeatureWords &words)
{
    const auto missed = summary.shares[Share::Missed];
    const QString causes = missedCausesText(summary.shares, words);
    return causes.isEmpty() ? QString() : u"%1: %2"_s.arg(missedOfText(*missed, words), causes);
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

QStringList pairSentences(const ComparedPolicies &compared, std::size_t index,
                          const FeatureWords &words)
{
    const Feature feature = featureOf(words);
    const ModelPair &pair = compared.pairs[index];
    const QString a = modelOf(compared, pair.a);
    const QString b = modelOf(compared, pair.b);
    const Other other{{}, u"with "_s + b};
    const QString at = pair.at == ModelPair::At::Best
            ? u"each at its most valuable threshold"_s
            : u"each at its most caught with %1%2 of 1,000 %3 right"_s.arg(
                    compared.promise == PromiseRule::LowerLimit ? u"surely "_s : QString(),
                    countText(thousand * compared.precisionLimit), feature.done);
    QStringList parts{u"%1 against %2, %3: %4"_s.arg(
            a, b, at, pairValueText(compared, pair.comparison.valuePerUse, feature))};
    parts += shareLines(compared, pair.comparison, compared.policies[pair.a].summary,
                        compared.policies[pair.b].summary, other, feature);
    parts << falseAlarmsLine(compared, pair, other, feature)
          << pairFlipsText(pair.comparison, {a, b}, feature);
    QStringList sentences;
    for (const QString &part : std::as_const(parts)) {
        if (!part.isEmpty())
            sentences << asSentenceOf(a, part);
    }
    return sentences;
}

bool isNowAgain(const ComparedPolicy &policy, const ComparedPolicy &now)
{
    const auto &against = policy.againstNow;
    if (!against || !against->valuePerUse.isNone())
        return false;
    const auto isNone = [](const std::optional<Proportion> &flips) {
        return flips && flips->value == 0.0;
    };
    return isNone(against->negativeFlips.ofUses) && isNone(against->positiveFlips.ofUses)
            && policy.summary.costPerThousandUses == now.summary.costPerThousandUses
            && waitsText(policy.summary) == waitsText(now.summary);
}

QString sameAsNowText(const ComparedPolicies &compared)
{
    QStringList names;
    for (const ComparedPolicy &policy : compared.policies) {
        if (!isNowAgain(policy, compared.policies.front()))
            continue;
        const QString name = policyName(policy.candidate, compared.models);
        names.append(policy.candidate.kind == CandidateKind::Alone
                             ? name + u" at its most valuable threshold"_s
                             : name);
    }
    return names.isEmpty() ? QString() : u"The same as this: %1."_s.arg(names.join(u"; "_s));
}

QStringList policySentences(const ComparedPolicies &compared, std::size_t index,
                            const FeatureWords &words, ToldOfNow now, PolicyNaming naming)
{
    const Feature feature = featureOf(words);
    const ComparedPolicy &policy = compared.policies[index];
    QString name = (naming == PolicyNaming::Explained ? policyExplained : policyTitle)(
            policy.candidate, compared.models);
    QString verdict = verdictText(compared, index, words);
    if (now == ToldOfNow::WithoutPerson && !policy.againstNow) {
        name += u", without a person"_s;
        verdict = u"what the model alone would do"_s;
    }
    QStringList parts{name + u": "_s + valuePer1000Text(policy.summary.valuePerUse, words) + u"; "_s
                      + verdict};
    if (policy.againstNow)
        parts += comparisonLines(compared, policy, feature);
    if (compared.budget)
        parts << u"%1 of 1,000 %2 are answered within %3"_s.arg(
                shareCell(policy.summary.shares[Share::InTime]), feature.useCase.plural,
                budgetText(compared.budget));
    parts << missesText(policy.summary, words);
    if (const QString waits = waitsText(policy.summary); !waits.isEmpty())
        parts << feature.person.plural + u" wait: "_s + waits;
    parts << costsText(compared, policy, feature);
    if (policy.asksAgain)
        parts << u"%1 of 1,000 %2 ask a second time; what that takes is what another %3 took, so a common cause of slowness is not seen"_s
                         .arg(ofThousand(*policy.asksAgain), feature.useCase.plural,
                              feature.useCase.singular);
    QStringList sentences;
    for (const QString &part : std::as_const(parts)) {
        if (!part.isEmpty())
            sentences << asSentenceOf(name, part);
    }
    return sentences;
}

QString policyPointText(const ComparedPolicies &compared, std::size_t index,
                        const FeatureWords &words, const QString &beyond)
{
    const ComparedPolicy &policy = compared.policies[index];
    return policyExplained(policy.candidate, compared.models) + u": "_s
            + valuePer1000Text(policy.summary.valuePerUse, words) + u"; "_s
            + verdictText(compared, index, words) + (beyond.isEmpty() ? QString() : u", but "_s)
            + beyond + u'.';
}

} // namespace oneinn::wording
