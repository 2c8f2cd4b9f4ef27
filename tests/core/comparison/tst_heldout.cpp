// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/comparison/heldout.h"

#include "core/comparedpolicies.h"
#include "core/comparison/frontierplaces.h"
#include "core/policies/policy.h"
#include "core/policies/valueofuses.h"

#include "support/predictionsofuses.h"
#include "support/randomuses.h"
#include "support/sanitized.h"
#include "support/testprogram.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <random>
#include <stop_token>

namespace tests::comparison_heldout {

using namespace oneinn;
using testsupport::firstModelScenario;
using testsupport::predictionsOf;

namespace {

/// Two models, a fast and a slow one, of whose scores the second says as much of the label as
/// `separation` has it.
PairedRows twoModels(Eigen::Index uses, double separation, std::mt19937_64 &random,
                     Eigen::Index usesEach = 1)
{
    std::bernoulli_distribution coin;
    std::normal_distribution<double> normal;
    PairedRows rows;
    rows.models = {"fast", "slow"};
    rows.label = LabelColumn(uses);
    rows.weight = Eigen::ArrayXd::Ones(uses);
    rows.score = Eigen::ArrayXXd(uses, 2);
    rows.latency = Eigen::ArrayXXd(uses, 2);
    rows.failed = FailedCalls(uses, 0);
    if (usesEach > 1)
        rows.user = CodeColumn(uses);
    for (Eigen::Index use = 0; use < uses; ++use) {
        rows.label[use] = coin(random) ? 1 : 0;
        rows.score(use, 0) = normal(random);
        rows.score(use, 1) = normal(random) + separation * rows.label[use];
        rows.latency.row(use) << 50.0 + normal(random), 300.0 + normal(random);
        if (usesEach > 1)
            rows.user[use] = static_cast<std::uint32_t>(use / usesEach);
    }
    return rows;
}

/// Showing nothing, where to show a good one gains what a bad one loses.
Scenario showingNothing(const PairedRows &rows)
{
    Scenario scenario = firstModelScenario(rows);
    scenario.threshold = Threshold::alertOnNothing();
    scenario.values = OutcomeValues(1.0, -1.0, 0.0, 0.0);
    scenario.budget.reset();
    scenario.baseRate.reset();
    return scenario;
}

ComparedPolicies comparedOf(const PairedRows &rows)
{
    const Scenario scenario = showingNothing(rows);
    const auto prepared = ScenarioRows::prepare(predictionsOf(rows, true), scenario).value();
    return comparedPolicies(*prepared, policiesQuestion(scenario)).value();
}

} // namespace

class TestHeldOut : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ends_ofEachUse_areChosenOnOthers();
    void nothingBetter_seldomSaidToBe();
    void trulyBetter_isSaidToBe();
    void nowIsTheBest_isHeldOutAsWell();
    void expected_isLittleMoreThanNothing();
    void oneRow_decidesNothing();
    void fewUsers_andStopped_areAbsent();
};

/// A use's end changes with no label but those of others, and with every user's uses together.
void TestHeldOut::ends_ofEachUse_areChosenOnOthers()
{
    constexpr Eigen::Index each = 3;
    std::mt19937_64 random(2);
    PairedRows rows = twoModels(60, 0.5, random, each);
    const auto question = policiesQuestion(showingNothing(rows));
    const UseOutcomes now = outcomes(rows, SingleModel{.point = {0, Threshold::alertOnNothing()}});
    const auto found = heldOutOutcomes(rows, now, question, {});
    QVERIFY(found);
    QVERIFY(found->contains("cascade") && found->contains("mixture"));
    int changedForOthers = 0;
    for (Eigen::Index user = 0; user < 20; ++user) {
        PairedRows turned = rows;
        for (Eigen::Index use = each * user; use < each * (user + 1); ++use)
            turned.label[use] = 1 - turned.label[use];
        const auto again = heldOutOutcomes(turned, now, question, {});
        for (const auto &[id, ends] : *found) {
            const UseOutcomes &other = again->at(id);
            for (Eigen::Index use = each * user; use < each * (user + 1); ++use)
                QCOMPARE(other.decision[static_cast<std::size_t>(use)],
                         ends.decision[static_cast<std::size_t>(use)]);
            changedForOthers += other.decision != ends.decision ? 1 : 0;
        }
    }
    QVERIFY(changedForOthers > 0);
}

/// The promise: of 100 files in whose scores is nothing at most 5 call any policy better, and of
/// cascades and mixtures, which are chosen among most, no more.
void TestHeldOut::nothingBetter_seldomSaidToBe()
{
    constexpr int files = testsupport::isSanitized ? 8 : 150;
    std::mt19937_64 random(5);
    int any = 0;
    std::array<int, 2> combined{};
    for (int i = 0; i < files; ++i) {
        const ComparedPolicies compared = comparedOf(twoModels(300, 0.0, random));
        const auto places = placesOf(compared, {}, {.resamples = 200}).value();
        any += std::ranges::any_of(places, [](const FrontierPlace &place) {
            return place.againstFirst
                    && place.againstFirst->quality == ComparisonVerdict::AIsBetter;
        });
        for (const ComparedPolicy &policy : compared.policies) {
            const bool isCascade = policy.candidate.id == "cascade";
            if (!isCascade && policy.candidate.id != "mixture")
                continue;
            combined[isCascade ? 0 : 1] +=
                    policy.againstNow->valuePerUse.verdict == ComparisonVerdict::AIsBetter;
        }
    }
    qInfo("of %d files: any said to be better %d, cascades %d, mixtures %d", files, any,
          combined[0], combined[1]);
    if (testsupport::isSanitized)
        return;
    QVERIFY(any <= files * 0.07);
    QVERIFY(combined[0] <= files * 0.07);
    QVERIFY(combined[1] <= files * 0.07);
}

void TestHeldOut::trulyBetter_isSaidToBe()
{
    std::mt19937_64 random(6);
    constexpr int files = 5;
    int said = 0;
    for (int i = 0; i < files; ++i) {
        const ComparedPolicies compared = comparedOf(twoModels(300, 2.0, random));
        said += std::ranges::count_if(compared.policies, [](const ComparedPolicy &policy) {
            return policy.candidate.id == "cascade"
                    && policy.againstNow->valuePerUse.verdict == ComparisonVerdict::AIsBetter;
        });
    }
    QCOMPARE(said, files);
}

/// Where now is itself the best threshold, another way to ask the same is not held against it.
void TestHeldOut::nowIsTheBest_isHeldOutAsWell()
{
    std::mt19937_64 random(10);
    const PairedRows rows = twoModels(400, 1.0, random);
    Scenario scenario = showingNothing(rows);
    scenario.selection.model = "slow";
    const auto question = [&] { return policiesQuestion(scenario); };
    const auto bestOf = [&] {
        const auto found = candidatesOf(*predictionsOf(rows, true), question());
        for (const Candidate &candidate : found->all) {
            if (candidate.id == "wait:slow")
                return std::get<SingleModel>(candidate.policy).point.threshold;
        }
        return Threshold::alertOnNothing();
    };
    scenario.threshold = bestOf();
    auto candidates = candidatesOf(*predictionsOf(rows, true), question());
    const ComparedPolicies compared = comparePolicies(std::move(*candidates), question()).value();
    QVERIFY(compared.heldOut.front().has_value());
    for (const ComparedPolicy &policy : compared.policies) {
        if (policy.candidate.id == "hedged:slow")
            QCOMPARE(policy.againstNow->valuePerUse.verdict,
                     ComparisonVerdict::NoDifferenceThatMatters);
        if (policy.candidate.id == "wait:slow")
            QVERIFY(policy.againstNow->valuePerUse.isNone());
    }
}

/// What is held out has the value that the choice has on new uses.
void TestHeldOut::expected_isLittleMoreThanNothing()
{
    constexpr int files = testsupport::isSanitized ? 4 : 40;
    std::mt19937_64 random(7);
    double chosen = 0.0;
    double heldOut = 0.0;
    for (int i = 0; i < files; ++i) {
        const ComparedPolicies compared = comparedOf(twoModels(300, 0.0, random));
        const UseTerms terms{showingNothing(compared.resampled).values, {}};
        for (std::size_t policy = 0; policy < compared.policies.size(); ++policy) {
            if (compared.policies[policy].candidate.id != "cascade")
                continue;
            chosen += compared.value[policy].mean() / files;
            heldOut += valueOfUses(compared.resampled, *compared.heldOut[policy], terms).mean()
                    / files;
        }
    }
    qInfo("a cascade that is worth nothing: %.1f per 1,000 uses where it was chosen, held out %.1f",
          1000.0 * chosen, 1000.0 * heldOut);
    QVERIFY(chosen > 0.04);
    if (!testsupport::isSanitized)
        QVERIFY(std::abs(heldOut) < 0.25 * chosen);
}

/// A table of one row: however great the difference looks.
void TestHeldOut::oneRow_decidesNothing()
{
    std::mt19937_64 random(8);
    PairedRows rows = twoModels(1, 0.0, random);
    rows.label[0] = 1;
    const ComparedPolicies compared = comparedOf(rows);
    for (const ComparedPolicy &policy : compared.policies) {
        if (policy.againstNow)
            QVERIFY(!isDecided(policy.againstNow->valuePerUse.verdict));
    }
    const auto places = placesOf(compared, {}).value();
    for (const FrontierPlace &place : places) {
        QVERIFY(!place.dominatedForSure);
        if (place.againstFirst)
            QVERIFY(!isDecided(place.againstFirst->quality));
    }
}

void TestHeldOut::fewUsers_andStopped_areAbsent()
{
    std::mt19937_64 random(9);
    const PairedRows rows = twoModels(90, 0.5, random, 10);
    const auto question = policiesQuestion(showingNothing(rows));
    const UseOutcomes now = outcomes(rows, SingleModel{.point = {0, Threshold::alertOnNothing()}});
    QVERIFY(!heldOutOutcomes(rows, now, question, {}));
    const PairedRows more = twoModels(100, 0.5, random, 10);
    const UseOutcomes nowOfMore =
            outcomes(more, SingleModel{.point = {0, Threshold::alertOnNothing()}});
    QVERIFY(heldOutOutcomes(more, nowOfMore, question, {}));
    std::stop_source source;
    source.request_stop();
    QVERIFY(!heldOutOutcomes(more, nowOfMore, question, {}, {.stop = source.get_token()}));
}

ONEINN_TEST(TestHeldOut)

} // namespace tests::comparison_heldout

#include "tst_heldout.moc"
