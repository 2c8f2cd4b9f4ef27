// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/comparison/bootstrap.h"
#include "core/comparison/groupeddifferences.h"
#include "core/comparison/linearised.h"
#include "core/policies/valueofuses.h"

#include "support/testprogram.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

namespace tests::comparison_groupedanswers {

using namespace oneinn;

namespace {

double uniform(std::mt19937_64 &engine)
{
    return static_cast<double>(engine() >> 11U) * 0x1p-53;
}

const UseTerms terms{OutcomeValues(1.0, -1.0, -1.0, 1.0), {}}; ///< right: 1, wrong: -1

/// Two ways to answer, of users and days of their own. a is right in 70 of 100 uses, b in 60.
struct Study {
    PairedRows rows;
    UseOutcomes a, b;

    Study(Eigen::Index uses, std::uint32_t users, std::uint32_t days, unsigned seed,
          double daysDiffer = 0.05)
    {
        std::mt19937_64 engine(seed);
        std::vector<double> ofUser(users), ofDay(days);
        for (double &effect : ofUser)
            effect = 0.5 * (uniform(engine) - 0.5);
        for (double &effect : ofDay)
            effect = daysDiffer * (uniform(engine) - 0.5);
        rows.models = {"a", "b"};
        rows.label.resize(uses);
        rows.weight.resize(uses);
        rows.user.resize(uses);
        if (days > 0)
            rows.day.resize(uses);
        for (UseOutcomes *outcomes : {&a, &b}) {
            outcomes->decision.resize(static_cast<std::size_t>(uses));
            outcomes->late.resize(static_cast<std::size_t>(uses));
            outcomes->wait = Eigen::ArrayXd::Zero(uses);
            outcomes->cost = Eigen::ArrayXd::Zero(uses);
        }
        for (Eigen::Index use = 0; use < uses; ++use) {
            const auto user = static_cast<std::uint32_t>(engine() % users);
            rows.user[use] = user;
            double effect = ofUser[user];
            if (days > 0) {
                rows.day[use] = static_cast<std::uint32_t>(engine() % days);
                effect += ofDay[rows.day[use]];
            }
            rows.label[use] = uniform(engine) < 0.4 ? 1 : 0;
            rows.weight[use] = 1.0;
            answer(a, use, uniform(engine) < 0.7 + effect, engine);
            answer(b, use, uniform(engine) < 0.6, engine);
        }
    }
    ModelComparison oneByOne() const { return compareModels(rows, a, b, terms); }
    ModelComparison inGroups() const
    {
        const auto groups = UseGroups::of(rows, 1);
        const GroupedAnswers ofB(*groups, b, terms);
        const GroupedAnswers ofA(*groups, a, terms, &ofB);
        const double smallest =
                smallestValue(ofB.valuePerUse(), valueOfShowingNothing(rows, terms.values));
        return compareGrouped(ofA, ofB, smallest);
    }

private:
    void answer(UseOutcomes &outcomes, Eigen::Index use, bool right, std::mt19937_64 &engine) const
    {
        const auto i = static_cast<std::size_t>(use);
        outcomes.decision[i] =
                right == (rows.label[use] != 0) ? UseDecision::Shown : UseDecision::NotShown;
        outcomes.late[i] = uniform(engine) < 0.05 ? 1 : 0;
    }
};

/// By how much, as a share of the standard error, intervals or estimates are apart at most.
double apart(const MeasureComparison &one, const MeasureComparison &other)
{
    const double error = other.standardError.value();
    return std::max({std::abs(one.a - other.a), std::abs(one.b - other.b),
                     std::abs(one.standardError.value() - error),
                     std::abs(one.interval.low - other.interval.low) / 2.0,
                     std::abs(one.interval.high - other.interval.high) / 2.0})
            / error;
}

double apart(const Flips &one, const Flips &other)
{
    double most = 0.0;
    for (const auto share : {&Flips::ofUses, &Flips::ofPositives, &Flips::ofNegatives}) {
        const Proportion &a = (one.*share).value();
        const Proportion &b = (other.*share).value();
        most = std::max({most, std::abs(a.value - b.value) / b.interval.width(),
                         std::abs(a.interval.low - b.interval.low) / b.interval.width(),
                         std::abs(a.interval.high - b.interval.high) / b.interval.width()});
    }
    return most;
}

double apart(const ModelComparison &one, const ModelComparison &other)
{
    return std::max(
            {apart(*one.recall, *other.recall), apart(*one.falseAlarmRate, *other.falseAlarmRate),
             apart(*one.precision, *other.precision), apart(one.valuePerUse, other.valuePerUse),
             apart(one.lateShare, other.lateShare), apart(one.negativeFlips, other.negativeFlips),
             apart(one.positiveFlips, other.positiveFlips)});
}

} // namespace

class TestGroupedAnswers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fewUsersAndDays_areAsOneByOne_data();
    void fewUsersAndDays_areAsOneByOne();
    void manyUsers_areCloseToOneByOne();
    void valueInterval_isThatOfTheMean();
    void intervals_holdTheTruth();
    void usersOfOneUse_areNotGrouped();
    void fewUses_areNotGrouped();
    void resampledMeans_manyUses_spreadAsUsersAndDaysDo();
};

void TestGroupedAnswers::fewUsersAndDays_areAsOneByOne_data()
{
    QTest::addColumn<int>("days");
    QTest::newRow("users") << 0;
    QTest::newRow("users and days") << 20;
}

void TestGroupedAnswers::fewUsersAndDays_areAsOneByOne()
{
    QFETCH(int, days);
    const Study study(20000, 300, static_cast<std::uint32_t>(days), 1U);
    QVERIFY(apart(study.inGroups(), study.oneByOne()) < 1e-9);
}

void TestGroupedAnswers::manyUsers_areCloseToOneByOne()
{
    // A variance from 4,096 groups has a standard error of 2 of 100: its root of 1.
    const Study study(60000, 20000, 30, 2U);
    const double most = apart(study.inGroups(), study.oneByOne());
    QVERIFY2(most < 0.05, qPrintable(QString::number(most)));
    QVERIFY(most > 1e-9);
}

void TestGroupedAnswers::valueInterval_isThatOfTheMean()
{
    const Study study(20000, 300, 20, 3U);
    const auto groups = UseGroups::of(study.rows, 1);
    const GroupedAnswers answers(*groups, study.a, terms);
    const auto mean = linearisedMean(study.rows.weight, valueOfUses(study.rows, study.a, terms));
    const double reach = influenceSpread(mean->influence, study.rows.user, study.rows.day).reach();
    QVERIFY(std::abs(answers.valuePerUse() - mean->value) < 1e-12);
    QVERIFY(std::abs(answers.valueInterval().high - mean->value - reach) < 1e-9);
    QVERIFY(std::abs(answers.valueInterval().low - mean->value + reach) < 1e-9);
}

void TestGroupedAnswers::intervals_holdTheTruth()
{
    // More users than groups. What a is worth more: 0.2.
    constexpr int files = 300;
    int held = 0;
    for (unsigned file = 0; file < files; ++file) {
        const Study study(12000, 6000, 0, 100U + file);
        const Interval interval = study.inGroups().valuePerUse.interval;
        held += interval.low <= 0.2 && 0.2 <= interval.high ? 1 : 0;
    }
    // 285 of 300 expected; chance: 4 either way, three times.
    QVERIFY2(held >= 273 && held <= 296, qPrintable(QString::number(held)));
}

void TestGroupedAnswers::usersOfOneUse_areNotGrouped()
{
    Study study(1000, 300, 0, 4U);
    QVERIFY(UseGroups::of(study.rows, 1).has_value());
    for (Eigen::Index use = 0; use < 1000; ++use)
        study.rows.user[use] = static_cast<std::uint32_t>(use);
    QVERIFY(!UseGroups::of(study.rows, 1).has_value());
}

void TestGroupedAnswers::fewUses_areNotGrouped()
{
    const Study study(1000, 300, 0, 4U);
    QVERIFY(!UseGroups::of(study.rows).has_value());
}

void TestGroupedAnswers::resampledMeans_manyUses_spreadAsUsersAndDaysDo()
{
    const Study study(fewestToGroup, 20000, 60, 5U, 0.2);
    BootstrapOptions options{.resamples = 2000, .mostDrawn = 50000};
    QVERIFY(!areDrawn(study.rows, options));
    const Eigen::ArrayXd value = valueOfUses(study.rows, study.a, terms);
    const auto means = resampledMeans(study.rows, {value}, options).value();
    QVERIFY(!means.drawn);
    const double mean = value.mean();
    Eigen::ArrayXd byUser = Eigen::ArrayXd::Zero(20000);
    Eigen::ArrayXd byDay = Eigen::ArrayXd::Zero(60);
    for (Eigen::Index use = 0; use < value.size(); ++use) {
        byUser[study.rows.user[use]] += value[use] - mean;
        byDay[study.rows.day[use]] += value[use] - mean;
    }
    const double wanted = std::sqrt(byUser.square().sum() + byDay.square().sum())
            / static_cast<double>(value.size());
    const Eigen::ArrayXd found = means.resampledMean(0);
    const double spread = std::sqrt((found - found.mean()).square().mean());
    QVERIFY(std::abs(means.mean(0) - mean) < 1e-12);
    QVERIFY2(std::abs(spread / wanted - 1.0) < 0.08, qPrintable(QString::number(spread / wanted)));
}

ONEINN_TEST(TestGroupedAnswers)

} // namespace tests::comparison_groupedanswers

#include "tst_groupedanswers.moc"
