// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/index/latencycheckpoints.h"
#include "core/index/sortedrows.h"

#include "support/sanitized.h"
#include "support/testprogram.h"

#include <QTest>

#include <algorithm>
#include <limits>
#include <numeric>
#include <random>

namespace tests::index_sortedrows {

using namespace oneinn;

class TestSortedRows : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sortedRows_anyNumbers_areStablySorted_data();
    void sortedRows_anyNumbers_areStablySorted();
    void sortedRows_stopped_returns();
    void sumExactly_tellsWhetherSumsCanBeRounded();
};

void TestSortedRows::sortedRows_anyNumbers_areStablySorted_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("size");
    for (const char *kind : {"random bits", "shares", "ties", "equal", "signed zeros", "infinities",
                             "one far away", "float shares"}) {
        // Enough for several threads, and under the sanitizers no more.
        for (const int size : {0, 1, 2, 1000, testsupport::isSanitized ? 70000 : 200000})
            QTest::addRow("%s, %d", kind, size) << QString::fromLatin1(kind) << size;
    }
}

void TestSortedRows::sortedRows_anyNumbers_areStablySorted()
{
    QFETCH(const QString, kind);
    QFETCH(const int, size);
    std::mt19937_64 random(5);
    const auto is = [&](const char *name) { return kind == QLatin1String(name); };
    constexpr double infinity = std::numeric_limits<double>::infinity();
    Eigen::ArrayXd values(size);
    for (double &value : values) {
        const double share = double(random() >> 11U) * 0x1p-53;
        value = share;
        if (is("random bits"))
            value = std::ldexp(share - 0.5, int(random() % 2000) - 1000);
        else if (is("ties"))
            value = double(random() % 10) - 5.0;
        else if (is("equal"))
            value = 3.25;
        else if (is("signed zeros"))
            value = random() % 2 == 0 ? 0.0 : -0.0;
        else if (is("infinities"))
            value = random() % 3 == 0 ? infinity : random() % 2 == 0 ? -infinity : share;
        else if (is("one far away"))
            value = 1.0 + 1e-12 * share; // told apart by low digits alone
        else if (is("float shares"))
            value = double(float(share));
    }
    if (is("one far away") && size > 2)
        values[1] = -1e300;
    std::vector<std::uint32_t> rows(static_cast<std::size_t>(size));
    std::iota(rows.begin(), rows.end(), 0U);
    for (const SortOrder order : {SortOrder::Ascending, SortOrder::Descending}) {
        auto expected = rows;
        std::stable_sort(expected.begin(), expected.end(), [&](std::uint32_t a, std::uint32_t b) {
            return order == SortOrder::Ascending ? values[a] < values[b] : values[a] > values[b];
        });
        for (const unsigned threads : {1U, 2U, 3U}) {
            const SortedRows sorted = sortedRows(values, rows, order, threads);
            QVERIFY(sorted.row == expected);
            QCOMPARE(sorted.firstOfTie.size(), expected.size());
            for (std::size_t i = 0; i < expected.size(); ++i)
                QVERIFY((sorted.firstOfTie[i] != 0)
                        == (i == 0 || values[expected[i]] != values[expected[i - 1]]));
        }
    }
}

void TestSortedRows::sortedRows_stopped_returns()
{
    std::stop_source stop;
    stop.request_stop();
    const SortedRows sorted =
            sortedRows(Eigen::ArrayXd::LinSpaced(10, 0.0, 1.0), {3, 1, 2}, SortOrder::Ascending, 1,
                       {.stop = stop.get_token(), .progress = {}});
    QCOMPARE(sorted.row.size(), std::size_t(3));
}

void TestSortedRows::sumExactly_tellsWhetherSumsCanBeRounded()
{
    const auto exact = [](const std::vector<double> &weights) {
        return sumExactly(weights.data(), weights.size());
    };
    QVERIFY(exact({}));
    QVERIFY(exact({1.0, 0.25, 1000.0, 3.75}));
    QVERIFY(exact({0x1p70, 0x1.8p71}));
    QVERIFY(!exact({0.1, 0.2}));
    QVERIFY(!exact({1.0, 1e17}));
    QVERIFY(!exact({1.0, 1e-300}));
    QVERIFY(!exact({1.0, 5e-324}));
}

ONEINN_TEST(TestSortedRows)

} // namespace tests::index_sortedrows

#include "tst_sortedrows.moc"
