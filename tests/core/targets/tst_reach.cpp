// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/targets/reach.h"

#include "core/assessment.h"
#include "core/policies/policysummary.h"
#include "core/policies/scenariorows.h"
#include "core/targets/decisionsteps.h"
#include "support/predictionsofuses.h"
#include "support/randomuses.h"
#include "support/testprogram.h"

#include <QTest>

#include <cmath>
#include <functional>
#include <limits>
#include <random>
#include <set>

namespace tests::targets_reach {

using namespace oneinn;

/// Against a search over every distinct score that recounts every use each time.
class TestReach : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void steps_anyRows_areWhatEverySliceEndsIn_data();
    void steps_anyRows_areWhatEverySliceEndsIn();
    void reach_anyTargets_isTheNaiveSearch_data();
    void reach_anyTargets_isTheNaiveSearch();
    void safe_plainRows_isTheNaiveSearch();
    void answered_waitForShare_isTheFirstThatDoes_data();
    void answered_waitForShare_isTheFirstThatDoes();
    void binding_vector_isTheOneWhoseAbsenceHelpsMost();
    void conflict_vector_isTheSmallestSet();
    void precision_notMonotone_severalIntervals();
    void ties_all_moveTogether();
    void row_one_reachedOrNot();
    void negatives_only_noneMissedUndefined();
    void work_stopped_cancelled();
};

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double rounding = 1e-12;

struct Case {
    PairedRows rows;
    Scenario scenario;
    ScenarioRows::Ptr prepared;
};

void addPolicies()
{
    QTest::addColumn<LatePolicy>("policy");
    QTest::addColumn<bool>("impatient");
    QTest::newRow("wait") << LatePolicy::Wait << false;
    QTest::newRow("show nothing") << LatePolicy::ShowNothing << false;
    QTest::newRow("show nothing, impatient") << LatePolicy::ShowNothing << true;
    QTest::newRow("unanswered") << LatePolicy::Unanswered << false;
    QTest::newRow("fall back") << LatePolicy::FallBack << false;
    QTest::newRow("fall back, impatient") << LatePolicy::FallBack << true;
}

Targets randomTargets(std::mt19937 &random)
{
    const auto below = [&random](unsigned limit) { return static_cast<double>(random() % limit); };
    Targets targets;
    if (below(3) > 0.0)
        targets.wrongOfShown = below(11) / 10.0;
    if (below(3) > 0.0)
        targets.missed = below(11) / 10.0;
    if (below(2) > 0.0)
        targets.answered = Targets::AnsweredWithin{{10.0 * below(100)}, (1.0 + below(20)) / 20.0};
    if (below(2) > 0.0)
        targets.shownPerDay = 1.0 + below(1000);
    if (below(3) == 0.0)
        targets.gone = below(11) / 10.0;
    return targets;
}

Case randomCase(std::mt19937 &random, int round)
{
    QFETCH(const LatePolicy, policy);
    QFETCH(const bool, impatient);
    const auto below = [&random](unsigned limit) { return static_cast<double>(random() % limit); };
    Case made;
    made.rows = testsupport::randomUses(random,
                                        {.uses = 1 + round * round / 6,
                                         .latencies = round % 9 != 8,
                                         .weights = round % 2 == 0,
                                         .oneClass = round % 7 == 6});
    Scenario &scenario = made.scenario;
    scenario.selection.model = made.rows.models[0];
    scenario.latePolicy = policy;
    if (below(5) > 0.0)
        scenario.budget = Milliseconds{10.0 * below(70)};
    if (impatient)
        scenario.patience = PatienceCurve({{{100.0}, 0.9}, {{400.0}, 0.4}});
    scenario.fallback =
            FallbackModel{made.rows.models[1],
                          {below(52) / 50.0},
                          below(2) > 0.0 ? Fallback::Start::AtDeadline : Fallback::Start::WithMain};
    scenario.values = {3.0 - below(3), -below(7), -below(3), below(2) / 2.0, -below(4)};
    if (below(3) == 0.0)
        scenario.baseRate = 0.25;
    scenario.targets = randomTargets(random);
    made.prepared =
            ScenarioRows::prepare(testsupport::predictionsOf(made.rows, round % 2 == 0), scenario)
                    .value();
    return made;
}

SingleModel policyOf(const Case &at, double threshold)
{
    const Scenario &s = at.scenario;
    return {{0, {threshold}},
            s.budget,
            s.latePolicy,
            {{1, s.fallback->threshold}, s.fallback->start}};
}

/// Restated by hand.
PairedRows restatedRows(const Case &at)
{
    PairedRows rows = at.rows;
    const double positives = (rows.label > 0).select(rows.weight, 0.0).sum();
    const double all = rows.weight.sum();
    if (!at.scenario.baseRate || positives <= 0.0 || positives >= all)
        return rows;
    const double up = *at.scenario.baseRate / (positives / all);
    const double down = (1.0 - *at.scenario.baseRate) / (1.0 - positives / all);
    for (Eigen::Index use = 0; use < rows.uses(); ++use)
        rows.weight[use] *= rows.label[use] > 0 ? up : down;
    return rows;
}

/// When a use has an answer; +infinity: never.
double answerTime(const Case &at, Eigen::Index use)
{
    const Scenario &s = at.scenario;
    const double own = at.rows.latency(use, 0);
    if (!s.budget || s.latePolicy == LatePolicy::Wait || own <= s.budget->value)
        return own;
    if (s.latePolicy != LatePolicy::FallBack)
        return infinity;
    const double other = at.rows.latency(use, 1);
    return s.fallback->start == Fallback::Start::WithMain ? std::max(s.budget->value, other)
                                                          : s.budget->value + other;
}

struct NaivePoint {
    double threshold = infinity;
    ByTarget<std::optional<double>> measure;
    double value = 0.0;
    double shown = 0.0, wrong = 0.0, positives = 0.0, missed = 0.0; ///< uses
};

std::optional<double> ratio(double part, double all)
{
    return all > 0.0 ? std::optional(part / all) : std::nullopt;
}

NaivePoint naivePoint(const Case &at, const PairedRows &rows, double threshold)
{
    const Scenario &s = at.scenario;
    const UseOutcomes ends = outcomes(rows, policyOf(at, threshold));
    NaivePoint point;
    point.threshold = threshold;
    double answered = 0.0;
    double gone = 0.0;
    double value = 0.0;
    for (Eigen::Index use = 0; use < rows.uses(); ++use) {
        const double weight = rows.weight[use];
        const double there = weight * s.patience.stillWaiting({ends.wait[use]});
        const bool positive = rows.label[use] > 0;
        const auto decision = ends.decision[static_cast<std::size_t>(use)];
        double worth = s.values.late();
        if (decision == UseDecision::Shown) {
            point.shown += there;
            point.wrong += positive ? 0.0 : there;
            worth = positive ? s.values.tp() : s.values.fp();
        } else if (decision == UseDecision::NotShown) {
            worth = positive ? s.values.fn() : s.values.tn();
        }
        if (positive) {
            point.positives += weight;
            point.missed += decision == UseDecision::Shown ? weight - there : weight;
        }
        gone += weight - there;
        value += there * worth + (weight - there) * s.values.late();
        if (rows.hasLatency() && s.targets.answered) {
            const double time = answerTime(at, use);
            answered +=
                    time <= s.targets.answered->wait.value && std::isfinite(time) ? weight : 0.0;
        }
    }
    const double all = rows.weight.sum();
    point.value = value / all;
    point.measure[TargetKind::WrongOfShown] = ratio(point.wrong, point.shown);
    point.measure[TargetKind::Missed] = ratio(point.missed, point.positives);
    if (rows.hasLatency() && s.targets.answered)
        point.measure[TargetKind::Answered] = answered / all;
    point.measure[TargetKind::Gone] = gone / all;
    point.measure[TargetKind::ShownPerDay] = s.targets.usesPerDay * point.shown / all;
    return point;
}

bool naiveMet(const Targets &targets, TargetKind kind, const NaivePoint &point)
{
    const auto &value = point.measure[kind];
    if (!value)
        return false;
    switch (kind) {
    case TargetKind::WrongOfShown:
        return *value <= *targets.wrongOfShown + rounding;
    case TargetKind::Missed:
        return *value <= *targets.missed + rounding;
    case TargetKind::Answered:
        return *value >= targets.answered->share - rounding;
    case TargetKind::Gone:
        return *value <= *targets.gone + rounding;
    case TargetKind::ShownPerDay:
        return *value <= *targets.shownPerDay * (1.0 + rounding);
    }
    return false;
}

/// From "show nothing" down; scores on which the threshold has a say.
std::vector<NaivePoint> naivePoints(const Case &at)
{
    const PairedRows rows = restatedRows(at);
    const Scenario &s = at.scenario;
    const bool everyUse = !rows.hasLatency() || !s.budget || s.latePolicy == LatePolicy::Wait;
    std::set<double, std::greater<>> scores{infinity};
    for (Eigen::Index use = 0; use < rows.uses(); ++use) {
        const bool cut = s.budget && s.latePolicy != LatePolicy::Wait;
        if (everyUse
            || (std::isfinite(rows.latency(use, 0))
                && (!cut || rows.latency(use, 0) <= s.budget->value)))
            scores.insert(rows.score(use, 0));
    }
    std::vector<NaivePoint> points;
    for (const double score : scores)
        points.push_back(naivePoint(at, rows, score));
    return points;
}

bool meetsAll(const Targets &targets, TargetSet set, const NaivePoint &point)
{
    for (const TargetKind kind : allTargets) {
        if (set.contains(kind) && !naiveMet(targets, kind, point))
            return false;
    }
    return true;
}

/// The highest of the most valuable.
const NaivePoint *naiveBest(const std::vector<NaivePoint> &points,
                            const std::function<bool(const NaivePoint &)> &allowed)
{
    double best = -infinity;
    for (const auto &point : points) {
        if (allowed(point))
            best = std::max(best, point.value);
    }
    for (const auto &point : points) {
        if (allowed(point) && point.value >= best - 1e-10)
            return &point;
    }
    return nullptr;
}

bool isSame(const std::optional<TargetSetting> &found, const NaivePoint *expected)
{
    if (!found || !expected)
        return !found && !expected;
    return found->threshold.value == expected->threshold
            && std::abs(found->valuePerUse - expected->value) < 1e-9;
}

bool isSame(const std::optional<Furthest> &found, const std::optional<double> &expected)
{
    if (!found || !expected)
        return !found && !expected;
    return std::abs(found->value - *expected) <= 1e-9 * (1.0 + *expected);
}

std::optional<double> naiveFurthest(const std::vector<NaivePoint> &points, TargetKind kind,
                                    const std::function<bool(const NaivePoint &)> &allowed)
{
    std::optional<double> furthest;
    for (const auto &point : points) {
        const auto &value = point.measure[kind];
        if (!value || !allowed(point))
            continue;
        const bool better = kind == TargetKind::Answered ? *value > furthest.value_or(-infinity)
                                                         : *value < furthest.value_or(infinity);
        if (better)
            furthest = value;
    }
    return furthest;
}

std::size_t smallestConflict(const std::vector<NaivePoint> &points, const Targets &targets)
{
    const TargetSet asked = TargetSet::askedIn(targets);
    std::size_t smallest = 0;
    for (std::size_t place = 1; place < TargetSet::count; ++place) {
        const TargetSet set = TargetSet::at(place);
        const bool possible = std::any_of(points.begin(), points.end(), [&](const auto &point) {
            return meetsAll(targets, set, point);
        });
        if (asked.containsAll(set) && !possible
            && (smallest == 0 || set.size() < TargetSet::at(smallest).size()))
            smallest = place;
    }
    return smallest;
}

/// Uses of one model that is never late.
Case plainCase(const std::vector<std::pair<double, int>> &rows)
{
    Case made;
    const auto n = static_cast<Eigen::Index>(rows.size());
    made.rows.models = {"m"};
    made.rows.label.resize(n);
    made.rows.score.resize(n, 1);
    made.rows.latency.resize(n, 0);
    made.rows.weight = Eigen::ArrayXd::Ones(n);
    for (Eigen::Index i = 0; i < n; ++i) {
        made.rows.score(i, 0) = rows[static_cast<std::size_t>(i)].first;
        made.rows.label[i] = static_cast<std::uint8_t>(rows[static_cast<std::size_t>(i)].second);
    }
    made.scenario.fallback = FallbackModel{};
    made.prepared =
            ScenarioRows::prepare(testsupport::predictionsOf(made.rows, false), made.scenario)
                    .value();
    return made;
}

Reach reachOf(const Case &at)
{
    return reachAt(*at.prepared->at(at.scenario), reachQuestion(at.scenario)).value();
}

} // namespace

void TestReach::steps_anyRows_areWhatEverySliceEndsIn_data()
{
    addPolicies();
}

void TestReach::steps_anyRows_areWhatEverySliceEndsIn()
{
    std::mt19937 random(11);
    for (int round = 0; round < 40; ++round) {
        const Case at = randomCase(random, round);
        const auto slice = at.prepared->at(at.scenario);
        DecisionSteps steps(*slice);
        double above = infinity;
        do {
            QCOMPARE(steps.interval().high, above);
            QCOMPARE(steps.interval(), slice->decided()->sameDecisions({above}));
            const OperatingCounts found = steps.ends();
            const OperatingCounts wanted = slice->ends({above});
            for (const auto cell :
                 {&OperatingCounts::tp, &OperatingCounts::fp, &OperatingCounts::fn,
                  &OperatingCounts::tn, &OperatingCounts::latePositive}) {
                QVERIFY(std::abs((found.*cell).weight - (wanted.*cell).weight) < 1e-9);
                QVERIFY(std::abs((found.*cell).rows - (wanted.*cell).rows) < 1e-9);
                QVERIFY(std::abs((found.*cell).squaredWeight - (wanted.*cell).squaredWeight)
                        < 1e-9);
            }
            above = steps.interval().low;
        } while (steps.next());
        QCOMPARE(above, -infinity);
    }
}

void TestReach::reach_anyTargets_isTheNaiveSearch_data()
{
    addPolicies();
}

void TestReach::reach_anyTargets_isTheNaiveSearch()
{
    std::mt19937 random(5);
    int reachable = 0;
    for (int round = 0; round < 150; ++round) {
        const Case at = randomCase(random, round % 50);
        const Targets &targets = at.scenario.targets;
        const TargetSet asked = TargetSet::askedIn(targets);
        const auto points = naivePoints(at);
        const Reach reach = reachOf(at);
        const auto meets = [&](TargetSet set) {
            return [&targets, set](const NaivePoint &point) {
                return meetsAll(targets, set, point);
            };
        };
        QVERIFY(isSame(reach.chosen, naiveBest(points, meets(asked))));
        QVERIFY(isSame(reach.unlimited, naiveBest(points, meets({}))));
        reachable += reach.chosen ? 1 : 0;
        for (const NaivePoint &point : points) {
            const bool feasible = std::any_of(
                    reach.feasible.begin(), reach.feasible.end(),
                    [&](const auto &interval) { return interval.contains({point.threshold}); });
            QCOMPARE(feasible, meetsAll(targets, asked, point));
        }
        for (const TargetKind kind : allTargets) {
            if (!asked.contains(kind))
                continue;
            const TargetSet others = asked.without(kind);
            QVERIFY(isSame(reach.without[kind], naiveBest(points, meets(others))));
            QVERIFY(isSame(reach.alone[kind], naiveFurthest(points, kind, meets({}))));
            QVERIFY(isSame(reach.besideOthers[kind], naiveFurthest(points, kind, meets(others))));
        }
        QCOMPARE(reach.conflict.place(), smallestConflict(points, targets));
    }
    QVERIFY(reachable > 20 && reachable < 140);
}

/// Of two targets each may err in 2.5 of 100 files; of that half at the first look, and the rest in
/// equal parts at 1, 2, 3 ... others (a table of the normal distribution).
constexpr double zOfEach = 1.959963985;
constexpr double zOfFirst = 2.241402728;
constexpr std::array zOfOthers{0.0,         2.241402728, 2.497705474, 2.638257273, 2.734368787,
                               2.807033768, 2.865260239, 2.913726318, 2.955166847, 2.991316115};

/// See PromiseWalk: written anew, by the rule.
template<typename Upper>
std::set<double> keptThroughout(std::vector<NaivePoint> points, double limit, double all,
                                const Upper &upper)
{
    std::ranges::sort(points, std::greater<>(), &NaivePoint::threshold);
    double first = 10.0;
    while (upper(1.0, first, zOfFirst) > limit)
        ++first;
    std::vector<double> looks;
    for (double shown = first; shown <= all; shown = std::ceil(1.5 * shown))
        looks.push_back(shown);
    std::set<double> kept;
    bool isKept = false;
    std::size_t next = 0;
    for (const NaivePoint &point : points) {
        for (; next < looks.size() && point.shown >= looks[next]; ++next) {
            const double z = next == 0 ? zOfFirst : zOfOthers.at(looks.size() - 1);
            isKept = isKept || upper(point.wrong, point.shown, z) <= limit;
        }
        isKept = isKept && point.shown > 0.0 && upper(point.wrong, point.shown, zOfEach) <= limit;
        if (isKept)
            kept.insert(point.threshold);
    }
    return kept;
}

void TestReach::safe_plainRows_isTheNaiveSearch()
{
    std::mt19937 random(3);
    const auto upper = [](double k, double n, double z) {
        return (k + z * z / 2.0 + z * std::sqrt(k * (n - k) / n + z * z / 4.0)) / (n + z * z);
    };
    int found = 0;
    for (int round = 0; round < 60; ++round) {
        std::vector<std::pair<double, int>> rows;
        for (int i = 0; i < 20 + 10 * round; ++i) {
            const double score = static_cast<double>(random() % 100) / 100.0;
            rows.emplace_back(score, static_cast<double>(random() % 100) / 100.0 < score ? 1 : 0);
        }
        Case at = plainCase(rows);
        at.scenario.targets.wrongOfShown = 0.3;
        at.scenario.targets.missed = 0.6;
        const auto points = naivePoints(at);
        const Reach reach = reachOf(at);
        const std::set<double> kept = keptThroughout(points, 0.3, double(rows.size()), upper);
        const auto *best = naiveBest(points, [&](const NaivePoint &point) {
            return point.positives > 0.0 && kept.contains(point.threshold)
                    && upper(point.missed, point.positives, zOfEach) <= 0.6;
        });
        QVERIFY(isSame(reach.safe, best));
        if (!reach.safe)
            continue;
        ++found;
        for (const TargetKind kind : {TargetKind::WrongOfShown, TargetKind::Missed}) {
            QVERIFY(reach.safe->readings[kind].met && reach.safe->readings[kind].sure);
        }
    }
    QVERIFY(found > 10);
}

void TestReach::answered_waitForShare_isTheFirstThatDoes_data()
{
    addPolicies();
}

void TestReach::answered_waitForShare_isTheFirstThatDoes()
{
    std::mt19937 random(23);
    for (int round = 0; round < 60; ++round) {
        Case at = randomCase(random, round);
        if (!at.rows.hasLatency())
            continue;
        Scenario &s = at.scenario;
        s.targets.answered = Targets::AnsweredWithin{{300.0}, 0.6};
        const auto reach = reachOf(at);
        // Nothing is cut off in what is asked here.
        Case uncut = at;
        if (s.latePolicy != LatePolicy::FallBack)
            uncut.scenario.latePolicy = LatePolicy::Wait;
        const PairedRows rows = restatedRows(at);
        std::vector<std::pair<double, double>> waits;
        for (Eigen::Index use = 0; use < rows.uses(); ++use)
            waits.emplace_back(answerTime(uncut, use), rows.weight[use]);
        std::sort(waits.begin(), waits.end());
        double there = 0.0;
        std::optional<double> expected;
        for (const auto &[wait, weight] : waits) {
            there += weight;
            if (!expected && std::isfinite(wait) && there >= (0.6 - 1e-12) * rows.weight.sum())
                expected = wait;
        }
        const auto &found = reach.ofSlice.answered->waitForShare;
        QCOMPARE(found.has_value(), expected.has_value());
        if (found)
            QCOMPARE(found->value, *expected);
    }
}

void TestReach::binding_vector_isTheOneWhoseAbsenceHelpsMost()
{
    // Shown from 0.9: 1 right; 0.8: +1 right; 0.7: +1 wrong; 0.6: +1 right, +1 right.
    Case at = plainCase({{0.9, 1}, {0.8, 1}, {0.7, 0}, {0.6, 1}, {0.6, 1}, {0.1, 0}});
    at.scenario.targets.wrongOfShown = 0.1;
    at.scenario.targets.missed = 0.5;
    at.scenario.targets.usesPerDay = 600.0;
    at.scenario.targets.shownPerDay = 400.0;
    Reach reach = reachOf(at);
    QVERIFY(reach.chosen);
    QCOMPARE(reach.chosen->threshold.value, 0.8);
    QCOMPARE(reach.feasible, (std::vector<ThresholdInterval>{{0.7, 0.8}}));
    QCOMPARE(reach.binding, std::nullopt); // two limits hold it: neither alone is enough
    at.scenario.targets.shownPerDay = 500.0;
    reach = reachOf(at);
    QCOMPARE(reach.binding, TargetKind::WrongOfShown);
    QCOMPARE(reach.without[TargetKind::WrongOfShown]->threshold.value, 0.6);
    QCOMPARE(reach.without[TargetKind::Missed]->threshold.value, 0.8);
    QVERIFY(std::abs(reach.chosen->valuePerUse - (2.0 - 2.0) / 6.0) < 1e-12);
    QVERIFY(std::abs(reach.without[TargetKind::WrongOfShown]->valuePerUse - 3.0 / 6.0) < 1e-12);
}

void TestReach::conflict_vector_isTheSmallestSet()
{
    Case at = plainCase({{0.9, 0}, {0.8, 1}, {0.7, 1}, {0.6, 0}, {0.5, 1}, {0.1, 0}});
    at.scenario.targets.wrongOfShown = 0.35;
    at.scenario.targets.missed = 0.0;
    at.scenario.targets.usesPerDay = 60.0;
    at.scenario.targets.shownPerDay = 60.0;
    const Reach reach = reachOf(at);
    QVERIFY(!reach.chosen);
    QCOMPARE(reach.conflict, TargetSet::of(TargetKind::WrongOfShown).with(TargetKind::Missed));
    QCOMPARE(reach.alone[TargetKind::WrongOfShown]->threshold.value, 0.7);
    QVERIFY(std::abs(reach.alone[TargetKind::WrongOfShown]->value - 1.0 / 3.0) < 1e-12);
    QCOMPARE(reach.alone[TargetKind::Missed]->value, 0.0);
    QCOMPARE(reach.besideOthers[TargetKind::WrongOfShown]->value, 0.4);
    QVERIFY(std::abs(reach.besideOthers[TargetKind::Missed]->value - 1.0 / 3.0) < 1e-12);
    QVERIFY(!reach.besideOthers[TargetKind::ShownPerDay]);
    QVERIFY(reach.binding);
}

void TestReach::precision_notMonotone_severalIntervals()
{
    Case at = plainCase({{0.9, 1}, {0.8, 0}, {0.7, 1}, {0.6, 1}, {0.5, 1}, {0.4, 0}});
    at.scenario.targets.wrongOfShown = 0.25;
    const Reach reach = reachOf(at);
    QCOMPARE(reach.feasible, (std::vector<ThresholdInterval>{{0.8, 0.9}, {0.4, 0.6}}));
    QCOMPARE(reach.chosen->threshold.value, 0.5);
}

void TestReach::ties_all_moveTogether()
{
    Case at = plainCase({{0.5, 1}, {0.5, 1}, {0.5, 0}, {0.5, 1}});
    at.scenario.targets.wrongOfShown = 0.25;
    at.scenario.targets.missed = 0.5;
    Reach reach = reachOf(at);
    QCOMPARE(reach.feasible, (std::vector<ThresholdInterval>{{-infinity, 0.5}}));
    QVERIFY(!reach.safe);
    at.scenario.targets.wrongOfShown = 0.2;
    reach = reachOf(at);
    QVERIFY(!reach.chosen);
    QCOMPARE(reach.alone[TargetKind::WrongOfShown]->value, 0.25);
    QCOMPARE(reach.binding, TargetKind::WrongOfShown);
}

void TestReach::row_one_reachedOrNot()
{
    Case at = plainCase({{0.5, 1}});
    at.scenario.targets.wrongOfShown = 0.0;
    QCOMPARE(reachOf(at).chosen->threshold.value, 0.5);
    at.scenario.targets.usesPerDay = 10.0;
    at.scenario.targets.shownPerDay = 5.0;
    const Reach reach = reachOf(at);
    QVERIFY(!reach.chosen);
    QCOMPARE(reach.conflict, TargetSet::of(TargetKind::WrongOfShown).with(TargetKind::ShownPerDay));
    at.scenario.targets.answered = Targets::AnsweredWithin{{100.0}, 0.5};
    QCOMPARE(reachOf(at).conflict, TargetSet::of(TargetKind::Answered)); // no latencies
    QVERIFY(!reachOf(at).ofSlice.answered);
}

void TestReach::negatives_only_noneMissedUndefined()
{
    Case at = plainCase({{0.5, 0}, {0.4, 0}});
    at.scenario.targets.missed = 1.0;
    const Reach reach = reachOf(at);
    QVERIFY(!reach.chosen);
    QVERIFY(!reach.alone[TargetKind::Missed]);
    QVERIFY(reach.without[TargetKind::Missed]);
}

void TestReach::work_stopped_cancelled()
{
    std::vector<std::pair<double, int>> rows;
    for (int i = 0; i < 40000; ++i)
        rows.emplace_back(i, i % 2);
    Case at = plainCase(rows);
    at.scenario.targets.missed = 0.5;
    std::stop_source stop;
    stop.request_stop();
    const auto reach = reachAt(*at.prepared->at(at.scenario), reachQuestion(at.scenario),
                               {.stop = stop.get_token(), .progress = {}});
    QVERIFY(!reach.ok());
    QCOMPARE(reach.problem().kind, ProblemKind::Cancelled);
}

ONEINN_TEST(TestReach)

} // namespace tests::targets_reach

#include "tst_reach.moc"
