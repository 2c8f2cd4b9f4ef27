// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/datalimitwords.h"

#include "wording/feature.h"
#include "wording/names.h"
#include "wording/noun.h"
#include "wording/numbers.h"
#include "wording/phrases.h"
#include "wording/sharewords.h"

#include <cmath>

namespace oneinn::wording {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int limitsHundred = 100;

/// Whole ones of 100, as an interval is told: outwards.
QString limitsRange(const Interval &range)
{
    const double low = std::floor(range.low * limitsHundred);
    const double high = std::ceil(range.high * limitsHundred);
    return low == high ? countText(low) : u"%1 to %2"_s.arg(countText(low), countText(high));
}

/// To the nearest, or with a decimal where that would hide what changes.
QString limitsPoint(double share)
{
    return plainNumberText(share * limitsHundred, share * limitsHundred < 10.0 ? 2 : 3);
}

QString noiseChangeText(double now, const Interval &range)
{
    const QString low = limitsPoint(range.low);
    const QString high = limitsPoint(range.high);
    const QString was = limitsPoint(now);
    if (low == was && high == was)
        return u"stays %1 of 100"_s.arg(was);
    return low == high ? u"%1 of 100 becomes %2"_s.arg(was, low)
                       : u"%1 of 100 becomes %2 to %3"_s.arg(was, low, high);
}

QString whyUnknown(const SelectiveLabels &labels, const Feature &feature)
{
    const LabelledUses &uses = labels.uses;
    if (labels.selection == LabelSelection::OnlyShown)
        return u"none of the %1 %2 below this score has a label"_s.arg(countText(uses.silentUses),
                                                                       feature.useCase.plural);
    return u"%1 %2 above this score have a label, and only %3 below it"_s.arg(
            shareText(uses.shownLabelled / uses.shownUses), feature.useCase.plural,
            shareText(uses.silentLabelled / uses.silentUses));
}

QString recallBoundsText(const VerifiedRecall &recall, const Feature &feature)
{
    return u"Of 100 %2, %1 may be missed, depending on what the unlabelled ones are; the "
           "labelled ones alone would say %3, which is too good."_s.arg(
                   limitsRange({1.0 - recall.bounds.high, 1.0 - recall.bounds.low}),
                   feature.positivesSaid(),
                   countText(std::round((1.0 - recall.naive) * limitsHundred)));
}

QString recallEstimateText(const VerifiedRecall &recall, const Feature &feature)
{
    return u"If labels below were given at random among like scores, %1 of 100 %2 are missed (%3, "
           "95 % interval)."_s.arg(
                   limitsPoint(1.0 - *recall.recall), feature.positivesSaid(),
                   limitsRange({1.0 - recall.interval->high, 1.0 - recall.interval->low}));
}

QString auditSizeText(const SelectiveLabels &labels, const Feature &feature)
{
    if (!labels.audit)
        return u"Label more of what is %1 first: even a look at all the others would not tell "
               "within 5 of 100."_s.arg(feature.done);
    return u"Label %1 of the %2 unseen ones, drawn at random: that tells what share is missed "
           "within 5 of 100, if about %3 of them are %4, which is a guess."_s.arg(
                   countText(labels.audit->label),
                   countText(labels.uses.silentUses - labels.uses.silentLabelled),
                   shareText(labels.guessedShare), feature.positivesSaid());
}

QString wrongLabelsText(double share)
{
    const double one = std::round(1.0 / share);
    constexpr double same = 1e-6;
    if (share > 0.0 && std::abs(share * one - 1.0) < same)
        return u"1 of %1 labels is wrong"_s.arg(countText(one));
    return u"%1 labels are wrong"_s.arg(shareText(share));
}

QString goldCorrectedText(const JudgedMean &mean, const QString &what)
{
    return u"%1 %2 (%3 by the judge alone, %4 by the gold labels alone); 95 % interval %5."_s.arg(
            limitsPoint(mean.estimate) + u" of 100"_s, what, limitsPoint(mean.judgeAlone),
            limitsPoint(mean.goldAlone), limitsRange(mean.interval));
}

} // namespace

QString labelsByScoreText(const LabelsByScore &labels, double middleInFile)
{
    const LabelledUses &uses = labels.uses;
    return u"labels are missing by the score: %1 of those more surely positive than %2 have one, "
           "and %3 of the others"_s.arg(shareText(uses.shownLabelled / uses.shownUses),
                                        plainNumberText(middleInFile, 4),
                                        shareText(uses.silentLabelled / uses.silentUses));
}

QString labelsWarning(const LabelsByScore &labels, double middleInFile)
{
    return asSentence(labelsByScoreText(labels, middleInFile))
            + u" What follows counts labelled ones alone: what is missed, what anything is worth and thresholds below which hardly any has a label look better than they are."_s;
}

QString missedLimitUnknownText(const LabelsByScore &labels, double middleInFile)
{
    return u"A limit on what is missed cannot be judged: %1. Label some that are not shown, drawn at random (learn says how many), or leave the limit out."_s
            .arg(labelsByScoreText(labels, middleInFile));
}

bool isSilentUnknown(const Assessment &assessment)
{
    return assessment.labels && assessment.labels->silentUnknown();
}

QString missedUnknownText(const SelectiveLabels &labels, const FeatureWords &words)
{
    return u"What it missed cannot be told: %1."_s.arg(whyUnknown(labels, featureOf(words)));
}

QStringList labelsSentences(const SelectiveLabels &labels, const FeatureWords &words)
{
    const Feature feature = featureOf(words);
    const LabelledUses &uses = labels.uses;
    if (!labels.silentUnknown()) {
        const auto unlabelled =
                uses.shownUses - uses.shownLabelled + uses.silentUses - uses.silentLabelled;
        return {u"%1 of %2 %3 %4 no label, and there is no sign that it depends on the score."_s
                        .arg(countText(unlabelled), countText(uses.shownUses + uses.silentUses),
                             feature.useCase.plural, unlabelled == 1 ? u"has"_s : u"have"_s)};
    }
    QStringList sentences{missedUnknownText(labels, words)};
    if (labels.recall) {
        sentences.append(recallBoundsText(*labels.recall, feature));
        if (labels.recall->recall && labels.recall->interval)
            sentences.append(recallEstimateText(*labels.recall, feature));
    }
    sentences.append(auditSizeText(labels, feature));
    sentences.append(
            u"How much of what is %1 is wrong can be told, and whether to show less."_s.arg(
                    feature.done));
    return sentences;
}

QString valueUnknownText()
{
    return u"What this is worth cannot be told, since what it missed is not known"_s;
}

QString verdictUnknownText()
{
    return u"What carries it cannot be told, since what it missed is not known."_s;
}

QString noiseSentence(const ConfusionMatrix &labelled, double wrongLabels,
                      const FeatureWords &words, bool aside)
{
    const auto range = noiseRange(labelled, wrongLabels);
    if (!range)
        return {};
    const Feature feature = featureOf(words);
    QStringList changes;
    const double shown = labelled.tp() + labelled.fp();
    const double good = labelled.tp() + labelled.fn();
    if (range->wrongOfShown && shown > 0.0)
        changes.append(u"wrong of what is %1: %2"_s.arg(
                feature.done, noiseChangeText(labelled.fp() / shown, *range->wrongOfShown)));
    if (range->missed && good > 0.0)
        changes.append(u"not found by the model%1, of all %2: %3"_s.arg(
                aside ? u" (late and gone ones left aside)"_s : QString(), feature.positivesSaid(),
                noiseChangeText(labelled.fn() / good, *range->missed)));
    if (changes.isEmpty())
        return {};
    QString text = u"If %1: %2."_s.arg(wrongLabelsText(wrongLabels), changes.join(u"; "_s));
    if (range->clipped)
        text += u" What is found there is so little that all of it could be wrong labels."_s;
    return text;
}

QString noiseSentence(const Assessment &assessment, double wrongLabels)
{
    const bool aside = assessment.experience[Share::Late] || assessment.experience[Share::Left];
    return noiseSentence(assessment.restated, wrongLabels, assessment.scenario.words, aside);
}

QString doubledText(const DoubledRows &doubled)
{
    const auto rows = static_cast<double>(doubled.copies + doubled.different);
    const QString what =
            u"%1 of %2 rows %3 the same as another in every column that is read, as "
            "if exported twice."_s.arg(countText(static_cast<double>(doubled.copies)),
                                       countText(rows), doubled.copies == 1 ? u"is"_s : u"are"_s);
    if (doubled.clustered)
        return what
                + u" Shares count them twice; intervals do not, since the rows of one person, day "
                  u"or "
                  "case are taken together."_s;
    const double factor = std::sqrt(rows / static_cast<double>(doubled.different));
    constexpr double tellsNothing = 1.01;
    if (factor < tellsNothing)
        return what + u" They are no more evidence; so few hardly change an interval."_s;
    return what
            + u" They are no more evidence: if that is so, take them out of the file, or "
              "intervals should be about %1 times as wide."_s.arg(plainNumberText(factor, 3));
}

QString largestClusterText(const LargestCluster &largest, const FeatureWords &words)
{
    const Feature feature = featureOf(words);
    return u"One %1 has %2 of these %3: every share and its interval rest on what that one does."_s
            .arg(clustersNoun(largest.of, feature.person).singular, shareText(largest.share),
                 feature.useCase.plural);
}

QString uncorrectedText(const std::string &label, const std::string &gold)
{
    return u"Every number here is by '%1' as it stands and not corrected by '%2', but for those "
           u"that "
           "are said to be: what the better labels say of them stands at the end."_s.arg(
                   nameText(label), nameText(gold));
}

QStringList goldSentences(const GoldShares &shares, const FeatureWords &words)
{
    const Feature feature = featureOf(words);
    QStringList sentences{
            u"%1 of %2 rows %5 a gold label (%3); the label agrees with it in %4 of 100."_s.arg(
                    countText(shares.gold), countText(shares.rows), nameText(shares.column),
                    countText(std::round(shares.agree / shares.gold * limitsHundred)),
                    shares.gold == 1.0 ? u"has"_s : u"have"_s)};
    if (shares.wrongOfShown)
        sentences.append(goldCorrectedText(
                *shares.wrongOfShown,
                u"%1 %2 are wrong, corrected"_s.arg(feature.raised.plural, feature.done)));
    if (shares.missed && shares.missedByJudge) {
        QString missed = u"%1 of 100 %2 are missed, corrected (%3 by the judge alone)"_s.arg(
                limitsPoint(*shares.missed), feature.positivesSaid(),
                limitsPoint(*shares.missedByJudge));
        if (shares.missedInterval)
            missed += u"; 95 % interval "_s + limitsRange(*shares.missedInterval);
        sentences.append(missed + u'.');
    } else {
        sentences.append(u"What is missed cannot be corrected: that needs gold labels of two that "
                         "are %1 and two that are not."_s.arg(feature.done));
    }
    sentences.append(u"That holds if the rows with a gold label are a random part of all."_s);
    return sentences;
}

} // namespace oneinn::wording
