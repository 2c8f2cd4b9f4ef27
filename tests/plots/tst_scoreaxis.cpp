// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "plots/scoreaxis.h"
#include "plots/scorehistogram.h"
#include "support/predictionsfrom.h"
#include "support/randomrows.h"
#include "support/testprogram.h"

#include <QTest>

#include <cmath>
#include <numeric>

namespace tests::plots_scoreaxis {

using namespace oneinn;
using charts::AxisMapping;
namespace naive = testsupport::naive;

class TestScoreAxis : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void suggested_evenScores_isThePlainAxis();
    void suggested_rarePositives_isLogOdds();
    void suggested_logits_isNeverLogOdds();
    void suggested_equalScores_isThePlainAxis();
    void resting_anywhere_isWhereDecisionsChange_data();
    void resting_anywhere_isWhereDecisionsChange();
    void histogram_anyThreshold_addsUpToTheCounts_data()
    {
        resting_anywhere_isWhereDecisionsChange_data();
    }
    void histogram_anyThreshold_addsUpToTheCounts();
    void outline_ofTheSameRows_isTheirHistogram_data()
    {
        histogram_anyThreshold_addsUpToTheCounts_data();
    }
    void outline_ofTheSameRows_isTheirHistogram();
};

namespace {

naive::Rows rowsWith(std::size_t count, const std::function<double(double)> &scoreOf)
{
    naive::Rows rows(count);
    for (std::size_t i = 0; i < count; ++i) {
        const double share = (double(i) + 0.5) / double(count);
        rows[i] = {.positive = i % 3 == 0, .score = scoreOf(share)};
    }
    return rows;
}

double sum(const std::vector<double> &values)
{
    return std::accumulate(values.begin(), values.end(), 0.0);
}

} // namespace

void TestScoreAxis::suggested_evenScores_isThePlainAxis()
{
    const auto index = testsupport::indexFrom(rowsWith(300, [](double share) { return share; }));
    QCOMPARE(suggestedAxis(*index), AxisMapping::Kind::Score);
}

void TestScoreAxis::suggested_rarePositives_isLogOdds()
{
    const auto index = testsupport::indexFrom(
            rowsWith(1000, [](double share) { return std::pow(share, 40.0) * 0.99; }));
    QCOMPARE(suggestedAxis(*index), AxisMapping::Kind::LogOdds);
}

void TestScoreAxis::suggested_logits_isNeverLogOdds()
{
    const auto index = testsupport::indexFrom(
            rowsWith(1000, [](double share) { return 12.0 * std::pow(share, 60.0) - 6.0; }));
    QCOMPARE(suggestedAxis(*index), AxisMapping::Kind::Rank);
    for (const auto kind : possibleAxes(*index))
        QVERIFY(kind != AxisMapping::Kind::LogOdds);
}

void TestScoreAxis::suggested_equalScores_isThePlainAxis()
{
    const auto index = testsupport::indexFrom(rowsWith(5, [](double) { return 0.7; }));
    QCOMPARE(suggestedAxis(*index), AxisMapping::Kind::Score);
}

void TestScoreAxis::resting_anywhere_isWhereDecisionsChange_data()
{
    QTest::addColumn<QString>("kind");
    for (const auto &kind : naive::kinds())
        QTest::addRow("%s", kind.c_str()) << QString::fromStdString(kind);
}

void TestScoreAxis::resting_anywhere_isWhereDecisionsChange()
{
    QFETCH(QString, kind);
    for (std::uint32_t seed = 0; seed < 5; ++seed) {
        const auto rows = naive::randomRows(kind.toStdString(), seed);
        if (!testsupport::predictionsFrom(rows))
            continue;
        const auto index = testsupport::indexFrom(rows);
        const auto slice = index->at(testsupport::oracleBudget);
        const auto candidates = naive::candidateThresholds(rows);
        for (const auto axisKind : possibleAxes(*index)) {
            const AxisMapping mapping = scoreAxis(*index, axisKind);
            for (int i = 0; i <= 40; ++i) {
                const double axis = mapping.low() + i / 40.0 * (mapping.high() - mapping.low());
                const double rest = restingThreshold(*slice, mapping, axis).value;
                QVERIFY(std::find(candidates.begin(), candidates.end(), rest) != candidates.end());
            }
            QCOMPARE(restingThreshold(*slice, mapping, mapping.high()),
                     Threshold::alertOnNothing());
        }
    }
}

void TestScoreAxis::histogram_anyThreshold_addsUpToTheCounts()
{
    QFETCH(QString, kind);
    const auto rows = naive::randomRows(kind.toStdString(), 3);
    if (!testsupport::predictionsFrom(rows))
        return;
    const auto index = testsupport::indexFrom(rows);
    Scenario scenario;
    scenario.budget = testsupport::oracleBudget;
    for (const double threshold : naive::candidateThresholds(rows)) {
        scenario.threshold = {threshold};
        const Assessment assessment = assess(*index, scenario);
        const auto expected = naive::countsAt(rows, threshold);
        for (const auto axisKind : possibleAxes(*index)) {
            const auto data = scoreHistogram(assessment, scoreAxis(*index, axisKind), 12);
            QCOMPARE(data.edges.size(), data.positiveShown.size() + 1);
            const double tolerance = 1e-9 * (1.0 + assessment.counts.uses().weight);
            QVERIFY(std::abs(sum(data.positiveShown) - sum(data.positiveLate) - expected.tp)
                    <= tolerance);
            QVERIFY(std::abs(sum(data.negativeShown) - sum(data.negativeLate) - expected.fp)
                    <= tolerance);
            QVERIFY(std::abs(sum(data.positiveShown) + sum(data.positiveNotShown)
                             - naive::classWeight(rows, true))
                    <= tolerance);
            QVERIFY(std::abs(sum(data.positiveLate) - expected.latePositiveCaught) <= tolerance);
        }
    }
}

/// Shares of all uses, whatever the threshold, in the bars of a histogram of the same rows.
void TestScoreAxis::outline_ofTheSameRows_isTheirHistogram()
{
    QFETCH(QString, kind);
    const auto rows = naive::randomRows(kind.toStdString(), 3);
    if (!testsupport::predictionsFrom(rows))
        return;
    const auto index = testsupport::indexFrom(rows);
    const Assessment assessment = assess(*index, Scenario());
    for (const auto axisKind : possibleAxes(*index)) {
        const AxisMapping mapping = scoreAxis(*index, axisKind);
        const ScoreOutline outline = scoreOutline(*index, mapping, 12);
        if (outline.positive.empty())
            continue;
        QVERIFY(std::abs(sum(outline.positive) + sum(outline.negative) - 1.0) < 1e-9);
        auto data = scoreHistogram(assessment, mapping, 12);
        setEarlier(data, outline);
        for (std::size_t bar = 0; bar < 12; ++bar) {
            QVERIFY(std::abs(data.positiveEarlier[bar] - data.positiveShown[bar]
                             - data.positiveNotShown[bar])
                    < 1e-6 * (1.0 + assessment.counts.uses().weight));
            QVERIFY(std::abs(data.negativeEarlier[bar] - data.negativeShown[bar]
                             - data.negativeNotShown[bar])
                    < 1e-6 * (1.0 + assessment.counts.uses().weight));
        }
    }
}

ONEINN_TEST(TestScoreAxis)

} // namespace tests::plots_scoreaxis

#include "tst_scoreaxis.moc"
