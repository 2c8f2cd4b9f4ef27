// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/releaseviewwords.h"

#include "wording/experiencewords.h"
#include "wording/feature.h"
#include "wording/names.h"
#include "wording/numbers.h"
#include "wording/phrases.h"
#include "wording/releasewords.h"
#include "wording/typednumbers.h"
#include "wording/typedrelease.h"

#include <QRegularExpression>

#include <cmath>

namespace oneinn::wording {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int stageOf = 100;

QString countOrDash(const std::optional<double> &count)
{
    return count ? countText(*count) : undefinedDash();
}

QString passCell(const std::optional<double> &share)
{
    return share ? shareCountText(*share, stageOf, u"< "_s, u"> "_s) : undefinedDash();
}

QString peopleCell(const ReleaseStage &stage)
{
    const QString people = countOrDash(peopleIn(stage));
    return stage.fewestUsers ? people + u", too few"_s : people;
}

QString extraCell(const ReleaseStage &stage)
{
    if (!stage.extraWrongIfBad)
        return undefinedDash();
    const double whole = std::round(*stage.extraWrongIfBad);
    return whole < 1.0 ? u"hardly one"_s : countText(whole);
}

} // namespace

QStringList stageHeadings(const FeatureWords &words)
{
    const Feature feature = featureOf(words);
    return {u"Stage"_s,
            u"How long"_s,
            u"Labels\nneeded"_s,
            u"%1\nwho meet it"_s.arg(capitalised(feature.person.plural)),
            u"If bad:\nmore wrong"_s,
            u"Of 100 good\ngo on"_s,
            u"Of 100 bad\ngo on"_s};
}

QStringList stageCells(const ReleaseStage &stage, const FeatureWords &words)
{
    QString length = stageLength(stage, words);
    if (!stage.days && stage.uses)
        length = lengthInUses(stage, words);
    return {capitalised(stageName(stage, words)),
            length.isEmpty() ? undefinedDash() : length,
            countOrDash(stage.labelledShown),
            peopleCell(stage),
            extraCell(stage),
            passCell(stage.passIfGood),
            passCell(stage.passIfBad)};
}

QString corridorWrongTitle(const FeatureWords &words)
{
    return u"wrong ones of those %1"_s.arg(featureOf(words).done);
}

QString corridorShownTitle(const FeatureWords &words)
{
    const Feature feature = featureOf(words);
    return u"%1 %2 and checked"_s.arg(feature.raised.plural, feature.done);
}

ReleaseBoxLabels releaseBoxLabels(const FeatureWords &words)
{
    const Feature feature = featureOf(words);
    return {u"%1 a day"_s.arg(capitalised(feature.useCase.plural)),
            u"%1 a day, all %2 together"_s.arg(capitalised(feature.useCase.plural),
                                               feature.person.plural),
            u"%1 that get a label"_s.arg(capitalised(feature.raised.plural)),
            u"Share of the %1 %2 that get a label"_s.arg(feature.raised.plural, feature.done)};
}

QString runningCountLabel(const FeatureWords &words)
{
    return u"So far, wrong of those %1 and checked:"_s.arg(featureOf(words).done);
}

QString runningCountHint()
{
    return u"13 of 60"_s;
}

namespace {

enum class CountPart { Wrong, Shown };

QString partName(CountPart part)
{
    return part == CountPart::Wrong ? u"how many were wrong"_s : u"of how many"_s;
}

/// Why a piece of what was typed is no count.
QString partFault(const QString &part, CountPart which)
{
    static const QRegularExpression number(u"^[-\u2212]?[0-9][0-9., ]*$"_s);
    const QString name = partName(which);
    if (part.isEmpty())
        return u"%1 is missing: type both, as in 13 of 60."_s.arg(capitalised(name));
    const QString quoted = quotedName(part.toStdString());
    if (!number.match(part).hasMatch())
        return u"%1 is no number: type %2 in digits, as in 13 of 60."_s.arg(quoted, name);
    if (part.startsWith(u'-') || part.startsWith(u'\u2212'))
        return u"%1 is below nothing: type %2 as 0 or more, as in 13 of 60."_s.arg(quoted, name);
    if (const auto count = typedCount(part); count && *count > mostRunning)
        return u"%1 is more than can be counted here: type %2 up to %3."_s.arg(
                quoted, name, countText(mostRunning));
    return u"%1 is no whole number: type %2 without a fraction, as in 13 of 60."_s.arg(quoted,
                                                                                       name);
}

} // namespace

QString runningCountFault(const QString &text)
{
    const QStringList parts = runningParts(text);
    const TypedPair typed = typedPair(text);
    if (parts.size() > 2)
        return u"%1 numbers: two are wanted. Type how many were wrong, of how many: 13 of 60."_s
                .arg(countText(double(parts.size())));
    if (parts.size() == 1 && typed.wrong)
        return u"%1 wrong ones: of how many that were looked at? Type both: 13 of 60."_s.arg(
                countText(*typed.wrong));
    if (!typed.wrong)
        return partFault(parts.first(), CountPart::Wrong);
    if (!typed.shown)
        return partFault(parts.last(), CountPart::Shown);
    return u"%1 of %2: there cannot be more wrong ones than were looked at. Type first how many were wrong, then of how many: 13 of 60."_s
            .arg(countText(*typed.wrong), countText(*typed.shown));
}

QString runningCountAsked(const FeatureWords &words)
{
    return u"After the launch, type how many of those %1 and checked were wrong, and read what to do: roll back, hold (go on as it is and look again at the next limit), keep, or that it cannot be told yet."_s
            .arg(featureOf(words).done);
}

} // namespace oneinn::wording
