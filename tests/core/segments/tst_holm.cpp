// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/segments/holm.h"
#include "core/segments/segmenttable.h"
#include "core/segments/shrinkage.h"

#include "support/segmentedrows.h"
#include "support/simulation.h"
#include "support/testprogram.h"
#include "support/vectorcase.h"

#include <QTest>

#include <random>

namespace tests::segments_holm {

using namespace oneinn;
using namespace Qt::Literals::StringLiterals;

class TestHolm : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void holds_stopsAtTheFirstThatDoesNot();
    void fisher_knownTables();
    void fisher_manyUses_isQuickAndAgreesWithTheNormal();
    void couldHold_onlyWhatCouldEverBeNamed();
    void fewCases_thatAllButOneFail_areNamedAmongTwoHundred();
    void shrunk_theVectors();
    void noDifference_aFamilyIsNamedInAtMostFiveOfAHundred_data();
    void noDifference_aFamilyIsNamedInAtMostFiveOfAHundred();
    void realDifference_isNamed();
};

void TestHolm::holds_stopsAtTheFirstThatDoesNot()
{
    using Holds = std::vector<bool>;
    // .05/4, .05/3, .05/2, .05
    QCOMPARE(holmHolds({0.03, 0.001, 0.016, 0.6}), (Holds{false, true, true, false}));
    QCOMPARE(holmHolds({0.013, 0.013, 0.013, 0.013}), Holds(4, false));
    QCOMPARE(holmHolds({0.0125, 0.0166, 0.025, 0.05}), Holds(4, true));
    QCOMPARE(holmHolds({}), Holds());
}

/// By scipy.stats.hypergeom: twice the smaller tail.
void TestHolm::fisher_knownTables()
{
    COMPARE_NEAR(fisherP(3, 4, 1, 4), 0.48571428571428577, 1e-12);
    COMPARE_NEAR(fisherP(1, 10, 11, 14), 0.002759456185220083, 1e-12);
    COMPARE_NEAR(fisherP(0, 30, 12, 400), 0.8299167748817209, 1e-12);
    QCOMPARE(fisherP(0, 10, 0, 20), 1.0);
    QCOMPARE(fisherP(10, 10, 20, 20), 1.0);
}

void TestHolm::fisher_manyUses_isQuickAndAgreesWithTheNormal()
{
    const double p = fisherP(101000, 1e6, 900000, 9e6);
    // z = 3.16 of the pooled share
    QVERIFY(p > 0.0012 && p < 0.0020);
}

void TestHolm::couldHold_onlyWhatCouldEverBeNamed()
{
    // Of 5 cases that all say yes where 40 of 100 do: 2 * .4^5 is 0.02, but not one of 40.
    QVERIFY(leastFisherP(3, 5, 397, 995) > 0.015 && leastFisherP(3, 5, 397, 995) < 0.025);
    QCOMPARE(leastFisherP(0, 5, 400, 995), leastFisherP(5, 5, 395, 995));
    QVERIFY(leastFisherP(3, 5, 397, 995) <= fisherP(3, 5, 397, 995));
    // Alone it could be; beside two that could as well the limit is 0.05/2 only where one could
    // not.
    using Could = std::vector<bool>;
    QCOMPARE(couldHold({0.02}), Could{true});
    QCOMPARE(couldHold({0.02, 0.02, 0.02}), (Could{false, false, false}));
    QCOMPARE(couldHold({0.02, 1e-9, 0.5}), (Could{true, true, false}));
    QCOMPARE(couldHold({}), Could());
}

/// Of 20 good ones 19 are missed there, where 40 of 100 are elsewhere.
void TestHolm::fewCases_thatAllButOneFail_areNamedAmongTwoHundred()
{
    constexpr int segments = 200;
    constexpr int uses = 20;
    PredictionColumns columns;
    columns.label = LabelColumn::Ones(segments * uses);
    columns.score.resize(segments * uses);
    CategoryColumn city{.name = "city", .values = {}, .codes = CodeColumn(segments * uses)};
    RowAccount account;
    for (int segment = 0; segment < segments; ++segment) {
        city.values.push_back(std::to_string(segment));
        for (int use = 0; use < uses; ++use) {
            const int row = segment * uses + use;
            const int missed = segment == 7 ? 19 : 8;
            columns.score[row] = use < missed ? 0.1 : 0.9;
            city.codes[row] = static_cast<std::uint32_t>(segment);
            account.countUsed();
        }
    }
    columns.segments.push_back(std::move(city));
    Scenario scenario;
    scenario.threshold = {0.5};
    const auto rows = std::make_shared<const Predictions>(std::move(columns), account);
    const auto prepared = ScenarioRows::prepare(rows, scenario).value();
    const SegmentsQuestion question = segmentsQuestion(scenario, {{"city"}});
    const auto index = SegmentIndex::build(*prepared, question, question.by);
    QVERIFY(index);
    const SegmentTable table = segmentTable(*index.value(), question, nullptr);
    int named = 0;
    for (const SegmentRow &row : table.rows) {
        const auto *missed = row.of(Share::Missed);
        const bool isWorse = missed->differs == SegmentDifference::Higher;
        QCOMPARE(isWorse, row.values.front() == "7");
        named += isWorse;
    }
    QCOMPARE(named, 1);
}

void TestHolm::shrunk_theVectors()
{
    for (const QString &id : testsupport::vectorIds(u"T9.segments.shrink"_s)) {
        const auto vector = testsupport::vector(id);
        const auto list = [](const QJsonValue &value) {
            const Eigen::ArrayXd numbers = testsupport::numbers(value);
            return std::vector<double>(numbers.begin(), numbers.end());
        };
        const Shrinkage found = shrunk(list(vector.input.value("mean"_L1)),
                                       list(vector.input.value("variance"_L1)));
        const QJsonObject expected = vector.expected.toObject();
        COMPARE_NEAR(found.betweenVariance, testsupport::number(expected.value("tau2"_L1)),
                     vector.tolerance);
        const auto means = list(expected.value("shrunk"_L1));
        QCOMPARE(found.means.size(), means.size());
        for (std::size_t i = 0; i < means.size(); ++i)
            COMPARE_NEAR(found.means[i], means[i], vector.tolerance);
        if (!means.empty())
            COMPARE_NEAR(found.centre, testsupport::number(expected.value("centre"_L1)),
                         vector.tolerance);
    }
}

void TestHolm::noDifference_aFamilyIsNamedInAtMostFiveOfAHundred_data()
{
    QTest::addColumn<int>("usesOfOneUser");
    QTest::addColumn<double>("positive");
    QTest::newRow("uses apart") << 1 << 0.3;
    QTest::newRow("few good ones") << 1 << 0.06;
    QTest::newRow("users alike") << 5 << 0.3;
}

/// The promise of the whole table: segments of very different size, of nothing but chance.
void TestHolm::noDifference_aFamilyIsNamedInAtMostFiveOfAHundred()
{
    QFETCH(const int, usesOfOneUser);
    QFETCH(const double, positive);
    const int families = testsupport::simulatedFiles(300, 300);
    std::mt19937 random(20260328);
    int named = 0;
    for (int family = 0; family < families; ++family) {
        const testsupport::SegmentedRows rows{
                .uses = 1500, .segments = 8, .usesOfOneUser = usesOfOneUser, .positive = positive};
        const SegmentTable table = testsupport::tableOf(rows.made(random));
        named += std::any_of(table.rows.begin(), table.rows.end(),
                             [](const SegmentRow &row) { return row.mostDifferent(); });
    }
    testsupport::tellSimulated(
            QStringLiteral("segments that differ by chance alone: a difference is named"),
            testsupport::ofHundred(named, families));
    // 5 of 100 of 300 is 15; 22 is two standard errors more.
    QVERIFY2(named <= 22.0 / 300.0 * families, qPrintable(QString::number(named)));
}

void TestHolm::realDifference_isNamed()
{
    std::mt19937 random(7);
    int found = 0;
    for (int file = 0; file < 20; ++file) {
        const testsupport::SegmentedRows rows{
                .uses = 4000, .segments = 4, .positive = 0.3, .harderInFirst = 1.2};
        const SegmentTable table = testsupport::tableOf(rows.made(random));
        for (const SegmentRow &row : table.rows) {
            const auto *missed = row.of(Share::Missed);
            found += row.values.front() == "0" && missed->differs == SegmentDifference::Higher;
        }
    }
    QVERIFY2(found >= 18, qPrintable(QString::number(found)));
}

ONEINN_TEST(TestHolm)

} // namespace tests::segments_holm

#include "tst_holm.moc"
