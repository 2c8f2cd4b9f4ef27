// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/calibration/scorecalibration.h"
#include "wording/calibrationviewwords.h"
#include "wording/chartwords.h"
#include "wording/curvewords.h"
#include "wording/labelworthwords.h"
#include "wording/segmentwords.h"
#include "wording/shareline.h"

#include "support/testprogram.h"

#include <QRegularExpression>
#include <QTest>

namespace tests::wording_ownwords {

using namespace oneinn;
using namespace Qt::StringLiterals;

/// Whatever is said of a product that has words of its own is said in them.
class TestOwnWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void curves_inOwnWords_sayNothingElse();
    void calibration_inOwnWords_saysNothingElse();
    void worthOfLabels_inOwnWords_saysNothingElse();
    void charts_inOwnWords_sayNothingElse();
    void curves_readAloud();
    void calibration_readAloud();
    void worthOfLabels_readAloud();
    void summary_casesRaisedThemselves_areCountedOnce();
};

namespace {

const FeatureWords fraud{"alert", "payment", "fraud", "raise", "euros"};
const FeatureWords scans{"scan", "scan", "tumour", "flag", {}};

Assessment assessed(const FeatureWords &words, double tp = 90.0, double fp = 30.0)
{
    const auto rows = [](double n) { return Tally{n, n, n}; };
    OperatingCounts counts;
    counts.tp = rows(tp);
    counts.fp = rows(fp);
    counts.fn = rows(110.0);
    counts.tn = rows(770.0);
    Scenario scenario;
    scenario.words = words;
    return assess(counts, scenario);
}

wording::CalibrationFindings bentScores()
{
    wording::CalibrationFindings findings;
    Recalibration bent;
    bent.slope = 0.6;
    bent.slopeInterval = {0.5, 0.7};
    bent.inTheLargeInterval = {-0.1, 0.1};
    findings.recalibration = bent;
    CalibrationByBins byBins;
    byBins.bins.resize(10);
    byBins.uncertainty = 0.2;
    findings.byBins = byBins;
    findings.elkan.threshold = 0.05;
    return findings;
}

LabelWorth labelWorthOf()
{
    LabelWorth worth;
    worth.other = Threshold::alertOnNothing();
    worth.plan.more = 1000.0;
    worth.plan.perUse = 0.004;
    worth.plan.chanceOfChange = 0.12;
    worth.breakEven.tp = 0.5;
    worth.breakEven.fp = -3.0;
    worth.breakEven.fn = -0.5;
    worth.breakEven.tn = 0.5;
    worth.breakEven.baseRate = 0.03;
    worth.goodShare = 0.05;
    return worth;
}

QStringList curveTexts(const FeatureWords &words)
{
    QStringList texts;
    const Assessment now = assessed(words);
    const Assessment none = assessed(words, 0.0, 0.0);
    CurveBand band;
    texts << wording::bandText(band, words);
    for (const BandSource source :
         {BandSource::EachThreshold, BandSource::IndependentUses, BandSource::DrawnAgain}) {
        band.source = source;
        band.rows.resize(1);
        texts << wording::bandText(band, words);
    }
    for (const ModelCurve curve : everyModelCurve) {
        const wording::CurveAxes axes = wording::curveAxes(curve, words);
        texts << axes.horizontal << axes.vertical << wording::curvePurpose(curve, words)
              << wording::noCurveText(curve, words) << wording::curvePointLabel(curve, now)
              << wording::curvePointText(curve, now, {Suited{{0.2, 0.4}, true}, 0.3})
              << wording::curvePointText(curve, none, {})
              << wording::curveLegend(curve,
                                      {CurveReference::Chance, CurveReference::ShowAll,
                                       CurveReference::ShowNothing, CurveReference::AtItsWord},
                                      words);
    }
    return texts;
}

/// What is said of a product without words.
void verifyNoUsualWord(const QStringList &texts)
{
    static const QRegularExpression usual(
            uR"(\b(good ones?|bad ones?|shown?|showing|suggestions?|uses?)\b)"_s);
    for (const QString &text : texts)
        QVERIFY2(!text.contains(usual), qPrintable(text));
}

} // namespace

void TestOwnWords::curves_inOwnWords_sayNothingElse()
{
    verifyNoUsualWord(curveTexts(fraud));
    verifyNoUsualWord(curveTexts(scans));
}

void TestOwnWords::calibration_inOwnWords_saysNothingElse()
{
    for (const FeatureWords &words : {fraud, scans}) {
        const auto told = wording::calibrationViewWords(bentScores(), words);
        QStringList texts{told.sentence, told.elkan, told.summary,
                          wording::mappingText(false, words)};
        for (const wording::Fact &fact : told.facts)
            texts << fact.title << fact.text;
        verifyNoUsualWord(texts);
    }
}

void TestOwnWords::worthOfLabels_inOwnWords_saysNothingElse()
{
    for (const FeatureWords &words : {fraud, scans})
        verifyNoUsualWord(wording::labelWorthSentences(labelWorthOf(), {1e6, 2.0}, words));
}

void TestOwnWords::charts_inOwnWords_sayNothingElse()
{
    QStringList texts;
    for (const FeatureWords &words : {fraud, scans}) {
        const auto axes = wording::precisionRecallAxes(words);
        const auto legend = wording::histogramLegend(words);
        texts << axes.horizontal << axes.vertical << legend.positiveShown << legend.positiveNotShown
              << legend.negativeShown << legend.negativeNotShown
              << wording::precisionRecallSummary(assessed(words, 0.0, 0.0));
        for (const Share share : wording::offeredShares()) {
            const auto [name, meaning] = wording::shareName(share, words);
            texts << name << meaning << wording::shareLine(share, assessed(words));
        }
        SegmentTable table;
        table.segmentsLeftOut = 2;
        table.rowsLeftOut = 7;
        texts << wording::segmentsSentence(table, words) << wording::segmentsNotes(table, words);
    }
    verifyNoUsualWord(texts);
}

void TestOwnWords::curves_readAloud()
{
    const auto said = [](ModelCurve curve, const FeatureWords &words) {
        return wording::curvePointText(curve, assessed(words), {});
    };
    QCOMPARE(said(ModelCurve::Roc, fraud),
             u"Of the frauds, 45 of 100 raise an alert; of the other payments, 4 of 100."_s);
    QCOMPARE(said(ModelCurve::Roc, scans),
             u"Of the tumours, 45 of 100 are flagged; of the other scans, 4 of 100."_s);
    QCOMPARE(said(ModelCurve::Roc, {}),
             u"Of the good ones, 45 of 100 are shown; of the bad ones, 4 of 100."_s);
    QVERIFY(said(ModelCurve::Gain, fraud)
                    .startsWith(u"Of all payments, 12 of 100 raise alerts; of the frauds, 45 of "
                                "100 are among them"_s));
    QCOMPARE(wording::curveAxes(ModelCurve::Roc, fraud).vertical,
             u"raise an alert, of the frauds (recall)"_s);
    QCOMPARE(wording::curveAxes(ModelCurve::Roc, {}).vertical,
             u"shown, of the good ones (recall)"_s);
    QCOMPARE(wording::curveAxes(ModelCurve::NetBenefit, fraud).horizontal,
             u"chance of a fraud from which it pays to raise an alert"_s);
}

void TestOwnWords::calibration_readAloud()
{
    const auto told = wording::calibrationParts(bentScores(), fraud);
    QVERIFY2(told.verdict.contains(u"of 100 are fraud"), qPrintable(told.verdict));
    QVERIFY2(told.elkan.startsWith(
                     u"By your values an alert is to be raised from a calibrated score of 0.05 up"),
             qPrintable(told.elkan));
}

void TestOwnWords::worthOfLabels_readAloud()
{
    QCOMPARE(wording::labelWorthSentences(labelWorthOf(), {1e6, 2.0}, fraud).join(u' '),
             u"With 1,000 more labelled payments the choice between the best threshold and doing "
             "nothing would be another in 12 of 100 cases: worth 4 euros per 1,000 payments to "
             "come. For 1,000,000 payments to come that is worth 4,000 euros, and the labels cost "
             "2,000 euros. What would change your mind: both would be worth the same if a right "
             "one raised were worth +0.5 (now +1), a wrong one raised were worth \u22123 (now "
             "\u22121), a fraud missed were worth \u22120.5 (now \u22121), another payment left "
             "alone were worth +0.5 (now 0) or 3 of 100 payments were frauds (now 5 of 100)."_s);
}

void TestOwnWords::summary_casesRaisedThemselves_areCountedOnce()
{
    QVERIFY(wording::scoresSummary(assessed(scans)).contains(u"Of 100 scans, 12 are flagged."));
    QVERIFY(wording::scoresSummary(assessed(fraud)).contains(u"Of 100 payments, 12 raise alerts."));
}

ONEINN_TEST(TestOwnWords)

} // namespace tests::wording_ownwords

#include "tst_ownwords.moc"
