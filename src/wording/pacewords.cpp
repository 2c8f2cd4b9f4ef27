// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/pacewords.h"

#include "wording/feature.h"
#include "wording/numbers.h"

#include <cmath>

namespace oneinn::wording {

using namespace Qt::Literals::StringLiterals;

namespace {

/// What a person types is said as it was; what is counted, in the digits that tell something.
QString paceNumber(const Pace &pace, double usesPerWeek)
{
    if (usesPerWeek == std::round(usesPerWeek))
        return countText(usesPerWeek);
    const bool typed = pace.from == PaceFrom::Person && usesPerWeek > 1.0;
    return typed ? numberText(usesPerWeek, 1) : plainNumberText(usesPerWeek);
}

QString usesSaid(const Pace &pace, double usesPerWeek, const FeatureWords &words)
{
    const Noun useCase = featureOf(words).useCase;
    const QString number = paceNumber(pace, usesPerWeek);
    return number + u' ' + (number == countText(1.0) ? useCase.singular : useCase.plural);
}

/// "16,000 payments of 1,562 customers in 10 weeks".
QString usesCounted(const PaceInFile &found, const FeatureWords &words)
{
    const Feature feature = featureOf(words);
    const QString weeks = plainNumberText(found.weeks);
    return u"%1 %2 of %3 %4 in %5 %6"_s.arg(countText(found.uses), feature.useCase.plural,
                                            countText(found.users), feature.person.plural, weeks,
                                            weeks == countText(1.0) ? u"week"_s : u"weeks"_s);
}

} // namespace

QString paceText(const Assessment &assessment)
{
    const Pace &pace = assessment.pace;
    return usesSaid(pace, pace.usesPerWeek, assessment.scenario.words)
            + (pace.from == PaceFrom::File ? u" a week in this file"_s : u" a week"_s);
}

QString paceSentence(const Assessment &assessment)
{
    const Pace &pace = assessment.pace;
    const FeatureWords &words = assessment.scenario.words;
    const QString said = u"One %1 has %2 a week"_s.arg(featureOf(words).person.singular,
                                                       usesSaid(pace, pace.usesPerWeek, words));
    return pace.from == PaceFrom::File
            ? u"%1 in this file: %2."_s.arg(said, usesCounted(*pace.inFile, words))
            : said + u": our assumption."_s;
}

QString paceInBox(const Pace &pace)
{
    return paceNumber(pace, pace.usesPerWeek);
}

QString paceLabel(const Assessment &assessment)
{
    return u"%1 (%2)"_s.arg(featureOf(assessment.scenario.words).paceLabel(),
                            assessment.pace.from == PaceFrom::File ? u"in this file"_s
                                                                   : u"assumed"_s);
}

QString paceToolTip(const Assessment &assessment)
{
    const Pace &pace = assessment.pace;
    const FeatureWords &words = assessment.scenario.words;
    const Feature feature = featureOf(words);
    const QString what = u"How many %1 one %2 has in a week"_s.arg(feature.useCase.plural,
                                                                   feature.person.singular);
    if (pace.from == PaceFrom::File)
        return u"%1: in this file, %2. If the file has only some of what they did, type how many "
               "there are; 0 goes back to the file's."_s.arg(what,
                                                             usesCounted(*pace.inFile, words));
    if (pace.from == PaceFrom::Person && pace.inFile)
        return u"%1: your assumption. In this file it is %2; 0 goes back to that."_s.arg(
                what, usesSaid({20.0, PaceFrom::File, {}}, pace.inFile->usesPerWeek(), words));
    return u"%1: your assumption, as this file has no column of %2 and days that tells it."_s.arg(
            what, feature.person.plural);
}

} // namespace oneinn::wording
