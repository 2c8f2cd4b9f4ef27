// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/practiceopenings.h"

#include "practice/practicefacts.h"
#include "practice/practiceplaces.h"
#include "report/answerwords.h"
#include "report/doubtprose.h"
#include "wording/numbers.h"
#include "wording/phrases.h"

namespace oneinn {

using namespace Qt::StringLiterals;
using report::AnswerMaterial;

namespace {

QString whoNotices(const AnswerMaterial &material)
{
    const Noticed &noticed = material.assessment.scenario.noticed;
    return u"It is assumed that people notice %1 and %2."_s.arg(
            noticed.wrong >= 1.0 ? u"every wrong one"_s
                                 : wording::shareText(noticed.wrong) + u" wrong ones"_s,
            noticed.missed >= 1.0 ? u"every missed one"_s
                                  : wording::shareText(noticed.missed) + u" missed ones"_s);
}

/// Of ten, since that is how many one can see before oneself.
QString inTen(const AnswerMaterial &material)
{
    constexpr int ten = 10;
    const auto wrong = material.assessment.experience[Share::WrongOfShown];
    if (!wrong || wrong->reliability != Reliability::Stated)
        return {};
    const wording::Feature feature = report::featureOf(material);
    const int of = qRound(ten * wrong->value);
    return of == 0 ? u"Lay ten %1 on the table: as a rule none of them is wrong."_s.arg(
                   feature.raised.plural)
                   : u"Lay ten %1 on the table: about %2 of them %3 wrong, and nobody can see "
                     "which."_s.arg(feature.raised.plural, wording::cardinal(of),
                                    of == 1 ? u"is"_s : u"are"_s);
}

/// The luck of these cases helped to choose it.
bool isChosenHere(const AnswerMaterial &material)
{
    return material.doubts && material.doubts->isBest(material.assessment.scenario.threshold);
}

} // namespace

QStringList executiveOpening(int number, const AnswerMaterial &material)
{
    const wording::Feature feature = report::featureOf(material);
    switch (number) {
    case 1:
        return {inTen(material), u"We can have fewer of these; we then miss more."_s};
    case 2:
        return {report::limitSentence(material).isEmpty()
                        ? u"Yes, at the setting below, if we take it back by the rule below when "
                          u"it "
                          "gets worse."_s
                        : u"Not as it stands."_s,
                report::limitSentence(material)};
    case 3:
        return {u"Because right most of the time is not right each time, and the people who "
                u"complain "
                "are those who met the rest."_s,
                silenceFact(material)};
    case 4:
        if (!report::hasValues(material.assessment.scenario))
            return {u"Until somebody says what an outcome is worth, all I can tell is how often "
                    "which of them comes."_s};
        return {isChosenHere(material)
                        ? u"It is worth that on the cases we know; on new ones it is less, since "
                          "the setting was chosen on these."_s
                        : u"It is worth that on the cases we know."_s,
                report::newUsesSentence(material, report::ValueUnit::Said, report::Terms::Plain)};
    case 5:
        return {u"Two sorts of people are hurt: those who meet a wrong one, and those whose case "
                "is missed, who seldom hear of it."_s,
                whoNotices(material)};
    default:
        return {u"It could %1 more or fewer; somebody drew the line where one more right one is no "
                "longer worth the wrong ones that come with it."_s.arg(feature.verb),
                actsSaid(material)};
    }
}

} // namespace oneinn
