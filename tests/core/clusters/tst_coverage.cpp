// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/assessment.h"
#include "core/policies/policysummary.h"
#include "core/policies/scenariouses.h"
#include "core/scenarioclusters.h"
#include "support/predictionsofuses.h"
#include "support/sanitized.h"
#include "support/simulation.h"
#include "support/testprogram.h"

#include <boost/math/special_functions/erf.hpp>

#include <QTest>

#include <array>
#include <cmath>
#include <random>
#include <vector>

/// "95 of 100 such intervals hold the truth": files of users who differ, again and again.
namespace tests::clusters_coverage {

using namespace oneinn;
using namespace Qt::StringLiterals;

class TestCoverage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shares_ofUsersWhoDiffer_data();
    void shares_ofUsersWhoDiffer();
    void percentiles_ofUsersWhoDiffer();
    void leavers_data();
    void leavers();
};

namespace {

const int files = testsupport::simulatedFiles(1200, 40);

/// Users differ: each has a chance of its own of a good use, and of a good one to be shown.
class World {
public:
    World(unsigned users, unsigned days, bool days3)
        : m_users(users)
        , m_days(days)
        , m_byDay(days3)
    {
    }
    static double gamma(std::mt19937_64 &random, double shape)
    {
        return std::gamma_distribution<double>(shape)(random);
    }
    /// Beta with this mean and correlation between two uses of one.
    static double beta(std::mt19937_64 &random, double mean, double correlation)
    {
        const double total = 1.0 / correlation - 1.0;
        const double a = gamma(random, mean * total);
        const double b = gamma(random, (1.0 - mean) * total);
        return a + b > 0.0 ? a / (a + b) : mean;
    }
    static double uniform(std::mt19937_64 &random)
    {
        return std::uniform_real_distribution<double>()(random);
    }
    PairedRows file(std::mt19937_64 &random) const
    {
        PairedRows rows;
        rows.models = {"model"};
        std::vector<std::array<double, 4>> uses;
        std::vector<std::uint32_t> users;
        std::vector<std::uint32_t> days;
        std::vector<double> slow(m_days, 1.0);
        for (double &one : slow)
            one = m_byDay ? std::exp(0.4 * std::normal_distribution<double>()(random)) : 1.0;
        for (std::uint32_t user = 0; user < m_users; ++user) {
            const double good = beta(random, goodShare, 0.1);
            const double wrong = beta(random, wrongOfBad, 0.2);
            const double wait = std::exp(0.5 * std::normal_distribution<double>()(random));
            const unsigned many = 5 + random() % 16;
            for (unsigned i = 0; i < many; ++i) {
                const bool isGood = uniform(random) < good;
                const bool shown = uniform(random) < (isGood ? shownOfGood : wrong);
                const auto day = static_cast<std::uint32_t>(random() % m_days);
                uses.push_back(
                        {isGood ? 1.0 : 0.0, shown ? 1.0 : 0.0,
                         100.0 * wait * slow[day]
                                 * std::exp(0.5 * std::normal_distribution<double>()(random))});
                users.push_back(user);
                days.push_back(day);
            }
        }
        const auto n = static_cast<Eigen::Index>(uses.size());
        rows.label.resize(n);
        rows.weight = Eigen::ArrayXd::Ones(n);
        rows.score.resize(n, 1);
        rows.latency.resize(n, 1);
        rows.user.resize(n);
        if (m_byDay)
            rows.day.resize(n);
        for (Eigen::Index use = 0; use < n; ++use) {
            const auto i = static_cast<std::size_t>(use);
            rows.label[use] = uses[i][0] > 0.5 ? 1 : 0;
            rows.score(use, 0) = uses[i][1];
            rows.latency(use, 0) = uses[i][2];
            rows.user[use] = users[i];
            if (m_byDay)
                rows.day[use] = days[i];
        }
        return rows;
    }

    static constexpr double goodShare = 0.3;
    static constexpr double shownOfGood = 0.8;
    static constexpr double wrongOfBad = 0.1;
    /// Of those shown.
    static constexpr double wrongOfShown = (1.0 - goodShare) * wrongOfBad
            / ((1.0 - goodShare) * wrongOfBad + goodShare * shownOfGood);
    /// Of all uses within 150 ms.
    double within() const
    {
        const double spread = std::sqrt(0.5 + (m_byDay ? 0.16 : 0.0));
        return 0.5 * std::erfc(-std::log(1.5) / spread / std::sqrt(2.0));
    }

private:
    unsigned m_users;
    unsigned m_days;
    bool m_byDay;
};

} // namespace

void TestCoverage::shares_ofUsersWhoDiffer_data()
{
    QTest::addColumn<unsigned>("users");
    QTest::addColumn<bool>("byDay");
    QTest::newRow("60 users") << 60U << false;
    QTest::newRow("12 users") << 12U << false;
    QTest::newRow("60 users, 30 days") << 60U << true;
}

void TestCoverage::shares_ofUsersWhoDiffer()
{
    QFETCH(const unsigned, users);
    QFETCH(const bool, byDay);
    const World world(users, 30, byDay);
    std::mt19937_64 random(2026);
    Scenario scenario;
    scenario.selection.model = "model";
    scenario.threshold = {0.5};
    scenario.budget = Milliseconds{150.0};
    scenario.latePolicy = LatePolicy::Wait;
    int wrong = 0;
    int wrongByRows = 0;
    int inTime = 0;
    for (int i = 0; i < files; ++i) {
        const PairedRows uses = world.file(random);
        const auto rows = ScenarioRows::prepare(testsupport::predictionsOf(uses, false), scenario);
        const Assessment found = assess(*rows.value(), scenario);
        const auto holds = [](const std::optional<Proportion> &share, double truth) {
            return share->interval.low <= truth && truth <= share->interval.high ? 1 : 0;
        };
        const auto share = found.experience[Share::WrongOfShown];
        wrong += holds(share, World::wrongOfShown);
        inTime += holds(found.experience[Share::InTime], world.within());
        wrongByRows += holds(proportion(share->yes, share->all - share->yes), World::wrongOfShown);
    }
    const auto rate = [](int held) { return double(held) / files; };
    qInfo("wrong %.3f, in time %.3f, by rows %.3f", rate(wrong), rate(inTime), rate(wrongByRows));
    using testsupport::ofHundred;
    testsupport::tellSimulated(u"95 of 100 intervals hold the share wrong of those shown"_s,
                               ofHundred(wrong, files));
    testsupport::tellSimulated(u"the share in time"_s, ofHundred(inTime, files));
    testsupport::tellSimulated(u"the share wrong, if rows were taken as independent"_s,
                               ofHundred(wrongByRows, files));
    if (testsupport::isSanitized)
        return;
    QVERIFY(rate(wrong) > 0.935 && rate(wrong) < 0.985);
    QVERIFY(rate(inTime) > 0.935 && rate(inTime) < 0.985);
    QVERIFY(rate(wrongByRows) < 0.91);
}

void TestCoverage::percentiles_ofUsersWhoDiffer()
{
    const World world(60, 30, false);
    // Median: waits are lognormal around 100.
    constexpr double median = 100.0;
    std::mt19937_64 random(77);
    int held = 0;
    for (int i = 0; i < files; ++i) {
        const PairedRows uses = world.file(random);
        const auto ends = outcomes(
                uses, SingleModel{.point = {0, {0.5}}, .budget = {}, .late = LatePolicy::Wait});
        const auto p50 = waitPercentiles(uses, ends).front();
        held += p50.low && p50.high && p50.low->value <= median && median <= p50.high->value ? 1
                                                                                             : 0;
    }
    const double rate = double(held) / files;
    testsupport::tellSimulated(u"95 of 100 intervals hold the median wait of 60 users"_s,
                               testsupport::ofHundred(held, files));
    qInfo("median %.3f", rate);
    if (!testsupport::isSanitized)
        QVERIFY(rate > 0.93 && rate < 0.985);
}

void TestCoverage::leavers_data()
{
    QTest::addColumn<bool>("byUser");
    QTest::addColumn<bool>("weighted");
    QTest::newRow("60 users") << true << false;
    QTest::newRow("uses alone") << false << false;
    QTest::newRow("uses alone, slow ones drawn thinner") << false << true;
}

/// Who leaves is a mean of chances: its interval is no wider than it has to be.
void TestCoverage::leavers()
{
    QFETCH(const bool, byUser);
    QFETCH(const bool, weighted);
    Scenario scenario;
    scenario.selection.model = "model";
    scenario.threshold = {0.5};
    scenario.patience = PatienceCurve({{{100.0}, 0.9}, {{400.0}, 0.4}});
    // Waits are lognormal around 100; a sum over their quantiles.
    constexpr int quantiles = 20000;
    double truth = 0.0;
    for (int i = 0; i < quantiles; ++i) {
        const double z = std::sqrt(2.0) * boost::math::erf_inv(2.0 * (i + 0.5) / quantiles - 1.0);
        truth += (1.0 - scenario.patience.stillWaiting({100.0 * std::exp(std::sqrt(0.5) * z)}))
                / quantiles;
    }
    std::mt19937_64 random(78);
    int held = 0;
    double narrower = 0.0;
    for (int i = 0; i < files; ++i) {
        PairedRows uses = World(60, 30, false).file(random);
        if (!byUser) {
            uses.user.resize(0);
            for (double &wait : uses.latency.reshaped())
                wait = 100.0
                        * std::exp(std::sqrt(0.5) * std::normal_distribution<double>()(random));
        }
        if (weighted) {
            // Of those above 150 ms a third is kept, at three times the weight.
            std::vector<Eigen::Index> kept;
            for (Eigen::Index use = 0; use < uses.uses(); ++use) {
                const bool slow = uses.latency(use, 0) > 150.0;
                if (!slow || random() % 3 == 0)
                    kept.push_back(use);
                if (slow)
                    uses.weight[use] = 3.0;
            }
            uses.label = LabelColumn(uses.label(kept));
            uses.weight = Eigen::ArrayXd(uses.weight(kept));
            uses.score = Eigen::ArrayXXd(uses.score(kept, Eigen::all));
            uses.latency = Eigen::ArrayXXd(uses.latency(kept, Eigen::all));
        }
        const auto rows =
                ScenarioRows::prepare(testsupport::predictionsOf(uses, weighted), scenario);
        const auto gone = assess(*rows.value(), scenario).experience[Share::Left];
        held += gone->interval.low <= truth && truth <= gone->interval.high ? 1 : 0;
        narrower += proportion(gone->yes, gone->all - gone->yes)->interval.width()
                / gone->interval.width() / files;
    }
    const double rate = double(held) / files;
    testsupport::tellSimulated(u"95 of 100 intervals hold the share of users gone"_s,
                               testsupport::ofHundred(held, files));
    qInfo("gone %.3f, Wilson's is %.1f times as wide", rate, narrower);
    if (testsupport::isSanitized)
        return;
    QVERIFY(rate > 0.925 && rate < 0.985);
    QVERIFY(byUser || narrower > 1.3);
}

ONEINN_TEST(TestCoverage)

} // namespace tests::clusters_coverage

#include "tst_coverage.moc"
