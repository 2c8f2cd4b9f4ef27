// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/clusters/influencespread.h"
#include "core/comparison/bootstrap.h"
#include "core/comparison/linearised.h"
#include "support/testprogram.h"
#include "support/vectors.h"

#include <QTest>

#include <cmath>
#include <random>

namespace tests::clusters_influencespread {

using namespace oneinn;

class TestInfluenceSpread : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void units_areNumberedAsTheyAppear();
    void ofUses_isTheVarianceOfAMean();
    void usersAndDays_largestOfThree();
    void resamples_ofUsersAndDays_spreadAsMuch();
    void manyUsersAndDays_fromTheNormal_spreadAsMuch();
};

namespace {

/// Rates that differ by user and by day.
PairedRows crossedRows(Eigen::Index uses, unsigned users, unsigned days, std::mt19937 &random)
{
    PairedRows rows;
    rows.models = {"m"};
    rows.label = LabelColumn::Zero(uses);
    rows.weight = Eigen::ArrayXd::Ones(uses);
    rows.score = Eigen::ArrayXXd::Zero(uses, 1);
    rows.user.resize(uses);
    rows.day.resize(uses);
    std::normal_distribution<double> normal;
    std::vector<double> ofUser(users);
    std::vector<double> ofDay(days);
    for (double &one : ofUser)
        one = normal(random);
    for (double &one : ofDay)
        one = normal(random);
    for (Eigen::Index use = 0; use < uses; ++use) {
        const unsigned user = random() % users;
        const unsigned day = random() % days;
        rows.user[use] = user;
        rows.day[use] = day;
        rows.score(use, 0) = 0.5 * ofUser[user] + 0.5 * ofDay[day] + normal(random);
    }
    return rows;
}

double spreadOfResamples(const PairedRows &rows, const BootstrapOptions &options)
{
    const Eigen::ArrayXd column = rows.score.col(0);
    const auto means = resampledMeans(rows, {column}, options).value();
    const Eigen::ArrayXd mean = means.resampledMean(0);
    return std::sqrt((mean - mean.mean()).square().sum() / static_cast<double>(mean.size() - 1));
}

} // namespace

void TestInfluenceSpread::units_areNumberedAsTheyAppear()
{
    CodeColumn user(5);
    user << 7, 2, 7, 9, 2;
    CodeColumn day(5);
    day << 1, 1, 0, 1, 1;
    const DenseUnits users = denseUnits(user);
    QCOMPARE(users.unit, (std::vector<std::uint32_t>{0, 1, 0, 2, 1}));
    QCOMPARE(users.count, std::size_t{3});
    QCOMPARE(denseUnits(user, day).unit, (std::vector<std::uint32_t>{0, 1, 2, 3, 1}));
    QCOMPARE(denseUnits(CodeColumn()).count, std::size_t{0});
}

void TestInfluenceSpread::ofUses_isTheVarianceOfAMean()
{
    const Eigen::ArrayXd value = Eigen::ArrayXd::LinSpaced(7, 1.0, 7.0);
    const auto mean = linearisedMean(Eigen::ArrayXd::Ones(7), value);
    const InfluenceSpread spread = influenceSpread(mean->influence, {}, {});
    COMPARE_NEAR(spread.variance, (value - 4.0).square().sum() / 6.0 / 7.0, 1e-12);
    COMPARE_NEAR(spread.reach(), 2.4469118511449692 * spread.standardError(), 1e-9); // t of 6
    QCOMPARE(spread.moved, std::size_t{6});
    QCOMPARE(influenceSpread(Eigen::ArrayXd::Zero(1), {}, {}).reach(), 0.0);
}

void TestInfluenceSpread::usersAndDays_largestOfThree()
{
    const InfluenceSpread users{.variance = 2.0, .clusters = 30.0, .moved = 4};
    const InfluenceSpread days{.variance = 3.0, .clusters = 8.0, .moved = 7};
    const auto of = [&](double both) {
        return combined(users, days, {.variance = both, .clusters = 50.0, .moved = 9});
    };
    QCOMPARE(of(1.0).variance, 4.0);
    QCOMPARE(of(2.5).variance, 3.0);
    QCOMPARE(of(1.0).clusters, 8.0);
    QCOMPARE(of(1.0).moved, std::size_t{4});
}

void TestInfluenceSpread::resamples_ofUsersAndDays_spreadAsMuch()
{
    std::mt19937 random(8);
    const PairedRows rows = crossedRows(4000, 60, 40, random);
    const auto mean = linearisedMean(rows.weight, rows.score.col(0));
    const double exact = influenceSpread(mean->influence, rows.user, rows.day).standardError();
    const double drawn = spreadOfResamples(rows, {.resamples = 2000, .seed = 3});
    QVERIFY2(std::abs(drawn / exact - 1.0) < 0.1, qPrintable(QString::number(drawn / exact)));
    // Rows alone would tell less than half of it.
    QVERIFY(influenceSpread(mean->influence, {}, {}).standardError() < 0.5 * exact);
}

void TestInfluenceSpread::manyUsersAndDays_fromTheNormal_spreadAsMuch()
{
    std::mt19937 random(9);
    const PairedRows rows = crossedRows(4000, 60, 40, random);
    const auto mean = linearisedMean(rows.weight, rows.score.col(0));
    const double exact = influenceSpread(mean->influence, rows.user, rows.day).standardError();
    const double drawn = spreadOfResamples(rows, {.resamples = 4000, .seed = 3, .mostDrawn = 10});
    QVERIFY2(std::abs(drawn / exact - 1.0) < 0.1, qPrintable(QString::number(drawn / exact)));
}

ONEINN_TEST(TestInfluenceSpread)

} // namespace tests::clusters_influencespread

#include "tst_influencespread.moc"
