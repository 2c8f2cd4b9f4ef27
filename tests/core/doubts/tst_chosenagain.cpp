// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/doubts/chosenagain.h"

#include "core/assessment.h"
#include "core/doubts/thresholddoubts.h"
#include "support/predictionsfrom.h"
#include "support/predictionsofuses.h"
#include "support/randomuses.h"
#include "support/sanitized.h"
#include "support/someuses.h"
#include "support/testprogram.h"
#include "support/vectorcase.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>

namespace tests::doubts_chosenagain {

using namespace oneinn;
using namespace Qt::StringLiterals;
namespace naive = testsupport::naive;
using testsupport::number;

class TestChosenAgain : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void optimism_theVector();
    void choices_anyUses_areThoseOfResampledFiles_data();
    void choices_anyUses_areThoseOfResampledFiles();
    void choices_aClassIsMissing_tellNothingAtABaseRate();
    void cuts_ofManyScores_areThinned();
    void manyUses_drawnInGroups_areAsIfEachAlone();
};

namespace {

/// A file of the uses of a resample, each as often as it was drawn.
PairedRows resampled(const PairedRows &rows, const DrawUnits &units, const BlockCounts &counts,
                     std::size_t lane)
{
    std::vector<Eigen::Index> places;
    for (Eigen::Index use = 0; use < rows.uses(); ++use) {
        // One row for each model and use.
        const auto row =
                static_cast<std::uint32_t>(use * static_cast<Eigen::Index>(rows.models.size()));
        int times = counts.first[units.first().of(row)][lane];
        if (units.second())
            times *= counts.second[units.second()->of(row)][lane];
        places.insert(places.end(), static_cast<std::size_t>(times), use);
    }
    return testsupport::usesAt(rows, places);
}

/// What is known of one file, by the functions that everything else is told by.
struct File {
    ScenarioRows::Ptr rows;
    std::shared_ptr<const UseSlice> slice;
    std::shared_ptr<const Outlook> outlook;
    Scenario scenario;

    /// Null where nothing is selected.
    static std::optional<File> of(const PairedRows &uses, const Scenario &scenario, bool weighted)
    {
        const auto rows =
                ScenarioRows::prepare(testsupport::predictionsOf(uses, weighted), scenario);
        if (!rows)
            return std::nullopt;
        const auto slice = rows.value()->at(scenario);
        return File{rows.value(), slice, quickOutlook(*slice, scenario), scenario};
    }
    double valueAt(Threshold threshold) const
    {
        Scenario there = scenario;
        there.threshold = threshold;
        return assess(*slice, outlook, there, nullptr).value.perUse;
    }
};

struct World {
    PairedRows uses;
    Scenario scenario;
    bool weighted = false;
};

/// Of every kind that the value of a threshold depends on.
World worldOf(int round)
{
    std::mt19937 random(900U + static_cast<unsigned>(round));
    World world;
    world.weighted = round % 2 == 0;
    world.uses = testsupport::randomUses(random,
                                         {.uses = 30 + round,
                                          .models = 2,
                                          .latencies = round % 5 != 4,
                                          .weights = world.weighted,
                                          .oneClass = round % 11 == 10,
                                          .failures = round % 3 == 2});
    const auto draw = [&](CodeColumn &codes, unsigned most) {
        codes.resize(world.uses.uses());
        for (std::uint32_t &code : codes)
            code = static_cast<std::uint32_t>(random() % most);
    };
    if (round % 4 == 1 || round % 4 == 3)
        draw(world.uses.user, 12);
    if (round % 4 == 2 || round % 4 == 3)
        draw(world.uses.day, 8);
    Scenario &scenario = world.scenario;
    scenario.selection.model = "model 0";
    scenario.values = round % 3 == 0 ? OutcomeValues(1.0, -2.0, 0.0, 0.0)
                                     : OutcomeValues(2.0, -1.0, -0.5, 0.25, -0.75);
    if (round % 2 == 1)
        scenario.budget = Milliseconds{300.0};
    if (round % 3 == 1 && round % 11 != 10)
        scenario.baseRate = 0.1;
    constexpr LatePolicy policies[] = {LatePolicy::ShowNothing, LatePolicy::Unanswered,
                                       LatePolicy::Wait, LatePolicy::FallBack};
    scenario.latePolicy = policies[round % 4];
    if (scenario.latePolicy == LatePolicy::FallBack)
        scenario.fallback = FallbackModel{"model 1", {0.4}};
    if (round % 7 > 3)
        scenario.patience = PatienceCurve({{{100.0}, 0.9}, {{400.0}, 0.3}});
    return world;
}

/// Rows that end in something, as positions of the file.
std::vector<std::uint32_t> endingRows(const File &file)
{
    const Predictions &all = *file.rows->all()->predictions();
    const bool timed = asksForLatencies(file.scenario, all.hasLatency());
    std::vector<std::uint32_t> ending;
    for (const std::uint32_t row : all.select(file.scenario.selection, Calls::All)) {
        if (!timed || all.failed(row) || !std::isnan((*all.latency())[row]))
            ending.push_back(row);
    }
    return ending;
}

} // namespace

void TestChosenAgain::optimism_theVector()
{
    testsupport::VectorCase c(testsupport::vector(u"T9.simultaneous.optimism"_s));
    const QJsonArray labels = c.input.take("label"_L1).toArray();
    const QJsonArray scores = c.input.take("score"_L1).toArray();
    naive::Rows rows;
    for (qsizetype i = 0; i < labels.size(); ++i)
        rows.push_back({labels.at(i).toInt() == 1, scores.at(i).toDouble()});
    const QJsonObject worth = c.input.take("values"_L1).toObject();
    const OutcomeValues values{worth["tp"_L1].toDouble(), worth["fp"_L1].toDouble(), 0.0, 0.0};
    const Threshold now{number(c.input.take("now_threshold"_L1))};

    Scenario scenario;
    scenario.values = values;
    const auto predictions = testsupport::predictionsFrom(rows);
    const auto prepared = ScenarioRows::prepare(predictions, scenario).value();
    const auto slice = prepared->at(scenario);
    const BestThreshold best = quickOutlook(*slice, scenario)->mostValuable;
    const ThresholdCuts cuts(slice->staying(), {best.threshold, now});

    DrawnUses uses;
    uses.firstUnits = rows.size();
    uses.positives = Eigen::MatrixXd::Zero(labels.size(), 1);
    uses.negatives = uses.positives;
    for (std::size_t position = 0; position < rows.size(); ++position)
        uses.first.push_back(static_cast<std::uint16_t>(slice->staying().order().row(position)));
    for (std::size_t row = 0; row < rows.size(); ++row)
        (rows[row].positive ? uses.positives : uses.negatives)(static_cast<Eigen::Index>(row), 0) =
                1.0;
    BlockCounts counts;
    counts.first.assign(rows.size(), {});
    const QJsonArray resamples = c.input.take("resamples"_L1).toArray();
    for (qsizetype b = 0; b < resamples.size(); ++b) {
        for (const auto &row : resamples.at(b).toArray())
            ++counts.first[static_cast<std::size_t>(row.toInt())][static_cast<std::size_t>(b)];
    }
    const RedrawQuestion question{.gain = ValueGain(values),
                                  .baseRate = {},
                                  .best = cuts.cutOf(best.threshold),
                                  .reference = cuts.cutOf(now),
                                  .resamples = static_cast<std::size_t>(resamples.size())};
    const ChosenAgain chosen = chosenAgain(cuts, uses, question, counts);

    COMPARE_NEAR(cuts.thresholds(question.best).high, number(c.expected.take("threshold"_L1)),
                 c.tolerance);
    const std::vector<double> gains = gainsByCut(cuts, uses, question);
    const double told =
            (gains[question.best] - gains[question.reference]) / static_cast<double>(rows.size());
    COMPARE_NEAR(told, number(c.expected.take("told_before"_L1)), c.tolerance);
    const QJsonArray again = c.expected.take("chosen_in_resamples"_L1).toArray();
    QCOMPARE(chosen.cut.size(), static_cast<std::size_t>(again.size()));
    for (std::size_t b = 0; b < chosen.cut.size(); ++b)
        COMPARE_NEAR(cuts.thresholds(chosen.cut[b]).high,
                     again.at(static_cast<qsizetype>(b)).toDouble(), c.tolerance);
    COMPARE_NEAR(chosen.optimism(), number(c.expected.take("optimism"_L1)), c.tolerance);
    COMPARE_NEAR(told - *chosen.optimism(), number(c.expected.take("told"_L1)), c.tolerance);
    QCOMPARE(c.input.problems(), QStringList());
    QCOMPARE(c.expected.problems(), QStringList());
}

void TestChosenAgain::choices_anyUses_areThoseOfResampledFiles_data()
{
    QTest::addColumn<int>("round");
    for (int round = 0; round < (testsupport::isSanitized ? 12 : 44); ++round)
        QTest::addRow("%d", round) << round;
}

/// Each resample written as a file, and asked what is best in it, and what that is worth.
void TestChosenAgain::choices_anyUses_areThoseOfResampledFiles()
{
    QFETCH(const int, round);
    constexpr std::size_t resamples = lanesPerBlock + 6;
    const World world = worldOf(round);
    const auto here = File::of(world.uses, world.scenario, world.weighted);
    QVERIFY(here.has_value());
    DoubtsQuestion question = doubtsQuestion(world.scenario);
    question.resamples = resamples;
    question.seed = 77;
    const auto doubts = thresholdDoubts(*here->rows, question);
    QVERIFY(doubts);
    QVERIFY(doubts.value().choice.has_value());
    const Threshold best = here->outlook->mostValuable.threshold;
    QCOMPARE(doubts.value().best.threshold, best);
    QCOMPARE(doubts.value().best.best, here->outlook->mostValuable.best);

    const DrawUnits units(*here->rows->all()->predictions(), endingRows(*here), {});
    double sum = 0.0;
    std::vector<double> thresholds;
    for (std::size_t b = 0; b < resamples; ++b) {
        BlockCounts counts;
        drawLanes(question.seed, 0, b, b + 1, units.first().size(), counts.first);
        if (units.second())
            drawLanes(question.seed, 1, b, b + 1, units.second()->size(), counts.second);
        const auto there =
                File::of(resampled(world.uses, units, counts, 0), world.scenario, world.weighted);
        if (!there)
            continue;
        const auto counted =
                there->slice->withFailures(there->slice->counts(Threshold::alertOnNothing()));
        const bool bothClasses =
                counted.positives().weight > 0.0 && counted.negatives().weight > 0.0;
        if (world.scenario.baseRate && !bothClasses)
            continue;
        const auto &again = there->outlook->mostValuable;
        const Threshold chosen{again.intervals.front().high};
        sum += (again.best - there->valueAt(best)) - (here->valueAt(chosen) - here->valueAt(best));
        thresholds.push_back(
                here->slice->staying().sameDecisions(chosen).operatingThreshold().value);
    }
    const ChoiceDoubts &choice = *doubts.value().choice;
    QCOMPARE(choice.resamples, thresholds.size());
    COMPARE_NEAR(choice.optimism, std::max(0.0, sum / static_cast<double>(thresholds.size())),
                 1e-9);
    std::sort(thresholds.begin(), thresholds.end());
    const auto outside = static_cast<std::size_t>(0.05 * static_cast<double>(thresholds.size()));
    QCOMPARE(choice.range.high, thresholds[thresholds.size() - 1 - outside]);
    const double low = thresholds[outside];
    if (!std::isinf(choice.range.low) || low == choice.range.low)
        QCOMPARE(choice.range.low, low);
    else // everything is shown there
        QVERIFY(std::isinf(here->slice->staying().sameDecisions({low}).low));
}

void TestChosenAgain::choices_aClassIsMissing_tellNothingAtABaseRate()
{
    // One positive use of 30: about 36 of 100 resamples have none.
    naive::Rows rows;
    for (int i = 0; i < 30; ++i)
        rows.push_back({i == 0, i / 30.0});
    DoubtsQuestion question;
    question.baseRate = 0.2;
    question.resamples = 500;
    const auto prepared = [&] {
        return ScenarioRows::prepare(testsupport::predictionsFrom(rows), question).value();
    };
    const auto some = thresholdDoubts(*prepared(), question).value();
    QVERIFY(some.choice.has_value());
    QVERIFY(some.choice->resamples > 270 && some.choice->resamples < 370);
    question.baseRate.reset();
    QCOMPARE(thresholdDoubts(*prepared(), question).value().choice->resamples, std::size_t{500});
    // Never both, and nothing is restated: then all tell something.
    rows[0].positive = false;
    question.baseRate = 0.2;
    const auto one = thresholdDoubts(*prepared(), question).value();
    QVERIFY(!one.choice.has_value());
}

void TestChosenAgain::cuts_ofManyScores_areThinned()
{
    naive::Rows rows;
    std::mt19937 random(5);
    for (int i = 0; i < 5000; ++i)
        rows.push_back({random() % 3 == 0, static_cast<double>(random()), 1.0, random() % 4 == 0});
    const auto index = testsupport::indexFrom(rows);
    const auto slice = index->at(testsupport::oracleBudget);
    const Threshold odd{naive::distinctScores(rows)[1234]};
    const ThresholdCuts all(*slice, {});
    QCOMPARE(all.size(), naive::distinctScores(rows).size() + 1);
    const ThresholdCuts some(*slice, {odd}, 100);
    QVERIFY(some.size() >= 98 && some.size() <= 102);
    QCOMPARE(some.thresholds(0).high, std::numeric_limits<double>::infinity());
    QVERIFY(std::isinf(some.thresholds(some.size() - 1).low));
    QVERIFY(some.thresholds(some.cutOf(odd)).contains(odd));
    // What is shown is what the index counts.
    const auto shown = some.shown();
    for (std::size_t cut = 0; cut < some.size(); ++cut) {
        const OperatingCounts counts = slice->counts({some.thresholds(cut).high});
        QCOMPARE(shown[cut].positive, counts.tp.weight);
        QCOMPARE(shown[cut].negative, counts.fp.weight);
    }
}

/// Against a bootstrap of single uses, done plainly with other numbers.
void TestChosenAgain::manyUses_drawnInGroups_areAsIfEachAlone()
{
    constexpr int n = 12000;
    constexpr int resamples = 400;
    std::mt19937_64 random(12);
    std::normal_distribution<double> normal;
    naive::Rows rows;
    for (int i = 0; i < n; ++i) {
        const bool positive = random() % 5 < 2;
        rows.push_back({positive, normal(random) + (positive ? 1.0 : 0.0)});
    }
    std::sort(rows.begin(), rows.end(),
              [](const naive::Row &a, const naive::Row &b) { return a.score > b.score; });
    const auto best = [&](const std::vector<int> &times) {
        int gain = 0;
        std::pair<int, int> most{0, 0}; // gain, uses shown
        for (int i = 0; i < n; ++i) {
            gain += times[static_cast<std::size_t>(i)]
                    * (rows[static_cast<std::size_t>(i)].positive ? 1 : -1);
            if (gain > most.first)
                most = {gain, i + 1};
        }
        return most;
    };
    const auto gainAt = [&](const std::vector<int> &times, int shown) {
        int gain = 0;
        for (int i = 0; i < shown; ++i)
            gain += times[static_cast<std::size_t>(i)]
                    * (rows[static_cast<std::size_t>(i)].positive ? 1 : -1);
        return gain;
    };
    const std::vector<int> once(n, 1);
    const auto here = best(once);
    double optimism = 0.0;
    std::vector<double> thresholds;
    for (int b = 0; b < resamples; ++b) {
        std::vector<int> times(n, 0);
        for (int i = 0; i < n; ++i)
            ++times[random() % n];
        const auto chosen = best(times);
        optimism += (chosen.first - gainAt(times, here.second))
                - (gainAt(once, chosen.second) - here.first);
        thresholds.push_back(rows[static_cast<std::size_t>(chosen.second - 1)].score);
    }
    optimism /= double(resamples) * n;
    std::sort(thresholds.begin(), thresholds.end());

    DoubtsQuestion question;
    question.values = OutcomeValues(1.0, -1.0, 0.0, 0.0);
    const ThresholdDoubts doubts =
            thresholdDoubts(
                    *ScenarioRows::prepare(testsupport::predictionsFrom(rows), question).value(),
                    question)
                    .value();
    QCOMPARE(doubts.clusters, double(n));
    QVERIFY2(std::abs(doubts.choice->optimism - optimism) < 0.2 * optimism,
             qPrintable(QString::number(doubts.choice->optimism / optimism)));
    const double low = thresholds[resamples / 20];
    const double high = thresholds[resamples - 1 - resamples / 20];
    QVERIFY(std::abs(doubts.choice->range.low - low) < 0.15 * (high - low));
    QVERIFY(std::abs(doubts.choice->range.high - high) < 0.15 * (high - low));
}

ONEINN_TEST(TestChosenAgain)

} // namespace tests::doubts_chosenagain

#include "tst_chosenagain.moc"
