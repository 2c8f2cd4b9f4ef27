// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/decision/worthoflabels.h"

#include "support/testprogram.h"
#include "support/vectors.h"

#include <QTest>

#include <cmath>
#include <random>

namespace tests::decision_worthoflabels {

using namespace oneinn;
using namespace Qt::StringLiterals;
using testsupport::number;
using testsupport::optionalNumber;

class TestWorthOfLabels : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void worth_asVectors_data();
    void worth_asVectors();
    void breakEven_asVectors_data();
    void breakEven_asVectors();
    void worth_isWhatChoosingAgainGains();
};

void TestWorthOfLabels::worth_asVectors_data()
{
    QTest::addColumn<QString>("id");
    for (const auto *id : {"undecided", "equal", "certain"})
        QTest::newRow(id) << u"T9.voi."_s + QLatin1String(id);
}

void TestWorthOfLabels::worth_asVectors()
{
    QFETCH(QString, id);
    const testsupport::Vector vector = testsupport::vector(id);
    const auto input = [&](QLatin1String key) { return number(vector.input.value(key)); };
    const KnownDifference known{input("difference"_L1), input("se"_L1), input("n"_L1)};
    const QJsonObject expected = vector.expected.toObject();
    const double uses = input("uses_per_year"_L1);
    const double price = vector.input["cost_per_label"_L1].toDouble();
    COMPARE_NEAR(1000.0 * worthOfCertainty(known), number(expected["evpi_per_1000"_L1]), 1e-9);
    const QJsonArray plans = expected["plans"_L1].toArray();
    const Eigen::ArrayXd more = testsupport::numbers(vector.input["more"_L1]);
    QCOMPARE(more.size(), plans.size());
    for (qsizetype i = 0; i < plans.size(); ++i) {
        const LabelPlan plan = worthOfLabels(known, more[i]);
        COMPARE_NEAR(1000.0 * plan.perUse, number(plans[i]["evsi_per_1000"_L1]), 1e-9);
        COMPARE_NEAR(uses * plan.perUse - price * more[i], number(plans[i]["net_per_year"_L1]),
                     1e-6);
        COMPARE_NEAR(plan.chanceOfChange, number(plans[i]["chance_of_change"_L1]), 1e-9);
    }
}

void TestWorthOfLabels::breakEven_asVectors_data()
{
    QTest::addColumn<QString>("id");
    for (const QString &id : testsupport::vectorIds(u"T9.voi.break_even"_s))
        QTest::newRow(qPrintable(id)) << id;
}

void TestWorthOfLabels::breakEven_asVectors()
{
    QFETCH(QString, id);
    const testsupport::Vector vector = testsupport::vector(id);
    const auto cells = [&](QLatin1String key) {
        const QJsonObject object = vector.input.value(key).toObject();
        return ConfusionMatrix(number(object["tp"_L1]), number(object["fp"_L1]),
                               number(object["fn"_L1]), number(object["tn"_L1]));
    };
    const QJsonObject worth = vector.input["values"_L1].toObject();
    const auto valueOf = [&](QLatin1String key) { return number(worth.value(key)); };
    const BreakEven found =
            breakEven(cells("shares_now"_L1), cells("shares_other"_L1),
                      {valueOf("tp"_L1), valueOf("fp"_L1), valueOf("fn"_L1), valueOf("tn"_L1)},
                      number(vector.input["base_rate"_L1]));
    const QJsonObject expected = vector.expected.toObject();
    const QJsonObject values = expected["break_even"_L1].toObject();
    COMPARE_NEAR(found.tp, optionalNumber(values["tp"_L1]), 1e-9);
    COMPARE_NEAR(found.fp, optionalNumber(values["fp"_L1]), 1e-9);
    COMPARE_NEAR(found.fn, optionalNumber(values["fn"_L1]), 1e-9);
    COMPARE_NEAR(found.tn, optionalNumber(values["tn"_L1]), 1e-9);
    COMPARE_NEAR(found.baseRate, optionalNumber(expected["break_even_base_rate"_L1]), 1e-9);
}

/// The promise: who labels so many more and then chooses gains as much on average.
void TestWorthOfLabels::worth_isWhatChoosingAgainGains()
{
    const KnownDifference known{.difference = 0.4, .standardError = 0.5, .uses = 200.0};
    constexpr double more = 300.0;
    constexpr int worlds = 200000;
    std::mt19937_64 engine(8);
    std::normal_distribution<double> normal;
    const double errorOfNew = known.standardError * std::sqrt(known.uses / more);
    double gained = 0.0;
    int changed = 0;
    for (int world = 0; world < worlds; ++world) {
        const double truth = known.difference + known.standardError * normal(engine);
        const double seen = truth + errorOfNew * normal(engine);
        const double of = (known.uses * known.difference + more * seen) / (known.uses + more);
        gained += (of > 0.0 ? truth : 0.0) - truth;
        changed += of <= 0.0 ? 1 : 0;
    }
    const LabelPlan plan = worthOfLabels(known, more);
    COMPARE_NEAR(gained / worlds, plan.perUse, 0.003);
    COMPARE_NEAR(double(changed) / worlds, plan.chanceOfChange, 0.004);
}

ONEINN_TEST(TestWorthOfLabels)

} // namespace tests::decision_worthoflabels

#include "tst_worthoflabels.moc"
