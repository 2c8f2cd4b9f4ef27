// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cellrows/cellrows.h"

#include "support/testprogram.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <stop_token>
#include <vector>

namespace tests::core_cellrows {

using namespace oneinn;

constexpr double budget = 300.0;
constexpr double endless = std::numeric_limits<double>::infinity();

struct PlainRow {
    bool good;
    double score;
    double wait; ///< NaN: not known
};

/// The rows behind each cell, against lists made row by row and sorted whole.
class TestCellRows : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rows_areThoseOfBruteForce_data();
    void rows_areThoseOfBruteForce();
    void mixed_areTheirPartsTogether();
    void bars_besideOneAnother_haveEveryRowOnce();
    void stopped_endsAtOnce();
};

std::vector<PlainRow> drawnRows(std::uint32_t seed)
{
    std::mt19937 random(seed);
    std::uniform_int_distribution<int> grid(0, 20); // many scores are equal
    std::uniform_real_distribution<double> unit;
    std::vector<PlainRow> rows;
    for (int i = 0; i < 400; ++i) {
        const double wait = unit(random) < 0.1 ? std::nan("") : 600.0 * unit(random);
        rows.push_back({unit(random) < 0.4, grid(random) / 20.0, wait});
    }
    return rows;
}

PredictionsPtr predictionsOf(const std::vector<PlainRow> &rows)
{
    const auto n = static_cast<Eigen::Index>(rows.size());
    PredictionColumns columns;
    columns.label.resize(n);
    columns.score.resize(n);
    columns.latency = Eigen::ArrayXd(n);
    RowAccount account;
    for (Eigen::Index i = 0; i < n; ++i) {
        const PlainRow &row = rows[static_cast<std::size_t>(i)];
        columns.label[i] = row.good ? 1 : 0;
        columns.score[i] = row.score;
        (*columns.latency)[i] = row.wait;
        account.countUsed();
    }
    return std::make_shared<const Predictions>(std::move(columns), account);
}

struct Asked {
    PredictionsPtr predictions;
    CellRowsQuestion question;

    explicit Asked(const std::vector<PlainRow> &rows, double threshold = 0.5)
    {
        question.budget = Milliseconds{budget};
        question.threshold = {threshold};
        question.most = rows.size();
        predictions = predictionsOf(rows);
    }

    CellRows of(RowCell cell, RowOrder order = RowOrder::Nearest)
    {
        question.cell = cell;
        question.order = order;
        return cellRows(*predictions, question);
    }
};

bool isIn(const PlainRow &row, RowCell cell, double threshold)
{
    if (std::isnan(row.wait))
        return false;
    const bool late = row.wait > budget;
    const bool shown = row.score >= threshold;
    switch (cell) {
    case RowCell::Fp:
        return !late && shown && !row.good;
    case RowCell::Fn:
        return !late && !shown && row.good;
    case RowCell::Tp:
        return !late && shown && row.good;
    case RowCell::Tn:
        return !late && !shown && !row.good;
    case RowCell::Late:
        return late;
    case RowCell::Wrong:
        return !late && shown != row.good;
    case RowCell::All:
        break;
    }
    return true;
}

void TestCellRows::rows_areThoseOfBruteForce_data()
{
    QTest::addColumn<RowCell>("cell");
    QTest::addColumn<RowOrder>("order");
    for (const RowCell cell : {RowCell::Fp, RowCell::Fn, RowCell::Tp, RowCell::Tn, RowCell::Late,
                               RowCell::Wrong, RowCell::All}) {
        for (const RowOrder order : {RowOrder::Nearest, RowOrder::Wrongest})
            QTest::addRow("%d %d", int(cell), int(order)) << cell << order;
    }
}

void TestCellRows::rows_areThoseOfBruteForce()
{
    QFETCH(const RowCell, cell);
    QFETCH(const RowOrder, order);
    for (std::uint32_t seed = 1; seed <= 20; ++seed) {
        const auto rows = drawnRows(seed);
        const double threshold = seed % 5 == 0 ? 0.5 : 0.05 * seed - 0.001;
        Asked asked(rows, threshold);
        std::vector<std::uint32_t> expected;
        for (std::uint32_t i = 0; i < rows.size(); ++i) {
            if (isIn(rows[i], cell, threshold))
                expected.push_back(i);
        }
        const auto before = [&](std::uint32_t a, std::uint32_t b) {
            const auto away = [&](std::uint32_t row) {
                return std::abs(rows[row].score - threshold);
            };
            const bool most = order == RowOrder::Wrongest;
            if (cell == RowCell::Late)
                return most ? rows[a].wait > rows[b].wait : rows[a].wait < rows[b].wait;
            const bool wrongA = isIn(rows[a], RowCell::Wrong, threshold);
            const bool wrongB = isIn(rows[b], RowCell::Wrong, threshold);
            if (most && wrongA != wrongB)
                return wrongA;
            return most && wrongA ? away(a) > away(b) : away(a) < away(b);
        };
        std::ranges::stable_sort(expected, before);
        const CellRows found = asked.of(cell, order);
        QCOMPARE(found.all, expected.size());
        QCOMPARE(found.rows, expected);
        for (const std::uint32_t row : found.rows) {
            const auto own = rowCell(*asked.predictions, asked.question, row);
            QVERIFY(own && isIn(rows[row], *own, threshold));
        }
        asked.question.most = 7;
        const CellRows few = asked.of(cell, order);
        QCOMPARE(few.all, expected.size());
        expected.resize(std::min<std::size_t>(7, expected.size()));
        QCOMPARE(few.rows, expected);
    }
}

void TestCellRows::mixed_areTheirPartsTogether()
{
    Asked asked(drawnRows(5), endless);
    QCOMPARE(asked.of(RowCell::Fp).all, std::size_t{0});
    QCOMPARE(asked.of(RowCell::Wrong).rows, asked.of(RowCell::Fn).rows);
    std::size_t parts = 0;
    for (const RowCell cell : {RowCell::Fn, RowCell::Tn, RowCell::Late})
        parts += asked.of(cell).all;
    QCOMPARE(asked.of(RowCell::All).all, parts);
}

void TestCellRows::bars_besideOneAnother_haveEveryRowOnce()
{
    const auto rows = drawnRows(3);
    Asked asked(rows);
    const std::size_t all = asked.of(RowCell::All).all;
    std::size_t inBars = 0;
    const std::vector<double> edges{-endless, 0.25, 0.5, 0.9, endless};
    for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
        asked.question.scores = ScoreSpan{edges[i], edges[i + 1]};
        const CellRows bar = asked.of(RowCell::All);
        inBars += bar.all;
        for (const std::uint32_t row : bar.rows)
            QVERIFY(rows[row].score >= edges[i] && rows[row].score < edges[i + 1]);
    }
    QCOMPARE(inBars, all);
}

void TestCellRows::stopped_endsAtOnce()
{
    Asked asked(drawnRows(1));
    std::stop_source stop;
    stop.request_stop();
    asked.question.cell = RowCell::All;
    QCOMPARE(
            cellRows(*asked.predictions, asked.question, {.stop = stop.get_token(), .progress = {}})
                    .all,
            std::size_t{0});
}

ONEINN_TEST(TestCellRows)

} // namespace tests::core_cellrows

#include "tst_cellrows.moc"
