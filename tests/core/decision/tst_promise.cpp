// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/decision/promise.h"

#include "core/decision/bestthreshold.h"
#include "core/metrics/proportion.h"
#include "core/predictions/predictions.h"
#include "support/testprogram.h"
#include "support/vectors.h"

#include <QTest>

#include <cmath>
#include <random>

namespace tests::decision_promise {

using namespace oneinn;

class TestPromise : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void lowerLimit_isWilsons();
    void promise_onNewRows_isKept_data();
    void promise_onNewRows_isKept();
};

void TestPromise::lowerLimit_isWilsons()
{
    const Promise promise{PromiseRule::LowerLimit};
    for (const auto &[right, wrong] : {std::pair{3.0, 1.0}, {1.0, 0.0}, {0.0, 4.0}, {95.0, 5.0}}) {
        const Tally yes{right, right, right};
        const Tally no{wrong, wrong, wrong};
        COMPARE_NEAR(promise.precision(right, wrong), lowerLimit(yes, no), 1e-12);
    }
    // Half as many cases as weight: as 3 of 4, which weigh 6 of 8.
    COMPARE_NEAR((Promise{PromiseRule::LowerLimit, 0.5}.precision(6.0, 2.0)),
                 promise.precision(3.0, 1.0), 1e-12);
    QCOMPARE(Promise().precision(3.0, 1.0), 0.75);
}

void TestPromise::promise_onNewRows_isKept_data()
{
    QTest::addColumn<PromiseRule>("rule");
    QTest::addColumn<double>("least"); // of 1,000 files
    QTest::addColumn<double>("most");
    QTest::newRow("lower limit") << PromiseRule::LowerLimit << 0.94 << 1.0;
    QTest::newRow("plain") << PromiseRule::Plain << 0.40 << 0.60;
}

/// Scores are normal around 0 for bad ones and around 1.6 for good ones, 3 of 10: what a threshold
/// shows rightly of new rows is then known.
void TestPromise::promise_onNewRows_isKept()
{
    QFETCH(const PromiseRule, rule);
    QFETCH(const double, least);
    QFETCH(const double, most);
    constexpr double goodShare = 0.3;
    constexpr double apart = 1.6;
    constexpr double limit = 0.8;
    constexpr Eigen::Index rows = 600;
    constexpr int files = 1000;
    std::mt19937 random(20261127);
    std::normal_distribution<double> noise;
    std::bernoulli_distribution isGood(goodShare);
    int kept = 0;
    int promised = 0;
    for (int file = 0; file < files; ++file) {
        LabelColumn label(rows);
        Eigen::ArrayXd score(rows);
        for (Eigen::Index row = 0; row < rows; ++row) {
            label[row] = isGood(random) ? 1 : 0;
            score[row] = noise(random) + (label[row] ? apart : 0.0);
        }
        const auto found = mostRecallAtPrecision(thresholdSweep(label, score), limit, {rule}).found;
        if (!found)
            continue;
        ++promised;
        const double t = found->threshold.value;
        const double right = goodShare * 0.5 * std::erfc((t - apart) / std::sqrt(2.0));
        const double wrong = (1.0 - goodShare) * 0.5 * std::erfc(t / std::sqrt(2.0));
        kept += right / (right + wrong) >= limit ? 1 : 0;
    }
    QVERIFY(promised > files * 9 / 10);
    const double share = double(kept) / promised;
    QVERIFY2(share >= least && share <= most, qPrintable(QString::number(share)));
}

ONEINN_TEST(TestPromise)

} // namespace tests::decision_promise

#include "tst_promise.moc"
