// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/assessment.h"
#include "core/clusters/largestcluster.h"
#include "core/policies/policysummary.h"
#include "core/policies/scenariouses.h"
#include "core/scenarioclusters.h"
#include "support/predictionsofuses.h"
#include "support/randomuses.h"
#include "support/testprogram.h"
#include "support/vectors.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <random>

namespace tests::clusters_clustermoments {

using namespace oneinn;
using namespace Qt::StringLiterals;

namespace {

std::optional<CategoryColumn> categories(const QJsonValue &list)
{
    const QJsonArray cells = list.toArray();
    if (cells.isEmpty())
        return std::nullopt;
    CategoryColumn column{"cluster", {}, CodeColumn(cells.size())};
    for (qsizetype i = 0; i < cells.size(); ++i) {
        const std::string cell = cells[i].toVariant().toString().toStdString();
        if (!column.codeOf(cell))
            column.values.push_back(cell);
        column.codes[i] = *column.codeOf(cell);
    }
    return column;
}

/// The vector's values as labels: the share is that of the good ones.
PredictionsPtr predictionsIn(const QJsonObject &input)
{
    const auto values = testsupport::numbers(input["value"_L1]);
    PredictionColumns columns;
    columns.label = values.cast<std::uint8_t>();
    columns.score = Eigen::ArrayXd::Zero(values.size());
    if (input.contains("weight"_L1))
        columns.weight = testsupport::numbers(input["weight"_L1]);
    columns.userId = categories(input["user"_L1]);
    columns.day = categories(input["day"_L1]);
    return std::make_shared<const Predictions>(std::move(columns), RowAccount());
}

PairedRows clusteredUses(std::mt19937 &random, int round)
{
    PairedRows rows = testsupport::randomUses(random, round, 600.0);
    const auto draw = [&](CodeColumn &codes, unsigned most) {
        codes.resize(rows.uses());
        for (std::uint32_t &code : codes)
            code = random() % most;
    };
    if (round % 3 != 1)
        draw(rows.user, 1 + random() % 60);
    if (round % 3 != 0)
        draw(rows.day, 6 + random() % 20);
    return rows;
}

Scenario scenarioFor(const PairedRows &rows, int round)
{
    Scenario scenario;
    scenario.selection.model = rows.models.front();
    scenario.threshold = {0.4};
    if (rows.hasLatency() && round % 4 != 0)
        scenario.budget = Milliseconds{250.0};
    scenario.latePolicy = std::array{LatePolicy::Wait, LatePolicy::ShowNothing,
                                     LatePolicy::Unanswered, LatePolicy::FallBack}[round % 4];
    if (scenario.latePolicy == LatePolicy::FallBack)
        scenario.fallback = FallbackModel{rows.models[1], {0.5}};
    if (rows.hasLatency() && round % 2 == 1)
        scenario.patience = PatienceCurve({{{100.0}, 0.9}, {{600.0}, 0.4}});
    if (round % 5 == 0)
        scenario.baseRate = 0.07;
    return scenario;
}

/// Straight from the definition, by a map of sums.
double naiveVariance(const Eigen::ArrayXd &influence, const CodeColumn &codes,
                     const Eigen::ArrayXd &of)
{
    std::map<std::uint32_t, double> sums;
    std::map<std::uint32_t, double> denominators;
    for (Eigen::Index use = 0; use < influence.size(); ++use) {
        sums[codes[use]] += influence[use];
        denominators[codes[use]] += of[use];
    }
    double squares = 0.0;
    for (const auto &[code, sum] : sums)
        squares += sum * sum;
    const auto g =
            static_cast<double>(std::count_if(denominators.begin(), denominators.end(),
                                              [](const auto &one) { return one.second > 0; }));
    return g < 2 ? 0.0 : g / (g - 1.0) * squares;
}

} // namespace

class TestClusterMoments : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shares_theVectors_data();
    void shares_theVectors();
    void anyQuestion_theIndexAndThePass_areOne();
    void anyShare_isTheDefinition();
    void ownCells_areClusteredToo();
    void nobodys_areAlone();
    void everyoneOnce_isAsIndependent();
    void usersAndDays_whatVaries_isNamed_data();
    void usersAndDays_whatVaries_isNamed();
    void oneUserWithMost_isNoCrowd();
    void largest_isTold();
    void manyClusters_inGroups_tellTheSame();
};

void TestClusterMoments::shares_theVectors_data()
{
    QTest::addColumn<QString>("id");
    for (const QString &id : testsupport::vectorIds(u"T9.cluster."_s)) {
        if (!id.startsWith("T9.cluster.p"_L1))
            QTest::newRow(qPrintable(id)) << id;
    }
}

void TestClusterMoments::shares_theVectors()
{
    QFETCH(const QString, id);
    const auto vector = testsupport::vector(id);
    const auto expected = vector.expected.toObject();
    const auto rows = ScenarioRows::prepare(predictionsIn(vector.input), {}).value();
    const Assessment assessment = assess(*rows, {});
    const auto share = *assessment.experience[Share::Good];
    COMPARE_NEAR(share.value, expected["estimate"_L1].toDouble(), vector.tolerance);
    const bool byRows = expected["source"_L1].toString() == "rows"_L1;
    // Told is the kind that makes the interval wide; the vector counts the fewer.
    const double fewer = byRows ? 0.0 : expected["clusters"_L1].toDouble();
    if (expected["source"_L1].toString() == "users and days"_L1)
        QVERIFY(share.clusters >= fewer && share.effectiveClusters <= fewer);
    else
        QCOMPARE(share.clusters, fewer);
    QCOMPARE(share.tooFewClusters(), expected["interval"_L1].isNull());
    if (share.tooFewClusters()) {
        QCOMPARE(share.interval, (Interval{0.0, 1.0}));
        QCOMPARE(share.reliability, Reliability::CountsOnly);
        return;
    }
    COMPARE_NEAR(share.effectiveN, expected["n_eff"_L1].toDouble(), 1e-6);
    COMPARE_NEAR(share.interval.low, expected["interval"_L1][0].toDouble(), vector.tolerance);
    COMPARE_NEAR(share.interval.high, expected["interval"_L1][1].toDouble(), vector.tolerance);
    // The model's own share of positives is of the same rows.
    QCOMPARE(assessment.intervals.prevalence->interval.low, share.interval.low);
}

/// What the column says of a setting and what the policies table says of it have one interval.
void TestClusterMoments::anyQuestion_theIndexAndThePass_areOne()
{
    std::mt19937 random(13);
    for (int round = 0; round < 150; ++round) {
        const PairedRows uses = clusteredUses(random, round);
        const auto predictions = testsupport::predictionsOf(uses, true);
        const Scenario scenario = scenarioFor(uses, round);
        const auto rows = ScenarioRows::prepare(predictions, scenario);
        if (!rows)
            continue;
        const Assessment column = assess(*rows.value(), scenario);
        const auto one = ScenarioUses::of(*rows.value(), scenario, scenario.threshold);
        if (!one)
            continue;
        const PolicySummary summary =
                summaryOf(one->rows(), one->outcomes(), {scenario.values, scenario.patience},
                          predictions->hasLatency() ? scenario.budget : Budget());
        for (const ShareKind &kind : shareKinds) {
            const auto a = column.experience[kind.share];
            const auto b = summary.shares[kind.share];
            if (!a || !b)
                continue;
            COMPARE_NEAR(a->value, b->value, 1e-9);
            QCOMPARE(a->clusters, b->clusters);
            COMPARE_NEAR(a->interval.low, b->interval.low, 1e-7);
            COMPARE_NEAR(a->interval.high, b->interval.high, 1e-7);
        }
    }
}

void TestClusterMoments::anyShare_isTheDefinition()
{
    std::mt19937 random(31);
    int compared = 0;
    for (int round = 0; round < 120; ++round) {
        PairedRows rows = clusteredUses(random, round);
        const UseTerms terms{{}, PatienceCurve({{{100.0}, 0.9}, {{600.0}, 0.4}})};
        const UseOutcomes ends = outcomes(
                rows, SingleModel{.point = {0, {0.4}}, .budget = {}, .late = LatePolicy::Wait});
        const UseColumns uses(rows, ends, rows.hasLatency() ? terms.patience : PatienceCurve());
        const auto moments = clusterMoments(rows, uses);
        for (const ShareKind &kind : shareKinds) {
            const Eigen::ArrayXd of = uses.of(denominatorOf(kind)) * rows.weight;
            const Eigen::ArrayXd yes = uses.of(kind.yes) * rows.weight;
            if (!moments || !(of.sum() > 0.0) || !(yes.sum() > 0.0) || yes.sum() > of.sum() * 0.999)
                continue;
            const double share = yes.sum() / of.sum();
            const Eigen::ArrayXd influence = (yes - share * of) / of.sum();
            double variance = 0.0;
            CodeColumn pair;
            if (moments->source() == ClusterSource::UsersAndDays) {
                pair = rows.user * 1000 + rows.day;
                const double u = naiveVariance(influence, rows.user, of);
                const double d = naiveVariance(influence, rows.day, of);
                variance = std::max({u, d, u + d - naiveVariance(influence, pair, of)});
            } else {
                variance = naiveVariance(
                        influence, moments->source() == ClusterSource::Users ? rows.user : rows.day,
                        of);
            }
            const auto effect = *moments->effectOf(kind.yes, denominatorOf(kind));
            const Tally held = uses.waterfall().of(kind.yes);
            const Tally all = uses.waterfall().of(denominatorOf(kind));
            const double wanted =
                    effectiveRows(held, all - held) * variance / (share * (1.0 - share));
            QVERIFY2(std::abs(effect.designEffect - wanted) <= 1e-6 * std::max(1.0, wanted),
                     kind.key.data());
            ++compared;
        }
    }
    QVERIFY(compared > 500);
}

void TestClusterMoments::ownCells_areClusteredToo()
{
    // Two of each user's three uses are alike in everything.
    std::mt19937 random(4);
    PairedRows rows = testsupport::randomUses(
            random, {.uses = 90, .models = 1, .latencies = false, .weights = false});
    rows.user.resize(90);
    for (Eigen::Index use = 0; use < 90; ++use)
        rows.user[use] = static_cast<std::uint32_t>(use / 3);
    const auto predictions = testsupport::predictionsOf(rows, false);
    Scenario scenario;
    scenario.threshold = {0.3};
    scenario.selection.model = "model 0";
    const Assessment clustered =
            assess(*ScenarioRows::prepare(predictions, scenario).value(), scenario);
    QCOMPARE(clustered.intervals.recall->clusters, clustered.experience[Share::Missed]->clusters);
    COMPARE_NEAR(clustered.intervals.fnr->interval.high,
                 clustered.experience[Share::Missed]->interval.high, 1e-12);
    COMPARE_NEAR(1.0 - clustered.intervals.precision->interval.low,
                 clustered.experience[Share::WrongOfShown]->interval.high, 1e-12);
    QCOMPARE(clustered.intervals.accuracy->clusters, 30.0);
}

void TestClusterMoments::nobodys_areAlone()
{
    PredictionColumns columns;
    columns.label = LabelColumn::Zero(40);
    columns.label.head(20).setOnes();
    columns.score = Eigen::ArrayXd::Zero(40);
    columns.userId = CategoryColumn{"user", {"", "a"}, CodeColumn::Zero(40)};
    columns.userId->codes.tail(4).setConstant(1);
    const auto predictions = std::make_shared<const Predictions>(std::move(columns), RowAccount());
    const Assessment found = assess(*ScenarioRows::prepare(predictions, {}).value(), {});
    QCOMPARE(found.experience[Share::Good]->clusters, 37.0);
}

void TestClusterMoments::everyoneOnce_isAsIndependent()
{
    std::mt19937 random(5);
    PairedRows rows = testsupport::randomUses(random, {.uses = 50, .models = 1, .weights = false});
    Scenario scenario;
    scenario.selection.model = "model 0";
    const auto plain =
            ScenarioRows::prepare(testsupport::predictionsOf(rows, false), scenario).value();
    rows.user = CodeColumn::LinSpaced(50, 0, 49);
    const auto once =
            ScenarioRows::prepare(testsupport::predictionsOf(rows, false), scenario).value();
    const auto of = [&](const ScenarioRows::Ptr &asked) {
        return *assess(*asked, scenario).experience[Share::WrongOfUses];
    };
    QCOMPARE(of(once).clusters, 0.0);
    QCOMPARE(of(once).interval, of(plain).interval);
}

void TestClusterMoments::usersAndDays_whatVaries_isNamed_data()
{
    QTest::addColumn<bool>("usersVary");
    QTest::newRow("users") << true;
    QTest::newRow("days") << false;
}

/// Forty users, each on each of eight days: all of a user's uses are good, or all of a day's.
void TestClusterMoments::usersAndDays_whatVaries_isNamed()
{
    QFETCH(const bool, usersVary);
    constexpr Eigen::Index users = 40;
    constexpr Eigen::Index days = 8;
    QJsonArray value;
    QJsonArray user;
    QJsonArray day;
    for (Eigen::Index one = 0; one < users; ++one) {
        for (Eigen::Index on = 0; on < days; ++on) {
            value.append(int((usersVary ? one : on) % 2));
            user.append(u"u%1"_s.arg(one));
            day.append(u"d%1"_s.arg(on));
        }
    }
    const auto rows =
            ScenarioRows::prepare(
                    predictionsIn({{u"value"_s, value}, {u"user"_s, user}, {u"day"_s, day}}), {})
                    .value();
    const auto share = *assess(*rows, {}).experience[Share::Good];
    QCOMPARE(share.clustersOf, usersVary ? ClusterOf::User : ClusterOf::Day);
    QCOMPARE(share.clusters, usersVary ? 40.0 : 8.0);
    QCOMPARE(share.effectiveClusters, 8.0);
}

void TestClusterMoments::largest_isTold()
{
    std::mt19937 random(10);
    PairedRows rows = testsupport::randomUses(random, {.uses = 400, .models = 1, .weights = false});
    rows.user = CodeColumn(400);
    for (Eigen::Index use = 0; use < 400; ++use)
        rows.user[use] = static_cast<std::uint32_t>(use < 92 ? 0 : 1 + use % 30);
    Selection all;
    all.model = "model 0";
    const auto found = largestCluster(*testsupport::predictionsOf(rows, false), all);
    QVERIFY(found && found->of == ClusterOf::User);
    QCOMPARE(found->share, 0.23);
    for (Eigen::Index use = 0; use < 400; ++use)
        rows.user[use] = static_cast<std::uint32_t>(use % 8);
    QVERIFY(!largestCluster(*testsupport::predictionsOf(rows, false), all));
    rows.user = CodeColumn();
    QVERIFY(!largestCluster(*testsupport::predictionsOf(rows, false), all));
}

/// Of 25 users one has nearly all uses: these say nothing of how others differ.
void TestClusterMoments::oneUserWithMost_isNoCrowd()
{
    std::mt19937 random(9);
    PairedRows rows = testsupport::randomUses(random, {.uses = 400, .models = 1, .weights = false});
    rows.user = CodeColumn::Zero(400);
    for (Eigen::Index use = 0; use < 25; ++use)
        rows.user[use] = static_cast<std::uint32_t>(use);
    Scenario scenario;
    scenario.selection.model = "model 0";
    const auto prepared =
            ScenarioRows::prepare(testsupport::predictionsOf(rows, false), scenario).value();
    const auto share = *assess(*prepared, scenario).experience[Share::Good];
    QCOMPARE(share.clusters, 25.0);
    QVERIFY(share.effectiveClusters < 2.0);
    QVERIFY(share.tooFewClusters());
    QCOMPARE(share.reliability, Reliability::CountsOnly);
}

/// More clusters than are kept apart are summed in groups.
void TestClusterMoments::manyClusters_inGroups_tellTheSame()
{
    constexpr std::size_t clusters = 40 * ClusterSums::groups;
    std::mt19937_64 random(6);
    const ClusterSums apart(clusters, false);
    ClusterSums grouped(clusters, true);
    Eigen::Vector2d squares = Eigen::Vector2d::Zero();
    for (std::size_t cluster = 0; cluster < clusters; ++cluster) {
        const double rate = static_cast<double>(random() % 1000) / 1000.0;
        double sum = 0.0;
        for (int use = 0; use < 4; ++use) {
            const bool yes = static_cast<double>(random() % 1000) / 1000.0 < rate;
            UseEntries entries;
            entries.add(yes ? 0 : 1, 1.0);
            grouped.add(cluster, entries);
            sum += (yes ? 0.5 : -0.5);
        }
        squares[0] += sum * sum;
    }
    const Eigen::MatrixXd products = grouped.products();
    const double found = 0.25 * (products(0, 0) - 2.0 * products(0, 1) + products(1, 1));
    // The standard error of a variance from 4,096 groups is 2 of 100.
    QVERIFY2(std::abs(found / squares[0] - 1.0) < 0.06,
             qPrintable(QString::number(found / squares[0])));
    QCOMPARE(grouped.clustersIn(ClusterColumns({UsePart::RightShown, UsePart::MissedByModel})),
             double(clusters));
    QVERIFY(!grouped.isEachAlone());
    QVERIFY(!grouped.columnsByCluster() && apart.columnsByCluster());
    QVERIFY(apart.isEachAlone());
}

ONEINN_TEST(TestClusterMoments)

} // namespace tests::clusters_clustermoments

#include "tst_clustermoments.moc"
