// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/loadbearing/verdict.h"

#include "support/testprogram.h"
#include "support/vectors.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>

namespace tests::loadbearing_verdict {

using namespace oneinn;

namespace {

double uniform(std::mt19937_64 &engine)
{
    return static_cast<double>(engine() >> 11U) * 0x1p-53;
}

/// Scores that tell something, latencies around 300 ms; shown from 0.5 up, given up at 2 s.
struct Product {
    PairedRows rows;
    UseTerms terms;

    Product(Eigen::Index uses, const OutcomeValues &values, const PatienceCurve &patience,
            unsigned seed = 3U)
        : terms{values, patience}
    {
        std::mt19937_64 engine(seed);
        rows.models = {""};
        rows.label = LabelColumn(uses);
        rows.weight = Eigen::ArrayXd(uses);
        rows.score = Eigen::ArrayXXd(uses, 1);
        rows.latency = Eigen::ArrayXXd(uses, 1);
        for (Eigen::Index i = 0; i < uses; ++i) {
            const bool positive = uniform(engine) < 0.4;
            rows.label[i] = positive ? 1 : 0;
            rows.weight[i] = 0.5 + uniform(engine);
            rows.score(i, 0) = std::pow(uniform(engine), positive ? 0.4 : 2.5);
            rows.latency(i, 0) = 100.0 - 200.0 * std::log1p(-uniform(engine));
        }
    }

    UseOutcomes outcomes(double slowdown) const
    {
        UseOutcomes result;
        result.wait = (slowdown * rows.latency.col(0)).min(2000.0);
        result.cost = Eigen::ArrayXd::Zero(rows.uses());
        for (Eigen::Index i = 0; i < rows.uses(); ++i) {
            const bool late = slowdown * rows.latency(i, 0) > 2000.0;
            result.late.push_back(late ? 1 : 0);
            result.decision.push_back(late                              ? UseDecision::Unanswered
                                              : rows.score(i, 0) >= 0.5 ? UseDecision::Shown
                                                                        : UseDecision::NotShown);
        }
        return result;
    }
    OutcomesAtSlowdown callable() const
    {
        return [this](double slowdown) { return outcomes(slowdown); };
    }
    LoadBearing asked(const BootstrapOptions &options = {}) const
    {
        return loadBearing(rows, callable(), {.terms = terms}, options).value();
    }

    /// Value per use, row by row, with so many times as many false alarms and misses.
    double naiveValue(double slowdown, double moreFalseAlarms, double moreMisses,
                      const std::vector<double> &times) const
    {
        const UseOutcomes o = outcomes(slowdown);
        const OutcomeValues &v = terms.values;
        double sum = 0.0;
        double all = 0.0;
        for (Eigen::Index i = 0; i < rows.uses(); ++i) {
            const auto use = static_cast<std::size_t>(i);
            const double w = times[use] * rows.weight[i];
            const double there = o.decision[use] == UseDecision::Unanswered
                    ? 0.0
                    : terms.patience.stillWaiting({o.wait[i]});
            const bool shown = o.decision[use] == UseDecision::Shown;
            double value = 0.0;
            if (rows.label[i] != 0)
                value = shown ? v.tp() : v.fn() - moreMisses * (v.tp() - v.fn());
            else
                value = shown ? v.fp() - moreFalseAlarms * (v.tn() - v.fp()) : v.tn();
            sum += w * (there * value + (1.0 - there) * v.late());
            all += w;
        }
        return sum / all;
    }
    PerFailure<double> naiveLosses(const PerFailure<double> &step,
                                   const std::vector<double> &times) const
    {
        const double now = naiveValue(1.0, 0.0, 0.0, times);
        return {now - naiveValue(1.0 + step.latency, 0.0, 0.0, times),
                now - naiveValue(1.0, step.precision, 0.0, times),
                now - naiveValue(1.0, 0.0, step.recall, times)};
    }
    std::vector<double> once() const
    {
        return std::vector<double>(static_cast<std::size_t>(rows.uses()), 1.0);
    }
};

const PatienceCurve &hasty()
{
    static const PatienceCurve curve({{{100.0}, 0.98}, {{300.0}, 0.7}, {{1000.0}, 0.1}});
    return curve;
}

PerFailure<double> stepsOf(const FailureLosses &losses)
{
    return {losses.step.latency.value(), losses.step.precision.value(), losses.step.recall.value()};
}

FailureLosses lossesOf(const PerFailure<double> &alone)
{
    FailureLosses losses;
    losses.alone = alone;
    losses.first = firstOf(alone);
    std::stable_sort(losses.ranking.begin(), losses.ranking.end(),
                     [&alone](Failure a, Failure b) { return alone[a] > alone[b]; });
    return losses;
}

} // namespace

class TestVerdict : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void losses_areThoseOfEveryRow();
    void jointLoss_isSplitUp();
    void resamples_areThoseOfTheDrawnRows();
    void headroom_usesUpTheGain();
    void rule_data();
    void rule();
    void inseparable_namesTheRival();
    void hastyUsers_latencyCarriesIt();
    void patientUsers_anotherFailureDoes();
    void fewUses_lessCertain();
    void sameFirst_holdsWhereScanned();
    void sameSeed_sameAnswer();
    void explicitBaseline_movesTheHeadroom();
    void everyUse_isOneUse();
    void stopped_cancelled();
};

void TestVerdict::losses_areThoseOfEveryRow()
{
    const Product product(400, OutcomeValues(1.0, -0.6, -0.3, 0.1, -0.2), hasty());
    const LoadBearing answer = product.asked({.resamples = 10});
    COMPARE_NEAR(answer.equalSteps.value, product.naiveValue(1.0, 0.0, 0.0, product.once()), 1e-12);
    const auto equal = product.naiveLosses({0.1, 0.1, 0.1}, product.once());
    const auto badWeek = product.naiveLosses(stepsOf(answer.badWeek), product.once());
    for (const Failure failure : everyFailure) {
        COMPARE_NEAR(answer.equalSteps.alone[failure], equal[failure], 1e-12);
        COMPARE_NEAR(answer.badWeek.alone[failure], badWeek[failure], 1e-12);
        QVERIFY(answer.badWeek.step[failure].value() > 0.0);
        QCOMPARE(answer.badWeekFrom.source[failure], BadWeekSource::Data);
    }
}

void TestVerdict::jointLoss_isSplitUp()
{
    const Product product(300, OutcomeValues(1.0, -0.6, -0.3, 0.1, -0.2), hasty());
    const LoadBearing answer = product.asked({.resamples = 10});
    for (const FailureLosses *losses : {&answer.equalSteps, &answer.badWeek}) {
        const auto &s = losses->shapley;
        COMPARE_NEAR(s.latency + s.precision + s.recall, losses->joint, 1e-14);
        // In a bad week as many more of all uses are wrong, however many users have left.
        if (losses == &answer.badWeek)
            continue;
        const double step = losses->step.latency.value();
        COMPARE_NEAR(losses->joint,
                     product.naiveValue(1.0, 0.0, 0.0, product.once())
                             - product.naiveValue(1.0 + step, losses->step.precision.value(),
                                                  losses->step.recall.value(), product.once()),
                     1e-12);
    }
}

void TestVerdict::resamples_areThoseOfTheDrawnRows()
{
    Product product(90, OutcomeValues(1.0, -1.0, -0.3, 0.1, -0.2), hasty());
    product.rows.user = CodeColumn(90);
    for (Eigen::Index i = 0; i < 90; ++i)
        product.rows.user[i] = static_cast<std::uint32_t>(i / 3);
    const BootstrapOptions options{.resamples = 60, .seed = 4};
    const LoadBearing answer = product.asked(options);
    const ResampleUnits units(product.rows);
    PerFailure<double> first;
    std::vector<double> latencyLosses;
    std::vector<std::uint16_t> drawn;
    for (std::size_t resample = 0; resample < options.resamples; ++resample) {
        units.draw(options, resample, drawn);
        std::vector<double> times;
        for (Eigen::Index i = 0; i < 90; ++i)
            times.push_back(drawn[units.unitOf(i)]);
        const auto losses = product.naiveLosses({0.1, 0.1, 0.1}, times);
        latencyLosses.push_back(losses.latency);
        for (const Failure failure : everyFailure) {
            bool most = losses[failure] > 0.0;
            for (const Failure other : everyFailure)
                most = most && (other == failure || losses[failure] > losses[other]);
            first[failure] += most ? 1.0 / 60.0 : 0.0;
        }
    }
    for (const Failure failure : everyFailure)
        COMPARE_NEAR(answer.firstWithEqualSteps[failure], first[failure], 1e-12);
    const auto range = *percentileInterval(latencyLosses);
    COMPARE_NEAR(answer.equalStepsRange.latency.low, range.low, 1e-12);
    COMPARE_NEAR(answer.equalStepsRange.latency.high, range.high, 1e-12);
}

void TestVerdict::headroom_usesUpTheGain()
{
    const Product product(500, OutcomeValues(1.0, -0.6, -0.3, 0.0, -0.2), hasty());
    const LoadBearing answer = product.asked({.resamples = 10});
    double positives = 0.0;
    for (Eigen::Index i = 0; i < 500; ++i)
        positives += product.rows.label[i] != 0 ? product.rows.weight[i] : 0.0;
    const double without = -0.3 * positives / product.rows.weight.sum();
    COMPARE_NEAR(answer.withoutPredictions, without, 1e-12);
    const double slower = *answer.headroom.latency;
    QVERIFY(product.naiveValue(1.0 + slower, 0.0, 0.0, product.once()) <= without + 1e-12);
    QVERIFY(product.naiveValue(1.0 + 0.999 * slower, 0.0, 0.0, product.once()) > without);
    if (answer.headroom.precision)
        COMPARE_NEAR(product.naiveValue(1.0, *answer.headroom.precision, 0.0, product.once()),
                     without, 1e-12);
    if (answer.headroom.recall)
        COMPARE_NEAR(product.naiveValue(1.0, 0.0, *answer.headroom.recall, product.once()), without,
                     1e-12);
}

void TestVerdict::rule_data()
{
    using Shares = PerFailure<double>;
    using Answer = std::optional<Failure>;
    QTest::addColumn<PerFailure<double>>("equal");
    QTest::addColumn<PerFailure<double>>("badWeek");
    QTest::addColumn<PerFailure<double>>("firstEqual");
    QTest::addColumn<PerFailure<double>>("firstBad");
    QTest::addColumn<Certainty>("certainty");
    QTest::addColumn<Answer>("byEqual");
    QTest::addColumn<Answer>("byBad");
    const Shares latency{3.0, 2.0, 1.0};
    const Shares precision{2.0, 3.0, 1.0};
    const Shares often{0.95, 0.05, 0.0};
    const Shares just{0.9, 0.1, 0.0};
    const Shares seldom{0.89, 0.11, 0.0};
    const Shares oftenPrecision{0.05, 0.95, 0.0};
    const Answer none;
    const Answer byLatency = Failure::Latency;
    const Answer byPrecision = Failure::Precision;
    QTest::newRow("both") << latency << latency << often << often << Certainty::OneAnswer
                          << byLatency << byLatency;
    QTest::newRow("just often enough")
            << latency << latency << just << just << Certainty::OneAnswer << byLatency << byLatency;
    QTest::newRow("two answers") << latency << precision << often << oftenPrecision
                                 << Certainty::TwoAnswers << byLatency << byPrecision;
    QTest::newRow("only by equal steps")
            << latency << latency << often << seldom << Certainty::OneQuestion << byLatency << none;
    QTest::newRow("only in a bad week") << latency << precision << seldom << oftenPrecision
                                        << Certainty::OneQuestion << none << byPrecision;
    QTest::newRow("neither") << latency << precision << seldom << seldom << Certainty::Inseparable
                             << none << none;
    QTest::newRow("often in resamples, not in the data")
            << latency << latency << oftenPrecision << oftenPrecision << Certainty::Inseparable
            << none << none;
    QTest::newRow("nothing in a bad week") << latency << Shares{} << often << Shares{}
                                           << Certainty::OneQuestion << byLatency << none;
}

void TestVerdict::rule()
{
    QFETCH(PerFailure<double>, equal);
    QFETCH(PerFailure<double>, badWeek);
    QFETCH(PerFailure<double>, firstEqual);
    QFETCH(PerFailure<double>, firstBad);
    QFETCH(Certainty, certainty);
    QFETCH(std::optional<Failure>, byEqual);
    QFETCH(std::optional<Failure>, byBad);
    const LoadVerdict verdict =
            loadVerdict(lossesOf(equal), lossesOf(badWeek), firstEqual, firstBad);
    QCOMPARE(verdict.certainty(), certainty);
    QVERIFY(verdict.equalSteps == byEqual);
    QVERIFY(verdict.badWeek == byBad);
    QCOMPARE(verdict.only().has_value(),
             certainty == Certainty::OneAnswer || certainty == Certainty::OneQuestion);
}

void TestVerdict::inseparable_namesTheRival()
{
    const auto latency = lossesOf({3.0, 2.0, 1.0});
    const auto rival = [&](const FailureLosses &badWeek) {
        return loadVerdict(latency, badWeek, {0.5, 0.5, 0.0}, {0.5, 0.5, 0.0}).rival;
    };
    QCOMPARE(rival(lossesOf({1.0, 2.0, 3.0})), Failure::Recall);
    QCOMPARE(rival(latency), Failure::Precision);
}

void TestVerdict::hastyUsers_latencyCarriesIt()
{
    const Product product(3000, OutcomeValues(1.0, -0.3, 0.0, 0.0, -0.2), hasty());
    const LoadBearing answer = product.asked();
    QVERIFY(answer.verdict.equalSteps == Failure::Latency);
    QVERIFY(answer.firstWithEqualSteps.latency > 0.99);
}

void TestVerdict::patientUsers_anotherFailureDoes()
{
    const Product product(3000, OutcomeValues(1.0, -9.0, 0.0, 0.0), {});
    const LoadBearing answer = product.asked();
    QCOMPARE(answer.verdict.first, Failure::Precision);
    QVERIFY(answer.firstWithEqualSteps.precision > 0.99);
    const Product missing(3000, OutcomeValues(1.0, -0.1, -9.0, 0.0, -1.0), {});
    QCOMPARE(missing.asked().verdict.first, Failure::Recall);
}

void TestVerdict::fewUses_lessCertain()
{
    // Precision and recall lose about alike.
    const OutcomeValues values(1.0, -1.0, -1.0, 0.5);
    const auto mostOften = [](const PerFailure<double> &share) {
        return std::max({share.latency, share.precision, share.recall});
    };
    const Product few(40, values, {});
    QVERIFY(mostOften(few.asked().firstWithEqualSteps) < 0.95);
}

void TestVerdict::sameFirst_holdsWhereScanned()
{
    for (const double wrong : {-0.05, -0.3, -0.8, -2.5, -8.0}) {
        const OutcomeValues values(1.0, wrong, -0.3, 0.1, -0.2);
        const Product product(300, values, hasty());
        const ServedCells now = servedCells(
                product.rows, servedColumns(product.rows, product.outcomes(1.0), hasty()));
        const ServedCells slowed = servedCells(
                product.rows, servedColumns(product.rows, product.outcomes(1.1), hasty()));
        const PerFailure<double> step{0.1, 0.1, 0.1};
        const auto range = sameFirstRange(now, slowed, step, values);
        QVERIFY(range);
        COMPARE_NEAR(range->now, (0.1 - wrong) / 1.3, 1e-12);
        const auto first = firstOf(lossesAlone(now, slowed, step, values));
        for (double ratio = 0.01; ratio <= 100.0; ratio *= 1.003) {
            const OutcomeValues other(1.0, 0.1 - ratio * 1.3, -0.3, 0.1, -0.2);
            const bool same = firstOf(lossesAlone(now, slowed, step, other)) == first;
            const bool inside =
                    ratio > range->low.value_or(0.0) && ratio < range->high.value_or(101.0);
            QVERIFY2(same == inside, qPrintable(QString::number(ratio)));
        }
    }
    const ServedCells cells{5.0, 1.0, 2.0, 5.0, 0.0};
    QVERIFY(!sameFirstRange(cells, cells, {0.1, 0.1, 0.1}, OutcomeValues(1.0, 1.0, 0.0, 0.0)));
}

void TestVerdict::sameSeed_sameAnswer()
{
    const Product product(500, OutcomeValues(1.0, -0.6, -0.3, 0.1, -0.2), hasty());
    const LoadBearing one = product.asked({.resamples = 100, .threads = 1});
    const LoadBearing two = product.asked({.resamples = 100, .threads = 2});
    QCOMPARE(one.firstWithEqualSteps, two.firstWithEqualSteps);
    QCOMPARE(one.equalStepsRange, two.equalStepsRange);
    QCOMPARE(one.badWeekRange, two.badWeekRange);
    QCOMPARE(one.headroom, two.headroom);
}

void TestVerdict::explicitBaseline_movesTheHeadroom()
{
    const Product product(500, OutcomeValues(1.0, -0.6, -0.3, 0.1, -0.2), hasty());
    LoadTerms question{.terms = product.terms};
    question.withoutPredictions = 1e3;
    const auto answer =
            loadBearing(product.rows, product.callable(), question, {.resamples = 10}).value();
    QCOMPARE(answer.withoutPredictions, 1e3);
    QCOMPARE(answer.headroom, (Headroom{0.0, 0.0, 0.0}));
}

void TestVerdict::everyUse_isOneUse()
{
    const Product product(200, OutcomeValues(), hasty());
    const auto columns = servedColumns(product.rows, product.outcomes(4.0), hasty());
    const Eigen::ArrayXd sum = columns.tp + columns.fp + columns.fn + columns.tn + columns.unserved;
    QVERIFY((sum - 1.0).abs().maxCoeff() < 1e-15);
    COMPARE_NEAR(servedCells(product.rows, columns).uses(), product.rows.weight.sum(), 1e-9);
}

void TestVerdict::stopped_cancelled()
{
    const Product product(200, OutcomeValues(), hasty());
    std::stop_source source;
    source.request_stop();
    const auto result = loadBearing(product.rows, product.callable(), {.terms = product.terms}, {},
                                    {.stop = source.get_token()});
    QVERIFY(!result.ok());
    QCOMPARE(result.problem().kind, ProblemKind::Cancelled);
}

ONEINN_TEST(TestVerdict)

} // namespace tests::loadbearing_verdict

#include "tst_verdict.moc"
