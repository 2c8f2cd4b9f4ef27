// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/doubts/thresholddoubts.h"

#include "core/assessment.h"
#include "core/doubts/drawunits.h"
#include "support/predictionsfrom.h"
#include "support/predictionsofuses.h"
#include "support/randompredictions.h"
#include "support/testprogram.h"
#include "support/usesofusers.h"

#include <QTest>

#include <atomic>
#include <cmath>
#include <random>

namespace tests::doubts_thresholddoubts {

using namespace oneinn;
namespace naive = testsupport::naive;

class TestThresholdDoubts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void best_anyData_isThatOfTheOutlook_data();
    void best_anyData_isThatOfTheOutlook();
    void answer_anyThreads_isTheSame();
    void answer_anotherSeed_isAnotherButNear();
    void stopped_isCancelled();
    void stoppedOnTheWay_isCancelled();
    void progress_neverFalls();
    void users_fewerThanSix_tellNothingOfTheChoice();
    void uses_fewerThanTwenty_tellNothingOfTheChoice();
    void uses_none_areNothingUsable();
    void oneClass_isChosenTheSameAlways();
    void equalScores_areTwoDecisions();
    void usersOrUses_asAsked();
    void plateaus_ofTwoHills_areBothTold();
    void ownSetting_isNotTheBest();
    void chosen_ofEveryResample_areInTheRange();
};

namespace {

PredictionsPtr ofUsers(unsigned users, unsigned usesEach, std::uint64_t seed)
{
    std::mt19937_64 random(seed);
    std::normal_distribution<double> normal;
    PairedRows uses = testsupport::usesOfUsers(users, usesEach);
    for (unsigned user = 0; user < users; ++user) {
        const double place = normal(random);
        for (unsigned i = 0; i < usesEach; ++i) {
            const Eigen::Index row = user * usesEach + i;
            uses.label[row] = random() % 3 == 0 ? 1 : 0;
            uses.score(row, 0) = place + normal(random) + 1.5 * uses.label[row];
        }
    }
    return testsupport::predictionsOf(uses, false);
}

Scenario askedOfUsers()
{
    Scenario scenario;
    scenario.selection.model = "model";
    scenario.values = OutcomeValues(1.0, -1.0, 0.0, 0.0);
    return scenario;
}

/// So many that all of it is shared among threads.
PredictionsPtr manyOnDays()
{
    constexpr Eigen::Index rows = 70000;
    PredictionColumns columns = testsupport::randomColumns("uneven weights", rows, 8);
    columns.userId = CategoryColumn{"user", {}, CodeColumn(rows)};
    columns.day = CategoryColumn{"day", {}, CodeColumn(rows)};
    constexpr std::uint32_t users = 9000;
    constexpr std::uint32_t days = 12;
    for (std::uint32_t user = 0; user < users; ++user)
        columns.userId->values.push_back("u" + std::to_string(user));
    for (std::uint32_t day = 0; day < days; ++day)
        columns.day->values.push_back(std::to_string(day));
    for (Eigen::Index row = 0; row < rows; ++row) {
        columns.userId->codes[row] = static_cast<std::uint32_t>(row * 7919 % users);
        columns.day->codes[row] = static_cast<std::uint32_t>(row * days / rows);
    }
    return std::make_shared<const Predictions>(std::move(columns), RowAccount());
}

ThresholdDoubts doubtsOf(const PredictionsPtr &predictions, const DoubtsQuestion &question,
                         unsigned threads = 2)
{
    return thresholdDoubts(*ScenarioRows::prepare(predictions, question).value(), question, {},
                           threads)
            .value();
}

} // namespace

void TestThresholdDoubts::best_anyData_isThatOfTheOutlook_data()
{
    QTest::addColumn<QString>("kind");
    for (const auto &kind : testsupport::predictionKinds())
        QTest::newRow(kind.c_str()) << QString::fromStdString(kind);
}

void TestThresholdDoubts::best_anyData_isThatOfTheOutlook()
{
    QFETCH(const QString, kind);
    for (const int rows : {1, 3, 25, 400, 6000}) {
        const auto predictions = testsupport::randomPredictions(kind.toStdString(), rows, 3);
        Scenario scenario;
        scenario.budget = Milliseconds{137.25};
        scenario.values = OutcomeValues(1.0, -0.5, -1.0, 0.0);
        const auto prepared = ScenarioRows::prepare(predictions, scenario).value();
        DoubtsQuestion question = doubtsQuestion(scenario);
        question.resamples = 40;
        const auto doubts = thresholdDoubts(*prepared, question);
        const auto known = outlook(*prepared->at(scenario), scenario);
        if (!doubts) { // no latency is known
            QCOMPARE(doubts.problem().kind, ProblemKind::NothingUsable);
            continue;
        }
        QCOMPARE(doubts.value().best.threshold, known->mostValuable.threshold);
        QCOMPARE(doubts.value().best.best, known->mostValuable.best);
        QCOMPARE(doubts.value().best.intervals, known->mostValuable.intervals);
        QCOMPARE(doubts.value().nearBest, known->nearBest);
        QVERIFY(doubts.value().isBest(known->mostValuable.threshold));
        const bool told = doubts.value().uses >= fewestToTell;
        QCOMPARE(doubts.value().choice.has_value(), told);
        if (!told)
            continue;
        const ChoiceDoubts &choice = *doubts.value().choice;
        QVERIFY(choice.optimism >= 0.0);
        QVERIFY(*doubts.value().expected() <= known->mostValuable.best);
        QVERIFY(choice.range.low <= choice.range.high);
        QVERIFY(choice.scoresInRange.width() >= 0.0 && std::isfinite(choice.scoresInRange.width()));
        double shares = 0.0;
        for (const Plateau &plateau : choice.plateaus) {
            shares += plateau.share;
            QVERIFY(plateau.thresholds.low < plateau.thresholds.high);
        }
        QVERIFY(shares > 0.0 && shares <= 1.0 + 1e-12);
    }
}

void TestThresholdDoubts::answer_anyThreads_isTheSame()
{
    const auto users = ofUsers(50, 40, 4);
    const auto weighted = testsupport::randomPredictions("uneven weights", 2000, 6);
    DoubtsQuestion plain;
    plain.budget = Milliseconds{137.25};
    DoubtsQuestion few = plain;
    few.resamples = lanesPerBlock + 1;
    for (const auto &[predictions, question] :
         {std::pair(users, doubtsQuestion(askedOfUsers())), std::pair(weighted, plain),
          std::pair(manyOnDays(), few)}) {
        const ThresholdDoubts one = doubtsOf(predictions, question, 1);
        QVERIFY(one.choice->optimism > 0.0);
        for (const unsigned threads : {2U, 3U, 16U}) {
            const ThresholdDoubts other = doubtsOf(predictions, question, threads);
            QCOMPARE(other.choice, one.choice);
            QCOMPARE(other.nearBest, one.nearBest);
            QCOMPARE(other.firstAndLast, one.firstAndLast);
        }
    }
}

void TestThresholdDoubts::answer_anotherSeed_isAnotherButNear()
{
    const auto users = ofUsers(50, 40, 4);
    DoubtsQuestion question = doubtsQuestion(askedOfUsers());
    const double one = doubtsOf(users, question).choice->optimism;
    question.seed = 2;
    const double other = doubtsOf(users, question).choice->optimism;
    QVERIFY(one != other);
    QVERIFY(std::abs(one - other) < 0.3 * one);
}

void TestThresholdDoubts::stopped_isCancelled()
{
    std::stop_source stop;
    stop.request_stop();
    const DoubtsQuestion question = doubtsQuestion(askedOfUsers());
    const auto rows = ScenarioRows::prepare(ofUsers(50, 40, 4), question).value();
    const auto doubts = thresholdDoubts(*rows, question, {.stop = stop.get_token()});
    QVERIFY(!doubts);
    QCOMPARE(doubts.problem().kind, ProblemKind::Cancelled);
}

void TestThresholdDoubts::stoppedOnTheWay_isCancelled()
{
    std::stop_source stop;
    const DoubtsQuestion question = doubtsQuestion(askedOfUsers());
    const auto rows = ScenarioRows::prepare(ofUsers(50, 40, 4), question).value();
    double last = 0.0;
    const auto doubts = thresholdDoubts(*rows, question,
                                        {.stop = stop.get_token(), .progress = [&](double share) {
                                             last = share;
                                             stop.request_stop();
                                         }});
    QVERIFY(!doubts);
    QCOMPARE(doubts.problem().kind, ProblemKind::Cancelled);
    QVERIFY(last < 1.0);
}

void TestThresholdDoubts::progress_neverFalls()
{
    const DoubtsQuestion question = doubtsQuestion(askedOfUsers());
    const auto rows = ScenarioRows::prepare(ofUsers(50, 40, 4), question).value();
    std::vector<double> shares;
    QVERIFY(thresholdDoubts(*rows, question,
                            {.progress = [&](double share) { shares.push_back(share); }}));
    QVERIFY(shares.size() > 3);
    QVERIFY(std::is_sorted(shares.begin(), shares.end()));
    QCOMPARE(shares.back(), 1.0);
}

void TestThresholdDoubts::users_fewerThanSix_tellNothingOfTheChoice()
{
    DoubtsQuestion question = doubtsQuestion(askedOfUsers());
    const ThresholdDoubts five = doubtsOf(ofUsers(5, 100, 1), question);
    QCOMPARE(five.by, ClusterSource::Users);
    QCOMPARE(five.clusters, 5.0);
    QCOMPARE(five.uses, 500.0);
    QVERIFY(!five.choice.has_value());
    QVERIFY(!five.nearBest.has_value());
    QVERIFY(!five.expected().has_value());
    QVERIFY(doubtsOf(ofUsers(6, 100, 1), question).choice.has_value());
    // Single uses are drawn where that is asked for.
    question.by = ClusterSource::Rows;
    QVERIFY(doubtsOf(ofUsers(5, 100, 1), question).choice.has_value());
}

void TestThresholdDoubts::uses_fewerThanTwenty_tellNothingOfTheChoice()
{
    naive::Rows rows;
    for (int i = 0; i < 19; ++i)
        rows.push_back({i % 2 == 0, i / 20.0});
    QVERIFY(!doubtsOf(testsupport::predictionsFrom(rows), {}).choice.has_value());
    rows.push_back({true, 0.97});
    QVERIFY(doubtsOf(testsupport::predictionsFrom(rows), {}).choice.has_value());
}

void TestThresholdDoubts::uses_none_areNothingUsable()
{
    const auto predictions = testsupport::randomPredictions("no latency known", 50, 1);
    DoubtsQuestion question;
    question.budget = Milliseconds{100.0};
    const auto doubts =
            thresholdDoubts(*ScenarioRows::prepare(predictions, question).value(), question);
    QVERIFY(!doubts);
    QCOMPARE(doubts.problem().kind, ProblemKind::NothingUsable);
}

void TestThresholdDoubts::oneClass_isChosenTheSameAlways()
{
    for (const bool positive : {true, false}) {
        naive::Rows rows;
        for (int i = 0; i < 60; ++i)
            rows.push_back({positive, i / 60.0});
        const auto doubts = doubtsOf(testsupport::predictionsFrom(rows), {});
        QCOMPARE(doubts.choice->plateaus.size(), std::size_t{1});
        QCOMPARE(doubts.choice->plateaus.front().share, 1.0);
        if (!positive) {
            QCOMPARE(doubts.choice->optimism, 0.0);
            QCOMPARE(doubts.choice->range.low, std::numeric_limits<double>::infinity());
            continue;
        }
        // All are worth showing, but a resample may lack the lowest, and a threshold chosen on it
        // then misses these: 1/e + 1/e^2 + ... of them.
        QVERIFY(std::isinf(doubts.choice->plateaus.front().thresholds.low));
        const double missed = 1.0 / (std::exp(1.0) - 1.0) / 60.0;
        QVERIFY(std::abs(doubts.choice->optimism - 2.0 * missed) < 0.3 * missed);
    }
}

void TestThresholdDoubts::equalScores_areTwoDecisions()
{
    naive::Rows rows;
    for (int i = 0; i < 100; ++i)
        rows.push_back({i % 2 == 0, 0.5});
    DoubtsQuestion question;
    question.values = OutcomeValues(1.0, -1.0, 0.0, 0.0);
    const auto doubts = doubtsOf(testsupport::predictionsFrom(rows), question);
    QCOMPARE(doubts.best.best, 0.0);
    // All is better than nothing in nearly half of the resamples, and then by chance alone.
    QCOMPARE(doubts.choice->range.high, std::numeric_limits<double>::infinity());
    QCOMPARE(doubts.choice->range.low, -std::numeric_limits<double>::infinity());
    // On these uses all and nothing are worth the same.
    QCOMPARE(doubts.choice->plateaus.size(), std::size_t{1});
    // Half of the mean distance of 100 fair coins from 50, twice over 100.
    const double expected = std::sqrt(2.0 / (M_PI * 100.0)) / 2.0;
    QVERIFY(std::abs(doubts.choice->optimism - expected) < 0.1 * expected);
}

void TestThresholdDoubts::usersOrUses_asAsked()
{
    const auto predictions = ofUsers(60, 50, 9);
    QVERIFY(canDrawBy(*predictions, ClusterSource::Users));
    QVERIFY(!canDrawBy(*predictions, ClusterSource::Days));
    QVERIFY(!canDrawBy(*predictions, ClusterSource::UsersAndDays));
    DoubtsQuestion question = doubtsQuestion(askedOfUsers());
    const ThresholdDoubts users = doubtsOf(predictions, question);
    question.by = ClusterSource::Rows;
    const ThresholdDoubts uses = doubtsOf(predictions, question);
    QCOMPARE(users.by, ClusterSource::Users);
    QCOMPARE(uses.by, ClusterSource::Rows);
    QCOMPARE(uses.clusters, 3000.0);
    // Users differ, so that what is chosen on them is less sure.
    QVERIFY(users.choice->range.width() > uses.choice->range.width());
    QVERIFY(users.choice->optimism > uses.choice->optimism);
    QVERIFY(users.nearBest->highest >= uses.nearBest->highest);
}

void TestThresholdDoubts::plateaus_ofTwoHills_areBothTold()
{
    // Half of the good ones score above 0.9, the others above 0.3, where as many bad ones are.
    naive::Rows rows;
    for (int i = 0; i < 200; ++i) {
        rows.push_back({i % 20 != 0, 0.9 + i * 1e-4});
        rows.push_back({i % 20 == 0, 0.6 + i * 1e-4});
        rows.push_back({i % 20 != 0, 0.3 + i * 1e-4});
    }
    DoubtsQuestion question;
    question.values = OutcomeValues(1.0, -1.0, 0.0, 0.0);
    const auto doubts = doubtsOf(testsupport::predictionsFrom(rows), question);
    const auto &plateaus = doubts.choice->plateaus;
    QVERIFY(plateaus.size() == 2);
    QVERIFY(plateaus[0].share + plateaus[1].share > 0.99);
    QVERIFY(plateaus[0].share >= plateaus[1].share && plateaus[1].share > 0.2);
    for (const double hill : {0.3, 0.9}) {
        QVERIFY(std::any_of(plateaus.begin(), plateaus.end(), [hill](const Plateau &plateau) {
            return plateau.thresholds.low > hill - 0.3 && plateau.thresholds.high < hill + 0.02
                    && plateau.thresholds.high > hill - 0.01;
        }));
    }
}

void TestThresholdDoubts::ownSetting_isNotTheBest()
{
    const auto doubts = doubtsOf(ofUsers(20, 20, 2), doubtsQuestion(askedOfUsers()));
    QVERIFY(doubts.isBest(doubts.best.threshold));
    QVERIFY(!doubts.isBest({doubts.best.intervals.front().high + 10.0}));
}

void TestThresholdDoubts::chosen_ofEveryResample_areInTheRange()
{
    const auto doubts = doubtsOf(ofUsers(20, 20, 2), doubtsQuestion(askedOfUsers()));
    const ChoiceDoubts &choice = *doubts.choice;
    QCOMPARE(choice.chosen.size(), choice.resamples);
    QVERIFY(std::is_sorted(choice.chosen.rbegin(), choice.chosen.rend()));
    const auto within = [&choice](double low, double high) {
        const auto count = std::count_if(choice.chosen.begin(), choice.chosen.end(),
                                         [=](double each) { return each >= low && each <= high; });
        return double(count) / double(choice.resamples);
    };
    QVERIFY(within(choice.range.low, choice.range.high) >= 0.9);
    for (const Plateau &plateau : choice.plateaus)
        QVERIFY(within(plateau.thresholds.low, plateau.thresholds.high) >= plateau.share - 1e-9);
}

ONEINN_TEST(TestThresholdDoubts)

} // namespace tests::doubts_thresholddoubts

#include "tst_thresholddoubts.moc"
