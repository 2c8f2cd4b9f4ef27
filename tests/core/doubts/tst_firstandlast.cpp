// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/doubts/firstandlast.h"

#include "core/assessment.h"
#include "core/doubts/thresholddoubts.h"
#include "support/predictionsofuses.h"
#include "support/randomuses.h"
#include "support/someuses.h"
#include "support/testprogram.h"
#include "support/vectors.h"

#include <QTest>

#include <random>

namespace tests::doubts_firstandlast {

using namespace oneinn;

class TestFirstAndLast : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void parts_anyUses_areFilesOfTheirOwn_data();
    void parts_anyUses_areFilesOfTheirOwn();
    void parts_oneDay_areNone();
    void parts_fewUses_areNone();
    void parts_twoDays_areOneEach();
};

namespace {

PairedRows usesOnDays(int round, Eigen::Index uses, unsigned days)
{
    std::mt19937 random(static_cast<unsigned>(round) + 300U);
    PairedRows rows = testsupport::randomUses(random,
                                              {.uses = uses,
                                               .models = 2,
                                               .latencies = round % 5 != 4,
                                               .weights = round % 2 == 0,
                                               .failures = round % 3 == 2});
    rows.day.resize(uses);
    for (Eigen::Index use = 0; use < uses; ++use)
        rows.day[use] = use < days ? static_cast<std::uint32_t>(use)
                                   : static_cast<std::uint32_t>(random() % days);
    return rows;
}

Scenario scenarioOf(int round)
{
    Scenario scenario;
    scenario.selection.model = "model 0";
    scenario.values = OutcomeValues(2.0, -1.0, -0.5, 0.25, -0.75);
    if (round % 2 == 1)
        scenario.budget = Milliseconds{300.0};
    if (round % 3 == 1)
        scenario.baseRate = 0.1;
    constexpr LatePolicy policies[] = {LatePolicy::ShowNothing, LatePolicy::Unanswered,
                                       LatePolicy::Wait, LatePolicy::FallBack};
    scenario.latePolicy = policies[round % 4];
    if (scenario.latePolicy == LatePolicy::FallBack)
        scenario.fallback = FallbackModel{"model 1", {0.4}};
    if (round % 7 > 3)
        scenario.patience = PatienceCurve({{{100.0}, 0.9}, {{400.0}, 0.3}});
    return scenario;
}

std::optional<FirstAndLast> partsOf(const PairedRows &uses, const Scenario &scenario, bool weighted)
{
    const auto rows =
            ScenarioRows::prepare(testsupport::predictionsOf(uses, weighted), scenario).value();
    DoubtsQuestion question = doubtsQuestion(scenario);
    question.resamples = 1;
    return thresholdDoubts(*rows, question).value().firstAndLast;
}

PairedRows onDays(const PairedRows &uses, std::uint32_t from, std::uint32_t end)
{
    std::vector<Eigen::Index> places;
    for (Eigen::Index use = 0; use < uses.uses(); ++use) {
        if (uses.day[use] >= from && uses.day[use] < end)
            places.push_back(use);
    }
    return testsupport::usesAt(uses, places);
}

} // namespace

void TestFirstAndLast::parts_anyUses_areFilesOfTheirOwn_data()
{
    QTest::addColumn<int>("round");
    for (int round = 0; round < 28; ++round)
        QTest::addRow("%d", round) << round;
}

void TestFirstAndLast::parts_anyUses_areFilesOfTheirOwn()
{
    QFETCH(const int, round);
    const bool weighted = round % 2 == 0;
    constexpr unsigned days = 11;
    const PairedRows uses = usesOnDays(round, 300 + 10 * round, days);
    const Scenario scenario = scenarioOf(round);
    const auto parts = partsOf(uses, scenario, weighted);
    QVERIFY(parts.has_value());
    QCOMPARE(parts->firstDays, std::size_t{7});
    QCOMPARE(parts->lastDays, std::size_t{4});

    const auto fileOf = [&](std::uint32_t from, std::uint32_t end) {
        return ScenarioRows::prepare(testsupport::predictionsOf(onDays(uses, from, end), weighted),
                                     scenario)
                .value();
    };
    const auto first = fileOf(0, 7);
    const auto last = fileOf(7, days);
    const auto lastSlice = last->at(scenario);
    const BestThreshold chosen = quickOutlook(*first->at(scenario), scenario)->mostValuable;
    const auto lastOutlook = quickOutlook(*lastSlice, scenario);
    // Where a score is of the last days alone, it parts the thresholds of the first.
    QVERIFY(chosen.intervals.front().contains(parts->chosen.thresholds.operatingThreshold()));
    QVERIFY(lastOutlook->mostValuable.intervals.front().contains(
            parts->best.thresholds.operatingThreshold()));
    Scenario judged = scenario;
    judged.threshold = parts->chosen.thresholds.operatingThreshold();
    const Assessment there = assess(*lastSlice, lastOutlook, judged, nullptr);
    COMPARE_NEAR(parts->chosen.value, there.value.perUse, 1e-9);
    COMPARE_NEAR(parts->best.value, lastOutlook->mostValuable.best, 1e-9);
    QVERIFY(parts->chosen.value <= parts->best.value + 1e-12);
    const PredictionIndex &all = *last->all();
    const bool timed = asksForLatencies(scenario, all.predictions()->hasLatency());
    QCOMPARE(parts->lastUses,
             static_cast<double>(all.rows() + all.failedRows() + all.refusedRows()
                                 - (timed ? all.rowsWithoutLatency() : 0)));
}

void TestFirstAndLast::parts_oneDay_areNone()
{
    QVERIFY(!partsOf(usesOnDays(0, 200, 1), scenarioOf(0), true).has_value());
}

void TestFirstAndLast::parts_fewUses_areNone()
{
    // 9 or 10 on each day.
    PairedRows uses = usesOnDays(1, 57, 6);
    for (Eigen::Index use = 0; use < uses.uses(); ++use)
        uses.day[use] = static_cast<std::uint32_t>(use % 6);
    QVERIFY(!partsOf(uses, scenarioOf(0), false).has_value());
    // Twice as many.
    uses = usesOnDays(1, 123, 6);
    for (Eigen::Index use = 0; use < uses.uses(); ++use)
        uses.day[use] = static_cast<std::uint32_t>(use % 6);
    QVERIFY(partsOf(uses, scenarioOf(0), false).has_value());
}

void TestFirstAndLast::parts_twoDays_areOneEach()
{
    const auto parts = partsOf(usesOnDays(2, 200, 2), scenarioOf(2), true);
    QVERIFY(parts.has_value());
    QCOMPARE(parts->firstDays, std::size_t{1});
    QCOMPARE(parts->lastDays, std::size_t{1});
}

ONEINN_TEST(TestFirstAndLast)

} // namespace tests::doubts_firstandlast

#include "tst_firstandlast.moc"
