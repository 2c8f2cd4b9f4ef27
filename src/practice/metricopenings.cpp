// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/practiceopenings.h"

#include "practice/practicefacts.h"
#include "practice/practiceplaces.h"
#include "report/answerwords.h"
#include "wording/numbers.h"
#include "wording/phrases.h"

#include <cmath>

namespace oneinn {

using namespace Qt::StringLiterals;
using report::AnswerMaterial;

namespace {

/// Who learns of what is missed, which is assumed.
QString whoLearns(const AnswerMaterial &material)
{
    const double noticed = material.assessment.scenario.noticed.missed;
    if (noticed >= 1.0)
        return u"It is assumed that people notice every missed one, which is seldom so: whoever "
               "is missed seldom knows of it."_s;
    return u"It is assumed that people notice %1 missed ones; of the others nobody hears."_s.arg(
            wording::shareText(noticed));
}

QString goneText(const AnswerMaterial &material)
{
    const auto left = material.assessment.experience[Share::Left];
    const wording::Feature feature = report::featureOf(material);
    if (!left)
        return u"How long they wait is not said here, so nobody leaves in these numbers."_s;
    return u"In %1 %2 the %3 is gone before the answer, by the patience that is assumed."_s.arg(
            wording::shareText(left->value), feature.useCase.plural, feature.person.singular);
}

/// How often it acts beside how often there is anything.
QString actsBesideBase(const AnswerMaterial &material)
{
    const auto shown = material.assessment.experience[Share::Shown];
    const auto &good = material.assessment.metrics.prevalence;
    if (!shown || shown->value <= 0.0 || !good || *good <= 0.0)
        return {};
    const wording::Feature feature = report::featureOf(material);
    constexpr int hundred = 100;
    const int acts = qRound(hundred * shown->value / *good);
    const QString said =
            u"For 100 %1 there %2 %3"_s.arg(feature.positive.plural, acts == 1 ? u"is"_s : u"are"_s,
                                            wording::counted(acts, feature.raised));
    if (acts > hundred)
        return said + u", so that at least %1 of these are wrong."_s.arg(acts - hundred);
    return said
            + (acts < hundred ? u", so that at least %1 of the %2 have none."_s.arg(
                       QString::number(hundred - acts), feature.positive.plural)
                              : u"."_s);
}

} // namespace

QStringList metricOpening(int number, const AnswerMaterial &material)
{
    const wording::Feature feature = report::featureOf(material);
    switch (number) {
    case 1:
        return {u"Of accuracy by itself %1 notice nothing: they meet what is %2, and not all %3."_s
                        .arg(feature.person.plural, feature.done, feature.useCase.plural)};
    case 2:
        return {u"They notice the other side of it, the wrong ones, and those by their number."_s,
                paceFact(material)};
    case 3:
        return {u"The rest is what was missed, and it is noticed long afterwards, or by nobody."_s,
                whoLearns(material)};
    case 4:
        return {u"Nothing, until the threshold is set anew: the area is of all thresholds, and "
                "people meet one of them."_s,
                placeText(u"choice"_s, material)
                        ? u"That one still says: we %1."_s.arg(*placeText(u"choice"_s, material))
                        : QString()};
    case 5:
        return {u"They wait, then they do something else, and some do not come back."_s,
                goneText(material)};
    default:
        return {u"That depends on how often there is something to find, and on who has to look at "
                "it."_s,
                actsBesideBase(material)};
    }
}

} // namespace oneinn
