// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/index/rowsums.h"

#include "core/predictions/predictionindex.h"
#include "support/randompredictions.h"
#include "support/testprogram.h"

#include <QTest>

namespace tests::index_rowsums {

using namespace oneinn;

namespace {

/// Row by row, in the order of the rows.
ClassTallies naive(const ScoreOrder &order, const RankRange &ranks, std::size_t begin,
                   std::size_t end)
{
    ClassTallies sums;
    for (std::size_t i = begin; i < end; ++i) {
        const std::int32_t key = order.latencyKeys()[i];
        if (key < ranks.begin || key >= ranks.end)
            continue;
        const double weight = order.weighted() ? order.weights()[i] : 1.0;
        (order.positive(i) ? sums.positive : sums.negative) += {1.0, weight, weight * weight};
    }
    return sums;
}

bool near(const Tally &a, const Tally &b)
{
    const auto close = [](double x, double y) { return std::abs(x - y) <= 1e-12 * (1.0 + y); };
    return a.rows == b.rows && close(a.weight, b.weight) && close(a.squaredWeight, b.squaredWeight);
}

} // namespace

/// Every set of instructions that the processor has, on runs of every length from every start.
class TestRowSums : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sums_anyPath_haveTheSameBits_data();
    void sums_anyPath_haveTheSameBits();
};

void TestRowSums::sums_anyPath_haveTheSameBits_data()
{
    QTest::addColumn<QString>("kind");
    for (const char *kind : {"useful scores", "some latency unknown", "uneven weights",
                             "weights of many decades", "quarter weights"})
        QTest::newRow(kind) << QString::fromLatin1(kind);
}

void TestRowSums::sums_anyPath_haveTheSameBits()
{
    QFETCH(const QString, kind);
    const VectorPath widest = widestPath();
    QVERIFY(isAvailable(VectorPath::Baseline) && isAvailable(widest));
    const auto index =
            PredictionIndex::build(testsupport::randomPredictions(kind.toStdString(), 3000, 1))
                    .value();
    const ScoreOrder &order = index->order();
    const RankRange late{RankRange::keyOf(700), RankRange::keyOf(2000)};
    for (const RankRange &ranks : {RankRange{0, RankRange::keyOf(1500)}, late, RankRange{}}) {
        for (std::size_t begin = 0; begin < 40; ++begin) {
            for (std::size_t size : {0, 1, 2, 3, 4, 5, 7, 8, 9, 31, 128, 129, 2900}) {
                const std::size_t end = begin + size;
                const auto plain = talliesBetween(order, ranks, begin, end, VectorPath::Baseline);
                const auto wide = talliesBetween(order, ranks, begin, end, widest);
                QVERIFY(wide.positive == plain.positive && wide.negative == plain.negative);
                const auto expected = naive(order, ranks, begin, end);
                QVERIFY(near(plain.positive, expected.positive));
                QVERIFY(near(plain.negative, expected.negative));
                const auto weights = weightsBetween(order, ranks, begin, end, widest);
                QCOMPARE(weights.positive, plain.positive.weight);
                QCOMPARE(weights.negative, plain.negative.weight);
            }
        }
    }
}

ONEINN_TEST(TestRowSums)

} // namespace tests::index_rowsums

#include "tst_rowsums.moc"
