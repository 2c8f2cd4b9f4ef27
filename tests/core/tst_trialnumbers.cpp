// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/trialnumbers.h"

#include "support/testprogram.h"

#include <QTest>

#include <limits>

namespace tests::core_trialnumbers {

using namespace oneinn;

class TestTrialNumbers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void numbers_fewRows_areCountedByHand();
    void numbers_weights_count();
    void numbers_severalModels_areOfTheOneLookedAtFirst();
    void numbers_oneClass_haveNoAuc();
};

namespace {

/// Scores 0.1, 0.2, ... with these labels.
PredictionColumns columnsWith(const std::vector<int> &labels)
{
    const auto rows = static_cast<Eigen::Index>(labels.size());
    PredictionColumns columns;
    columns.label.resize(rows);
    columns.score.resize(rows);
    for (Eigen::Index i = 0; i < rows; ++i) {
        columns.label[i] = static_cast<std::uint8_t>(labels[static_cast<std::size_t>(i)]);
        columns.score[i] = 0.1 * double(i + 1);
    }
    return columns;
}

TrialNumbers numbersOf(PredictionColumns columns)
{
    RowAccount account;
    account.countUsed(static_cast<std::size_t>(columns.score.size()));
    return trialNumbers(std::make_shared<const Predictions>(std::move(columns), account)).value();
}

} // namespace

/// 0 1 0 1: of the four pairs, the positive is higher in three.
void TestTrialNumbers::numbers_fewRows_areCountedByHand()
{
    auto columns = columnsWith({0, 1, 0, 1});
    columns.latency = Eigen::ArrayXd(4);
    *columns.latency << 300.0, 100.0, std::numeric_limits<double>::quiet_NaN(), 200.0;
    const TrialNumbers numbers = numbersOf(std::move(columns));
    QCOMPARE(numbers.account.used(), std::size_t(4));
    QVERIFY(!numbers.model);
    QCOMPARE(numbers.positiveShare, 0.5);
    QCOMPARE(numbers.lowScore, 0.1);
    QCOMPARE(numbers.highScore, 0.4);
    QCOMPARE(*numbers.auc, 0.75);
    QCOMPARE(*numbers.medianWait, 200.0);
    QCOMPARE(*numbers.slowWait, 300.0);
}

void TestTrialNumbers::numbers_weights_count()
{
    auto columns = columnsWith({0, 1});
    columns.weight = Eigen::ArrayXd(2);
    *columns.weight << 3.0, 1.0;
    const TrialNumbers numbers = numbersOf(std::move(columns));
    QCOMPARE(numbers.positiveShare, 0.25);
    QVERIFY(!numbers.medianWait);
}

void TestTrialNumbers::numbers_severalModels_areOfTheOneLookedAtFirst()
{
    auto columns = columnsWith({1, 1, 0, 0, 0});
    columns.model = CategoryColumn{"model", {"small", "large"}, CodeColumn(5)};
    columns.model->codes << 0, 0, 1, 1, 1;
    const TrialNumbers numbers = numbersOf(std::move(columns));
    QCOMPARE(*numbers.model, std::string("large"));
    QCOMPARE(numbers.positiveShare, 0.0);
    QCOMPARE(numbers.account.used(), std::size_t(5));
}

void TestTrialNumbers::numbers_oneClass_haveNoAuc()
{
    QVERIFY(!numbersOf(columnsWith({1, 1, 1})).auc);
}

ONEINN_TEST(TestTrialNumbers)

} // namespace tests::core_trialnumbers

#include "tst_trialnumbers.moc"
