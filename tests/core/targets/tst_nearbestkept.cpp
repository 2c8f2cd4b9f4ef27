// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/targets/nearbestkept.h"

#include "core/assessment.h"
#include "core/questions.h"
#include "support/testprogram.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>
#include <set>

namespace tests::targets_nearbestkept {

using namespace oneinn;

namespace {

struct Row {
    double score;
    bool positive;
};

std::vector<Row> rowsOf(std::mt19937 &random, int count)
{
    std::vector<Row> rows;
    for (int i = 0; i < count; ++i) {
        const bool positive = random() % 3 == 0;
        const auto noise = static_cast<double>(random() % 60);
        rows.push_back({std::round(noise + (positive ? 25.0 : 0.0)) / 85.0, positive});
    }
    return rows;
}

PredictionsPtr predictionsOf(const std::vector<Row> &rows)
{
    PredictionColumns columns;
    const auto size = static_cast<Eigen::Index>(rows.size());
    columns.label.resize(size);
    columns.score.resize(size);
    for (Eigen::Index i = 0; i < size; ++i) {
        columns.label[i] = rows[static_cast<std::size_t>(i)].positive ? 1 : 0;
        columns.score[i] = rows[static_cast<std::size_t>(i)].score;
    }
    return std::make_shared<const Predictions>(std::move(columns), RowAccount());
}

/// Counted anew.
bool keeps(const std::vector<Row> &rows, double threshold, double wrongAtMost, double missedAtMost)
{
    double right = 0.0;
    double wrong = 0.0;
    double missed = 0.0;
    for (const Row &row : rows) {
        const bool shown = row.score >= threshold;
        right += shown && row.positive ? 1.0 : 0.0;
        wrong += shown && !row.positive ? 1.0 : 0.0;
        missed += !shown && row.positive ? 1.0 : 0.0;
    }
    return right + wrong > 0.0 && wrong <= wrongAtMost * (right + wrong)
            && missed <= missedAtMost * (right + missed);
}

} // namespace

class TestNearBestKept : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void kept_anyRows_isWhatKeepsTheLimits_data();
    void kept_anyRows_isWhatKeepsTheLimits();
    void kept_rangeInside_isAllOfIt();
};

void TestNearBestKept::kept_anyRows_isWhatKeepsTheLimits_data()
{
    QTest::addColumn<double>("wrong");
    QTest::addColumn<double>("missed");
    QTest::newRow("few wrong") << 0.3 << 1.0;
    QTest::newRow("few missed") << 1.0 << 0.3;
    QTest::newRow("both") << 0.45 << 0.35;
    QTest::newRow("none can") << 0.001 << 0.001;
}

void TestNearBestKept::kept_anyRows_isWhatKeepsTheLimits()
{
    QFETCH(const double, wrong);
    QFETCH(const double, missed);
    std::mt19937 random(11);
    int partly = 0;
    for (int round = 0; round < 60; ++round) {
        const std::vector<Row> rows = rowsOf(random, 150);
        Scenario scenario;
        scenario.values = {2.0, -1.0, -1.0, 0.0, 0.0};
        scenario.precisionLimit = 1.0 - wrong;
        scenario.targets.missed = missed;
        const auto prepared = ScenarioRows::prepare(predictionsOf(rows), scenario).value();
        const auto slice = prepared->at(scenario);
        const auto near = outlook(*slice, scenario)->nearBest;
        QVERIFY(near);
        const Reach reach = reachAt(*slice, limitsQuestion(scenario)).value();
        const auto kept = keptOf(*near, reach);
        std::set<double> inRange;
        for (const Row &row : rows) {
            if (row.score >= near->lowest && row.score <= near->highest)
                inRange.insert(row.score);
        }
        std::set<bool> both;
        for (const double score : inRange) {
            const auto inside = std::ranges::any_of(kept, [score](const ThresholdInterval &part) {
                return part.contains({score});
            });
            // The lower end of a part belongs to it only where that of the range does.
            const bool isEnd = std::ranges::any_of(
                    kept, [score](const ThresholdInterval &part) { return part.low == score; });
            const bool expected = keeps(rows, score, wrong, missed);
            both.insert(expected);
            if (!isEnd)
                QCOMPARE(inside, expected);
        }
        partly += both.size() == 2 ? 1 : 0;
        if (both == std::set<bool>{false})
            QVERIFY(kept.empty());
    }
    if (wrong > 0.01)
        QVERIFY2(partly > 5, "hardly any range was cut"); // else nothing was tried
}

void TestNearBestKept::kept_rangeInside_isAllOfIt()
{
    Reach reach;
    reach.feasible = {{0.2, 0.9}};
    const NearBest near{0.3, 0.6, 0.0};
    QVERIFY(isAllOf(keptOf(near, reach), near));
    reach.feasible = {{0.5, 0.9}, {0.1, 0.4}};
    const auto kept = keptOf(near, reach);
    QCOMPARE(kept, (std::vector<ThresholdInterval>{{0.5, 0.6}, {0.3, 0.4}}));
    QVERIFY(!isAllOf(kept, near));
    reach.feasible.clear();
    QVERIFY(keptOf(near, reach).empty());
}

ONEINN_TEST(TestNearBestKept)

} // namespace tests::targets_nearbestkept

#include "tst_nearbestkept.moc"
