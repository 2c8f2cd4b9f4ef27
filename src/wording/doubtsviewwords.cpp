// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/doubtsviewwords.h"

#include "core/decision/objectives.h"
#include "wording/decisionwords.h"
#include "wording/feature.h"
#include "wording/limitwords.h"
#include "wording/numbers.h"
#include "wording/phrases.h"
#include "wording/valuewords.h"

#include <cmath>

namespace oneinn::wording {

using namespace Qt::StringLiterals;

namespace {

bool isNothing(const ThresholdDoubts &doubts)
{
    return std::isinf(doubts.best.threshold.value);
}

/// By the values every threshold is worth the same.
bool areAllAlike(const ThresholdDoubts &doubts)
{
    const ValueGain gain(doubts.question.values);
    return gain.right == 0.0 && gain.wrong == 0.0;
}

QString together(const QStringList &texts)
{
    QStringList sentences;
    for (const QString &text : texts) {
        if (!text.isEmpty())
            sentences.append(asSentence(text));
    }
    return sentences.join(u' ');
}

Fact bestFact(const ToldDoubts &told)
{
    return {isNothing(told.doubts) ? u"Staying silent is best"_s
                                   : u"Best threshold "_s + bestThresholdText(told),
            together({untoldText(told.doubts, told.product), rangeOfDrawsText(told),
                      plateausText(told)})};
}

Fact nearFact(const ToldDoubts &told)
{
    const auto near = nearBestInFile(told);
    if (!near)
        return {u"What is as good cannot be told"_s,
                u"There are too few %1 to tell any threshold from the best."_s.arg(
                        featureOf(told.product).useCase.plural)};
    const QString text =
            nearBestText(near, told.product, told.movesTogether, nearBestKeptInFile(told));
    if (text.isEmpty())
        return {u"Nothing else is as good"_s,
                u"Every other threshold is surely worth less than the best."_s};
    return {u"Cannot be told from the best: "_s + rangeText({near->lowest, near->highest}),
            asSentence(text)};
}

Fact laterFact(const ToldDoubts &told, bool hasDays)
{
    const QString text = firstAndLastText(told);
    if (!text.isEmpty())
        return {u"Chosen early, judged late"_s, asSentence(text)};
    return {u"Later days are not known"_s,
            hasDays ? u"The days are too few, or in no order, to choose on the first and judge on "
                      "the last."_s
                    : u"No column says on which day %1 was, so what is chosen on early ones "
                      "cannot be judged on later ones."_s.arg(
                              withArticle(featureOf(told.product).useCase.singular))};
}

/// With all digits: that is what will be set.
QString takeOverText(const ThresholdDoubts &doubts)
{
    if (isNothing(doubts))
        return u"Take over doing nothing"_s;
    const Threshold best = doubts.best.threshold;
    for (const ThresholdInterval &each : doubts.best.intervals) {
        if (each.contains(best))
            return u"Take over "_s + thresholdText(best, each);
    }
    return u"Take over "_s + scoreText(best.value);
}

/// "But there 16 of 100 shown are wrong (at most 10)."; empty where the best keeps the limits.
QString beyondSentence(const ToldDoubts &told, const Targets &limits)
{
    if (!told.within || !told.within->unlimited
        || !told.within->unlimited->sameDecisions.contains(told.doubts.best.threshold))
        return {};
    const QString beyond = beyondLimitsText(*told.within->unlimited, limits, told.product);
    return beyond.isEmpty() ? beyond : u"But there %1."_s.arg(beyond);
}

QString methodText(const ThresholdDoubts &doubts, const FeatureWords &product)
{
    if (!doubts.choice)
        return {};
    return u"%1 resamples of %2, seed %3"_s.arg(
            countText(static_cast<double>(doubts.question.resamples)), unitsText(doubts, product),
            QString::number(doubts.question.seed));
}

} // namespace

DoubtsViewWords doubtsViewWords(const ToldDoubts &told, const Targets &limits, Threshold now,
                                bool hasDays)
{
    const ThresholdDoubts &doubts = told.doubts;
    if (areAllAlike(doubts)) {
        const QString alike =
                u"By your values every threshold is worth the same: none is the best."_s;
        return {alike, {}, {}, u"Take over"_s, alike, alike};
    }
    QStringList best{valueOfBestSentence(told), beyondSentence(told, limits)};
    best.removeAll(QString());
    DoubtsViewWords words{best.join(u' '),
                          {bestFact(told), nearFact(told), laterFact(told, hasDays)},
                          methodText(doubts, told.product),
                          takeOverText(doubts),
                          {},
                          {}};
    if (doubts.isBest(now))
        words.untakeable = u"The threshold is one of the best already."_s;
    words.summary =
            (doubtsSentences(told) << beyondSentence(told, limits) << asSentence(words.method))
                    .join(u' ')
                    .simplified();
    return words;
}

QString doubtsPendingText()
{
    return u"How sure the best threshold is, is being worked out\u2026"_s;
}

QString doubtsCancelledText()
{
    return u"How sure the best threshold is, was not worked out."_s;
}

QString noDoubtsText(const FeatureWords &product)
{
    return u"There are no %1 here to choose a threshold on."_s.arg(
            featureOf(product).useCase.plural);
}

QString asGoodLabel()
{
    return u"as good as the data can tell"_s;
}

QString drawsLabel()
{
    return u"the best in 90 of 100 draws"_s;
}

QString bestMarkLabel()
{
    return u"best"_s;
}

QString valueAxisTitle(const FeatureWords &product)
{
    return featureOf(product).valuePerThousand();
}

QString doubtsLegend()
{
    return u"Line: what each threshold is worth. Bars: how often it was the best of a draw; strip "
           u"at "
           "the top: in 90 of 100. Shaded: as good as the data can tell."_s;
}

QString drawnByName(ClusterSource by, const FeatureWords &product)
{
    const Feature feature = featureOf(product);
    switch (by) {
    case ClusterSource::Users:
        return feature.person.singular;
    case ClusterSource::Days:
        return u"day"_s;
    case ClusterSource::UsersAndDays:
        return feature.person.singular + u" and day"_s;
    case ClusterSource::Cases:
        return u"case"_s;
    case ClusterSource::Groups:
        return u"group"_s;
    case ClusterSource::Rows:
        break;
    }
    return feature.useCase.singular;
}

QString drawnByText(bool anyChoice, const FeatureWords &product)
{
    const Feature feature = featureOf(product);
    return anyChoice ? u"%1 of one %2, of one day, or of one case asked again, are alike: "
                       "they are drawn together"_s.arg(capitalised(feature.useCase.plural),
                                                       feature.person.singular)
                     : u"No column says whose %1 is, or on which day it was: each is drawn "
                       "alone"_s.arg(withArticle(feature.useCase.singular));
}

} // namespace oneinn::wording
