// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/waits/twowaits.h"

#include "core/assessment.h"
#include "core/policies/scenariorows.h"
#include "support/testprogram.h"
#include "support/vectors.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>
#include <random>
#include <vector>

namespace tests::core_twowaits {

using namespace oneinn;
using namespace Qt::StringLiterals;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

PredictionsPtr withWaits(const std::vector<double> &first, const std::vector<double> &whole,
                         const std::vector<std::uint8_t> &calls = {})
{
    const auto size = static_cast<Eigen::Index>(first.size());
    PredictionColumns columns;
    columns.label = LabelColumn::Zero(size);
    columns.score = Eigen::ArrayXd::Zero(size);
    columns.latency = Eigen::Map<const Eigen::ArrayXd>(first.data(), size);
    columns.firstWait = Eigen::Map<const Eigen::ArrayXd>(first.data(), size);
    columns.wholeWait = Eigen::Map<const Eigen::ArrayXd>(whole.data(), size);
    if (!calls.empty())
        columns.failed = Eigen::Map<const LabelColumn>(calls.data(), size);
    return std::make_shared<const Predictions>(std::move(columns), RowAccount());
}

Assessment assessed(const PredictionsPtr &predictions, const WaitBudgets &budgets)
{
    Scenario scenario;
    scenario.budget = budgets.whole;
    const auto retimed = Predictions::retimed(predictions, waitsUnder(*predictions, budgets));
    return assess(*ScenarioRows::prepare(retimed, scenario).value(), scenario);
}

} // namespace

class TestTwoWaits : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void outcomes_areTheVectors();
    void late_eitherBudget_equalsCounting();
    void wholeUnknown_theFirstTellsAlone();
    void oneWait_hasNoTwo();
};

void TestTwoWaits::outcomes_areTheVectors()
{
    const auto vector = testsupport::vector(u"T9.llm.outcomes"_s);
    std::vector<double> first;
    std::vector<double> whole;
    std::vector<std::uint8_t> calls;
    for (const QJsonValue &value : vector.input.value("rows"_L1).toArray()) {
        const QJsonObject call = value.toObject();
        const QString outcome = call["outcome"_L1].toString();
        const bool failed = outcome == u"error" || outcome == u"rate-limited";
        const bool refused = outcome == u"refused";
        calls.push_back(refused ? callRefused : failed ? callFailed : callAnswered);
        const double total = call["total_ms"_L1].toDouble(infinity);
        whole.push_back(failed || refused ? unknown : total);
        first.push_back(failed || refused ? unknown : call["first_ms"_L1].toDouble(total));
    }
    const WaitBudgets budgets{{vector.input.value("first_budget_ms"_L1).toDouble()},
                              {vector.input.value("total_budget_ms"_L1).toDouble()}};
    const auto predictions = withWaits(first, whole, calls);
    const Assessment found = assessed(predictions, budgets);
    const QJsonObject expected = vector.expected["of_all_uses"_L1].toObject();
    COMPARE_NEAR(found.experience[Share::Late]->value, expected["late"_L1].toDouble(), 1e-12);
    COMPARE_NEAR(found.experience[Share::Failed]->value, expected["failed"_L1].toDouble(), 1e-12);
    COMPARE_NEAR(found.experience[Share::Refused]->value, expected["refused"_L1].toDouble(), 1e-12);
    // By hand: 2,500 ms and 1,800 ms (no first token told) to the first token, 9,000 ms to the
    // whole, and the time-out in both.
    const auto waits = twoWaits(*predictions, {}, budgets);
    QVERIFY(waits && waits->late);
    QCOMPARE(waits->late->firstAlone, 2.0);
    QCOMPARE(waits->late->wholeAlone, 1.0);
    QCOMPARE(waits->late->both, 1.0);
    QCOMPARE(waits->late->uses, 7.0);
    QCOMPARE(*waits->whole.percentile(0.99), infinity);
}

void TestTwoWaits::late_eitherBudget_equalsCounting()
{
    std::mt19937 random(7);
    std::lognormal_distribution<double> wait(6.0, 1.0);
    for (int round = 0; round < 20; ++round) {
        std::vector<double> first;
        std::vector<double> whole;
        for (int i = 0; i < 300; ++i) {
            first.push_back(std::round(wait(random)));
            whole.push_back(first.back() + std::round(wait(random)));
        }
        // Ties with the budgets are in time.
        const WaitBudgets budgets{{first[3]}, {whole[5]}};
        double late = 0.0;
        for (std::size_t i = 0; i < first.size(); ++i)
            late += first[i] > budgets.first.value || whole[i] > budgets.whole.value ? 1.0 : 0.0;
        const auto predictions = withWaits(first, whole);
        const auto found = assessed(predictions, budgets);
        COMPARE_NEAR(found.experience[Share::Late]->value, late / 300.0, 1e-12);
        QCOMPARE(twoWaits(*predictions, {}, budgets)->late->late(), late);
        std::sort(first.begin(), first.end());
        QCOMPARE(*twoWaits(*predictions, {}, budgets)->first.percentile(0.5), first[149]);
    }
}

void TestTwoWaits::wholeUnknown_theFirstTellsAlone()
{
    const auto predictions = withWaits({100, 900, 100}, {unknown, unknown, 400});
    const WaitBudgets budgets{{500}, {1000}};
    const Eigen::ArrayXd waits = waitsUnder(*predictions, budgets);
    QVERIFY(std::isnan(waits[0]));
    QVERIFY(waits[1] > 1000.0);
    QCOMPARE(waits[2], 400.0);
    const auto found = twoWaits(*predictions, {}, budgets);
    QCOMPARE(found->late->uses, 2.0);
    QCOMPARE(found->late->late(), 1.0);
}

void TestTwoWaits::oneWait_hasNoTwo()
{
    PredictionColumns columns;
    columns.label = LabelColumn::Zero(2);
    columns.score = Eigen::ArrayXd::Zero(2);
    columns.latency = Eigen::ArrayXd::Ones(2);
    const Predictions predictions(std::move(columns), RowAccount());
    QVERIFY(!twoWaits(predictions, {}, {}));
}

ONEINN_TEST(TestTwoWaits)

} // namespace tests::core_twowaits

#include "tst_twowaits.moc"
