// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/labelworthwords.h"

#include "wording/feature.h"
#include "wording/numbers.h"
#include "wording/phrases.h"

#include <cmath>

namespace oneinn::wording {

using namespace Qt::Literals::StringLiterals;

namespace {

QString otherName(const LabelWorth &worth, Voice voice)
{
    return std::isinf(worth.other.value) ? u"doing nothing"_s : whose(voice) + u" setting"_s;
}

QString planSentence(const LabelWorth &worth, const Feature &feature, Voice voice)
{
    const LabelPlan &plan = worth.plan;
    const QString labels = countText(plan.more) + u" more labelled "_s
            + (plan.more == 1.0 ? feature.useCase.singular : feature.useCase.plural);
    const QString worthText = isShownAsNothing(thousand * plan.perUse)
            ? u"worth next to nothing"_s
            : u"worth %1%2 to come"_s.arg(plainNumberText(thousand * plan.perUse),
                                          feature.perThousand());
    return u"With %1 the choice between the best threshold and %2 would be another in %3 cases: %4."_s
            .arg(labels, otherName(worth, voice), shareText(plan.chanceOfChange, 100), worthText);
}

/// Empty where it is not known how many uses come.
QString netSentence(const LabelWorth &worth, const LabelTerms &terms, const Feature &feature)
{
    if (!terms.usesToCome)
        return {};
    const double gain = *terms.usesToCome * worth.plan.perUse;
    const QString start = u"For %1 to come that is worth %2"_s.arg(
            counted(*terms.usesToCome, feature.useCase), feature.amount(plainNumberText(gain)));
    if (!terms.priceOfLabel)
        return start + u'.';
    return start
            + u", and the labels cost %1."_s.arg(
                    feature.amount(plainNumberText(worth.plan.more * *terms.priceOfLabel)));
}

QString breakEvenSentence(const LabelWorth &worth, const Feature &feature, Voice voice)
{
    QStringList ifs;
    const auto add = [&](const std::optional<double> &at, double now, const QString &what) {
        if (at)
            ifs.append(u"%1 were worth %2 (now %3)"_s.arg(what, signedText(*at), signedText(now)));
    };
    add(worth.breakEven.tp, worth.values.tp(), u"a right one "_s + feature.done);
    add(worth.breakEven.fp, worth.values.fp(), u"a wrong one "_s + feature.done);
    add(worth.breakEven.fn, worth.values.fn(),
        feature.namesPositives ? withArticle(feature.positive.singular) + u" missed"_s
                               : u"a missed one"_s);
    add(worth.breakEven.tn, worth.values.tn(),
        withArticle(feature.negativeSaid())
                + (feature.namesPositives ? u" left alone"_s : u" not "_s + feature.done));
    if (worth.breakEven.baseRate)
        ifs.append(u"%1 %2 were %3 (now %4)"_s.arg(
                shareText(*worth.breakEven.baseRate), feature.useCase.plural,
                feature.namesPositives ? feature.positive.plural : u"good"_s,
                shareText(worth.goodShare)));
    if (ifs.isEmpty())
        return {};
    return u"What would change %1 mind: both would be worth the same if %2."_s.arg(
            whose(voice), joined(ifs, u"or"_s));
}

} // namespace

QStringList labelWorthSentences(const LabelWorth &worth, const LabelTerms &terms,
                                const FeatureWords &product, Voice voice)
{
    const Feature feature = featureOf(product);
    QStringList sentences{planSentence(worth, feature, voice)};
    for (const QString &sentence :
         {netSentence(worth, terms, feature), breakEvenSentence(worth, feature, voice)}) {
        if (!sentence.isEmpty())
            sentences.append(sentence);
    }
    return sentences;
}

} // namespace oneinn::wording
