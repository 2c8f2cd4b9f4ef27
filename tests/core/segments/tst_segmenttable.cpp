// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/segments/segmenttable.h"

#include "core/assessment.h"
#include "support/testprogram.h"
#include "support/vectors.h"

#include <QTest>

#include <limits>
#include <random>

namespace tests::segments_segmenttable {

using namespace oneinn;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Kind {
    const char *name;
    bool weights = false;
    bool users = false;
    bool days = false;
    bool failures = false;
    bool patience = false;
    LatePolicy late = LatePolicy::ShowNothing;
    bool baseRate = false;
};

constexpr Kind kinds[] = {
        {.name = "plain"},
        {.name = "weights", .weights = true},
        {.name = "users", .users = true},
        {.name = "days", .days = true},
        {.name = "users and days, base rate", .users = true, .days = true, .baseRate = true},
        {.name = "unanswered, patience, weights",
         .weights = true,
         .patience = true,
         .late = LatePolicy::Unanswered},
        {.name = "waited for, patience", .users = true, .patience = true, .late = LatePolicy::Wait},
        {.name = "fallen back, failures, patience, weights",
         .weights = true,
         .users = true,
         .failures = true,
         .patience = true,
         .late = LatePolicy::FallBack},
        {.name = "failures, base rate", .failures = true, .baseRate = true},
};

/// Two models over the same examples, in two columns of segments; one segment has 8 uses.
PredictionsPtr made(const Kind &kind, std::mt19937 &random)
{
    constexpr Eigen::Index examples = 1400;
    constexpr Eigen::Index rows = 2 * examples;
    std::uniform_real_distribution<double> uniform;
    std::normal_distribution<double> normal;
    PredictionColumns columns;
    columns.label.resize(rows);
    columns.score.resize(rows);
    columns.latency = Eigen::ArrayXd(rows);
    if (kind.weights)
        columns.weight = Eigen::ArrayXd(rows);
    if (kind.failures)
        columns.failed = LabelColumn::Zero(rows);
    const auto column = [](std::string name, int values) {
        CategoryColumn result{.name = std::move(name), .values = {}, .codes = {}};
        for (int i = 0; i < values; ++i)
            result.values.push_back("v" + std::to_string(i));
        result.codes.resize(rows);
        return result;
    };
    CategoryColumn model = column("model", 2);
    CategoryColumn example = column("example", examples);
    CategoryColumn channel = column("channel", 4);
    CategoryColumn country = column("country", 3);
    CategoryColumn user = column("user", 120);
    CategoryColumn day = column("day", 30);
    RowAccount account;
    for (Eigen::Index i = 0; i < examples; ++i) {
        const bool good = uniform(random) < 0.35;
        const auto pick = [&](double n) { return static_cast<std::uint32_t>(uniform(random) * n); };
        const std::uint32_t inChannel = i < 8 ? 3U : pick(3.0);
        const std::uint32_t inCountry = pick(3.0);
        const std::uint32_t ofUser = pick(120.0);
        const std::uint32_t onDay = pick(30.0);
        const double weight = 0.25 + uniform(random);
        for (const Eigen::Index m : {Eigen::Index{0}, Eigen::Index{1}}) {
            const Eigen::Index row = 2 * i + m;
            const bool failed = kind.failures && uniform(random) < 0.08;
            columns.label[row] = good ? 1 : 0;
            columns.score[row] =
                    failed ? 0.0 : std::round(20.0 * (normal(random) + (good ? 1.2 : 0.0))) / 20.0;
            (*columns.latency)[row] = failed || uniform(random) < 0.03
                    ? std::numeric_limits<double>::quiet_NaN()
                    : 100.0 * std::exp(0.6 * normal(random));
            if (columns.failed)
                (*columns.failed)[row] = failed ? 1 : 0;
            if (columns.weight)
                (*columns.weight)[row] = weight;
            model.codes[row] = static_cast<std::uint32_t>(m);
            example.codes[row] = static_cast<std::uint32_t>(i);
            channel.codes[row] = inChannel;
            country.codes[row] = inCountry;
            user.codes[row] = ofUser;
            day.codes[row] = onDay;
            account.countUsed();
        }
    }
    columns.model = std::move(model);
    columns.exampleId = std::move(example);
    columns.segments = {std::move(channel), std::move(country)};
    if (kind.users)
        columns.userId = std::move(user);
    if (kind.days)
        columns.day = std::move(day);
    return std::make_shared<const Predictions>(std::move(columns), account);
}

Scenario scenarioOf(const Kind &kind)
{
    Scenario scenario;
    scenario.selection.model = "v0";
    scenario.threshold = {0.6};
    scenario.budget = Milliseconds{180.0};
    scenario.latePolicy = kind.late;
    scenario.values = OutcomeValues(5.0, -4.0, -1.0, 0.25, -0.5);
    if (kind.late == LatePolicy::FallBack)
        scenario.fallback = FallbackModel{"v1", {0.4}};
    if (kind.patience)
        scenario.patience = PatienceCurve({{{100.0}, 0.9}, {{400.0}, 0.4}});
    if (kind.baseRate)
        scenario.baseRate = 0.1;
    return scenario;
}

SegmentTable tableOf(const PredictionsPtr &predictions, const Scenario &scenario,
                     const SegmentsBy &by)
{
    const auto rows = ScenarioRows::prepare(predictions, scenario).value();
    const auto question = segmentsQuestion(scenario, by);
    const auto index = SegmentIndex::build(*rows, question, by).value();
    const std::vector<Threshold> thresholds(index->segments().size(), scenario.threshold);
    const auto spreads = segmentSpreads(*index, question, thresholds).value();
    return segmentTable(*index, question, &spreads);
}

void compareShares(const Shares &found, const Shares &expected)
{
    constexpr double tolerance = 1e-9;
    for (std::size_t i = 0; i < useParts; ++i) {
        const auto part = static_cast<UsePart>(i);
        COMPARE_NEAR(found.uses()[part].rows, expected.uses()[part].rows, 1e-6);
        COMPARE_NEAR(found.uses()[part].weight, expected.uses()[part].weight, 1e-6);
    }
    for (const ShareKind &kind : shareKinds) {
        const auto here = found[kind.share];
        const auto there = expected[kind.share];
        QCOMPARE(here.has_value(), there.has_value());
        if (!here)
            continue;
        COMPARE_NEAR(here->value, there->value, tolerance);
        COMPARE_NEAR(here->interval.low, there->interval.low, tolerance);
        COMPARE_NEAR(here->interval.high, there->interval.high, tolerance);
        COMPARE_NEAR(here->effectiveClusters, there->effectiveClusters, tolerance);
        QCOMPARE(int(here->reliability), int(there->reliability));
    }
}

} // namespace

class TestSegmentTable : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void row_isTheProgramOpenedWithOnlyThatSegment_data();
    void row_isTheProgramOpenedWithOnlyThatSegment();
    void segments_addUpToAll();
    void eightUses_areCountsOnly();
    void column_missing_isAProblem();
    void value_interval_holdsTheTruth();
};

void TestSegmentTable::row_isTheProgramOpenedWithOnlyThatSegment_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("crossed");
    for (int i = 0; i < int(std::size(kinds)); ++i) {
        for (const bool crossed : {false, true})
            QTest::addRow("%s%s", kinds[i].name, crossed ? ", crossed" : "") << i << crossed;
    }
}

void TestSegmentTable::row_isTheProgramOpenedWithOnlyThatSegment()
{
    QFETCH(const int, kind);
    QFETCH(const bool, crossed);
    std::mt19937 random(100U + static_cast<unsigned>(kind));
    const PredictionsPtr predictions = made(kinds[kind], random);
    Scenario scenario = scenarioOf(kinds[kind]);
    const SegmentsBy by{crossed ? std::vector<std::string>{"channel", "country"}
                                : std::vector<std::string>{"channel"}};
    for (const double threshold : {-9.0, 0.6, 1.3, 9.0}) {
        scenario.threshold = {threshold};
        const SegmentTable table = tableOf(predictions, scenario, by);
        const Assessment all =
                assess(*ScenarioRows::prepare(predictions, scenario).value(), scenario);
        compareShares(table.whole, all.experience.shares);
        COMPARE_NEAR(table.wholeValue, all.value.perUse, 1e-9);
        for (const SegmentRow &row : table.rows) {
            Scenario alone = scenario;
            for (std::size_t i = 0; i < by.columns.size(); ++i)
                alone.selection.where.push_back({by.columns[i], row.values[i]});
            const auto rows = ScenarioRows::prepare(predictions, alone);
            if (!rows)
                continue; // every call of it failed
            const Assessment answer = assess(*rows.value(), alone);
            compareShares(row.shares, answer.experience.shares);
            COMPARE_NEAR(row.valuePerUse, answer.value.perUse, 1e-9);
        }
    }
}

void TestSegmentTable::segments_addUpToAll()
{
    std::mt19937 random(9);
    const PredictionsPtr predictions = made(kinds[0], random);
    const SegmentTable table = tableOf(predictions, scenarioOf(kinds[0]), {{"channel", "country"}});
    double value = 0.0;
    double uses = 0.0;
    for (const SegmentRow &row : table.rows) {
        value += row.shareOfUses * row.valuePerUse.value_or(0.0);
        uses += row.shareOfUses;
    }
    COMPARE_NEAR(uses, 1.0, 1e-12);
    COMPARE_NEAR(value, *table.wholeValue, 1e-12);
}

void TestSegmentTable::eightUses_areCountsOnly()
{
    std::mt19937 random(9);
    const PredictionsPtr predictions = made(kinds[0], random);
    const SegmentTable table = tableOf(predictions, scenarioOf(kinds[0]), {{"channel"}});
    const SegmentRow &last = table.rows.back();
    QCOMPARE(last.values.front(), "v3");
    QCOMPARE(last.rows, std::size_t{8});
    QVERIFY(last.countsOnly());
    QVERIFY(!last.tellsValue());
    QVERIFY(!last.valueInterval);
    QVERIFY(!last.mostDifferent());
    for (std::size_t i = 0; i + 1 < table.rows.size(); ++i) {
        QVERIFY(!table.rows[i].countsOnly());
        QVERIFY(i == 0 || *table.rows[i - 1].valuePerUse <= *table.rows[i].valuePerUse);
    }
}

void TestSegmentTable::column_missing_isAProblem()
{
    std::mt19937 random(9);
    const PredictionsPtr predictions = made(kinds[0], random);
    const Scenario scenario = scenarioOf(kinds[0]);
    const auto rows = ScenarioRows::prepare(predictions, scenario).value();
    const auto index = SegmentIndex::build(*rows, scenario, {{"channel", "nothing"}});
    QVERIFY(!index);
    QCOMPARE(index.problem().kind, ProblemKind::ColumnMissing);
    QCOMPARE(index.problem().column, "nothing");
}

/// Uses of one user alike: in 95 of 100 files, but for chance.
void TestSegmentTable::value_interval_holdsTheTruth()
{
    std::mt19937 random(21);
    std::normal_distribution<double> normal;
    constexpr int files = 300;
    constexpr Eigen::Index users = 60;
    constexpr Eigen::Index each = 4;
    int held = 0;
    for (int file = 0; file < files; ++file) {
        PredictionColumns columns;
        columns.label = LabelColumn::Ones(users * each);
        columns.score.resize(users * each);
        CategoryColumn segment{
                .name = "kind", .values = {"a"}, .codes = CodeColumn::Zero(users * each)};
        CategoryColumn user{.name = "user", .values = {}, .codes = CodeColumn(users * each)};
        RowAccount account;
        for (Eigen::Index i = 0; i < users; ++i) {
            user.values.push_back(std::to_string(i));
            const double mood = normal(random);
            for (Eigen::Index use = 0; use < each; ++use) {
                columns.score[i * each + use] = mood + normal(random);
                user.codes[i * each + use] = static_cast<std::uint32_t>(i);
                account.countUsed();
            }
        }
        columns.segments = {segment};
        columns.userId = user;
        Scenario scenario;
        scenario.threshold = {0.0};
        scenario.values = OutcomeValues(1.0, 0.0, -1.0, 0.0);
        const auto predictions = std::make_shared<const Predictions>(std::move(columns), account);
        const SegmentTable table = tableOf(predictions, scenario, {{"kind"}});
        const Interval interval = table.rows.front().valueInterval.value();
        held += interval.low <= 0.0 && 0.0 <= interval.high;
    }
    // Half are shown, so the truth is 0. 279 of 300 is 93 of 100.
    QVERIFY2(held >= 276 && held <= 296, qPrintable(QString::number(held)));
}

ONEINN_TEST(TestSegmentTable)

} // namespace tests::segments_segmenttable

#include "tst_segmenttable.moc"
