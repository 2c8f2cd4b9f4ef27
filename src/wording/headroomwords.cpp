// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/headroomwords.h"

#include "wording/losswords.h"
#include "wording/numbers.h"
#include "wording/verdictwords.h"

#include <cmath>

namespace oneinn::wording {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isNoBetterAlready(const LoadBearing &load)
{
    return load.equalSteps.value <= load.withoutPredictions;
}

/// "2.2 times as slow", "34 % more misses".
QString howMuchWorse(Failure failure, double worsening)
{
    if (worsening < 1.0)
        return stepText(failure, worsening);
    const QString times = plainNumberText(1.0 + worsening);
    switch (failure) {
    case Failure::Latency:
        return times + u" times as slow"_s;
    case Failure::Precision:
        return times + u" times as many wrong ones"_s;
    case Failure::Recall:
        return times + u" times as many misses"_s;
    }
    Q_UNREACHABLE();
}

QString neverText(Failure failure, const ScenarioLoad &load)
{
    if (failure == Failure::Latency && !load.timeCounts)
        return u"Latency: never, since time decides nothing here."_s;
    if (failure == Failure::Latency)
        return u"Latency: never; even %1 times as slow it is better than doing nothing."_s.arg(
                countText(mostSlowdown));
    if (isOfNone(load.load.equalSteps, failure))
        return failure == Failure::Precision
                ? u"Precision: none is wrong, and no number of times as many is one more."_s
                : u"Recall: none is missed, and no number of times as many is one more."_s;
    const bool costs = std::abs(load.load.equalSteps.alone[failure]) > nothingPerUse;
    if (!costs)
        return u"%1: never, since %2 lose nothing here."_s.arg(failureName(failure),
                                                               moreOf(failure));
    return failure == Failure::Precision
            ? u"Precision: never; even if every one were wrong, it is better than doing nothing."_s
            : u"Recall: never; even if every one were missed, it is better than doing nothing."_s;
}

QString headroomOf(Failure failure, const ScenarioLoad &load)
{
    const auto &room = load.load.headroom[failure];
    if (!room)
        return neverText(failure, load);
    return u"%1: %2 before it is no better than doing nothing."_s.arg(failureName(failure),
                                                                      howMuchWorse(failure, *room));
}

} // namespace

QStringList headroomsOf(const ScenarioLoad &load)
{
    if (showsNothing(load))
        return {};
    if (isNoBetterAlready(load.load))
        return {u"It is no better than doing nothing already."_s};
    QStringList result;
    for (const Failure failure : competingFailures(load, load.load.equalSteps))
        result.append(headroomOf(failure, load));
    return result;
}

QString firstHeadroom(const ScenarioLoad &load)
{
    if (showsNothing(load))
        return {};
    if (isNoBetterAlready(load.load))
        return u"It is no better than doing nothing already."_s;
    const auto named = load.load.verdict.only();
    if (!anyLoss(load.load.equalSteps) || !named || !load.load.headroom[*named])
        return {};
    const QString verb = *named == Failure::Latency ? u"get"_s : u"have"_s;
    return u"It can %1 %2 before it is no better than doing nothing."_s.arg(
            verb, howMuchWorse(*named, *load.load.headroom[*named]));
}

} // namespace oneinn::wording
