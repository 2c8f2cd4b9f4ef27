// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/assessment.h"
#include "core/clusters/influencespread.h"
#include "core/comparison/linearised.h"
#include "core/comparison/pincomparison.h"
#include "core/policies/candidates.h"
#include "core/policies/policysummary.h"
#include "core/policies/scenariouses.h"
#include "core/policies/usecolumns.h"
#include "core/questions.h"
#include "core/targets/reach.h"
#include "core/valueplane.h"
#include "support/population.h"
#include "support/predictionsofuses.h"
#include "support/randomuses.h"
#include "support/testprogram.h"
#include "support/vectors.h"

#include <QTest>

#include <algorithm>
#include <random>

namespace tests::ends_population {

using namespace oneinn;
using namespace Qt::StringLiterals;
using testsupport::naive::Population;
using testsupport::naive::Use;

namespace {

// --- vectors ---

/// A vector's rows and its question.
struct Asked {
    PredictionsPtr predictions;
    Scenario scenario;
    std::size_t unlabelled = 0;
};

LatePolicy policyNamed(const QString &name)
{
    if (name == "wait"_L1)
        return LatePolicy::Wait;
    if (name == "unanswered"_L1)
        return LatePolicy::Unanswered;
    return name == "fall-back"_L1 ? LatePolicy::FallBack : LatePolicy::ShowNothing;
}

PatienceCurve patienceIn(const QJsonValue &value)
{
    std::vector<PatiencePoint> points;
    const auto pairs = value.toArray();
    for (const auto &pair : pairs)
        points.push_back({{pair.toArray().at(0).toDouble()}, pair.toArray().at(1).toDouble()});
    return points.empty() ? PatienceCurve() : PatienceCurve(points);
}

Asked askedIn(const QJsonObject &input)
{
    const QJsonArray label = input["label"_L1].toArray();
    const auto score = testsupport::numbers(input["score"_L1]);
    const QJsonObject fallback = input["fallback"_L1].toObject();
    const QJsonArray users = input["user"_L1].toArray();
    PairedRows rows;
    rows.models = {"asked"};
    if (!fallback.isEmpty())
        rows.models.push_back("other");
    std::vector<Eigen::Index> kept;
    for (Eigen::Index i = 0; i < score.size(); ++i) {
        if (!label.at(i).isNull())
            kept.push_back(i);
    }
    const auto n = static_cast<Eigen::Index>(kept.size());
    const auto models = static_cast<Eigen::Index>(rows.models.size());
    const bool timed = input.contains("latency_ms"_L1);
    rows.label.resize(n);
    rows.weight = Eigen::ArrayXd::Ones(n);
    rows.score.resize(n, models);
    rows.latency.resize(n, timed ? models : 0);
    const auto at = [](const QJsonValue &list, Eigen::Index i) {
        return testsupport::number(list.toArray().at(i)); // null: not a number
    };
    for (Eigen::Index use = 0; use < n; ++use) {
        const Eigen::Index i = kept[static_cast<std::size_t>(use)];
        rows.label[use] = label.at(i).toInt() != 0 ? 1 : 0;
        rows.score(use, 0) = score[i];
        for (const auto key : {"weight"_L1, "count"_L1}) {
            if (input.contains(key))
                rows.weight[use] *= at(input[key], i);
        }
        if (timed)
            rows.latency(use, 0) = at(input["latency_ms"_L1], i);
        if (models == 2) {
            rows.score(use, 1) = at(fallback["shown"_L1], i);
            rows.latency(use, 1) = at(fallback["latency_ms"_L1], i);
        }
    }
    Asked asked;
    asked.predictions = testsupport::predictionsOf(rows, true);
    if (!users.isEmpty()) {
        PredictionColumns columns{.label = asked.predictions->label(),
                                  .score = asked.predictions->score(),
                                  .latency = asked.predictions->latency(),
                                  .weight = {},
                                  .model = asked.predictions->model(),
                                  .segments = {},
                                  .exampleId = asked.predictions->exampleId(),
                                  .userId = CategoryColumn{"user", {}, CodeColumn(n)}};
        for (Eigen::Index use = 0; use < n; ++use) {
            const std::string name = users.at(use).toString().toStdString();
            auto &values = columns.userId->values;
            auto found = std::find(values.begin(), values.end(), name);
            if (found == values.end())
                found = values.insert(values.end(), name);
            columns.userId->codes[use] = static_cast<std::uint32_t>(found - values.begin());
        }
        asked.predictions = std::make_shared<const Predictions>(std::move(columns), RowAccount());
    }
    asked.unlabelled = static_cast<std::size_t>(score.size() - n);
    Scenario &scenario = asked.scenario;
    scenario.selection.model = "asked";
    if (input.contains("threshold"_L1))
        scenario.threshold = {testsupport::number(input["threshold"_L1])};
    if (input.contains("budget_ms"_L1))
        scenario.budget = Milliseconds{input["budget_ms"_L1].toDouble()};
    scenario.latePolicy = policyNamed(input["policy"_L1].toString());
    scenario.patience = patienceIn(input["patience"_L1]);
    if (models == 2)
        scenario.fallback = FallbackModel{"other",
                                          {0.5},
                                          fallback["start"_L1].toString() == "parallel"_L1
                                                  ? Fallback::Start::WithMain
                                                  : Fallback::Start::AtDeadline};
    if (input.contains("values"_L1)) {
        const QJsonObject values = input["values"_L1].toObject();
        scenario.values = {values["tp"_L1].toDouble(), values["fp"_L1].toDouble(),
                           values["fn"_L1].toDouble(), values["tn"_L1].toDouble(),
                           values["late"_L1].toDouble()};
    }
    scenario.baseRate = testsupport::optionalNumber(input["base_rate"_L1]);
    return asked;
}

const std::pair<const char *, UsePart> partNames[] = {
        {"right_shown", UsePart::RightShown},
        {"missed_by_model", UsePart::MissedByModel},
        {"missed_by_lateness", UsePart::MissedByLateness},
        {"gone_good", UsePart::GoneGood},
        {"wrong_shown", UsePart::WrongShown},
        {"rightly_silent", UsePart::RightlySilent},
        {"unanswered_bad", UsePart::UnansweredBad},
        {"gone_bad", UsePart::GoneBad}};

/// Shares that a vector names, of some uses; `relevant`: absent ones stand for 0.
void compareShares(const Shares &shares, const QJsonObject &expected, double tolerance)
{
    const QJsonObject all = expected["of_all_uses"_L1].toObject();
    QCOMPARE(all.size(), qsizetype(std::size(partNames)));
    for (const auto &[name, part] : partNames)
        COMPARE_NEAR(shares.ofUses({part}), all[QLatin1String(name)].toDouble(), tolerance);
    COMPARE_NEAR(shares.ofUses(goodUses), expected["good"_L1].toDouble(), tolerance);
    COMPARE_NEAR(valueOf(shares[Share::Shown]), expected["shown"_L1].toDouble(), tolerance);
    COMPARE_NEAR(valueOf(shares[Share::Late]).value_or(0.0), expected["late"_L1].toDouble(),
                 tolerance);
    COMPARE_NEAR(valueOf(shares[Share::Left]).value_or(0.0), expected["gone"_L1].toDouble(),
                 tolerance);
    COMPARE_NEAR(valueOf(shares[Share::WrongOfShown]),
                 testsupport::optionalNumber(expected["wrong_of_shown"_L1]), tolerance);
    COMPARE_NEAR(valueOf(shares[Share::WrongOfBad]),
                 testsupport::optionalNumber(expected["wrong_shown_of_all_bad"_L1]), tolerance);
    const QJsonValue ofGood = expected["of_all_good"_L1];
    QCOMPARE(shares[Share::Missed].has_value(), !ofGood.isNull());
    if (ofGood.isNull())
        return;
    COMPARE_NEAR(1.0 - shares[Share::Missed]->value, ofGood["shown"_L1].toDouble(), tolerance);
    COMPARE_NEAR(valueOf(shares[Share::MissedByModel]), ofGood["missed_by_model"_L1].toDouble(),
                 tolerance);
    COMPARE_NEAR(valueOf(shares[Share::MissedByLateness]).value_or(0.0),
                 ofGood["missed_by_lateness"_L1].toDouble(), tolerance);
    COMPARE_NEAR(valueOf(shares[Share::MissedGone]).value_or(0.0), ofGood["gone"_L1].toDouble(),
                 tolerance);
}

// --- the oracle ---

struct Question {
    PairedRows rows;
    bool weighted = false;
    PredictionsPtr predictions;
    Scenario scenario;
    std::vector<Use> uses;
};

std::vector<Use> usesOf(const PairedRows &rows, const std::optional<double> &baseRate)
{
    double good = 0.0;
    for (Eigen::Index i = 0; i < rows.uses(); ++i)
        good += rows.label[i] != 0 ? rows.weight[i] : 0.0;
    const double rate = good / rows.weight.sum();
    const bool restated = baseRate && rate > 0.0 && rate < 1.0;
    std::vector<Use> uses;
    for (Eigen::Index i = 0; i < rows.uses(); ++i) {
        Use use{.good = rows.label[i] != 0,
                .score = rows.score(i, 0),
                .latency = rows.hasLatency() ? rows.latency(i, 0) : 0.0,
                .weight = rows.weight[i]};
        if (restated)
            use.weight *= use.good ? *baseRate / rate : (1.0 - *baseRate) / (1.0 - rate);
        if (rows.hasLatency() && rows.latency.cols() > 1) {
            use.otherScore = rows.score(i, 1);
            use.otherLatency = rows.latency(i, 1);
        }
        uses.push_back(use);
    }
    return uses;
}

Question randomQuestion(std::mt19937 &random, int round)
{
    const auto below = [&random](unsigned limit) { return static_cast<double>(random() % limit); };
    Question question;
    question.weighted = round % 2 == 1;
    question.rows = testsupport::randomUses(random,
                                            {.uses = 3 + round * 7 % 300,
                                             .latencies = round % 11 != 10,
                                             .weights = question.weighted,
                                             .oneClass = round % 13 == 12});
    question.predictions = testsupport::predictionsOf(question.rows, question.weighted);
    Scenario &scenario = question.scenario;
    scenario.selection.model = question.rows.models[0];
    scenario.latePolicy = static_cast<LatePolicy>(round % 4);
    scenario.threshold = {below(52) / 50.0};
    if (round % 5 != 4 && question.rows.hasLatency())
        scenario.budget = Milliseconds{10.0 * below(70)};
    if (round / 4 % 2 == 0)
        scenario.patience = PatienceCurve({{{100.0}, 0.9}, {{400.0}, 0.4}});
    if (round % 3 == 0)
        scenario.baseRate = 0.05 + below(8) / 10.0;
    scenario.fallback = FallbackModel{question.rows.models[1],
                                      {below(52) / 50.0},
                                      round / 8 % 2 == 0 ? Fallback::Start::AtDeadline
                                                         : Fallback::Start::WithMain};
    scenario.values = {3.0, -4.0, -2.0, 0.5, -1.0};
    question.uses = usesOf(question.rows, scenario.baseRate);
    return question;
}

double naivePart(const Population &all, UsePart part)
{
    const double parts[] = {all.rightShown, all.missedByModel, all.missedByLateness, all.goneGood,
                            all.wrongShown, all.rightlySilent, all.unansweredBad,    all.goneBad};
    return parts[static_cast<std::size_t>(part)];
}

void compareWithOracle(const Shares &shares, const Population &expected)
{
    for (const auto &[name, part] : partNames)
        COMPARE_NEAR(shares.ofUses({part}), naivePart(expected, part) / expected.all(), 1e-8);
    if (expected.good() > 0.0)
        COMPARE_NEAR(valueOf(shares[Share::Missed]), expected.missed() / expected.good(), 1e-8);
    if (shares[Share::WrongOfShown]) // of less than half a row nothing is said
        COMPARE_NEAR(valueOf(shares[Share::WrongOfShown]), expected.wrongShown / expected.shown(),
                     1e-8);
    if (shares[Share::Late])
        COMPARE_NEAR(valueOf(shares[Share::Late]), expected.late / expected.all(), 1e-8);
    if (shares[Share::Left])
        COMPARE_NEAR(valueOf(shares[Share::Left]), expected.gone() / expected.all(), 1e-8);
}

bool sameProportion(const std::optional<Proportion> &a, const std::optional<Proportion> &b)
{
    const auto close = [](double x, double y) { return std::abs(x - y) <= 1e-7; };
    return a.has_value() == b.has_value()
            && (!a
                || (close(a->value, b->value) && close(a->interval.low, b->interval.low)
                    && close(a->interval.high, b->interval.high)));
}

} // namespace

/// Every number that is shown, wherever it is worked out, is of one population of all uses.
class TestPopulation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void vectors_shares_agree_data();
    void vectors_shares_agree();
    void vectors_differences_agree_data();
    void vectors_differences_agree();
    void vectors_linearisedMean_agrees();
    void everyEngine_anyQuestion_isTheOracle();
    void differences_anyChoices_areOfTheSharesShown();
    void slower_neverMissesLess_data();
    void slower_neverMissesLess();
    void unknownLatencies_areInNoShareWhereTimeIsAsked();
    void shares_aRow_isAllItTakes();
    void vectors_gone_agrees();
    void gone_asSureAsItsChances();
};

void TestPopulation::vectors_shares_agree_data()
{
    QTest::addColumn<QString>("id");
    const auto ids = testsupport::vectorIds(u"T9.population."_s);
    for (const QString &id : ids) {
        if (!id.contains("difference"_L1) && !id.contains("mixture"_L1))
            QTest::newRow(qPrintable(id)) << id;
    }
}

void TestPopulation::vectors_shares_agree()
{
    QFETCH(const QString, id);
    const auto vector = testsupport::vector(id);
    const QJsonObject expected = vector.expected.toObject();
    const Asked asked = askedIn(vector.input);
    const auto rows = ScenarioRows::prepare(asked.predictions, asked.scenario).value();
    const Assessment found = assess(*rows, asked.scenario);
    const double tolerance = vector.tolerance;
    compareShares(found.experience.shares, expected, tolerance);
    if (expected.contains("value_per_1000_uses"_L1))
        COMPARE_NEAR(1000.0 * found.value.perUse, expected["value_per_1000_uses"_L1].toDouble(),
                     1e-5);
    if (expected.contains("unlabelled"_L1)) {
        QCOMPARE(asked.unlabelled, std::size_t(expected["unlabelled"_L1].toInt()));
        const bool timed = asked.scenario.budget || !asked.scenario.patience.everyoneWaits();
        QCOMPARE(timed ? rows->all()->rowsWithoutLatency() : 0,
                 std::size_t(expected["without_latency"_L1].toInt()));
        if (!timed)
            return; // policies ask for waits
    }
    const auto candidates = candidatesOf(*asked.predictions, policiesQuestion(asked.scenario));
    const auto now =
            summaryOf(candidates->rows, candidates->all.front().policy,
                      {asked.scenario.values, asked.scenario.patience}, asked.scenario.budget);
    compareShares(now.shares, expected, tolerance);
}

void TestPopulation::vectors_differences_agree_data()
{
    QTest::addColumn<QString>("id");
    const auto ids = testsupport::vectorIds(u"T9.population.difference."_s);
    for (const QString &id : ids)
        QTest::newRow(qPrintable(id)) << id;
}

void TestPopulation::vectors_differences_agree()
{
    QFETCH(const QString, id);
    const auto vector = testsupport::vector(id);
    const QString measure = vector.input["measure"_L1].toString();
    const auto sideOf = [&](const char *which) {
        QJsonObject input = vector.input;
        const QJsonObject side = input[QLatin1String(which)].toObject();
        for (auto key = side.begin(); key != side.end(); ++key)
            input.insert(key.key(), key.value());
        return askedIn(input);
    };
    const Asked now = sideOf("now");
    const Asked other = sideOf("other");
    const auto rows = ScenarioRows::prepare(now.predictions, now.scenario).value();
    const auto usesOfNow = ScenarioUses::of(*rows, now.scenario, now.scenario.threshold);
    const auto usesOfOther = ScenarioUses::of(*rows, other.scenario, other.scenario.threshold);
    const auto compared = [](const ScenarioUses &uses, const Scenario &scenario) {
        return ComparedUses{UseColumns(uses.rows(), uses.outcomes(), scenario.patience),
                            Eigen::ArrayXd::Zero(uses.rows().uses())};
    };
    const ComparedUses a = compared(*usesOfOther, other.scenario);
    const ComparedUses b = compared(*usesOfNow, now.scenario);
    const DenseUnits units = denseUnits(usesOfNow->rows().user);
    const PairedClusters clusters{{units.unit, units.unit, units.count}, {}, {}};
    const ShareDifferences differences(a, b, clusters, true);
    const bool shown = measure == "shown_of_good"_L1;
    const Share share = shown      ? Share::Missed
            : measure == "gone"_L1 ? Share::Left
                                   : Share::WrongOfShown;
    auto found = *differences.share(share);
    if (shown)
        found = complementOf(found);
    const QJsonObject expected = vector.expected.toObject();
    QCOMPARE(units.count, std::size_t(expected["clusters"_L1].toInt()));
    COMPARE_NEAR(found.b, expected["now"_L1].toDouble(), vector.tolerance);
    COMPARE_NEAR(found.a, expected["other"_L1].toDouble(), vector.tolerance);
    COMPARE_NEAR(found.difference, expected["difference"_L1].toDouble(), vector.tolerance);
    COMPARE_NEAR(found.interval.low, expected["interval"_L1][0].toDouble(), vector.tolerance);
    COMPARE_NEAR(found.interval.high, expected["interval"_L1][1].toDouble(), vector.tolerance);
    // Six users cannot name a winner.
    QVERIFY(found.tooFewDiffer);
    QCOMPARE(found.verdict, ComparisonVerdict::CannotBeToldApart);
}

/// The values of a mixture are mixed use by use: its vector is one of linearised means.
void TestPopulation::vectors_linearisedMean_agrees()
{
    const auto vector = testsupport::vector(u"T9.population.mixture"_s);
    const auto a = testsupport::numbers(vector.input["value_a"_L1]);
    const auto b = testsupport::numbers(vector.input["value_b"_L1]);
    const double share = vector.input["share_b"_L1].toDouble();
    const QJsonArray users = vector.input["user"_L1].toArray();
    CodeColumn user(a.size());
    for (Eigen::Index i = 0; i < user.size(); ++i)
        user[i] = static_cast<std::uint32_t>(users.at(i).toString().at(0).unicode());
    const Eigen::ArrayXd weight = Eigen::ArrayXd::Ones(a.size());
    const Eigen::ArrayXd mixed = (1.0 - share) * a + share * b;
    const auto mean = linearisedMean(weight, mixed);
    COMPARE_NEAR(1000.0 * mean->value, vector.expected["value_per_1000"_L1].toDouble(), 1e-9);
    const auto difference = linearisedMean(weight, mixed - a);
    COMPARE_NEAR(1000.0 * difference->value, vector.expected["difference_per_1000"_L1].toDouble(),
                 1e-9);
    const double reach = influenceSpread(difference->influence, user, {}).reach();
    const QJsonValue interval = vector.expected["interval"_L1];
    COMPARE_NEAR(1000.0 * (difference->value - reach), interval[0].toDouble(), 1e-6);
    COMPARE_NEAR(1000.0 * (difference->value + reach), interval[1].toDouble(), 1e-6);
}

/// Column, policies, pins, targets and plane, with each other and with a row-by-row count.
void TestPopulation::everyEngine_anyQuestion_isTheOracle()
{
    std::mt19937 random(2026);
    for (int round = 0; round < 120; ++round) {
        const Question question = randomQuestion(random, round);
        const Scenario &scenario = question.scenario;
        const Population expected = testsupport::naive::populationOf(question.uses, scenario);
        const auto rows = ScenarioRows::prepare(question.predictions, scenario).value();
        const auto slice = rows->at(scenario);
        const Assessment column = assess(*rows, scenario);
        compareWithOracle(column.experience.shares, expected);
        COMPARE_NEAR(column.value.perUse, expected.value / expected.all(), 1e-7);

        const auto candidates = candidatesOf(*question.predictions, policiesQuestion(scenario));
        const auto now = summaryOf(candidates->rows, candidates->all.front().policy,
                                   {scenario.values, scenario.patience},
                                   candidates->rows.hasLatency() ? scenario.budget : Budget());
        compareWithOracle(now.shares, expected);
        for (const ShareKind &kind : shareKinds)
            QVERIFY2(sameProportion(column.experience[kind.share], now.shares[kind.share]),
                     qPrintable(u"round %1: %2"_s.arg(round).arg(
                             QLatin1String(kind.key.data(), qsizetype(kind.key.size())))));

        const auto pin =
                pinDifferences(*rows, settingQuestion(scenario), *rows, settingQuestion(scenario))
                        .value();
        for (const Share share : comparedShares) {
            const auto shown = column.experience[share];
            if (shown && pin[share]) {
                COMPARE_NEAR(pin[share]->a, shown->value, 1e-7);
                QCOMPARE(pin[share]->difference, 0.0);
            }
        }
        COMPARE_NEAR(pin.valuePerUse->a, column.value.perUse, 1e-7);

        const Targets targets{.wrongOfShown = 0.5,
                              .missed = 0.5,
                              .answered = {},
                              .gone = 0.5,
                              .shownPerDay = 10.0};
        const auto factors = restatement(column.counts, scenario.baseRate);
        const TargetJudge judge(
                targets, sliceReadings(*slice, restatement(*slice, scenario.baseRate), targets), {},
                scenario.baseRate.has_value());
        const auto readings =
                judge.readings(slice->ends(scenario.threshold).rebased(factors), false);
        if (const auto left = column.experience[Share::Left]) {
            const auto &gone = readings[TargetKind::Gone].share;
            QVERIFY(gone);
            COMPARE_NEAR(gone->value, left->value, 1e-7);
            // Where nothing is shown uses are cut into other pieces, which count a little
            // otherwise.
            COMPARE_NEAR(gone->interval.high, left->interval.high, 1e-2);
        }
        QVERIFY(sameProportion(readings[TargetKind::WrongOfShown].share,
                               column.experience[Share::WrongOfShown]));
        QVERIFY(sameProportion(readings[TargetKind::Missed].share,
                               column.experience[Share::Missed]));
        QVERIFY(sameProportion(readings[TargetKind::ShownPerDay].share,
                               column.experience[Share::Shown]));

        const auto plane = valuePlane(*rows, planeQuestion(scenario),
                                      {.budgets = {scenario.budget},
                                       .thresholds = {scenario.threshold},
                                       .searched = {}})
                                   .value();
        COMPARE_NEAR(plane.cells.front().missed, valueOf(column.experience[Share::Missed]), 1e-9);
        if (column.experience[Share::WrongOfShown])
            COMPARE_NEAR(plane.cells.front().wrongOfShown,
                         valueOf(column.experience[Share::WrongOfShown]), 1e-9);
        if (QTest::currentTestFailed())
            return;
    }
}

void TestPopulation::differences_anyChoices_areOfTheSharesShown()
{
    std::mt19937 random(2027);
    for (int round = 0; round < 60; ++round) {
        const Question question = randomQuestion(random, round);
        const Scenario &now = question.scenario;
        Scenario pin = now;
        pin.threshold = {static_cast<double>(random() % 52) / 50.0};
        if (question.rows.hasLatency() && round % 3 != 2)
            pin.budget = Milliseconds{10.0 * static_cast<double>(random() % 70)};
        if (round % 4 == 3)
            pin.selection.model = question.rows.models[1];
        if (pin.selection.model == pin.fallback->model)
            pin.latePolicy = LatePolicy::ShowNothing;
        const auto rows = ScenarioRows::prepare(question.predictions, now).value();
        const auto pinRows = ScenarioRows::prepare(question.predictions, pin).value();
        const Assessment here = assess(*rows, now);
        const Assessment there = assess(*pinRows, pin);
        const auto differences =
                pinDifferences(*pinRows, settingQuestion(pin), *rows, settingQuestion(now)).value();
        for (const Share share : comparedShares) {
            const auto &measure = differences[share];
            const auto a = valueOf(there.experience[share]);
            const auto b = valueOf(here.experience[share]);
            if (!measure || !a || !b)
                continue;
            COMPARE_NEAR(measure->difference, *a - *b, 1e-7);
            QVERIFY(measure->interval.low <= measure->difference + 1e-12);
            QVERIFY(measure->interval.high >= measure->difference - 1e-12);
        }
        const MeasureComparison &value = *differences.valuePerUse;
        COMPARE_NEAR(value.difference, there.value.perUse - here.value.perUse, 1e-7);
        QVERIFY(value.interval.low <= value.difference && value.difference <= value.interval.high);
        if (QTest::currentTestFailed())
            return;
    }
}

void TestPopulation::slower_neverMissesLess_data()
{
    QTest::addColumn<LatePolicy>("policy");
    QTest::newRow("wait") << LatePolicy::Wait;
    QTest::newRow("show nothing") << LatePolicy::ShowNothing;
    QTest::newRow("unanswered") << LatePolicy::Unanswered;
}

/// Where another model steps in it may: a late use may be answered better.
void TestPopulation::slower_neverMissesLess()
{
    QFETCH(const LatePolicy, policy);
    std::mt19937 random(2028);
    for (int round = 0; round < 30; ++round) {
        Question question = randomQuestion(random, round);
        question.scenario.latePolicy = policy;
        double before = 0.0;
        for (int slowdown = 1; slowdown <= 5; ++slowdown) {
            PairedRows slower = question.rows;
            slower.latency *= 1.0 + 0.2 * slowdown;
            const auto predictions = testsupport::predictionsOf(slower, question.weighted);
            const auto rows = ScenarioRows::prepare(predictions, question.scenario).value();
            const auto missed = assess(*rows, question.scenario).experience[Share::Missed];
            if (!missed)
                break;
            QVERIFY(missed->value >= before - 1e-9);
            before = missed->value;
        }
    }
}

void TestPopulation::unknownLatencies_areInNoShareWhereTimeIsAsked()
{
    std::mt19937 random(2029);
    PairedRows rows = testsupport::randomUses(random, {.uses = 200, .models = 1});
    for (Eigen::Index use = 0; use < 50; ++use)
        rows.latency(use, 0) = std::numeric_limits<double>::quiet_NaN();
    const auto predictions = testsupport::predictionsOf(rows, false);
    for (const LatePolicy policy :
         {LatePolicy::Wait, LatePolicy::ShowNothing, LatePolicy::Unanswered}) {
        for (const bool impatient : {false, true}) {
            for (const bool limited : {false, true}) {
                Scenario scenario;
                scenario.selection.model = rows.models[0];
                scenario.latePolicy = policy;
                if (limited)
                    scenario.budget = Milliseconds{200.0};
                if (impatient)
                    scenario.patience = PatienceCurve({{{100.0}, 0.9}, {{400.0}, 0.4}});
                const auto prepared = ScenarioRows::prepare(predictions, scenario).value();
                const Assessment found = assess(*prepared, scenario);
                const double uses = limited || impatient ? 150.0 : 200.0;
                for (const Share share : {Share::Shown, Share::Late, Share::Left, Share::Good}) {
                    if (const auto of = found.experience[share])
                        COMPARE_NEAR(of->all.weight, uses, 1e-6);
                }
                COMPARE_NEAR(found.counts.uses().weight, uses, 1e-9);
                const auto shared = ScenarioUses::of(*prepared, scenario, scenario.threshold);
                QCOMPARE(double(shared->rows().uses()), uses);
            }
        }
    }
}

namespace {

/// Bad uses whose users stay with these chances.
Waterfall staying(const Eigen::ArrayXd &chances)
{
    Waterfall uses;
    const Tally one{1.0, 1.0, 1.0};
    for (const double stays : chances) {
        uses[UsePart::RightlySilent] += one.part(stays);
        uses[UsePart::GoneBad] += one.part(1.0 - stays);
        uses.leaving(false).add(1.0, 1.0 - stays);
    }
    return uses;
}

} // namespace

void TestPopulation::vectors_gone_agrees()
{
    const auto vector = testsupport::vector(u"T9.baserate_ci.gone"_s);
    const Shares shares(staying(testsupport::numbers(vector.input["stay"_L1])),
                        {.leavingCounts = true});
    const auto gone = shares[Share::Left];
    const QJsonObject expected = vector.expected.toObject();
    const QJsonArray interval = expected["interval"_L1].toArray();
    COMPARE_NEAR(gone->value, testsupport::number(expected["gone"_L1]), 1e-9);
    COMPARE_NEAR(gone->interval.low, testsupport::number(interval[0]), 1e-8);
    COMPARE_NEAR(gone->interval.high, testsupport::number(interval[1]), 1e-8);
    QCOMPARE(gone->clusters, 0.0);
}

/// Chances that hardly differ tell the share that they are chances of; of none who leaves it is as
/// unknown as of any other share.
void TestPopulation::gone_asSureAsItsChances()
{
    const ShareContext context{.leavingCounts = true};
    const auto alike = Shares(staying(Eigen::ArrayXd::Constant(50, 0.7)), context)[Share::Left];
    COMPARE_NEAR(alike->interval.width(), 0.0, 1e-6);
    QVERIFY(alike->effectiveN <= 50.0 + 1e-9);
    const auto none = Shares(staying(Eigen::ArrayXd::Ones(50)), context)[Share::Left];
    QCOMPARE(none->interval.low, 0.0);
    QVERIFY(none->interval.high > 0.05);
}

void TestPopulation::shares_aRow_isAllItTakes()
{
    // Every share is made of parts, among what it is a share of.
    for (const ShareKind &kind : shareKinds) {
        QVERIFY(!kind.key.empty());
        Waterfall uses;
        for (std::size_t part = 0; part < useParts; ++part)
            uses[static_cast<UsePart>(part)] = {40.0, 40.0, 40.0};
        const Shares shares(uses,
                            {.lateCounts = true,
                             .leavingCounts = true,
                             .unanswered = true,
                             .failures = true,
                             .refusals = true});
        QVERIFY(shares[kind.share].has_value());
        const Shares none(Waterfall{}, shares.context());
        QVERIFY(!none[kind.share].has_value());
    }
    QVERIFY(!Shares(Waterfall{})[Share::Late]);
}

ONEINN_TEST(TestPopulation)

} // namespace tests::ends_population

#include "tst_population.moc"
