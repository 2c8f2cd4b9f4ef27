// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cellrows/cellrows.h"

#include "core/policies/scenariorows.h"
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
    bool good = false;
    double score = 0.0;
    double wait = 0.0; ///< NaN: not known
    bool failed = false;
};

/// The rows behind each cell, against lists made row by row and sorted whole.
class TestCellRows : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rows_areThoseOfBruteForce_data();
    void rows_areThoseOfBruteForce();
    void mixed_areTheirPartsTogether();
    void bars_besideOneAnother_haveEveryRowOnce();
    void failed_areInNone();
    void gone_mostLikelyFirst();
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
        rows.push_back({.good = unit(random) < 0.4, .score = grid(random) / 20.0, .wait = wait});
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
        (*columns.latency)[i] = row.failed ? std::nan("") : row.wait;
        if (row.failed) {
            if (!columns.failed)
                columns.failed.emplace().setZero(n);
            (*columns.failed)[i] = callFailed;
        }
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

    CellRows found(const JobControl &job = {}) const
    {
        return cellRows(*ScenarioRows::prepare(predictions, question).value(), question, job);
    }
    CellRows of(RowCell cell, RowOrder order = RowOrder::Nearest)
    {
        question.cell = cell;
        question.order = order;
        return found();
    }
};

/// What late ones end in is that nothing is shown.
bool isIn(const PlainRow &row, RowCell cell, double threshold)
{
    if (std::isnan(row.wait))
        return false;
    const bool late = row.wait > budget;
    const bool wanted = row.score >= threshold;
    const bool shown = wanted && !late;
    switch (cell) {
    case RowCell::Fp:
        return shown && !row.good;
    case RowCell::Fn:
        return !shown && row.good;
    case RowCell::Tp:
        return shown && row.good;
    case RowCell::Tn:
        return !shown && !row.good;
    case RowCell::Late:
        return late;
    case RowCell::Wrong:
        return shown != row.good;
    case RowCell::MissedByModel:
        return row.good && !wanted;
    case RowCell::MissedByLateness:
        return row.good && wanted && late;
    case RowCell::Gone:
        return false;
    case RowCell::All:
        break;
    }
    return true;
}

void TestCellRows::rows_areThoseOfBruteForce_data()
{
    QTest::addColumn<RowCell>("cell");
    QTest::addColumn<RowOrder>("order");
    for (const RowCell cell :
         {RowCell::Fp, RowCell::Fn, RowCell::Tp, RowCell::Tn, RowCell::Late, RowCell::Wrong,
          RowCell::All, RowCell::MissedByModel, RowCell::MissedByLateness, RowCell::Gone}) {
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
            // Of the model's own answer: one that only came too late was right.
            const auto isWrong = [&](const PlainRow &row) {
                return (row.score >= threshold) != row.good;
            };
            const bool wrongA = isWrong(rows[a]);
            const bool wrongB = isWrong(rows[b]);
            if (most && wrongA != wrongB)
                return wrongA;
            return most && wrongA ? away(a) > away(b) : away(a) < away(b);
        };
        std::ranges::stable_sort(expected, before);
        const CellRows found = asked.of(cell, order);
        QCOMPARE(found.all, expected.size());
        QCOMPARE(found.rows, expected);
        QCOMPARE(found.ends.size(), found.rows.size());
        for (std::size_t i = 0; i < found.rows.size(); ++i)
            QVERIFY(isIn(rows[found.rows[i]], found.ends[i], threshold));
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
    for (const RowCell cell : {RowCell::Fn, RowCell::Tn})
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
    const auto rows = ScenarioRows::prepare(asked.predictions, asked.question).value();
    QCOMPARE(cellRows(*rows, asked.question, {.stop = stop.get_token(), .progress = {}}).all,
             std::size_t{0});
}

/// Nobody answered: neither the model nor another one.
void TestCellRows::failed_areInNone()
{
    auto rows = drawnRows(2);
    for (std::size_t i = 0; i < rows.size(); i += 3)
        rows[i].failed = true;
    Asked asked(rows);
    const CellRows found = asked.of(RowCell::All);
    const auto answered = std::ranges::count_if(
            rows, [](const PlainRow &row) { return !row.failed && !std::isnan(row.wait); });
    QCOMPARE(found.all, std::size_t(answered));
    for (const std::uint32_t row : found.rows)
        QVERIFY(!rows[row].failed);
}

void TestCellRows::gone_mostLikelyFirst()
{
    std::vector<PlainRow> rows{
            {true, 0.9, 100.0}, {true, 0.1, 250.0}, {false, 0.9, 150.0}, {true, 0.9, 200.0}};
    Asked asked(rows);
    asked.question.budget.reset();
    asked.question.patience = PatienceCurve({{{100.0}, 1.0}, {{200.0}, 0.5}, {{250.0}, 0.25}});
    const CellRows found = asked.of(RowCell::Gone);
    QCOMPARE(found.rows, (std::vector<std::uint32_t>{1, 3, 2}));
    const double left = 3.0 - asked.question.patience.stillWaiting({150.0})
            - asked.question.patience.stillWaiting({200.0})
            - asked.question.patience.stillWaiting({250.0});
    QVERIFY(std::abs(found.left - left) < 1e-12);
}

ONEINN_TEST(TestCellRows)

} // namespace tests::core_cellrows

#include "tst_cellrows.moc"
