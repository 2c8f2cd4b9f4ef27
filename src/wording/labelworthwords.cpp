// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/labelworthwords.h"

#include "wording/numbers.h"
#include "wording/phrases.h"

#include <cmath>

namespace oneinn::wording {

using namespace Qt::Literals::StringLiterals;

namespace {

QString otherName(const LabelWorth &worth)
{
    return std::isinf(worth.other.value) ? u"showing nothing"_s : u"your setting"_s;
}

QString planSentence(const LabelWorth &worth)
{
    const LabelPlan &plan = worth.plan;
    const QString labels = countText(plan.more)
            + (plan.more == 1.0 ? u" more labelled use"_s : u" more labelled uses"_s);
    const QString worthText = isShownAsNothing(thousand * plan.perUse)
            ? u"worth next to nothing"_s
            : u"worth %1 per 1,000 uses to come"_s.arg(plainNumberText(thousand * plan.perUse));
    return u"With %1 the choice between the best threshold and %2 would be another in %3 cases: %4."_s
            .arg(labels, otherName(worth), shareText(plan.chanceOfChange, 100), worthText);
}

/// Empty where it is not known how many uses come.
QString netSentence(const LabelWorth &worth, const LabelTerms &terms)
{
    if (!terms.usesToCome)
        return {};
    const double gain = *terms.usesToCome * worth.plan.perUse;
    const QString start = u"For %1 uses to come that is worth %2"_s.arg(
            countText(*terms.usesToCome), plainNumberText(gain));
    if (!terms.priceOfLabel)
        return start + u'.';
    return start
            + u", and the labels cost %1."_s.arg(
                    plainNumberText(worth.plan.more * *terms.priceOfLabel));
}

QString breakEvenSentence(const LabelWorth &worth)
{
    QStringList ifs;
    const auto add = [&](const std::optional<double> &at, double now, const QString &what) {
        if (at)
            ifs.append(u"%1 were worth %2 (now %3)"_s.arg(what, signedText(*at), signedText(now)));
    };
    add(worth.breakEven.tp, worth.values.tp(), u"a right one shown"_s);
    add(worth.breakEven.fp, worth.values.fp(), u"a wrong one shown"_s);
    add(worth.breakEven.fn, worth.values.fn(), u"a missed one"_s);
    add(worth.breakEven.tn, worth.values.tn(), u"a bad one not shown"_s);
    if (worth.breakEven.baseRate)
        ifs.append(u"%1 uses were good (now %2)"_s.arg(shareText(*worth.breakEven.baseRate),
                                                       shareText(worth.goodShare)));
    if (ifs.isEmpty())
        return {};
    return u"What would change your mind: both would be worth the same if %1."_s.arg(
            joined(ifs, u"or"_s));
}

} // namespace

QStringList labelWorthSentences(const LabelWorth &worth, const LabelTerms &terms)
{
    QStringList sentences{planSentence(worth)};
    for (const QString &sentence : {netSentence(worth, terms), breakEvenSentence(worth)}) {
        if (!sentence.isEmpty())
            sentences.append(sentence);
    }
    return sentences;
}

} // namespace oneinn::wording
