// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/comparison/sharedifferences.h"

#include "core/comparison/modelcomparison.h"
#include "core/policies/policy.h"
#include "support/sanitized.h"
#include "support/testprogram.h"

#include <QTest>

#include <cmath>
#include <random>

namespace tests::comparison_sharedifferences {

using namespace oneinn;

namespace {

constexpr double longest = 1000.0; ///< latencies are spread evenly up to it
constexpr double budget = 600.0;
constexpr double low = 0.4;
constexpr double high = 0.6;

/// A world in which everything is known. Users differ in how often there is something good to show
/// (0.1, 0.4 or 0.7); scores of good ones have the density 2 s, of bad ones 2 (1 - s).
struct World {
    int users = 50;
    int usesEach = 16;
    bool weighted = false;
};

double uniform(std::mt19937 &random)
{
    return std::uniform_real_distribution(0.0, 1.0)(random);
}

PairedRows rowsOf(const World &world, std::mt19937 &random)
{
    const Eigen::Index uses = Eigen::Index(world.users) * world.usesEach;
    PairedRows rows;
    rows.models = {""};
    rows.label = LabelColumn::Zero(uses);
    rows.weight = Eigen::ArrayXd::Ones(uses);
    rows.score = Eigen::ArrayXXd::Zero(uses, 1);
    rows.latency = Eigen::ArrayXXd::Zero(uses, 1);
    rows.user.resize(uses);
    double good = 0.0;
    double weight = 1.0;
    for (Eigen::Index use = 0; use < uses; ++use) {
        if (use % world.usesEach == 0) { // another user
            good = 0.1 + 0.3 * double(random() % 3);
            weight = world.weighted && random() % 2 == 0 ? 3.0 : 1.0;
        }
        rows.weight[use] = weight;
        rows.user[use] = static_cast<std::uint32_t>(use / world.usesEach);
        rows.label[use] = uniform(random) < good ? 1 : 0;
        const double root = std::sqrt(uniform(random));
        rows.score(use, 0) = rows.label[use] != 0 ? root : 1.0 - root;
        rows.latency(use, 0) = longest * uniform(random);
    }
    return rows;
}

/// What is true of a threshold there, with nothing shown after the budget.
struct Truth {
    double recall = 0.0;
    double falseAlarms = 0.0;
    double precision = 0.0;
    double value = 0.0;
};

Truth truthOf(double threshold, const UseTerms &terms)
{
    constexpr int steps = 100000;
    double inTime = 0.0; // there when an answer comes, and it comes in time
    for (int i = 0; i < steps; ++i) {
        const double latency = longest * (i + 0.5) / steps;
        if (latency <= budget)
            inTime += terms.patience.stillWaiting({latency}) / steps;
    }
    const double stays = inTime + (1.0 - budget / longest) * terms.patience.stillWaiting({budget});
    constexpr double good = 0.4;
    Truth truth;
    truth.recall = inTime * (1.0 - threshold * threshold);
    truth.falseAlarms = inTime * (1.0 - threshold) * (1.0 - threshold);
    const double right = good * truth.recall;
    const double wrong = (1.0 - good) * truth.falseAlarms;
    truth.precision = right / (right + wrong);
    const OutcomeValues &v = terms.values;
    truth.value = right * v.tp() + wrong * v.fp() + (good * stays - right) * v.fn()
            + ((1.0 - good) * stays - wrong) * v.tn() + (1.0 - stays) * v.late();
    return truth;
}

/// How often an interval holds what is true.
struct Covered {
    int recall = 0;
    int falseAlarms = 0;
    int precision = 0;
    int value = 0;
};

} // namespace

/// Differences of the shares that are shown.
class TestShareDifferences : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void interval_coversTheTruth_data();
    void interval_coversTheTruth();
};

void TestShareDifferences::interval_coversTheTruth_data()
{
    QTest::addColumn<World>("world");
    QTest::newRow("users with uses alike") << World{};
    QTest::newRow("few users") << World{.users = 25, .usesEach = 30};
    QTest::newRow("weights") << World{.users = 60, .usesEach = 12, .weighted = true};
    QTest::newRow("a use each") << World{.users = 600, .usesEach = 1};
}

/// 95 % is promised.
void TestShareDifferences::interval_coversTheTruth()
{
    QFETCH(const World, world);
    const UseTerms terms{{3.0, -4.0, -1.0, 0.5, -2.0},
                         PatienceCurve({{{200.0}, 0.9}, {{800.0}, 0.4}})};
    const Truth a = truthOf(low, terms);
    const Truth b = truthOf(high, terms);
    constexpr int studies = testsupport::isSanitized ? 40 : 1000;
    std::mt19937 random(41);
    Covered covered;
    for (int study = 0; study < studies; ++study) {
        const PairedRows rows = rowsOf(world, random);
        const auto of = [&rows](double threshold) {
            return outcomes(rows, SingleModel{{0, {threshold}}, Milliseconds{budget}});
        };
        const ModelComparison found = compareModels(rows, of(low), of(high), terms);
        const auto holds = [](const MeasureComparison &measure, double truth) {
            return measure.interval.low <= truth && truth <= measure.interval.high ? 1 : 0;
        };
        covered.recall += holds(*found.recall, a.recall - b.recall);
        covered.falseAlarms += holds(*found.falseAlarmRate, a.falseAlarms - b.falseAlarms);
        covered.precision += holds(*found.precision, a.precision - b.precision);
        covered.value += holds(found.valuePerUse, a.value - b.value);
    }
    const std::pair<const char *, int> counts[] = {{"recall", covered.recall},
                                                   {"false alarms", covered.falseAlarms},
                                                   {"precision", covered.precision},
                                                   {"value", covered.value}};
    for (const auto &[name, count] : counts) {
        const double share = double(count) / studies;
        const double least = testsupport::isSanitized ? 0.8 : 0.93;
        const double most = testsupport::isSanitized ? 1.0 : 0.975;
        QVERIFY2(share >= least && share <= most,
                 qPrintable(QStringLiteral("%1: %2").arg(QLatin1String(name)).arg(share)));
    }
}

ONEINN_TEST(TestShareDifferences)

} // namespace tests::comparison_sharedifferences

#include "tst_sharedifferences.moc"
