// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/fournumberswords.h"

#include "wording/experiencewords.h"
#include "wording/feature.h"
#include "wording/frequency.h"
#include "wording/numbers.h"
#include "wording/phrases.h"
#include "wording/statement.h"
#include "wording/valuewords.h"

#include <cmath>

namespace oneinn::wording {

using namespace Qt::StringLiterals;

namespace {

struct ToldCount {
    QString count;
    bool isOne = false;
};

/// "1,800", "1", "fewer than 1".
ToldCount toldCount(double count)
{
    const double whole = std::round(count);
    constexpr double few = 100.0;
    constexpr double nearWhole = 0.05;
    if (count < few && std::abs(count - whole) > nearWhole)
        return {numberText(count, 1)};
    if (whole == 0.0 && count > 0.0)
        return {u"fewer than 1"_s, true};
    return {countText(whole), whole == 1.0};
}

QString areText(const ToldCount &told)
{
    return told.isOne ? u"is"_s : u"are"_s;
}

/// "1,800 are", "1 is", "fewer than 1 is".
QString countedAre(double count)
{
    const ToldCount told = toldCount(count);
    return told.count + u' ' + areText(told);
}

/// "92 of 100 shown, about 11 in 12".
QString wrongText(double share, const QString &done)
{
    const NaturalFrequency told = naturalFrequency(share);
    const QString frequency = frequencyText(told);
    if (!told.companion)
        return frequency + u" of those "_s + done;
    const QString companion = u"%1 of %2 %3"_s.arg(countText(told.companion->count),
                                                   countText(told.companion->of), done);
    return told.kind == NaturalFrequency::Kind::AInB ? companion + u", about "_s + frequency
                                                     : companion;
}

} // namespace

QStringList fourNumbersSentences(const FourNumbers &numbers, const FeatureWords &words)
{
    const ConfusionMatrix matrix = matrixOf(numbers);
    const Feature feature = featureOf(words);
    QStringList sentences{asSentence(u"of %1 %2 %3 really positive: %4 %5 and %6 missed"_s.arg(
            countText(numbers.uses), feature.useCase.plural, countedAre(matrix.positives()),
            countedAre(matrix.tp()), feature.done, countedAre(matrix.fn())))};
    if (matrix.alerts() > 0.0) {
        const ToldCount shown = toldCount(matrix.alerts());
        sentences.append(asSentence(u"%1 %2 %3 %4, of which %5 wrong: %6"_s.arg(
                shown.count, shown.isOne ? feature.raised.singular : feature.raised.plural,
                areText(shown), feature.done, countedAre(matrix.fp()),
                wrongText(matrix.fp() / matrix.alerts(), feature.done))));
    } else {
        sentences.append(u"Nothing is %1, so there is nothing to be right or wrong about."_s.arg(
                feature.done));
    }
    return sentences;
}

QStringList countedSentences(const Assessment &assessment)
{
    const auto words = experienceWords(assessment);
    const Feature feature = featureOf(assessment.scenario.words);
    QStringList sentences{sentenceOf(words.wrong), sentenceOf(words.missed),
                          sentenceOf(words.untilBad)};
    sentences += besideNothingAndAll(assessment.restated, assessment.scenario.values);
    sentences.append(u"The %1 are taken for independent. Latency, %2, other thresholds and "
                     "a comparison with another model need rows."_s.arg(feature.useCase.plural,
                                                                        feature.person.plural));
    return sentences;
}

QStringList ratesSentences(const FourNumbers &numbers, const Scenario &scenario)
{
    return fourNumbersSentences(numbers, scenario.words)
            + besideNothingAndAll(matrixOf(numbers), scenario.values)
            + QStringList{u"How many cases the rates were measured on is not known, so there is no "
                          "interval. Latency, %1 and other thresholds need rows."_s.arg(
                                  featureOf(scenario.words).person.plural)};
}

QStringList besideNothingAndAll(const ConfusionMatrix &matrix, const OutcomeValues &values)
{
    const double uses = matrix.total();
    if (!(uses > 0.0))
        return {};
    const double here = values.of(matrix) / uses;
    const double nothing =
            values.of(ConfusionMatrix(0.0, 0.0, matrix.positives(), matrix.negatives())) / uses;
    const double all =
            values.of(ConfusionMatrix(matrix.positives(), matrix.negatives(), 0.0, 0.0)) / uses;
    QStringList sentences{asSentence(
            u"it is worth %1; showing nothing %2, showing everything %3; what an outcome "
            "is worth is your assumption"_s.arg(valuePer1000Text(here), valuePer1000Text(nothing),
                                                valuePer1000Text(all)))};
    if (here < nothing || here < all)
        sentences.append(nothing >= all ? u"By these values showing nothing is better than this."_s
                                        : u"By these values showing everything is better than "
                                          "this."_s);
    return sentences;
}

} // namespace oneinn::wording
