// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/decision/promise.h"

#include "core/decision/bestthreshold.h"
#include "core/decision/clusteredpromise.h"
#include "core/metrics/proportion.h"
#include "core/predictions/predictions.h"
#include "support/sanitized.h"
#include "support/simulation.h"
#include "support/testprogram.h"
#include "support/vectors.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <random>
#include <vector>

namespace tests::decision_promise {

using namespace oneinn;

class TestPromise : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void lowerLimit_isWilsons();
    void promise_onNewRows_isKept_data();
    void promise_onNewRows_isKept();
    void promise_whereverPrecisionLies_isBrokenBySeldomMoreThanPromised_data();
    void promise_whereverPrecisionLies_isBrokenBySeldomMoreThanPromised();
    void promise_whereMuchIsRight_isAsLowAsAtOneThreshold();
    void promise_wrongOnesWeighMore_isSeldomBroken();
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
    COMPARE_NEAR((Promise{PromiseRule::LowerLimit, 0.5, 0.5}.precision(6.0, 2.0)),
                 promise.precision(3.0, 1.0), 1e-12);
    QCOMPARE(Promise().precision(3.0, 1.0), 0.75);
    // Wrong ones that weigh three times as much: 30 of 34 cases, 30 of 42 by weight.
    const double ofCases = promise.precision(30.0, 4.0);
    COMPARE_NEAR((Promise{PromiseRule::LowerLimit, 1.0, 1.0 / 3.0}.precision(30.0, 12.0)),
                 ofCases / (ofCases + 3.0 * (1.0 - ofCases)), 1e-12);
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
    const int files = testsupport::simulatedFiles(1000, 1000);
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
    QVERIFY2(promised > files / 2, qPrintable(QString::number(promised)));
    const double share = double(kept) / promised;
    testsupport::tellSimulated(QStringLiteral("a promised precision is kept on new uses"),
                               testsupport::ofHundred(kept, promised));
    QVERIFY2(share >= least && share <= most, qPrintable(QString::number(share)));
}

/// A file of rows in the order of their scores, each good with its own chance.
ThresholdSweep drawn(const std::vector<double> &chances, std::mt19937 &random)
{
    const auto rows = static_cast<Eigen::Index>(chances.size());
    LabelColumn label(rows);
    Eigen::ArrayXd score(rows);
    for (Eigen::Index row = 0; row < rows; ++row) {
        std::bernoulli_distribution isGood(chances[static_cast<std::size_t>(row)]);
        label[row] = isGood(random) ? 1 : 0;
        score[row] = double(rows - row);
    }
    return thresholdSweep(label, score);
}

using Chances = std::function<double(double share)>; ///< of rows above

std::vector<double> chancesOf(std::size_t rows, const Chances &chanceAt)
{
    std::vector<double> chances(rows);
    for (std::size_t row = 0; row < rows; ++row)
        chances[row] = std::clamp(chanceAt((double(row) + 0.5) / double(rows)), 0.0, 1.0);
    return chances;
}

void TestPromise::promise_whereverPrecisionLies_isBrokenBySeldomMoreThanPromised_data()
{
    QTest::addColumn<double>("limit");
    QTest::addColumn<std::size_t>("rows");
    QTest::addColumn<Chances>("chance");
    for (const double limit : {0.5, 0.8, 0.9}) {
        const auto row = [&](const char *name, std::size_t rows, const Chances &chance) {
            QTest::addRow("%s, %.1f", name, limit) << limit << rows << chance;
        };
        // At each threshold by itself 35 to 48 of 100 of the first, 20 to 33 of the second.
        row("nowhere, nearly", 2000, [=](double) { return limit - 0.0005; });
        row("nowhere, few rows", 300, [=](double) { return limit - 0.005; });
        row("nowhere", 5000, [=](double) { return limit - 0.01; });
        row("good at the top", 3000,
            [=](double share) { return share < 0.02 ? 0.995 : limit - 0.01; });
        row("flat, then less", 2000,
            [=](double share) { return std::min(limit + 0.03, 1.0 - share); });
        row("less and less", 2000, [](double share) { return 0.99 - 0.89 * share; });
    }
}

/// Of all files, not only of those that promise something.
void TestPromise::promise_whereverPrecisionLies_isBrokenBySeldomMoreThanPromised()
{
    QFETCH(const double, limit);
    QFETCH(const std::size_t, rows);
    QFETCH(const Chances, chance);
    const int files = testsupport::simulatedFiles(700, 20);
    constexpr double most = 0.05 + 0.025; // three standard errors of so many files
    const std::vector<double> chances = chancesOf(rows, chance);
    std::mt19937 random(20261128);
    int broken = 0;
    for (int file = 0; file < files; ++file) {
        const auto found =
                mostRecallAtPrecision(drawn(chances, random), limit, {PromiseRule::LowerLimit})
                        .found;
        if (!found)
            continue;
        const auto shown = static_cast<std::ptrdiff_t>(double(rows) - found->threshold.value) + 1;
        const double right = std::accumulate(chances.begin(), chances.begin() + shown, 0.0);
        broken += right / double(shown) < limit - 1e-9 ? 1 : 0;
    }
    testsupport::tellSimulated(QStringLiteral("at most 5 of 100 files promise and break it"),
                               testsupport::ofHundred(broken, files));
    if (!testsupport::isSanitized)
        QVERIFY2(broken <= most * files, qPrintable(QString::number(broken)));
}

/// Looking at all of them costs nothing where there is much to be sure of.
void TestPromise::promise_whereMuchIsRight_isAsLowAsAtOneThreshold()
{
    constexpr double limit = 0.8;
    const std::vector<double> chances =
            chancesOf(5000, [](double share) { return 0.99 - 0.89 * share; });
    std::mt19937 random(7);
    const Promise promise{PromiseRule::LowerLimit};
    for (int file = 0; file < 50; ++file) {
        const ThresholdSweep sweep = drawn(chances, random);
        const auto found = mostRecallAtPrecision(sweep, limit, promise).found;
        QVERIFY(found);
        // Below it, the first that does not keep it by itself: no file is passed up.
        Eigen::Index row = 0;
        while (sweep.threshold[row] > found->threshold.value)
            ++row;
        Eigen::Index next = row + 1;
        while (promise.precision(sweep.tp[next], sweep.fp[next]) >= limit)
            ++next;
        QCOMPARE(sweep.tp[next - 1], sweep.tp[row]);
    }
}

/// Wrong ones drawn thinner and weighed up; the scores say nothing, and no threshold keeps it.
void TestPromise::promise_wrongOnesWeighMore_isSeldomBroken()
{
    constexpr double limit = 0.8;
    constexpr double right = 0.79; // by weight
    constexpr Eigen::Index rows = 1000;
    const int files = testsupport::simulatedFiles(600, 20);
    std::mt19937 random(54);
    for (const double weightOfBad : {3.0, 10.0, 100.0}) {
        std::bernoulli_distribution isGood(right * weightOfBad
                                           / (right * weightOfBad + 1.0 - right));
        int promised = 0;
        for (int file = 0; file < files; ++file) {
            LabelColumn label(rows);
            Eigen::ArrayXd score(rows);
            Eigen::ArrayXd weight(rows);
            Tally good, bad;
            for (Eigen::Index row = 0; row < rows; ++row) {
                label[row] = isGood(random) ? 1 : 0;
                score[row] = double(row);
                weight[row] = label[row] ? 1.0 : weightOfBad;
                (label[row] ? good : bad) += {1.0, weight[row], weight[row] * weight[row]};
            }
            const Promise promise = promiseFor(PromiseRule::LowerLimit, good, bad, false);
            const auto sweep = thresholdSweep(label, score, &weight);
            promised += mostRecallAtPrecision(sweep, limit, promise).found ? 1 : 0;
        }
        qInfo("weighing %.0f: promised in %d of %d", weightOfBad, promised, files);
        testsupport::tellSimulated(
                QStringLiteral("the same, wrong ones weigh %1 times as much").arg(weightOfBad),
                testsupport::ofHundred(promised, files));
        if (!testsupport::isSanitized)
            QVERIFY2(promised <= 0.075 * files, qPrintable(QString::number(promised)));
    }
}

ONEINN_TEST(TestPromise)

} // namespace tests::decision_promise

#include "tst_promise.moc"
