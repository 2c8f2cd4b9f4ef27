// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/assessment.h"
#include "core/decision/rollbacktrigger.h"
#include "core/release/promotiongate.h"
#include "core/release/releaseplan.h"
#include "support/testprogram.h"

#include <QTest>

#include <random>
#include <string>

namespace tests::decision_clusteredrollback {

using namespace oneinn;

/// What is promised of a launch where a few users bring most of what is shown, and one user's go
/// wrong together: the rule is made from a file of some of them and kept on others.
class TestClusteredRollback : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void promise_fewUsersWithMany_holds_data();
    void promise_fewUsersWithMany_holds();
    void fewUsers_noRuleAndWhy();
    void oneUseEach_isNoCluster();
    void effect_isNoMoreThanIfAllOfOneUserWereAlike();
};

namespace {

struct UsersWorld {
    double heavy = 0.1;    ///< share of users
    int usesOfHeavy = 140; ///< shown to one of them
    int usesOfOthers = 5;  ///< to each of the others
    double alike = 0.1;    ///< correlation of one user's
    double wrong = 0.13;   ///< of what is shown
};

class DrawnUsers {
public:
    DrawnUsers(const UsersWorld &world, std::mt19937_64 &random)
        : m_world(world)
        , m_random(random)
    {
    }

    int uses() { return chance(m_world.heavy) ? m_world.usesOfHeavy : m_world.usesOfOthers; }
    /// Of one user: beta, with this mean.
    double wrongOf(double mean)
    {
        const double size = (1.0 - m_world.alike) / m_world.alike;
        std::gamma_distribution<double> wrong(mean * size);
        std::gamma_distribution<double> right((1.0 - mean) * size);
        const double drawn = wrong(m_random);
        return drawn / (drawn + right(m_random) + 1e-300);
    }
    bool chance(double of) { return std::bernoulli_distribution(of)(m_random); }

private:
    UsersWorld m_world;
    std::mt19937_64 &m_random;
};

/// Everything is shown; what is wrong has no label of a good one.
PredictionsPtr fileOf(const UsersWorld &world, int users, std::mt19937_64 &random)
{
    DrawnUsers drawn(world, random);
    std::vector<std::uint8_t> labels;
    CategoryColumn user{.name = "user", .values = {}, .codes = {}};
    std::vector<std::uint32_t> codes;
    for (int each = 0; each < users; ++each) {
        user.values.push_back("u" + std::to_string(each));
        const double wrong = drawn.wrongOf(world.wrong);
        for (int use = drawn.uses(); use > 0; --use) {
            labels.push_back(drawn.chance(wrong) ? 0 : 1);
            codes.push_back(static_cast<std::uint32_t>(each));
        }
    }
    const auto rows = static_cast<Eigen::Index>(labels.size());
    user.codes = Eigen::Map<const CodeColumn>(codes.data(), rows);
    PredictionColumns columns;
    columns.label = Eigen::Map<const LabelColumn>(labels.data(), rows);
    columns.score = Eigen::ArrayXd::Ones(rows);
    columns.userId = user;
    RowAccount account;
    account.countUsed(rows);
    return std::make_shared<const Predictions>(std::move(columns), account);
}

Assessment assessedFile(const PredictionsPtr &predictions)
{
    Scenario scenario;
    scenario.threshold = {0.5};
    return assess(*ScenarioRows::prepare(predictions, scenario).value(), scenario);
}

/// Wrong ones among so many of a release, users one after the other: more alike than any stage.
class Release {
public:
    Release(const UsersWorld &world, double wrong, std::mt19937_64 &random)
        : m_users(world, random)
        , m_mean(wrong)
    {
    }

    int wrongUpTo(int shown)
    {
        for (; m_shown < shown; ++m_shown, --m_left) {
            if (m_left == 0) {
                m_left = m_users.uses();
                m_wrongOfUser = m_users.wrongOf(m_mean);
            }
            m_wrong += m_users.chance(m_wrongOfUser) ? 1 : 0;
        }
        return m_wrong;
    }

private:
    DrawnUsers m_users;
    double m_mean;
    double m_wrongOfUser = 0.0;
    int m_left = 0;
    int m_shown = 0;
    int m_wrong = 0;
};

bool isRolledBack(Release release, const RollbackRule &rule, bool mayKeep)
{
    for (const RollbackLook &look : rule.looks) {
        const int wrong = release.wrongUpTo(look.shown);
        if (wrong >= look.rollBackAt)
            return true;
        if (mayKeep && look.keepUpTo && wrong <= *look.keepUpTo)
            return false;
    }
    return false;
}

/// By as many independent ones as these tell as much as.
bool passes(Release release, Release beside, const ReleaseStage &stage, const ReleaseTerms &terms)
{
    const auto counted = [&terms](Release &which, double checked) {
        const auto many = static_cast<int>(checked);
        return CheckedShown{which.wrongUpTo(many) / terms.designEffect, many / terms.designEffect};
    };
    const double checked = *stage.labelledShown;
    return goesOn(counted(release, checked),
                  counted(beside, checked * (1.0 - stage.share) / stage.share), terms.margin);
}

} // namespace

void TestClusteredRollback::promise_fewUsersWithMany_holds_data()
{
    QTest::addColumn<double>("heavy");
    QTest::addColumn<double>("alike");
    QTest::addColumn<int>("users");
    QTest::newRow("all with 140, 40 users") << 1.0 << 0.1 << 40;
    QTest::newRow("1 in 10 with 140") << 0.1 << 0.1 << 300;
    QTest::newRow("1 in 10 with 140, much alike") << 0.1 << 0.3 << 300;
    QTest::newRow("3 in 100 with 140") << 0.03 << 0.1 << 600;
}

/// 80 of 100 bad launches are found and 5 of 100 good ones taken back, and of each as many pass a
/// stage as is told: but for what 1,000 simulated launches leave open.
void TestClusteredRollback::promise_fewUsersWithMany_holds()
{
    QFETCH(const double, heavy);
    QFETCH(const double, alike);
    QFETCH(const int, users);
    const UsersWorld world{.heavy = heavy, .alike = alike};
    std::mt19937_64 random(17);
    constexpr int files = 250;
    constexpr int launches = 4;
    double found = 0.0;
    double falsely = 0.0;
    double goodPass = 0.0;
    double goodTold = 0.0;
    double badPass = 0.0;
    int ruled = 0;
    for (int file = 0; file < files; ++file) {
        const auto now = assessedFile(fileOf(world, users, random));
        const ReleasePlan plan = releasePlan(now, {.shares = {0.25, 1.0}});
        if (!plan.rollback.rule)
            continue;
        ++ruled;
        const RollbackRule &rule = *plan.rollback.rule;
        const ReleaseStage &stage = plan.stages.front();
        for (int launch = 0; launch < launches; ++launch) {
            const auto good = [&] { return Release(world, rule.wrong, random); };
            const auto bad = [&] { return Release(world, rule.wrongIfBad, random); };
            found += isRolledBack(bad(), rule, true) ? 1.0 : 0.0;
            falsely += isRolledBack(good(), rule, false) ? 1.0 : 0.0;
            goodPass += passes(good(), good(), stage, plan.terms) ? 1.0 : 0.0;
            badPass += passes(bad(), good(), stage, plan.terms) ? 1.0 : 0.0;
            goodTold += *stage.passIfGood;
        }
    }
    QVERIFY2(ruled > files / 2, std::to_string(ruled).c_str());
    const double all = ruled * launches;
    const std::string told = "found " + std::to_string(found / all) + ", falsely "
            + std::to_string(falsely / all) + ", good pass " + std::to_string(goodPass / all)
            + " of " + std::to_string(goodTold / all) + ", bad pass "
            + std::to_string(badPass / all) + ", files " + std::to_string(ruled);
    qInfo("%s", told.c_str());
    QVERIFY2(found >= 0.77 * all, told.c_str());
    QVERIFY2(falsely <= 0.065 * all, told.c_str());
    QVERIFY2(goodPass >= goodTold - 0.04 * all, told.c_str());
    QVERIFY2(badPass <= 0.08 * all, told.c_str());
}

void TestClusteredRollback::fewUsers_noRuleAndWhy()
{
    std::mt19937_64 random(3);
    const auto now = assessedFile(fileOf({.heavy = 1.0}, 12, random));
    const RollbackTrigger trigger = rollbackTrigger(now);
    QVERIFY(!trigger.rule);
    QCOMPARE(trigger.noRule, std::optional(NoRollbackRule::FewUsers));
    QVERIFY(releasePlan(now, {}).stages.empty());
    // Many users, but a few of them bring nearly everything.
    const UsersWorld most{.heavy = 0.03, .usesOfHeavy = 2000, .usesOfOthers = 1};
    const RollbackTrigger few = rollbackTrigger(assessedFile(fileOf(most, 300, random)));
    QCOMPARE(few.noRule, std::optional(NoRollbackRule::FewUsers));
}

void TestClusteredRollback::oneUseEach_isNoCluster()
{
    std::mt19937_64 random(4);
    const UsersWorld single{.heavy = 0.0, .usesOfOthers = 1};
    const RollbackTrigger trigger = rollbackTrigger(assessedFile(fileOf(single, 400, random)));
    QVERIFY(trigger.rule);
    QCOMPARE(trigger.rule->designEffect, 1.0);
}

void TestClusteredRollback::effect_isNoMoreThanIfAllOfOneUserWereAlike()
{
    const ClusterEffect effect{.designEffect = 4.0, .clusters = 30.0, .effectiveClusters = 30.0};
    const double cautious = surelyNoMore(effect, 3000.0);
    QVERIFY(cautious > 5.0 && cautious < 7.0); // 29 / 19.8 of it
    QVERIFY(surelyNoMore(effect, 75.0) <= 5.0);
    ClusterEffect many = effect;
    many.clusters = many.effectiveClusters = 5000.0;
    QVERIFY(surelyNoMore(many, 50000.0) < 4.2);
    ClusterEffect days = effect;
    days.of = ClusterOf::Day;
    QCOMPARE(surelyNoMore(days, 3000.0), 4.0);
}

ONEINN_TEST(TestClusteredRollback)

} // namespace tests::decision_clusteredrollback

#include "tst_clusteredrollback.moc"
