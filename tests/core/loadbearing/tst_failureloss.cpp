// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/latency/patience.h"
#include "core/loadbearing/failureloss.h"
#include "core/loadbearing/headroom.h"

#include "support/testprogram.h"
#include "support/vectors.h"

#include <QTest>

#include <algorithm>
#include <random>

namespace tests::loadbearing_failureloss {

using namespace oneinn;
using namespace Qt::StringLiterals;
using testsupport::number;
using testsupport::numbers;
using testsupport::optionalNumber;

namespace {

constexpr double second = 1000.0;

/// A product of which only rates and latencies are known, as the vectors have it.
struct Product {
    testsupport::Vector vector;
    OutcomeValues values;
    double stillThere = 0.0;
    CellsAtSlowdown cells;

    double input(QLatin1String key) const { return number(vector.input.value(key)); }
    double utility(QLatin1String key) const
    {
        return number(vector.input.value("utility"_L1).toObject().value(key));
    }

    explicit Product(const QString &id)
        : vector(testsupport::vector(id))
        , values(utility("tp"_L1), utility("fp"_L1), utility("fn"_L1), utility("tn"_L1),
                 utility("late"_L1))
    {
        std::vector<PatiencePoint> points;
        const auto pairs = vector.input.value("patience_points"_L1).toArray();
        for (const auto &pair : pairs)
            points.push_back({{second * number(pair[0])}, number(pair[1])});
        const PatienceCurve patience(points);
        const Eigen::ArrayXd latency = second * numbers(vector.input.value("latency_s"_L1));
        const auto share = [patience, latency](double slowdown) {
            double sum = 0.0;
            for (const double wait : latency)
                sum += patience.stillWaiting({slowdown * wait});
            return sum / static_cast<double>(latency.size());
        };
        stillThere = share(1.0);
        cells = [share, prevalence = input("prevalence"_L1), recall = input("recall"_L1),
                 precision = input("precision"_L1)](double slowdown) {
            return servedCells(prevalence, recall, precision, share(slowdown));
        };
    }
};

Failure failureOf(const QString &name)
{
    return name == "latency"_L1      ? Failure::Latency
            : name == "precision"_L1 ? Failure::Precision
                                     : Failure::Recall;
}

constexpr std::pair<Failure, QLatin1String> names[] = {
        {Failure::Latency, QLatin1String("latency")},
        {Failure::Precision, QLatin1String("precision")},
        {Failure::Recall, QLatin1String("recall")},
};

void addProducts()
{
    QTest::addColumn<QString>("id");
    for (const QString &id : testsupport::vectorIds(u"T6.load."_s))
        QTest::newRow(qPrintable(id)) << id;
}

ServedCells randomCells(std::mt19937_64 &engine)
{
    const auto some = [&engine] { return static_cast<double>(engine() % 1000U); };
    return {some(), some(), some(), some(), 1.0 + some()};
}

OutcomeValues randomValues(std::mt19937_64 &engine)
{
    const auto some = [&engine] { return static_cast<double>(engine() % 200U) / 10.0 - 10.0; };
    return {some(), some(), some(), some(), some()};
}

} // namespace

class TestFailureLoss : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void product_losses_data() { addProducts(); }
    void product_losses();
    void product_headroom_data() { addProducts(); }
    void product_headroom();
    void shapley_addsUpToTheJointLoss();
    void shapley_isTheMeanOverOrders();
    void worseningMoreThanThereIs_takesAll();
    void everythingShown_isWrongMoreOften();
    void tie_nobodyIsFirst();
    void failuresThatActOnEachOther_areWarnedOf();
    void noBetterThanNothing_noHeadroom();
    void headroom_isWhereTheValueIsLost();
    void withoutPredictions_everyPositiveIsMissed();
};

void TestFailureLoss::product_losses()
{
    QFETCH(QString, id);
    const Product product(id);
    const auto &expected = product.vector.expected;
    const double tolerance = product.vector.tolerance;
    const double d = product.input("step"_L1);
    const ServedCells now = product.cells(1.0);
    const FailureLosses losses =
            failureLosses(now, product.cells(1.0 + d), PerFailure<double>{d, d, d}, product.values);
    COMPARE_NEAR(losses.value, number(expected["base_value"_L1]), tolerance);
    COMPARE_NEAR(now.uses() - now.unserved, number(expected["S_bar"_L1]), tolerance);
    COMPARE_NEAR(now.fp / (now.fp + now.tn), number(expected["false_alarm_rate"_L1]), tolerance);
    COMPARE_NEAR(losses.joint, number(expected["total_loss_all_three"_L1]), tolerance);
    QVERIFY(losses.share);
    for (const auto &[failure, name] : names) {
        COMPARE_NEAR(losses.alone[failure], number(expected["loss_one_at_a_time"_L1][name]),
                     tolerance);
        COMPARE_NEAR(losses.shapley[failure], number(expected["shapley"_L1][name]), tolerance);
        COMPARE_NEAR((*losses.share)[failure], number(expected["share"_L1][name]), tolerance);
    }
    const auto ranking = expected["ranking"_L1].toArray();
    for (qsizetype i = 0; i < 3; ++i)
        QCOMPARE(losses.ranking[static_cast<std::size_t>(i)], failureOf(ranking[i].toString()));
    QCOMPARE(losses.first, std::optional(failureOf(ranking[0].toString())));
    QVERIFY(!losses.interact);
}

void TestFailureLoss::product_headroom()
{
    QFETCH(QString, id);
    const Product product(id);
    const auto &expected = product.vector.expected;
    COMPARE_NEAR(product.utility("none"_L1), number(expected["no_ai_value"_L1]),
                 product.vector.tolerance);
    const Headroom found = headroom(product.cells, product.values, product.utility("none"_L1));
    for (const auto &[failure, name] : names)
        COMPARE_NEAR(found[failure], optionalNumber(expected["headroom"_L1][name]),
                     product.vector.tolerance);
}

void TestFailureLoss::shapley_addsUpToTheJointLoss()
{
    std::mt19937_64 engine(1U);
    for (int i = 0; i < 2000; ++i) {
        const auto losses = failureLosses(randomCells(engine), randomCells(engine),
                                          PerFailure<double>{0.1, 0.7, 2.0}, randomValues(engine));
        COMPARE_NEAR(losses.shapley.latency + losses.shapley.precision + losses.shapley.recall,
                     losses.joint, 1e-12);
    }
}

void TestFailureLoss::shapley_isTheMeanOverOrders()
{
    std::mt19937_64 engine(2U);
    for (int i = 0; i < 50; ++i) {
        const ServedCells now = randomCells(engine);
        const ServedCells slowed = randomCells(engine);
        const OutcomeValues values = randomValues(engine);
        const PerFailure<double> step{0.1, 0.3, 0.2};
        const auto value = [&](const PerFailure<bool> &worse) {
            return valuePerUse(worsened(worse.latency ? slowed : now,
                                        worse.precision ? step.precision : 0.0,
                                        worse.recall ? step.recall : 0.0),
                               values);
        };
        PerFailure<double> mean;
        auto order = everyFailure;
        do {
            PerFailure<bool> worse;
            for (const Failure failure : order) {
                const double before = value(worse);
                worse[failure] = true;
                mean[failure] += (before - value(worse)) / 6.0;
            }
        } while (std::next_permutation(order.begin(), order.end()));
        const auto losses = failureLosses(now, slowed, step, values);
        for (const Failure failure : everyFailure)
            COMPARE_NEAR(losses.shapley[failure], mean[failure], 1e-12);
    }
}

/// Beyond what is withheld right ones come out wrong.
void TestFailureLoss::worseningMoreThanThereIs_takesAll()
{
    const ServedCells some = worsened({10.0, 4.0, 2.0, 6.0, 1.0}, 2.0, 0.5);
    QCOMPARE(some.tn, 0.0);
    QCOMPARE(some.fp, 12.0);
    QCOMPARE(some.tp, 7.0);
    QCOMPARE(some.fn, 3.0);
    QCOMPARE(some.uses(), 23.0);
    const ServedCells all = worsened({10.0, 4.0, 2.0, 6.0, 1.0}, 100.0, 0.5);
    QCOMPARE(all.fp, 20.0);
    QCOMPARE(all.tp, 0.0);
    QCOMPARE(all.fn, 2.0);
    QCOMPARE(all.uses(), 23.0);
}

/// With everything shown nothing is withheld that could be shown wrongly: it is the model that can
/// be wrong more often, and precision loses by that.
void TestFailureLoss::everythingShown_isWrongMoreOften()
{
    const ServedCells cells{.tp = 87.0, .fp = 13.0, .fn = 0.0, .tn = 0.0, .unserved = 0.0};
    const OutcomeValues values{1.0, -3.0, -1.0, 0.0, 0.0};
    const auto losses = failureLosses(cells, cells, PerFailure<double>{0.1, 0.1, 0.1}, values);
    // 1.3 of 100 more are wrong in place of right.
    COMPARE_NEAR(losses.alone.precision, 1.3 * 4.0 / 100.0, 1e-12);
    QCOMPARE(losses.alone.recall, 0.0);
    QCOMPARE(losses.first, std::optional(Failure::Precision));
    QVERIFY(losses.spoilsRightOnes);
    const auto withheld = failureLosses({80.0, 10.0, 5.0, 5.0, 0.0}, {80.0, 10.0, 5.0, 5.0, 0.0},
                                        PerFailure<double>{0.1, 0.1, 0.1}, values);
    QVERIFY(!withheld.spoilsRightOnes);
}

void TestFailureLoss::tie_nobodyIsFirst()
{
    QVERIFY(!firstOf({0.2, 0.2, 0.1}));
    QVERIFY(!firstOf({-0.2, 0.0, -0.1}));
    QCOMPARE(firstOf({-0.2, 0.1, 0.3}), std::optional(Failure::Recall));
}

void TestFailureLoss::failuresThatActOnEachOther_areWarnedOf()
{
    // Slowing down loses nearly all uses, so that more misses hardly matter any more.
    const ServedCells now{50.0, 0.0, 50.0, 0.0, 0.0};
    const ServedCells slowed{5.0, 0.0, 5.0, 0.0, 90.0};
    const auto losses = failureLosses(now, slowed, PerFailure<double>{0.1, 0.1, 0.9},
                                      OutcomeValues(1.0, -1.0, -1.0, 0.0, 0.0));
    QVERIFY(losses.interact);
}

void TestFailureLoss::noBetterThanNothing_noHeadroom()
{
    const CellsAtSlowdown cells = [](double) { return ServedCells{1.0, 9.0, 1.0, 9.0, 0.0}; };
    const Headroom none = headroom(cells, OutcomeValues(1.0, -1.0, -1.0, 0.0), 0.0);
    QCOMPARE(none, (Headroom{0.0, 0.0, 0.0}));
    // Nothing that can get worse: never.
    const CellsAtSlowdown perfect = [](double) { return ServedCells{5.0, 0.0, 0.0, 5.0, 0.0}; };
    QCOMPARE(headroom(perfect, OutcomeValues(1.0, -1.0, -1.0, 0.0), -0.5), Headroom());
}

void TestFailureLoss::headroom_isWhereTheValueIsLost()
{
    const OutcomeValues values(2.0, -1.0, -0.5, 0.0, -0.1);
    const CellsAtSlowdown cells = [](double slowdown) {
        const double there = std::exp(-0.3 * slowdown);
        return servedCells(0.4, 0.7, 0.6, there);
    };
    const double none = 0.2;
    const Headroom found = headroom(cells, values, none);
    COMPARE_NEAR(valuePerUse(cells(1.0 + *found.latency), values), none, 1e-9);
    COMPARE_NEAR(valuePerUse(worsened(cells(1.0), *found.precision, 0.0), values), none, 1e-9);
    COMPARE_NEAR(valuePerUse(worsened(cells(1.0), 0.0, *found.recall), values), none, 1e-9);
}

void TestFailureLoss::withoutPredictions_everyPositiveIsMissed()
{
    QCOMPARE(valueWithoutPredictions(0.25, OutcomeValues(5.0, -3.0, -2.0, 1.0)), 0.25);
}

ONEINN_TEST(TestFailureLoss)

} // namespace tests::loadbearing_failureloss

#include "tst_failureloss.moc"
