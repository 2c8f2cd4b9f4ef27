// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/rollbackwords.h"

#include "report/answerwords.h"
#include "wording/numbers.h"
#include "wording/phrases.h"

#include <cmath>

namespace oneinn::report {

using namespace Qt::Literals::StringLiterals;
using wording::countText;

namespace {

QString lookText(const RollbackLook &look)
{
    return u"the %1 wrong one in the first %2"_s.arg(wording::ordinal(look.wrong),
                                                     countText(look.shown));
}

QString limitsText(const QList<RollbackLook> &looks)
{
    QStringList parts;
    for (const RollbackLook &look : looks)
        parts.append(parts.isEmpty() ? lookText(look)
                                     : u"the %1 in the first %2"_s.arg(wording::ordinal(look.wrong),
                                                                       countText(look.shown)));
    return wording::joined(parts, u"or"_s);
}

/// Both ends of a guard in one denominator, rounded outwards so that now is always inside.
QString guardText(const Interval &guard, int least)
{
    constexpr double coarse = 0.05;
    const int of = guard.low < coarse ? 1000 : least;
    const double low = std::floor(guard.low * of);
    const double high = std::min(std::ceil(guard.high * of), static_cast<double>(of));
    if (high >= of)
        return u"fewer than %1 of %2 uses show something"_s.arg(countText(low), countText(of));
    if (low < 1.0)
        return u"more than %1 of %2 uses show something"_s.arg(countText(high), countText(of));
    return u"fewer than %1 or more than %2 of %3 uses show something"_s.arg(
            countText(low), countText(high), countText(of));
}

QString lateText(double share, int least)
{
    const int of = share < 0.02 ? 1000 : least;
    return u"more than %1 of %2 uses are late"_s.arg(countText(std::ceil(share * of - 1e-9)),
                                                     countText(of));
}

QString untilBadMetric(const Assessment &assessment)
{
    const auto &uses = assessment.experience.usesUntilBad;
    const auto &bad = assessment.experience[Share::WrongOfUses];
    constexpr double countable = 1e6;
    if (!uses || !bad || bad->reliability != Reliability::Stated || uses->median > countable)
        return {};
    return u"half of them should get to use %1 before they meet their %2 bad one"_s.arg(
            countText(uses->median), wording::ordinal(assessment.scenario.badBeforeLeaving));
}

QString notEnoughSentence(const AnswerMaterial &material)
{
    const auto &wrong = material.assessment.experience[Share::WrongOfShown];
    if (!wrong)
        return u"Nothing is shown, so nothing shown can go wrong: no limit is set on wrong ones."_s;
    if (wrong->value >= 1.0)
        return u"Every one shown was wrong in these data, so there is no precision to keep."_s;
    return u"These cases are too few to set a limit on wrong ones: check the first 100 that are shown, then set it."_s;
}

} // namespace

QList<RollbackLook> rollbackLooks(const PrecisionTest &test)
{
    QList<RollbackLook> looks;
    for (const int shown : {25, 50, 100}) {
        if (const auto wrong = test.rollbackAt(shown))
            looks.append({shown, *wrong});
    }
    return looks;
}

QString productMetricSentence(const AnswerMaterial &material)
{
    if (const QString metric = written(material.text.productMetric); !metric.isEmpty())
        return wording::asSentence(metric);
    const QString untilBad = untilBadMetric(material.assessment);
    if (!untilBad.isEmpty())
        return u"We will know by users: "_s + untilBad + u'.';
    return u"We will know by users: how many %1 shown are wrong, and how many users come back."_s
            .arg(nounOf(material).plural);
}

QStringList rollbackSentences(const AnswerMaterial &material, int of)
{
    const RollbackTrigger trigger = rollbackTrigger(material.assessment);
    QStringList sentences;
    const QList<RollbackLook> looks =
            trigger.precision ? rollbackLooks(*trigger.precision) : QList<RollbackLook>();
    if (!looks.isEmpty())
        sentences.append(u"We check what is shown as it comes and roll back at %1."_s.arg(
                limitsText(looks)));
    else
        sentences.append(notEnoughSentence(material));
    QStringList guards;
    if (trigger.shareShown)
        guards.append(guardText(*trigger.shareShown, of));
    if (trigger.late)
        guards.append(lateText(*trigger.late, of));
    if (!guards.isEmpty())
        sentences.append(u"We stop and look if %1."_s.arg(guards.join(u", or if "_s)));
    if (const QString rollback = written(material.text.rollback); !rollback.isEmpty())
        sentences.append(wording::asSentence(rollback));
    return sentences;
}

QStringList spokenRollback(const AnswerMaterial &material)
{
    const RollbackTrigger trigger = rollbackTrigger(material.assessment);
    QStringList sentences;
    const QList<RollbackLook> looks =
            trigger.precision ? rollbackLooks(*trigger.precision) : QList<RollbackLook>();
    const wording::Noun noun = nounOf(material);
    constexpr int spoken = 100;
    for (const RollbackLook &look : looks) {
        if (look.shown == spoken)
            sentences.append(
                    u"We check the first %1 %2 that people see, and if %3 of them are wrong, we roll back."_s
                            .arg(countText(look.shown), noun.plural, countText(look.wrong)));
    }
    if (sentences.isEmpty())
        sentences.append(notEnoughSentence(material));
    if (trigger.shareShown)
        sentences.append(
                u"We also stop and look if %1."_s.arg(guardText(*trigger.shareShown, 100)));
    return sentences;
}

QString rollbackAssumption(const AnswerMaterial &material)
{
    const auto test = rollbackTrigger(material.assessment).precision;
    if (!test)
        return {};
    const double wrong = 1.0 - test->good;
    const double worse = 1.0 - test->worse;
    const bool half = std::abs(worse - 1.5 * wrong) < 1e-9;
    const SharePair pair = inOneDenominator(wrong, worse);
    const QString step = half ? u"half as many again"_s : u"a third fewer right ones"_s;
    return u"The limit for wrong ones tells %1 of %2 shown from %3 (%4): %5 good releases are rolled back by mistake and %6 bad ones found, after about %7 shown on average (Wald 1945). That step, a quarter up or down in how often something is shown, and half as many late ones again are our choice, not a finding."_s
            .arg(pair.one, countText(pair.of), pair.other, step,
                 wording::shareText(test->falseRollback, 100),
                 wording::shareText(1.0 - test->missedRollback, 100),
                 countText(std::round(test->meanCasesIfWorse)));
}

} // namespace oneinn::report
