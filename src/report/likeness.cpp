// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/likeness.h"

#include "report/answerwords.h"

namespace oneinn::report {

using namespace Qt::StringLiterals;

QString likenessText(const AnswerMaterial &material)
{
    const Assessment &assessment = material.assessment;
    const bool timeCounts = assessment.scenario.budget || assessment.experience[Share::Left];
    const wording::Feature feature = featureOf(material);
    QString text;
    if (nothingIsShown(assessment))
        text = u"It is like a colleague who never speaks: never wrong, and never of help."_s;
    else if (feature.namesPositives)
        text = u"It is like a guard who calls out only when sure enough. Ask for more calls, and more %1 are found, and more calls are for nothing. Ask for fewer, and a call is right more often, and more %1 get past."_s
                       .arg(feature.positive.plural);
    else
        text = u"It is like a colleague who speaks up only when sure enough. Ask for more, and more of it helps, and more of it is wrong. Ask for less, and what is said is right more often, and more is left unsaid."_s;
    if (timeCounts && !nothingIsShown(assessment))
        text += feature.namesPositives
                ? u" And a call that comes when all is over helps nobody."_s
                : u" And an answer that comes after the talk has moved on helps nobody."_s;
    return text;
}

} // namespace oneinn::report
