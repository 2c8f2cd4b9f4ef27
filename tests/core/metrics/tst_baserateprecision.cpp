// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/metrics/baserateprecision.h"

#include "core/assessment.h"
#include "support/predictionsofuses.h"
#include "support/sanitized.h"
#include "support/testprogram.h"
#include "support/usesofusers.h"
#include "support/vectors.h"

#include <QTest>

#include <random>

namespace tests::metrics_baserateprecision {

using namespace oneinn;
using namespace Qt::StringLiterals;

class TestBaseRatePrecision : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void interval_theVectors_data();
    void interval_theVectors();
    void statedShare_hasNoInterval();
    void simulatedFiles_intervalHoldsTheTruth_data();
    void simulatedFiles_intervalHoldsTheTruth();
};

namespace {

std::optional<Proportion> rateOf(double yes, double no)
{
    return proportion({yes, yes, yes}, {no, no, no});
}

Scenario at(double baseRate)
{
    Scenario scenario;
    scenario.selection.model = "model";
    scenario.threshold = {0.5};
    scenario.baseRate = baseRate;
    return scenario;
}

/// Users who differ in how often something is shown wrongly, or do not.
PairedRows file(std::mt19937_64 &random, unsigned users, double shownOfBad, bool differ)
{
    constexpr unsigned usesEach = 20;
    PairedRows uses = testsupport::usesOfUsers(users, usesEach);
    std::uniform_real_distribution<double> uniform;
    constexpr double a = 5.0;
    std::gamma_distribution<double> gammaA(a);
    std::gamma_distribution<double> gammaB(a * (1.0 - shownOfBad) / shownOfBad);
    for (Eigen::Index row = 0; row < uses.uses();) {
        const double x = gammaA(random);
        const double rate = differ ? x / (x + gammaB(random)) : shownOfBad;
        for (unsigned i = 0; i < usesEach; ++i, ++row) {
            uses.label[row] = uniform(random) < 0.4 ? 1 : 0;
            uses.score(row, 0) = uniform(random) < (uses.label[row] ? 0.5 : rate) ? 1.0 : 0.0;
        }
    }
    return uses;
}

} // namespace

void TestBaseRatePrecision::interval_theVectors_data()
{
    QTest::addColumn<QString>("id");
    QTest::newRow("tumour") << u"T9.baserate_ci.tumour"_s;
    QTest::newRow("no false alarm") << u"T9.baserate_ci.no_false_alarm"_s;
}

void TestBaseRatePrecision::interval_theVectors()
{
    QFETCH(const QString, id);
    const auto vector = testsupport::vector(id);
    const auto count = [&](const char *key) { return vector.input[QLatin1String(key)].toDouble(); };
    const Interval found =
            precisionAtBaseRate(*rateOf(count("tp"), count("fn")),
                                *rateOf(count("fp"), count("tn")), count("base_rate"));
    COMPARE_NEAR(found.low, vector.expected["interval"_L1][0].toDouble(), vector.tolerance);
    COMPARE_NEAR(found.high, vector.expected["interval"_L1][1].toDouble(), vector.tolerance);
}

void TestBaseRatePrecision::statedShare_hasNoInterval()
{
    std::mt19937_64 random(3);
    const auto predictions = testsupport::predictionsOf(file(random, 30, 0.1, true), false);
    const Assessment found =
            assess(*ScenarioRows::prepare(predictions, at(0.02)).value(), at(0.02));
    COMPARE_NEAR(found.experience[Share::Good]->interval.width(), 0.0, 1e-12);
    QCOMPARE(found.intervals.prevalence->interval.width(), 0.0);
    const Interval precision = found.intervals.precision->interval;
    COMPARE_NEAR(1.0 - precision.high, found.experience[Share::WrongOfShown]->interval.low, 1e-12);
    COMPARE_NEAR(1.0 - precision.low, found.experience[Share::WrongOfShown]->interval.high, 1e-12);
}

void TestBaseRatePrecision::simulatedFiles_intervalHoldsTheTruth_data()
{
    QTest::addColumn<unsigned>("users");
    QTest::addColumn<double>("shownOfBad");
    QTest::addColumn<bool>("differ");
    QTest::addColumn<double>("baseRate");
    QTest::newRow("rare, few false alarms") << 50U << 0.005 << false << 0.01;
    QTest::newRow("users differ") << 40U << 0.01 << true << 0.05;
    QTest::newRow("ordinary") << 60U << 0.1 << true << 0.1;
}

void TestBaseRatePrecision::simulatedFiles_intervalHoldsTheTruth()
{
    QFETCH(const unsigned, users);
    QFETCH(const double, shownOfBad);
    QFETCH(const bool, differ);
    QFETCH(const double, baseRate);
    constexpr int files = testsupport::isSanitized ? 20 : 600;
    const double truth = baseRate * 0.5 / (baseRate * 0.5 + (1.0 - baseRate) * shownOfBad);
    std::mt19937_64 random(99);
    int held = 0;
    for (int i = 0; i < files; ++i) {
        const auto predictions =
                testsupport::predictionsOf(file(random, users, shownOfBad, differ), false);
        const Assessment found =
                assess(*ScenarioRows::prepare(predictions, at(baseRate)).value(), at(baseRate));
        const Interval interval = found.intervals.precision->interval;
        held += interval.low <= truth && truth <= interval.high ? 1 : 0;
    }
    const double rate = double(held) / files;
    qInfo("%.3f", rate);
    if (!testsupport::isSanitized)
        QVERIFY(rate >= 0.93);
}

ONEINN_TEST(TestBaseRatePrecision)

} // namespace tests::metrics_baserateprecision

#include "tst_baserateprecision.moc"
