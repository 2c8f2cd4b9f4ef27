// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/releaseviewwords.h"

#include "wording/experiencewords.h"
#include "wording/feature.h"
#include "wording/numbers.h"
#include "wording/phrases.h"
#include "wording/releasewords.h"
#include "wording/typedrelease.h"

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

QStringList stageCells(const ReleaseStage &stage, const ReleaseTerms &terms, double usesPerWeek,
                       const FeatureWords &words)
{
    QString length = stageLength(stage, words);
    if (!stage.days && stage.uses)
        length = lengthInUses(stage, words);
    return {capitalised(stageName(stage, words)),
            length.isEmpty() ? undefinedDash() : length,
            countOrDash(stage.labelledShown),
            countOrDash(peopleIn(stage, terms, usesPerWeek)),
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

QString runningCountFault(const QString &text)
{
    const TypedPair typed = typedPair(text);
    if (typed.wrong && typed.shown && *typed.wrong > *typed.shown)
        return u"%1 of %2: there cannot be more wrong ones than were looked at. Type first how many were wrong, then of how many: 13 of 60."_s
                .arg(countText(*typed.wrong), countText(*typed.shown));
    if (typed.wrong && !typed.shown)
        return u"%1 wrong ones: of how many that were looked at? Type both: 13 of 60."_s.arg(
                countText(*typed.wrong));
    return u"That is no count. Type how many were wrong, of how many: 13 of 60, or 13/60, or paste two cells of a sheet."_s;
}

QString runningCountAsked(const FeatureWords &words)
{
    return u"After the launch, type how many of those %1 and checked were wrong, and read what to do: roll back, hold, keep, or that it cannot be told yet."_s
            .arg(featureOf(words).done);
}

} // namespace oneinn::wording
