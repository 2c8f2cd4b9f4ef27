// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/comparisons.h"

#include "report/answerwords.h"
#include "wording/experiencewords.h"
#include "wording/frequency.h"
#include "wording/names.h"
#include "wording/numbers.h"
#include "wording/ownbudgetwords.h"
#include "wording/phrases.h"
#include "wording/pinwords.h"
#include "wording/policynames.h"
#include "wording/valuewords.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace oneinn::report {

using namespace Qt::Literals::StringLiterals;
using wording::ShareGrammar;

namespace {

constexpr double leastTold = 1e-12; ///< of value per use

/// Of values per use that are summed in another order.
bool isNearly(double a, double b)
{
    return std::abs(a - b) <= 1e-9 * (1.0 + std::abs(b));
}

bool overlap(const Interval &a, const Interval &b)
{
    return a.low <= b.high && b.low <= a.high;
}

/// `againstNow`: of the other choice against now; a share may grow with either sign of it, so that
/// only its verdict is used.
Change changeOf(const std::optional<Proportion> &now, const std::optional<Proportion> &other,
                const MeasureComparison *againstNow)
{
    if (!now || !other)
        return Change::NotComparable;
    const bool same = againstNow
            ? againstNow->difference == 0.0 && againstNow->interval.width() == 0.0
            : false;
    if (same || (now->value == other->value && !againstNow))
        return Change::Same;
    const bool stated =
            now->reliability == Reliability::Stated && other->reliability == Reliability::Stated;
    const bool apart =
            againstNow ? isDecided(againstNow->verdict) : !overlap(now->interval, other->interval);
    if (!stated || !apart || now->value == other->value)
        return Change::NoneToSee;
    return now->value < other->value ? Change::Fewer : Change::More;
}

const MeasureComparison *measureOf(const std::optional<MeasureComparison> &measure)
{
    return measure ? &*measure : nullptr;
}

ShareGrammar grammarOf(ShareChange::Kind kind, const Assessment &now)
{
    switch (kind) {
    case ShareChange::Kind::Wrong:
        return wording::wrongGrammar(now);
    case ShareChange::Kind::Missed:
        return missedGrammar(now);
    case ShareChange::Kind::Late:
        return wording::lateGrammar(now);
    case ShareChange::Kind::Left:
        break;
    }
    ShareGrammar grammar = wording::lateGrammar(now);
    const QString person = wording::featureOf(now.scenario.words).person.singular;
    grammar.oneHolds = u"ends with the %1 gone"_s.arg(person);
    grammar.manyHold = u"end with the %1 gone"_s.arg(person);
    return grammar;
}

QString nameOf(ShareChange::Kind kind, const wording::Feature &feature)
{
    switch (kind) {
    case ShareChange::Kind::Wrong:
        return u"how many %1 are wrong"_s.arg(feature.done);
    case ShareChange::Kind::Missed:
        return u"how many %1 are missed"_s.arg(feature.positivesSaid());
    case ShareChange::Kind::Late:
        return u"how many %1 are late"_s.arg(feature.useCase.plural);
    case ShareChange::Kind::Left:
        return u"how many %1 are gone before the answer"_s.arg(feature.person.plural);
    }
    Q_UNREACHABLE();
}

QString briefName(ShareChange::Kind kind)
{
    switch (kind) {
    case ShareChange::Kind::Wrong:
        return u"wrong ones"_s;
    case ShareChange::Kind::Missed:
        return u"misses"_s;
    case ShareChange::Kind::Late:
        return u"late ones"_s;
    case ShareChange::Kind::Left:
        return u"those gone"_s;
    }
    Q_UNREACHABLE();
}

/// What being late costs users now, where the other choice knows no budget.
QString newlyLate(const AnswerMaterial &material, const PinnedAnswer &pin, int of)
{
    const Scenario &scenario = material.assessment.scenario;
    const auto &late = material.assessment.experience[Share::Late];
    if (!late || late->value <= 0.0 || scenario.latePolicy == LatePolicy::Wait
        || pin.assessment->experience[Share::Late])
        return {};
    const ShareGrammar grammar = wording::lateGrammar(material.assessment);
    if (of == 100 || wording::shareFormOf(*late) != wording::ShareForm::Stated)
        return shareClause(*late, grammar);
    return u"%1 %2 %3"_s.arg(wording::shareText(late->value, of), grammar.many, grammar.manyHold);
}

/// Both in one denominator; of rows that are fewer, not one that makes more of them.
SharePair toldTogether(const Proportion &now, const Proportion &other, int of)
{
    constexpr int hundred = 100;
    SharePair pair = inOneDenominator(now.value, other.value, of);
    if (of > hundred || !wording::isOfFewerRows(now, pair.of)
        || !wording::isOfFewerRows(other, pair.of))
        return pair;
    if (now.all.rows == other.all.rows)
        return {wording::countText(now.yes.rows), wording::countText(other.yes.rows),
                static_cast<int>(now.all.rows)};
    const int here = countOf(now.value, hundred);
    const int there = countOf(other.value, hundred);
    return here > 0 && there > 0 && here != there
            ? SharePair{wording::countText(here), wording::countText(there), hundred}
            : pair;
}

/// The choice that stands among the alternatives; null where it does not. Told by its value, which
/// is of all their uses.
const ComparedPolicy *amongAlternatives(const AnswerMaterial &material, const PinnedAnswer &pin)
{
    if (!valueInterval(material) || pin.point.origin != PinnedPoint::Origin::Default)
        return nullptr;
    const auto &policies = material.compared->policies;
    const auto found =
            std::find_if(policies.begin(), policies.end(), [&pin](const ComparedPolicy &policy) {
                return policy.candidate.kind == CandidateKind::Default
                        && isNearly(policy.summary.valuePerUse, pin.assessment->value.perUse);
            });
    return found == policies.end() ? nullptr : &*found;
}

/// Of b against a.
MeasureComparison turned(const MeasureComparison &measure)
{
    MeasureComparison other = measure;
    std::swap(other.a, other.b);
    other.difference = -measure.difference;
    other.interval = {-measure.interval.high, -measure.interval.low};
    other.optimism = {measure.optimism.b, measure.optimism.a};
    return other;
}

} // namespace

QList<ShareChange> changesAgainst(const AnswerMaterial &material, const PinnedAnswer &pin)
{
    using Kind = ShareChange::Kind;
    const Experience &now = material.assessment.experience;
    const Experience &other = pin.assessment->experience;
    const PinDifferences *against = pin.againstNow;
    const auto change = [](Kind kind, const auto &here, const auto &there,
                           const MeasureComparison *measure) {
        return ShareChange{kind, changeOf(here, there, measure), here, there};
    };
    QList<ShareChange> changes{
            change(Kind::Wrong, now[Share::WrongOfShown], other[Share::WrongOfShown],
                   against ? measureOf((*against)[Share::WrongOfShown]) : nullptr),
            change(Kind::Missed, now[Share::Missed], other[Share::Missed],
                   against ? measureOf((*against)[Share::Missed]) : nullptr)};
    const bool sameBudget = material.assessment.scenario.budget == pin.assessment->scenario.budget;
    if (now[Share::Late] && other[Share::Late] && sameBudget)
        changes.append(change(Kind::Late, now[Share::Late], other[Share::Late],
                              against ? measureOf((*against)[Share::Late]) : nullptr));
    if (now[Share::Left] && other[Share::Left])
        changes.append(change(Kind::Left, now[Share::Left], other[Share::Left], nullptr));
    return changes;
}

QString changeClause(const ShareChange &change, const Assessment &now, int of, bool brief)
{
    if (!change.now || !change.other)
        return {};
    ShareGrammar grammar = grammarOf(change.kind, now);
    if (brief && change.kind == ShareChange::Kind::Wrong)
        grammar.many = wording::featureOf(now.scenario.words).done;
    if (brief && change.kind == ShareChange::Kind::Missed
        && !wording::featureOf(now.scenario.words).namesPositives)
        grammar.many = u"good ones"_s;
    const SharePair pair = toldTogether(*change.now, *change.other, of);
    const QString count = wording::countText(pair.of);
    const QString holds = pair.one == u"1" ? grammar.oneHolds : grammar.manyHold;
    if (pair.one == count)
        return u"all %1 %2 instead of %3 of %4"_s.arg(grammar.many, grammar.manyHold, pair.other,
                                                      count);
    if (pair.one == u"0")
        return u"no %1 %2 instead of %3 of %4"_s.arg(grammar.many, holds, pair.other, count);
    return u"%1 of %2 %3 %4 instead of %5"_s.arg(pair.one, count, grammar.many, holds,
                                                 pair.other == u"0" ? u"none"_s : pair.other);
}

QString clauses(const QStringList &parts)
{
    if (parts.size() < 2)
        return parts.join(QString());
    return parts.first(parts.size() - 1).join(u", "_s) + u", and "_s + parts.last();
}

namespace {

/// Of nothing that is shown nothing is wrong, and no share of it can be compared: what the other
/// choice shows wrongly is gone, or what this one does is new.
void addShownAtAll(Balance &balance, const AnswerMaterial &material, const PinnedAnswer &pin)
{
    const auto now = material.assessment.experience[Share::WrongOfShown];
    const auto other = pin.assessment->experience[Share::WrongOfShown];
    const QString done = featureOf(material).done;
    const auto isWrong = [](const std::optional<Proportion> &share) {
        return share && share->value > 0.0;
    };
    if (!now && isWrong(other)) {
        balance.gained.append(u"nothing is %1 that could be wrong (there: %2)"_s.arg(
                done, shareClause(*other, wording::wrongGrammar(*pin.assessment))));
        balance.gainedInBrief.append(u"no wrong ones"_s);
    } else if (isWrong(now) && !other) {
        balance.givenUp.append(u"%1, where nothing would be %2"_s.arg(
                shareClause(*now, wording::wrongGrammar(material.assessment)), done));
        balance.givenUpInBrief.append(u"wrong ones"_s);
    }
}

} // namespace

Balance balanceOf(const AnswerMaterial &material, const PinnedAnswer &pin, int of)
{
    Balance balance;
    const auto changes = changesAgainst(material, pin);
    for (const ShareChange &change : changes) {
        switch (change.change) {
        case Change::Fewer:
            balance.gainedInBrief.append(u"fewer "_s + briefName(change.kind));
            balance.gained.append(changeClause(change, material.assessment, of));
            break;
        case Change::More:
            balance.givenUpInBrief.append(u"more "_s + briefName(change.kind));
            balance.givenUp.append(changeClause(change, material.assessment, of));
            break;
        case Change::NoneToSee:
            balance.unchanged.append(nameOf(change.kind, featureOf(material)));
            break;
        case Change::Same:
        case Change::NotComparable:
            break;
        }
    }
    addShownAtAll(balance, material, pin);
    if (const QString late = newlyLate(material, pin, of); !late.isEmpty()) {
        balance.givenUp.append(late);
        balance.givenUpInBrief.append(u"more late ones"_s);
    }
    return balance;
}

QString pinName(const AnswerMaterial &material, std::size_t pin)
{
    const PinnedPoint &point = material.pins[pin].point;
    const QString alone = point.band ? u" without its person"_s : QString();
    if (const QString name = wording::nameText(written(point.name)); !name.isEmpty())
        return quoted(name) + alone;
    return point.origin == PinnedPoint::Origin::Default
            ? u"the default 0.5"_s
            : u"pinned point "_s + wording::pinLetter(pin) + alone;
}

QString heldAgainst(const AnswerMaterial &material, std::size_t pin)
{
    const Scenario &other = material.pins[pin].assessment->scenario;
    QString name = pinName(material, pin);
    if (other.budget == material.assessment.scenario.budget)
        return name;
    return other.budget ? u"%1 within %2"_s.arg(name, wording::budgetSaid(other))
                        : name + u" without a limit"_s;
}

bool isNow(const AnswerMaterial &material, const PinnedAnswer &pin)
{
    const Scenario &now = material.assessment.scenario;
    const Scenario &other = pin.assessment->scenario;
    return material.assessment.sameDecisions.contains(other.threshold) && now.budget == other.budget
            && (!now.budget
                || (now.latePolicy == other.latePolicy && now.fallback == other.fallback))
            && now.selection.model == other.selection.model && now.combination == other.combination
            && (!now.budget || now.budgets == other.budgets);
}

QString sameAsDefault(const AnswerMaterial &material)
{
    const bool same = std::any_of(
            material.pins.begin(), material.pins.end(), [&material](const PinnedAnswer &pin) {
                return pin.point.origin == PinnedPoint::Origin::Default && isNow(material, pin);
            });
    return same ? u"The default 0.5 would do the same."_s : QString();
}

std::optional<std::size_t> mainPin(const AnswerMaterial &material)
{
    std::optional<std::size_t> found;
    for (std::size_t pin = 0; pin < material.pins.size(); ++pin) {
        const PinnedAnswer &answer = material.pins[pin];
        if (isNow(material, answer))
            continue;
        if (answer.point.origin == PinnedPoint::Origin::Default)
            return pin;
        if (!found)
            found = pin;
    }
    return found;
}

std::optional<MeasureComparison> valueAgainstNow(const AnswerMaterial &material,
                                                 const PinnedAnswer &pin)
{
    const ComparedPolicy *policy = amongAlternatives(material, pin);
    if (policy && policy->againstNow)
        return policy->againstNow->valuePerUse;
    return pin.againstNow ? pin.againstNow->valuePerUse : std::nullopt;
}

QString valueClause(const AnswerMaterial &material, const PinnedAnswer &pin)
{
    const auto known = valueAgainstNow(material, pin);
    if (!known)
        return {};
    const MeasureComparison &value = *known;
    if (std::abs(value.difference) < leastTold && value.interval.width() < leastTold)
        return u"it is worth the same"_s;
    if (value.tooFewToTell())
        return u"these data are too few to tell which is worth more"_s;
    if (!isDecided(value.verdict))
        return value.verdict == ComparisonVerdict::CannotBeToldApart
                ? u"there is no measurable change in value"_s
                : u"the change in value does not matter"_s;
    const wording::Feature feature = featureOf(material);
    return u"it is "_s + wording::worthText(turned(value), feature);
}

QString valueIntervalClause(const AnswerMaterial &material)
{
    const auto interval = valueInterval(material);
    if (!interval)
        return {};
    const QString low = wording::signedText(wording::thousand * interval->low);
    const QString high = wording::signedText(wording::thousand * interval->high);
    return low == high ? QString() : u" (95 % interval: %1 to %2)"_s.arg(low, high);
}

std::optional<Interval> valueInterval(const AnswerMaterial &material)
{
    if (!material.compared || material.compared->policies.empty())
        return std::nullopt;
    const ComparedPolicy &now = material.compared->policies.front();
    const double here = material.assessment.value.perUse;
    if (!isNearly(now.summary.valuePerUse, here))
        return std::nullopt;
    return now.valuePerUse;
}

} // namespace oneinn::report
