// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/limitwords.h"

#include "core/questions.h"
#include "wording/decisionwords.h"
#include "wording/frequency.h"
#include "wording/numbers.h"
#include "wording/phrases.h"
#include "wording/statement.h"
#include "wording/targetwords.h"

#include <QStringList>

namespace oneinn::wording {

using namespace Qt::Literals::StringLiterals;

namespace {

/// What limits are on; absent where it is not known.
using KnownShares = ByTarget<std::optional<Proportion>>;

KnownShares knownShares(const Shares &shares, const Reach *within = nullptr)
{
    KnownShares known;
    known[TargetKind::WrongOfShown] = shares[Share::WrongOfShown];
    known[TargetKind::Missed] = shares[Share::Missed];
    known[TargetKind::Gone] = shares[Share::Left];
    known[TargetKind::ShownPerDay] = shares[Share::Shown];
    if (within && within->ofSlice.answered)
        known[TargetKind::Answered] = within->ofSlice.answered->share();
    return known;
}

KnownShares knownShares(const Assessment &assessment, const Reach *within = nullptr)
{
    KnownShares known = knownShares(assessment.experience.shares, within);
    if (!known[TargetKind::Answered])
        known[TargetKind::Answered] = assessment.answeredInTime;
    return known;
}

KnownShares knownShares(const TargetSetting &setting)
{
    KnownShares known;
    for (const TargetKind kind : allTargets)
        known[kind] = setting.readings[kind].share;
    return known;
}

struct Reading {
    TargetKind kind;
    double value; ///< a share, or a number per day
    double limit;
    Proportion share;

    bool isBroken() const
    {
        constexpr double rounding = 1e-12;
        return kind == TargetKind::Answered ? value < limit - rounding : value > limit + rounding;
    }
};

double limitOf(TargetKind kind, const Targets &limits)
{
    switch (kind) {
    case TargetKind::WrongOfShown:
        return *limits.wrongOfShown;
    case TargetKind::Missed:
        return *limits.missed;
    case TargetKind::Answered:
        return limits.answered->share;
    case TargetKind::Gone:
        return *limits.gone;
    case TargetKind::ShownPerDay:
        break;
    }
    return *limits.shownPerDay;
}

/// What it may be as far as the limit is concerned: of few cases only what is so for sure counts.
double atBest(const Proportion &share, TargetKind kind)
{
    if (share.reliability == Reliability::Stated)
        return share.value;
    return kind == TargetKind::Answered ? share.interval.high : share.interval.low;
}

std::vector<Reading> brokenIn(const KnownShares &known, const Targets &limits)
{
    std::vector<Reading> broken;
    for (const TargetKind kind : allTargets) {
        if (!TargetSet::askedIn(limits).contains(kind))
            continue;
        const auto &share = known[kind];
        if (!share || share->reliability == Reliability::CountsOnly)
            continue;
        const double scale = kind == TargetKind::ShownPerDay ? limits.usesPerDay : 1.0;
        const double limit = limitOf(kind, limits);
        const Reading reading{kind, share->value * scale, limit, *share};
        const Reading best{kind, atBest(*share, kind) * scale, limit, *share};
        if (reading.isBroken() && best.isBroken())
            broken.push_back(reading);
    }
    return broken;
}

std::vector<Reading> brokenIn(const Assessment &assessment)
{
    return brokenIn(knownShares(assessment), limitsOf(assessment.scenario));
}

constexpr int hundredCases = 100;

/// In as few digits as tell the two apart, and no fewer than `least` has.
int denominatorFor(const Reading &reading, int least)
{
    constexpr int most = 100000;
    int of = least;
    while (of < most && countOf(reading.value, of) == countOf(reading.limit, of))
        of *= 10;
    return of;
}

/// As sure as it is: "13 of 100", "between 32 and 68 of 100".
QString shareSaid(const Reading &reading, int of)
{
    return reading.share.reliability == Reliability::Stated
            ? shareText(reading.value, of)
            : u"%1 of %2"_s.arg(betweenText(reading.share.interval, of), countText(double(of)));
}

/// "13 of 100 shown are wrong (at most 10)".
QString readingText(const Reading &reading, const TargetWords &words, const Targets &limits,
                    int least)
{
    if (reading.kind == TargetKind::ShownPerDay)
        return u"about %1 %2 a day (at most %3)"_s.arg(countText(std::round(reading.value)),
                                                       words.feature().done,
                                                       plainNumberText(reading.limit));
    const int of = denominatorFor(reading, least);
    const QString limit = countText(countOf(reading.limit, of));
    const QString share = shareSaid(reading, of);
    switch (reading.kind) {
    case TargetKind::WrongOfShown:
        return u"%1 %2 are wrong (at most %3)"_s.arg(share, words.feature().done, limit);
    case TargetKind::Missed:
        return u"%1 %2 are missed (at most %3)"_s.arg(share, words.feature().positive.plural,
                                                      limit);
    case TargetKind::Answered:
        return u"%1 are answered within %2 (at least %3)"_s.arg(
                share, millisecondsText(limits.answered->wait.value), limit);
    default:
        return u"%1 %2 are gone (at most %3)"_s.arg(share, words.feature().person.plural, limit);
    }
}

/// "10 % wrong", after "the limit of".
QString allowedText(const Reading &reading, const Targets &limits)
{
    if (reading.kind == TargetKind::Answered)
        return u"%1 % answered within %2"_s.arg(plainNumberText(100.0 * reading.limit),
                                                millisecondsText(limits.answered->wait.value));
    if (reading.kind == TargetKind::ShownPerDay)
        return u"%1 a day"_s.arg(plainNumberText(reading.limit));
    const QString what = reading.kind == TargetKind::WrongOfShown ? u"wrong"_s
            : reading.kind == TargetKind::Missed                  ? u"missed"_s
                                                                  : u"gone"_s;
    // No other denominator beside those that the answer counts in.
    return u"%1 % %2"_s.arg(plainNumberText(100.0 * reading.limit), what);
}

QStringList toldEach(const std::vector<Reading> &broken, const Targets &limits,
                     const FeatureWords &product, int least = hundredCases)
{
    const TargetWords words(limits, product);
    QStringList told;
    for (const Reading &reading : broken)
        told.append(readingText(reading, words, limits, least));
    return told;
}

QString noWayBack(bool surely, bool several)
{
    if (several)
        return surely ? u"No threshold surely keeps them all."_s
                      : u"No threshold keeps them all."_s;
    return surely ? u"No threshold surely keeps it."_s : u"No threshold keeps it."_s;
}

} // namespace

QString beyondLimitsText(const Assessment &assessment)
{
    return toldEach(brokenIn(assessment), limitsOf(assessment.scenario), assessment.scenario.words)
            .join(u"; "_s);
}

QString beyondLimitsText(const Shares &shares, const Targets &limits, const FeatureWords &words,
                         int of)
{
    return joined(toldEach(brokenIn(knownShares(shares), limits), limits, words, of), u"and"_s);
}

QString beyondLimitsText(const TargetSetting &setting, const Targets &limits,
                         const FeatureWords &words)
{
    return joined(toldEach(brokenIn(knownShares(setting), limits), limits, words), u"and"_s);
}

QString brokenLimitNames(const Assessment &assessment)
{
    QStringList names;
    for (const Reading &reading : brokenIn(assessment))
        names.append(allowedText(reading, limitsOf(assessment.scenario)));
    if (names.isEmpty())
        return {};
    return (names.size() == 1 ? u"the limit of "_s : u"the limits of "_s) + joined(names, u"and"_s);
}

bool onlyWrongIsBroken(const Assessment &assessment)
{
    const auto broken = brokenIn(assessment);
    return broken.size() == 1 && broken.front().kind == TargetKind::WrongOfShown;
}

std::optional<LimitWords> brokenLimits(const Assessment &assessment, const Reach *within)
{
    const Targets limits = limitsOf(assessment.scenario);
    const std::vector<Reading> broken = brokenIn(knownShares(assessment, within), limits);
    if (broken.empty())
        return std::nullopt;
    const QString told = toldEach(broken, limits, assessment.scenario.words).join(u"; "_s);
    LimitWords result;
    result.broken = broken.size() == 1
            ? u"Beyond the limit: %1."_s.arg(told)
            : u"Beyond %1 limits: %2."_s.arg(countText(double(broken.size())), told);
    if (!within)
        return result;
    const PromiseRule promise = assessment.scenario.promise;
    const bool surely = promise == PromiseRule::LowerLimit;
    const bool several = within->asked.size() > 1;
    if (const TargetSetting *setting = recommendedSetting(*within, promise)) {
        result.nearest = setting->threshold;
        const QString keeps = several ? u"keeps all limits"_s : u"keeps it"_s;
        result.wayBack =
                u"Go to the best that %1%2"_s.arg(surely ? u"surely "_s : QString(), keeps);
    } else if (within->chosen) {
        result.nearest = within->chosen->threshold;
        result.broken += u' ' + noWayBack(surely, several);
        result.wayBack = u"Go to the best on these data"_s;
    } else {
        result.wayBack = noWayBack(surely, several);
    }
    return result;
}

QString reachesLabel()
{
    return u"within your limits on these data"_s;
}

QString beyondLimitsLabel()
{
    return u"beyond your limits"_s;
}

QString feasibleText(const Reach &reach)
{
    if (reach.feasible.empty())
        return u"No threshold keeps your limits."_s;
    if (reach.feasible.size() == 1)
        return u"Your limits are kept %1."_s.arg(rangeText(reach.feasible.front()));
    return u"Your limits are kept in %1 ranges, the highest %2, the lowest %3."_s.arg(
            cardinal(static_cast<int>(reach.feasible.size())), rangeText(reach.feasible.front()),
            rangeText(reach.feasible.back()));
}

} // namespace oneinn::wording
