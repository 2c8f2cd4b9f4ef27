// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/decision/rollbackrule.h"
#include "core/release/promotiongate.h"
#include "core/release/releaseplan.h"
#include "support/testprogram.h"

#include <QTest>

#include <random>
#include <string>
#include <vector>

namespace tests::release_stageusers {

using namespace oneinn;

/// What is promised of a stage that few users meet, each of them with many uses: a file has other
/// numbers of one user than a stage does.
class TestStageUsers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stage_users_tellWhatIsPromised_data();
    void stage_users_tellWhatIsPromised();
    void stage_tooFewUsers_hasNoGate();
    void stage_usersUnknown_isAsInTheFile();
    void rule_fewestUsers_keepsItsPromise_data();
    void rule_fewestUsers_keepsItsPromise();
    void rule_noneAlike_needsNobody();
};

namespace {

constexpr double wrongNow = 0.13;
constexpr double wrongIfBad = 0.195;

/// Users whose numbers differ, each with a share of wrong ones of its own (beta).
struct World {
    double alike = 0.1;  ///< correlation of one user's
    double spread = 0.5; ///< of the users' numbers: their variance by the squared mean (gamma)
    double ofOne = 10.0; ///< shown to one of them in the file, on average

    /// The mean of m - 1 by cases is (1 + spread) times the mean of m.
    AlikeOfOne alikeOfOne() const { return {.each = alike * (1.0 + spread)}; }
};

/// So many users of whom everyone has a number of its own, and a chance to be wrong.
class Users {
public:
    Users(const World &world, int count, double wrong, std::mt19937_64 &random)
        : m_random(random)
    {
        std::gamma_distribution<double> often(1.0 / world.spread);
        const double size = (1.0 - world.alike) / world.alike;
        std::gamma_distribution<double> bad(wrong * size);
        std::gamma_distribution<double> right((1.0 - wrong) * size);
        std::vector<double> weights;
        for (int user = 0; user < count; ++user) {
            weights.push_back(often(random) + 1e-12);
            const double drawn = bad(random);
            m_wrong.push_back(drawn / (drawn + right(random) + 1e-300));
        }
        m_who = std::discrete_distribution<int>(weights.begin(), weights.end());
    }

    /// Of so many more of them, whoever they are of.
    int wrongOf(int shown)
    {
        int wrong = 0;
        for (int use = 0; use < shown; ++use)
            wrong += std::bernoulli_distribution(m_wrong[std::size_t(m_who(m_random))])(m_random);
        return wrong;
    }

private:
    std::mt19937_64 &m_random;
    std::vector<double> m_wrong;
    std::discrete_distribution<int> m_who;
};

ReleaseTerms termsOf(const World &world, const std::optional<double> &users)
{
    ReleaseTerms terms{.wrong = wrongNow,
                       .wrongIfBad = wrongIfBad,
                       .margin = wrongIfBad - wrongNow,
                       .shown = 1.0};
    terms.alike = world.alikeOfOne();
    terms.designEffect = terms.alike.designEffect(world.ofOne);
    terms.users = users;
    return terms;
}

bool passes(const World &world, const ReleaseStage &stage, const ReleaseTerms &terms, double wrong,
            std::mt19937_64 &random)
{
    const auto counted = [&](double share, double checked, double users) {
        Users those(world, int(users), share, random);
        const double effect = terms.designEffectOf(checked, users);
        return CheckedShown{those.wrongOf(int(checked)) / effect, checked / effect};
    };
    const double others = (1.0 - stage.share) / stage.share;
    return goesOn(counted(wrong, *stage.labelledShown, *stage.users),
                  counted(wrongNow, *stage.labelledShown * others, *stage.users * others),
                  terms.margin);
}

} // namespace

void TestStageUsers::stage_users_tellWhatIsPromised_data()
{
    QTest::addColumn<double>("alike");
    QTest::addColumn<double>("users"); ///< times the fewest that have a gate
    for (const double alike : {0.05, 0.1, 0.3}) {
        for (const double users : {1.0, 1.3, 4.0})
            QTest::addRow("%g alike, %g times the fewest", alike, users) << alike << users;
    }
}

/// No more than 5 of 100 bad ones go on, and of good ones as many as are told; but for what 1,000
/// simulated launches leave open, and that users are not normal.
void TestStageUsers::stage_users_tellWhatIsPromised()
{
    QFETCH(const double, alike);
    QFETCH(const double, users);
    const World world{.alike = alike};
    constexpr double share = 0.25;
    const auto fewest = releaseStage(termsOf(world, 4.0), share).fewestUsers;
    QVERIFY(fewest);
    const ReleaseTerms terms = termsOf(world, std::ceil(*fewest * users) / share);
    const ReleaseStage stage = releaseStage(terms, share);
    QVERIFY(stage.hasGate());
    constexpr int launches = 1000;
    std::mt19937_64 random(31);
    double good = 0.0;
    double bad = 0.0;
    for (int launch = 0; launch < launches; ++launch) {
        good += passes(world, stage, terms, wrongNow, random) ? 1.0 : 0.0;
        bad += passes(world, stage, terms, wrongIfBad, random) ? 1.0 : 0.0;
    }
    const std::string told = "good " + std::to_string(good / launches) + " of "
            + std::to_string(*stage.passIfGood) + ", bad " + std::to_string(bad / launches);
    QVERIFY2(good / launches >= *stage.passIfGood - 0.04, told.c_str());
    QVERIFY2(good / launches <= *stage.passIfGood + 0.04, told.c_str());
    QVERIFY2(bad / launches <= *stage.passIfBad + 0.02, told.c_str());
}

void TestStageUsers::stage_tooFewUsers_hasNoGate()
{
    ReleaseTerms terms = termsOf({}, 350.0);
    terms.usesPerDay = 2000.0;
    const ReleaseStage stage = releaseStage(terms, 0.01);
    COMPARE_NEAR(stage.users, 3.5, 1e-12);
    QVERIFY(stage.fewestUsers && *stage.fewestUsers >= fewestUsersForRule);
    QVERIFY(!stage.hasGate() && !stage.passIfGood && !stage.passIfBad && !stage.isEndless());
    COMPARE_NEAR(stage.days, shortestStage, 1e-12);
    // Though none are alike in the file.
    terms.alike = {};
    QCOMPARE(releaseStage(terms, 0.01).fewestUsers, std::optional(fewestUsersForRule));
    QVERIFY(releaseStage(terms, 0.25).hasGate());
    const ReleasePath after = releasePath({stage}).front();
    COMPARE_NEAR(after.goodStillIn, 1.0, 1e-12);
    COMPARE_NEAR(after.badStillIn, 1.0, 1e-12);
}

void TestStageUsers::stage_usersUnknown_isAsInTheFile()
{
    const ReleaseTerms terms = termsOf({}, std::nullopt);
    ReleaseTerms apart = terms;
    apart.alike = {};
    apart.designEffect = 1.0;
    const double independent = *releaseStage(apart, 0.25).labelledShown;
    COMPARE_NEAR(releaseStage(terms, 0.25).labelledShown,
                 std::ceil(independent * terms.designEffect), 1e-9);
}

void TestStageUsers::rule_fewestUsers_keepsItsPromise_data()
{
    QTest::addColumn<double>("alike");
    QTest::addColumn<double>("ofOne");
    QTest::newRow("ten of each") << 0.1 << 10.0;
    QTest::newRow("three of each") << 0.2 << 3.0;
    QTest::newRow("hardly alike, left alone") << 0.01 << 10.0;
}

void TestStageUsers::rule_fewestUsers_keepsItsPromise()
{
    QFETCH(const double, alike);
    QFETCH(const double, ofOne);
    const World world{.alike = alike, .ofOne = ofOne};
    RollbackRule rule = *rollbackRule(wrongNow, wrongIfBad);
    rule.alike = world.alikeOfOne();
    const double effect = rule.alike.designEffect(ofOne);
    rule.looks = scaled(rule.looks, effect);
    rule.designEffect = effect <= designEffectLeftAlone ? 1.0 : effect;
    const int users = int(*rule.fewestOf());
    constexpr int launches = 2000;
    std::mt19937_64 random(32);
    const auto rolledBack = [&](double wrong, bool mayKeep) {
        Users those(world, users, wrong, random);
        int counted = 0;
        int shown = 0;
        for (const RollbackLook &look : rule.looks) {
            counted += those.wrongOf(look.shown - std::exchange(shown, look.shown));
            if (counted >= look.rollBackAt)
                return true;
            if (mayKeep && look.keepUpTo && counted <= *look.keepUpTo)
                return false;
        }
        return false;
    };
    double falsely = 0.0;
    double found = 0.0;
    for (int launch = 0; launch < launches; ++launch) {
        falsely += rolledBack(wrongNow, false) ? 1.0 : 0.0;
        found += rolledBack(wrongIfBad, true) ? 1.0 : 0.0;
    }
    const std::string told = "of " + std::to_string(users) + " users: good "
            + std::to_string(falsely / launches) + ", bad " + std::to_string(found / launches);
    // Up to a design effect of 1.2 looks stay as they are, which costs a little of the promise.
    const double leftAlone = rule.designEffect > 1.0 ? 0.0 : 0.02;
    QVERIFY2(falsely / launches <= rule.goodRolledBackAtMost + 0.015 + leftAlone, told.c_str());
    QVERIFY2(found / launches >= rule.bad.rolledBack - 0.03 - leftAlone, told.c_str());
}

void TestStageUsers::rule_noneAlike_needsNobody()
{
    QVERIFY(!rollbackRule(wrongNow, wrongIfBad)->fewestOf());
}

ONEINN_TEST(TestStageUsers)

} // namespace tests::release_stageusers

#include "tst_stageusers.moc"
