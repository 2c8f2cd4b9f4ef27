// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/frontierwords.h"
#include "wording/policynames.h"
#include "wording/policywords.h"

#include "support/predictionsofuses.h"
#include "support/randomuses.h"
#include "support/testprogram.h"

#include <QTest>

#include <limits>
#include <random>

namespace tests::wording_policywords {

using namespace oneinn;
using namespace oneinn::wording;
using namespace Qt::StringLiterals;

class TestPolicyWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void names_anyPolicy_sayWhatIsDone_data();
    void names_anyPolicy_sayWhatIsDone();
    void names_shortAndExplained_beginAlike();
    void verdict_anyDifference_isNamedOnlyWhenSure();
    void misses_anyNumber_areCounted_data();
    void misses_anyNumber_areCounted();
    void waits_fewRequests_areNotStated();
    void cells_undefined_areDashes();
    void sentences_fewCases_giveCounts();
    void costs_given_areSaidAsTheirs();
    void pairs_anyDifference_nameBothModels();
    void limit_keptNowhere_isSaid();
    void notes_sample_isSaid();
    void frontier_tooFewOrNoLatency_saysWhy();
    void adoptable_areAllButNow();
};

namespace {

const std::vector<std::string> models{"on-device-small", "cloud-large"};

Candidate alone(LatePolicy late, Budget budget = Milliseconds{400.0})
{
    return {"x", CandidateKind::Alone, SingleModel{{1, {0.5}}, budget, late, {{0, {0.5}}, {}}}};
}

ComparedPolicies compared(Eigen::Index uses, bool latencies = true)
{
    std::mt19937 random(3);
    const PairedRows rows = testsupport::randomUses(
            random, {.uses = uses, .latencies = latencies, .weights = false});
    Scenario scenario;
    scenario.selection.model = rows.models[0];
    scenario.budget = Milliseconds{300.0};
    auto candidates =
            candidatesOf(*testsupport::predictionsOf(rows, false), policiesQuestion(scenario));
    return comparePolicies(std::move(*candidates), policiesQuestion(scenario), {.mostUses = 500})
            .value();
}

Tally rows(double count)
{
    return {count, count, count};
}

/// Shares of uses that are shown, so many right and so many wrong.
Shares withShown(int right, int wrong)
{
    Waterfall uses;
    uses[UsePart::RightShown] = rows(right);
    uses[UsePart::WrongShown] = rows(wrong);
    return Shares(uses);
}

} // namespace

void TestPolicyWords::names_anyPolicy_sayWhatIsDone_data()
{
    QTest::addColumn<Candidate>("candidate");
    QTest::addColumn<QString>("name");
    QTest::newRow("late shows nothing")
            << alone(LatePolicy::ShowNothing) << u"cloud-large, nothing after 400 ms"_s;
    QTest::newRow("wait") << alone(LatePolicy::Wait) << u"cloud-large, waited for"_s;
    QTest::newRow("no budget") << alone(LatePolicy::Wait, {}) << u"cloud-large"_s;
    QTest::newRow("fall back") << alone(LatePolicy::FallBack)
                               << u"cloud-large, replaced by on-device-small after 400 ms"_s;
    QTest::newRow("cascade") << Candidate{"c", CandidateKind::Cascade,
                                          Cascade{0, {0.2, 0.6}, {1, {0.5}}, false}}
                             << u"on-device-small first, cloud-large when it is unsure"_s;
    QTest::newRow("parallel")
            << Candidate{"c", CandidateKind::Cascade, Cascade{0, {0.2, 0.6}, {1, {0.5}}, true}}
            << u"both asked at once, cloud-large decides when on-device-small is unsure"_s;
    QTest::newRow("hedged") << Candidate{"h", CandidateKind::Hedged, Hedged{{1, {0.5}}, {520.0}}}
                            << u"cloud-large, asked again after 520 ms"_s;
    QTest::newRow("mixture") << Candidate{"m", CandidateKind::Mixture,
                                          Mixture{0.5, {1, {0.5}}, {0, {0.5}}}}
                             << u"cloud-large for half, on-device-small for the others"_s;
    Candidate now = alone(LatePolicy::ShowNothing);
    now.kind = CandidateKind::Now;
    QTest::newRow("now") << now << u"now: cloud-large, nothing after 400 ms"_s;
}

void TestPolicyWords::names_anyPolicy_sayWhatIsDone()
{
    QFETCH(const Candidate, candidate);
    QFETCH(const QString, name);
    QCOMPARE(policyName(candidate, models), name);
}

void TestPolicyWords::names_shortAndExplained_beginAlike()
{
    const Candidate parallel{"c", CandidateKind::Cascade, Cascade{0, {0.2, 0.6}, {1, {0.5}}, true}};
    QCOMPARE(policyExplained(parallel, models),
             u"on-device-small + cloud-large (both asked at once, cloud-large decides when "
             "on-device-small is unsure)"_s);
    QCOMPARE(policyExplained(alone(LatePolicy::Wait), models), u"cloud-large, waited for"_s);
    Candidate now = alone(LatePolicy::ShowNothing);
    now.kind = CandidateKind::Now;
    QCOMPARE(policyExplained(now, models), u"Now: cloud-large, nothing after 400 ms"_s);
    // With more than two models a mixture says which the other one is.
    const Candidate mixture{"m", CandidateKind::Mixture, Mixture{0.5, {1, {0.5}}, {0, {0.5}}}};
    QCOMPARE(policyLabel(mixture, models), u"half cloud-large"_s);
    QCOMPARE(policyLabel(mixture, {"on-device-small", "cloud-large", "other"}),
             u"half cloud-large, else on-device-small"_s);
}

void TestPolicyWords::verdict_anyDifference_isNamedOnlyWhenSure()
{
    ComparedPolicies all = compared(400);
    QCOMPARE(verdictText(all, 0), u"this is what is done now"_s);
    MeasureComparison &value = all.policies[1].againstNow->valuePerUse;
    value = {.difference = 0.0124, .interval = {0.008, 0.016}};
    value.verdict = ComparisonVerdict::AIsBetter;
    QCOMPARE(verdictText(all, 1),
             u"worth 12 more per 1,000 uses than now (95 % interval +8 to +16)"_s);
    value.optimism = {0.004, 0.0};
    QCOMPARE(
            verdictText(all, 1),
            u"worth 12 more per 1,000 uses than now, 8.4 on new ones (95 % interval of both +8 to +16)"_s);
    value = {.difference = -0.0124, .interval = {-0.016, -0.008}};
    value.verdict = ComparisonVerdict::BIsBetter;
    QCOMPARE(verdictText(all, 1),
             u"worth 12 less per 1,000 uses than now (95 % interval −16 to −8)"_s);
    value = {.difference = 0.001, .interval = {-0.01, 0.012}};
    value.moreUses = 3049.0;
    QCOMPARE(
            verdictText(all, 1),
            u"cannot be told apart from now on these 400 uses; about 3,000 more would tell in 80 of 100 cases if the difference is as large as it seems"_s);
    value.moreUses.reset();
    QCOMPARE(verdictText(all, 1), u"cannot be told apart from now on these 400 uses"_s);
    value.tooFewDiffer = true;
    QCOMPARE(verdictText(all, 1), u"too few of these 400 uses differ to tell which is better"_s);
    QCOMPARE(policyCell(all, 1, PolicyColumn::Difference), u"too few to tell"_s);
    value.tooFewDiffer = false;
    value.optimism = {std::nullopt, std::nullopt};
    QCOMPARE(verdictText(all, 1),
             u"these 400 uses, or the users they are of, are too few to tell which is better"_s);
    value = {};
    QCOMPARE(verdictText(all, 1), u"worth the same as now on these 400 uses"_s);
}

void TestPolicyWords::misses_anyNumber_areCounted_data()
{
    QTest::addColumn<int>("late");
    QTest::addColumn<int>("all");
    QTest::addColumn<QString>("text");
    QTest::newRow("some") << 31 << 58
                          << u"58 of 100 good ones are missed: 27 by the model, 31 only too late"_s;
    QTest::newRow("all") << 58 << 58 << u"58 of 100 good ones are missed: 58 only too late"_s;
    QTest::newRow("one") << 1 << 1 << u"1 of 7 good ones is missed: 1 only too late"_s;
    QTest::newRow("none") << 0 << 58 << QString();
}

void TestPolicyWords::misses_anyNumber_areCounted()
{
    QFETCH(const int, late);
    QFETCH(const int, all);
    QFETCH(const QString, text);
    Waterfall uses;
    uses[UsePart::RightShown] = rows(all == 1 ? 6 : 42);
    uses[UsePart::MissedByModel] = rows(all - late);
    uses[UsePart::MissedByLateness] = rows(late);
    PolicySummary summary;
    summary.shares = Shares(uses);
    QCOMPARE(missesText(summary), text);
}

void TestPolicyWords::waits_fewRequests_areNotStated()
{
    QVERIFY(waitsText(compared(298).policies[0].summary)
                    .endsWith(u"too few requests to state p99"_s));
    QVERIFY(waitsText(compared(299).policies[0].summary)
                    .endsWith(u"too few requests to state p99.9"_s));
    QVERIFY(waitsText(compared(50, false).policies[0].summary).isEmpty());
    PolicySummary summary;
    summary.waits = {{.p = 0.5,
                      .wait = {302.0},
                      .low = Milliseconds{298.0},
                      .high = Milliseconds{305.0},
                      .tooFew = false},
                     {.p = 0.9,
                      .wait = {400.0},
                      .low = Milliseconds{400.0},
                      .high = Milliseconds{400.0},
                      .tooFew = false},
                     {.p = 0.95,
                      .wait = {std::numeric_limits<double>::infinity()},
                      .low = Milliseconds{900.0},
                      .high = {},
                      .tooFew = false}};
    QCOMPARE(waitsText(summary),
             u"p50 302 ms (298 ms to 305 ms), p90 400 ms, p95 timed out (at least 900 ms)"_s);
}

void TestPolicyWords::cells_undefined_areDashes()
{
    ComparedPolicies all = compared(400, false);
    all.policies[0].summary.shares = withShown(0, 0);
    QCOMPARE(policyCell(all, 0, PolicyColumn::Wrong), u"—"_s);
    QCOMPARE(policyCell(all, 0, PolicyColumn::Late), u"—"_s);
    QCOMPARE(policyCell(all, 0, PolicyColumn::WaitHalf), u"—"_s);
    QCOMPARE(policyCell(all, 0, PolicyColumn::Difference), u"—"_s);
    QCOMPARE(policyCell(all, 0, PolicyColumn::Cost), u"1,000"_s);
}

void TestPolicyWords::sentences_fewCases_giveCounts()
{
    ComparedPolicies all = compared(400);
    all.policies[1].summary.shares = withShown(3, 4);
    const QString text = policySentences(all, 1).join(u' ');
    QVERIFY(text.contains(u"4 of 7 of 1,000"_s) == false);
    QVERIFY(text.contains(u"4 of 7 shown are wrong"_s));
    QVERIFY(text.contains(u"too few cases to say more"_s));
}

void TestPolicyWords::costs_given_areSaidAsTheirs()
{
    ComparedPolicies all = compared(400);
    QVERIFY(!policySentences(all, 1).join(u' ').contains(u"cost"_s));
    all.callsAreCounted = false;
    all.policies[0].summary.costPerThousandUses = 2.0;
    all.policies[1].summary.costPerThousandUses = 0.00125;
    QVERIFY(policySentences(all, 0).contains(
            u"Calls cost 2.00 per 1,000 uses (your assumption)."_s));
    QVERIFY(policySentences(all, 1).contains(
            u"Calls cost 0.00125 per 1,000 uses (your assumption), 2.00 now."_s));
    QCOMPARE(policyCell(all, 1, PolicyColumn::Cost), u"0.00125"_s);
}

void TestPolicyWords::pairs_anyDifference_nameBothModels()
{
    ComparedPolicies all = compared(400);
    QVERIFY(!all.pairs.empty());
    ModelPair &pair = all.pairs.front();
    MeasureComparison &value = pair.comparison.valuePerUse;
    value = {.difference = 0.0124, .interval = {0.008, 0.016}};
    value.verdict = ComparisonVerdict::AIsBetter;
    QCOMPARE(
            pairSentences(all, 0).first(),
            u"model 0 against model 1, each at its most valuable threshold: worth 12 more per 1,000 uses (95 % interval +8 to +16)."_s);
    value = {.difference = 0.001, .interval = {-0.01, 0.012}};
    value.moreUses = 3049.0;
    QCOMPARE(
            pairSentences(all, 0).first(),
            u"model 0 against model 1, each at its most valuable threshold: in value they cannot be told apart on these 400 uses; about 3,000 more would tell in 80 of 100 cases if the difference is as large as it seems."_s);

    all.policies[pair.a].summary.shares = withShown(900, 100);
    all.policies[pair.b].summary.shares = withShown(800, 200);
    pair.comparison.precision = MeasureComparison{.a = 0.9,
                                                  .b = 0.8,
                                                  .difference = 0.1,
                                                  .interval = {0.08, 0.12},
                                                  .verdict = ComparisonVerdict::AIsBetter};
    pair.comparison.falseAlarmRate =
            MeasureComparison{.a = 0.04, .b = 0.05, .difference = -0.01, .interval = {-0.03, 0.01}};
    pair.comparison.negativeFlips.ofUses = proportion(rows(30), rows(970));
    pair.comparison.negativeFlips.ofNegatives = proportion(rows(10), rows(490));
    pair.comparison.positiveFlips.ofUses = proportion(rows(50), rows(950));
    const QStringList sentences = pairSentences(all, 0);
    QVERIFY(sentences.contains(
            u"100 of 1,000 shown are wrong, 200 with model 1: 80 to 120 fewer (95 % interval)."_s));
    QVERIFY(sentences.contains(
            u"40 of 1,000 bad ones are shown, 50 with model 1: cannot be told apart on these 400 uses."_s));
    QCOMPARE(
            sentences.last(),
            u"In 30 of 1,000 uses model 1 is right and model 0 is not; in 50 of 1,000 it is the other way round."_s);
}

void TestPolicyWords::limit_keptNowhere_isSaid()
{
    ComparedPolicies all = compared(400);
    all.precisionLimit = 0.9;
    all.limitMissed = {{"small", 0.8767}, {"large", {}}};
    const QStringList notes = comparisonNotes(all);
    QVERIFY(notes.contains(
            u"No threshold of small surely has 900 of 1,000 shown right; the most that is sure is 876."_s));
    all.promise = PromiseRule::Plain;
    QVERIFY(comparisonNotes(all).contains(
            u"No threshold of small has 900 of 1,000 shown right; the best has 876."_s));
    QVERIFY(notes.contains(
            u"With large nothing is shown, so it has no point with 900 of 1,000 shown right."_s));
}

void TestPolicyWords::notes_sample_isSaid()
{
    QVERIFY(!comparisonNotes(compared(400)).join(u' ').contains(u"at random"_s));
    const QString notes = comparisonNotes(compared(700)).join(u' ');
    QVERIFY(notes.contains(u"Compared on the 700 uses that every model was asked for."_s));
    QVERIFY(notes.contains(
            u"Which one is surely better is judged on 500 of them, drawn at random."_s));
}

void TestPolicyWords::frontier_tooFewOrNoLatency_saysWhy()
{
    const FrontierView p99{QualityMeasure::Value, BurdenMeasure::WaitP99};
    QCOMPARE(noFrontierText(compared(298), p99), u"Too few requests to state p99."_s);
    QCOMPARE(noFrontierText(compared(299), p99), QString());
    QCOMPARE(noFrontierText(compared(50, false), p99),
             u"This file has no latency column, so there are no waits to draw. Choose calls or "
             u"costs in "
             "place of p50 to p99.9, or open a file with a column of waits."_s);
    const FrontierView cost{QualityMeasure::Value, BurdenMeasure::Cost};
    QCOMPARE(noFrontierText(compared(50, false), cost), QString());
}

void TestPolicyWords::adoptable_areAllButNow()
{
    for (const ComparedPolicy &policy : compared(400).policies) {
        const bool other = policy.candidate.kind != CandidateKind::Now;
        QCOMPARE(notAdoptableText(policy.candidate).isEmpty(), other);
    }
}

ONEINN_TEST(TestPolicyWords)

} // namespace tests::wording_policywords

#include "tst_policywords.moc"
