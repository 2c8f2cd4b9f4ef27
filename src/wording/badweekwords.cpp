// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/badweekwords.h"

#include "wording/feature.h"
#include "wording/losswords.h"
#include "wording/numbers.h"
#include "wording/phrases.h"

#include <QStringList>

#include <algorithm>

namespace oneinn::wording {

using namespace Qt::Literals::StringLiterals;

namespace {

bool comesFrom(const ScenarioLoad &load, BadWeekSource source)
{
    return std::ranges::any_of(competingFailures(load, load.load.badWeek), [&](Failure failure) {
        return load.load.badWeekFrom.source[failure] == source;
    });
}

bool areDays(const ScenarioLoad &load)
{
    return load.load.badWeekFrom.kind == PeriodKind::Days;
}

QString fromSource(const ScenarioLoad &load, BadWeekSource source)
{
    QStringList names;
    for (const Failure failure : competingFailures(load, load.load.badWeek)) {
        const bool counts = failure != Failure::Latency || load.timeCounts;
        if (counts && load.load.badWeekFrom.source[failure] == source)
            names.append(failureInSentence(failure));
    }
    return joined(names, u"and"_s);
}

/// Why no periods tell how bad it may be.
QString whyNoPeriods(const BadWeek &badWeek)
{
    const bool areDays = badWeek.kind == PeriodKind::Days;
    if (badWeek.periods == 0)
        return areDays ? u"The file tells no days apart"_s : u"The file tells no weeks apart"_s;
    const QString periods = countText(static_cast<double>(badWeek.periods)) + u' '
            + (areDays ? u"day"_s : u"week"_s) + (badWeek.periods == 1 ? QString() : u"s"_s);
    // Also those of which it has a part.
    return (areDays ? u"The file has %1, and %2 are needed to see how much they differ"_s
                    : u"The file touches %1, and %2 are needed to see how much they differ"_s)
            .arg(periods, countText(static_cast<double>(fewestPeriods)));
}

/// Days that might stand for weeks.
QString daysOffered(const BadWeek &badWeek)
{
    if (badWeek.kind == PeriodKind::Days || badWeek.days < fewestPeriods)
        return {};
    return u" A bad day could be told from its %1 days."_s.arg(
            countText(static_cast<double>(badWeek.days)));
}

} // namespace

bool isByChance(const ScenarioLoad &load)
{
    return !comesFrom(load, BadWeekSource::Periods) && !comesFrom(load, BadWeekSource::Alike);
}

QString badWeekCase(const ScenarioLoad &load)
{
    if (isByChance(load))
        return u"if each is as bad as chance allows"_s;
    return areDays(load) ? u"on a bad day"_s : u"in a bad week"_s;
}

QString badWeekTitle(const ScenarioLoad &load)
{
    if (isByChance(load))
        return u"Each as bad as chance allows"_s;
    return areDays(load) ? u"Each on a bad day"_s : u"Each in a bad week"_s;
}

QString badWeekNote(const ScenarioLoad &load, const FeatureWords &product)
{
    const BadWeek &badWeek = load.load.badWeekFrom;
    const QString perUses = asSentence(featureOf(product).perThousand().trimmed()) + u' ';
    if (comesFrom(load, BadWeekSource::TooFew))
        return perUses
                + u"With fewer than %1 %2 or days it is not known how bad each may be."_s.arg(
                        countText(fewestClusters), featureOf(product).person.plural);
    const QString fromData = fromSource(load, BadWeekSource::Data);
    if (badWeek.periods < fewestPeriods)
        return perUses + whyNoPeriods(badWeek)
                + u", so each is as bad as its 95 % interval allows."_s + daysOffered(badWeek);
    const QString period = areDays(load) ? u"day"_s : u"week"_s;
    QString note = perUses;
    if (comesFrom(load, BadWeekSource::Periods))
        note += u"One %1 in ten is as bad as this."_s.arg(period);
    if (const QString alike = fromSource(load, BadWeekSource::Alike); !alike.isEmpty())
        note += u" In %1, %2s differ by no more than chance would make them."_s.arg(alike, period);
    if (!fromData.isEmpty())
        note += u" No %1 shows anything lost by %2, which is as bad as its 95 % interval allows."_s
                        .arg(period, fromData);
    return note.simplified();
}

} // namespace oneinn::wording
