// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/calibrationviewwords.h"

#include "support/testprogram.h"

#include <QTest>

#include <limits>

namespace tests::wording_calibrationviewwords {

using namespace oneinn;
using namespace Qt::StringLiterals;

class TestCalibrationViewWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void known_isSaidInFourFacts();
    void level_anyInterval_saysWhichWay_data();
    void level_anyInterval_saysWhichWay();
    void unknown_isSaid();
    void elkan_outsideTheNearBest_isNotToBeUsed();
    void bin_isNeitherNobodyNorEverybody();
};

namespace {

Recalibration bentBy(const Interval &level)
{
    return {.slope = 1.02,
            .intercept = -0.05,
            .slopeError = 0.05,
            .slopeInterval = {0.92, 1.12},
            .inTheLarge = (level.low + level.high) / 2.0,
            .inTheLargeInterval = level};
}

wording::CalibrationFindings findings(const Recalibration &bent)
{
    CalibrationByBins byBins;
    byBins.bins.resize(10);
    byBins.expectedError = 0.021;
    byBins.expectedErrorIfCalibrated = 0.011;
    byBins.brier = 0.143;
    byBins.uncertainty = 0.209;
    wording::CalibrationFindings found;
    found.byBins = byBins;
    found.recalibration = bent;
    found.elkan.threshold = 0.44;
    return found;
}

} // namespace

void TestCalibrationViewWords::known_isSaidInFourFacts()
{
    const auto found = findings(bentBy({-0.1, 0.1}));
    const auto words = wording::calibrationViewWords(found);
    QVERIFY(words.sentence.startsWith(u"The scores are calibrated enough"_s));
    QCOMPARE(words.facts.size(), 4);
    QCOMPARE(words.facts[0].title, u"Slope 1.02"_s);
    QCOMPARE(words.facts[1].title, u"Intercept \u22120.05"_s);
    QCOMPARE(words.facts[2].title, u"2.1 of 100 apart"_s);
    QVERIFY(words.facts[2].text.contains(u"chance alone makes 1.1"_s));
    QCOMPARE(words.facts[3].title, u"Brier score 0.143"_s);
    QVERIFY(words.facts[3].text.contains(u"0.209"_s));
    QVERIFY(words.elkan.contains(u"may be used here"_s));
    QCOMPARE(words.summary, wording::calibrationSentences(found).join(u' '));
}

void TestCalibrationViewWords::level_anyInterval_saysWhichWay_data()
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<QString>("says");
    QTest::newRow("low")
            << 0.1 << 0.3
            << u"+0.20 at a slope of 1, 95 % interval +0.10 to +0.30: above 0, so scores are too low"_s;
    QTest::newRow("high") << -0.3 << -0.1 << u"below 0, so scores are too high"_s;
    QTest::newRow("either") << -0.1 << 0.1 << u"0 is exact"_s;
    QTest::newRow("few users") << -infinity << infinity << u"too few for an interval"_s;
}

void TestCalibrationViewWords::level_anyInterval_saysWhichWay()
{
    QFETCH(const double, low);
    QFETCH(const double, high);
    QFETCH(const QString, says);
    Recalibration bent = bentBy({low, high});
    if (std::isinf(high))
        bent.inTheLarge = 0.1;
    const auto words = wording::calibrationViewWords(findings(bent));
    QVERIFY2(words.facts[1].text.contains(says), qPrintable(words.facts[1].text));
}

void TestCalibrationViewWords::unknown_isSaid()
{
    const auto words = wording::calibrationViewWords({});
    QVERIFY(words.sentence.startsWith(u"Whether the scores are calibrated cannot be told"_s));
    QVERIFY(words.facts.isEmpty() && words.elkan.isEmpty());
    QVERIFY(wording::noBinsText({}).startsWith(u"No picture"_s));
}

void TestCalibrationViewWords::elkan_outsideTheNearBest_isNotToBeUsed()
{
    auto found = findings(bentBy({-0.1, 0.1}));
    found.nearBest = NearBest{0.5, 0.6, 0.01};
    QVERIFY(!wording::calibrationViewWords(found).elkan.contains(u"may be used"_s));
}

void TestCalibrationViewWords::bin_isNeitherNobodyNorEverybody()
{
    ReliabilityBin bin;
    bin.rows = 2000.0;
    bin.low = 0.0;
    bin.high = 0.5;
    bin.meanScore = 1e-6;
    bin.observed.value = 0.9997;
    bin.observed.interval = {0.997, 1.0};
    bin.observed.yes.rows = 1999.0;
    bin.observed.all.rows = 2000.0;
    QCOMPARE(wording::binCells(bin),
             QStringList({u"up to 0.50"_s, u"2,000"_s, u"< 0.01"_s, u"> 99.9 (99.7 to 100)"_s}));
    QCOMPARE(wording::binCells(bin).size(), wording::binHeaders().size());
    QCOMPARE(wording::binText(bin),
             u"0.00 to 0.50: of 2,000, > 99.9 of 100 came true (99.7 to "
             "100); the scores say < 0.01"_s);
}

ONEINN_TEST(TestCalibrationViewWords)

} // namespace tests::wording_calibrationviewwords

#include "tst_calibrationviewwords.moc"
