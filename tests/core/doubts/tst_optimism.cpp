// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/doubts/labelworth.h"
#include "core/doubts/thresholddoubts.h"
#include "support/predictionsofuses.h"
#include "support/sanitized.h"
#include "support/simulation.h"
#include "support/testprogram.h"
#include "support/usesofusers.h"

#include <QTest>

#include <cmath>
#include <random>

/// What a threshold is worth on uses that it was not chosen on: of worlds whose truth is known.
namespace tests::doubts_optimism {

using namespace oneinn;

class TestOptimism : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void expected_ofSimulatedFiles_isNearTheTruth_data();
    void expected_ofSimulatedFiles_isNearTheTruth();
    void labelsWorth_whereNothingIsBetter_isOfNoLoss();
};

namespace {

const int files = testsupport::simulatedFiles(200, 8);
constexpr double goodShare = 0.4;

/// Scores of bad ones are normal around a place of their user's, those of good ones higher.
struct World {
    unsigned users = 100;
    unsigned usesEach = 1;
    double apart = 1.0;
    double spreadOfUsers = 0.0;
    double wrongCosts = 1.0;

    double deviation() const { return std::sqrt(1.0 + spreadOfUsers * spreadOfUsers); }
    double beyond(double score) const
    {
        return 0.5 * std::erfc(score / deviation() / std::sqrt(2.0));
    }
    double valueAt(double threshold) const
    {
        return goodShare * beyond(threshold - apart)
                - wrongCosts * (1.0 - goodShare) * beyond(threshold);
    }
    double trulyBest() const
    {
        double best = std::numeric_limits<double>::infinity();
        double most = 0.0;
        for (double t = -8.0; t < 8.0; t += 0.001) {
            if (const double value = valueAt(t); value > most + 1e-12) {
                most = value;
                best = t;
            }
        }
        return best;
    }
    PredictionsPtr file(std::mt19937_64 &random) const
    {
        return testsupport::predictionsOf(
                testsupport::scoredUsesOfUsers(users, usesEach, {goodShare, apart, spreadOfUsers},
                                               random),
                false);
    }
};

} // namespace

void TestOptimism::expected_ofSimulatedFiles_isNearTheTruth_data()
{
    QTest::addColumn<int>("users");
    QTest::addColumn<int>("usesEach");
    QTest::addColumn<double>("apart");
    QTest::addColumn<double>("spread");
    QTest::addColumn<double>("wrongCosts");
    // At even worth nothing is gained or lost by anything shown, on average.
    QTest::newRow("nothing is better, uses") << 300 << 1 << 0.0 << 0.0 << 2.0 / 3.0;
    QTest::newRow("nothing is better, users") << 60 << 20 << 0.0 << 0.7 << 2.0 / 3.0;
    QTest::newRow("one is best, 300 uses") << 300 << 1 << 1.0 << 0.0 << 1.0;
    QTest::newRow("one is best, 3,000 uses") << 3000 << 1 << 1.0 << 0.0 << 1.0;
    QTest::newRow("one is best, 60 users") << 60 << 20 << 1.0 << 0.7 << 1.0;
    QTest::newRow("one is best, 12 users") << 12 << 50 << 1.0 << 0.7 << 1.0;
}

void TestOptimism::expected_ofSimulatedFiles_isNearTheTruth()
{
    QFETCH(const int, users);
    QFETCH(const int, usesEach);
    QFETCH(const double, apart);
    QFETCH(const double, spread);
    QFETCH(const double, wrongCosts);
    const World world{static_cast<unsigned>(users), static_cast<unsigned>(usesEach), apart, spread,
                      wrongCosts};
    const double trulyBest = world.trulyBest();
    std::mt19937_64 random(29);
    double tooHigh = 0.0;  // of what is told on the uses it was chosen on
    double takenOff = 0.0; // of it
    double squares = 0.0;
    int holds = 0;
    for (int i = 0; i < files; ++i) {
        Scenario scenario;
        scenario.selection.model = "model";
        scenario.values = OutcomeValues(1.0, -wrongCosts, 0.0, 0.0);
        DoubtsQuestion question = doubtsQuestion(scenario);
        question.resamples = 200;
        question.seed = random();
        const auto rows = ScenarioRows::prepare(world.file(random), question).value();
        const auto doubts = thresholdDoubts(*rows, question).value();
        QVERIFY(doubts.choice.has_value());
        const double threshold = doubts.best.threshold.value;
        const double truth = std::isinf(threshold) ? 0.0 : world.valueAt(threshold);
        tooHigh += doubts.best.best - truth;
        takenOff += doubts.choice->optimism;
        const double left = doubts.best.best - truth - doubts.choice->optimism;
        squares += left * left;
        holds += doubts.choice->range.low <= trulyBest && trulyBest <= doubts.choice->range.high
                ? 1
                : 0;
    }
    tooHigh *= 1000.0 / files;
    takenOff *= 1000.0 / files;
    const double error = 1000.0 * std::sqrt(squares / files / files);
    const double part = takenOff / tooHigh;
    qInfo("too high by %.2f per 1,000 uses, %.2f taken off, +- %.2f; range holds the truly best in "
          "%d of %d",
          tooHigh, takenOff, error, holds, files);
    testsupport::tellSimulated(
            QStringLiteral("most of what the best threshold looks too good is taken off"),
            QStringLiteral("too good by %1 of 1,000 uses, %2 taken off")
                    .arg(QString::number(tooHigh, 'f', 1), QString::number(takenOff, 'f', 1)));
    if (apart > 0.0)
        testsupport::tellSimulated(
                QStringLiteral("the range over 90 of 100 resamples holds the truly best"),
                testsupport::ofHundred(holds, files));
    if (testsupport::isSanitized)
        return;
    QVERIFY(tooHigh > 4.0 * error);
    // A resample's best is chosen by two chances, that of the file and that of drawing, and half of
    // what both bring is seen: where nothing is better 1/sqrt(2) of it, elsewhere somewhat more.
    if (apart == 0.0)
        QVERIFY(std::abs(takenOff - tooHigh / std::sqrt(2.0)) < 3.0 * error);
    QVERIFY2(part > 0.55 && part < 1.0, qPrintable(QString::number(part)));
    // 90 of 100 in the long run, less where users are few.
    if (apart > 0.0)
        QVERIFY(holds >= 0.82 * files);
}

/// What the best looks too good by makes it no worse than the setting it is compared with.
void TestOptimism::labelsWorth_whereNothingIsBetter_isOfNoLoss()
{
    const World world{200, 1, 0.0, 0.0, 2.0 / 3.0};
    std::mt19937_64 random(31);
    constexpr int some = testsupport::isSanitized ? 8 : 40;
    double told = 0.0;
    double found = 0.0;
    for (int i = 0; i < some; ++i) {
        Scenario scenario;
        scenario.selection.model = "model";
        scenario.values = OutcomeValues(1.0, -world.wrongCosts, 0.0, 0.0);
        DoubtsQuestion question = doubtsQuestion(scenario);
        question.resamples = 100;
        const auto rows = ScenarioRows::prepare(world.file(random), question).value();
        const auto doubts = thresholdDoubts(*rows, question).value();
        const auto worth = labelWorth(*rows, doubts, Threshold{0.5}, {}).value();
        if (!worth)
            continue;
        QVERIFY(worth->known.difference >= 0.0);
        QVERIFY(worth->plan.perUse <= worth->ofCertainty);
        told += 1000.0 * worth->known.difference / some;
        found += 1000.0 * (doubts.best.best - doubts.choice->optimism) / some;
    }
    qInfo("the best is worth 0 and told to be worth %.1f per 1,000 uses more than 0.5; by itself "
          "%.1f",
          told, found);
    QVERIFY(testsupport::isSanitized || told < 25.0);
}

ONEINN_TEST(TestOptimism)

} // namespace tests::doubts_optimism

#include "tst_optimism.moc"
