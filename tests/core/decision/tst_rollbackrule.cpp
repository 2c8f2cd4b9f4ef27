// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/decision/rollbackrule.h"
#include "core/decision/volumelimits.h"
#include "support/testprogram.h"
#include "support/vectorcase.h"

#include <QTest>

#include <random>

namespace tests::decision_rollbackrule {

using namespace oneinn;
using namespace Qt::Literals::StringLiterals;
using testsupport::number;
using testsupport::VectorCase;
using testsupport::VectorFamily;

namespace {

double worseThanNow(double wrong)
{
    return wrong <= 0.4 ? 1.5 * wrong : 1.0 - (1.0 - wrong) * 2.0 / 3.0;
}

void checkLook(const RollbackLook &look, const QJsonObject &expected, bool last)
{
    QCOMPARE(look.shown, expected.value("shown"_L1).toInt());
    QCOMPARE(look.rollBackAt, expected.value("roll_back_at"_L1).toInt());
    QCOMPARE(look.keepUpTo.has_value(), !expected.value("keep_at"_L1).isNull());
    if (look.keepUpTo)
        QCOMPARE(*look.keepUpTo, expected.value("keep_at"_L1).toInt());
    QVERIFY(!last || !look.keepUpTo);
}

void checkLooks(const std::vector<RollbackLook> &looks, const QJsonArray &expected)
{
    QCOMPARE(static_cast<qsizetype>(looks.size()), expected.size());
    for (qsizetype i = 0; i < expected.size(); ++i)
        checkLook(looks[static_cast<std::size_t>(i)], expected.at(i).toObject(),
                  i + 1 == expected.size());
}

void checkPlan(VectorCase &c)
{
    RollbackPromise promise;
    const double wrong = number(c.input.take("p0"_L1));
    const double wrongIfBad =
            c.input.has("p1"_L1) ? number(c.input.take("p1"_L1)) : worseThanNow(wrong);
    if (c.input.has("max_n"_L1))
        promise.mostShown = c.input.take("max_n"_L1).toInt();
    if (c.input.has("accept"_L1))
        promise.mayKeepEarly = c.input.take("accept"_L1).toBool();

    const auto rule = rollbackRule(wrong, wrongIfBad, promise);
    COMPARE_NEAR(wrongIfBad, number(c.expected.take("p1"_L1)), c.tolerance);
    const QJsonValue looks = c.expected.take("looks"_L1);
    QCOMPARE(rule.has_value(), !looks.isNull());
    if (!rule)
        return;
    checkLooks(rule->looks, looks.toArray());
    const std::pair<QLatin1String, double> values[] = {
            {"slope"_L1, rule->slope},
            {"good_rolled_back"_L1, rule->good.rolledBack},
            {"good_rolled_back_if_keep_line_ignored"_L1, rule->goodRolledBackAtMost},
            {"bad_found"_L1, rule->bad.rolledBack},
            {"mean_shown_if_good"_L1, rule->good.meanShown},
            {"mean_shown_if_bad"_L1, rule->bad.meanShown},
    };
    for (const auto &[key, value] : values)
        COMPARE_NEAR(value, number(c.expected.take(key)), c.tolerance);
}

void checkOdds(VectorCase &c)
{
    std::vector<RollbackLook> looks;
    for (const QJsonValue &look : c.input.take("looks"_L1).toArray())
        looks.push_back({.shown = look.toArray().at(0).toInt(),
                         .rollBackAt = look.toArray().at(1).toInt()});
    const RollbackOdds good = rollbackOdds(looks, number(c.input.take("p0"_L1)));
    const RollbackOdds bad = rollbackOdds(looks, number(c.input.take("p1"_L1)));
    COMPARE_NEAR(good.rolledBack, number(c.expected.take("good_rolled_back"_L1)), c.tolerance);
    COMPARE_NEAR(bad.rolledBack, number(c.expected.take("bad_found"_L1)), c.tolerance);
    COMPARE_NEAR(bad.meanShown, number(c.expected.take("mean_shown_if_bad"_L1)), c.tolerance);
}

void checkScaled(VectorCase &c)
{
    std::vector<RollbackLook> looks;
    for (const QJsonValue &one : c.input.take("looks"_L1).toArray()) {
        looks.push_back(
                {.shown = one["shown"_L1].toInt(), .rollBackAt = one["roll_back_at"_L1].toInt()});
        if (!one["keep_at"_L1].isNull())
            looks.back().keepUpTo = one["keep_at"_L1].toInt();
    }
    checkLooks(scaled(looks, number(c.input.take("deff"_L1))), c.expectedList);
}

void checkLimit(const std::optional<int> &limit, const QJsonValue &expected)
{
    QCOMPARE(limit.has_value(), !expected.isNull());
    if (limit)
        QCOMPARE(*limit, expected.toInt());
}

void checkVolume(VectorCase &c)
{
    const double share = number(c.input.take("p"_L1));
    const VolumeLimits limits = volumeLimits(share, c.input.take("n"_L1).toInt());
    COMPARE_NEAR(limits.halfWidth, number(c.expected.take("half_width"_L1)), c.tolerance);
    COMPARE_NEAR(limits.falseAlarm, number(c.expected.take("false_alarm"_L1)), c.tolerance);
    checkLimit(limits.low, c.expected.take("low"_L1));
    checkLimit(limits.high, c.expected.take("high"_L1));
    QCOMPARE(static_cast<int>(std::ceil(usesForAQuarter(share))),
             c.expected.take("uses_for_25_percent"_L1).toInt());
}

constexpr VectorFamily families[] = {
        {"T9.rollback.volume", checkVolume},     {"T9.rollback.printed_before", checkOdds},
        {"T9.rollback.clumped", checkScaled},    {"T9.rollback.hardly_clumped", checkScaled},
        {"T9.rollback.spoken_alone", checkOdds}, {"T9.rollback", checkPlan}};

/// How often a release is taken back, and after how many shown, case by case.
RollbackOdds simulated(const std::vector<RollbackLook> &looks, double wrong)
{
    constexpr int releases = 20000;
    std::mt19937 random(7);
    std::bernoulli_distribution isWrong(wrong);
    int back = 0;
    double shown = 0.0;
    for (int release = 0; release < releases; ++release) {
        int seen = 0;
        int wrongOnes = 0;
        for (const RollbackLook &look : looks) {
            for (; seen < look.shown; ++seen)
                wrongOnes += isWrong(random) ? 1 : 0;
            if (wrongOnes >= look.rollBackAt)
                ++back;
            else if (!look.keepUpTo || wrongOnes > *look.keepUpTo)
                continue;
            break;
        }
        shown += seen;
    }
    return {static_cast<double>(back) / releases, shown / releases};
}

} // namespace

class TestRollbackRule : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void vector_everyKey_asExpected_data() { addIds(); }
    void vector_everyKey_asExpected();
    void odds_simulatedReleases_agree_data();
    void odds_simulatedReleases_agree();
    void rule_anyShare_keepsItsPromise();
    void rule_anyShare_hasNoLookThatCannotHappen();
    void rule_ofUsersWhoDiffer_scaled_keepsItsPromise();
    void limits_oftenAndRarely_alarmByChanceInAboutOneOfAHundred_data();
    void limits_oftenAndRarely_alarmByChanceInAboutOneOfAHundred();
    void limits_everyUse_watchForFewerOnly();

private:
    static void addIds()
    {
        QTest::addColumn<QString>("id");
        testsupport::addVectorRows("T9.rollback");
    }
};

void TestRollbackRule::vector_everyKey_asExpected()
{
    QFETCH(const QString, id);
    testsupport::checkVector(id, families);
}

/// Five shown to each user, whose chance of a wrong one differs: 2.1 tell as much as one.
void TestRollbackRule::rule_ofUsersWhoDiffer_scaled_keepsItsPromise()
{
    constexpr double wrong = 0.1325;
    constexpr int shownToEach = 5;
    constexpr double correlation = 0.275;
    constexpr double effect = 1.0 + (shownToEach - 1) * correlation;
    const auto rule = rollbackRule(wrong, worseThanNow(wrong));
    const auto looks = scaled(rule->looks, effect);
    std::mt19937_64 random(23);
    const auto rolledBack = [&](const std::vector<RollbackLook> &limits, double share) {
        constexpr int releases = 4000;
        const double total = 1.0 / correlation - 1.0;
        std::gamma_distribution<double> a(share * total);
        std::gamma_distribution<double> b((1.0 - share) * total);
        std::uniform_real_distribution<double> uniform;
        int back = 0;
        for (int release = 0; release < releases; ++release) {
            int shown = 0;
            int bad = 0;
            double chance = 0.0;
            for (const RollbackLook &look : limits) {
                for (; shown < look.shown; ++shown) {
                    if (shown % shownToEach == 0) {
                        const double x = a(random);
                        chance = x / (x + b(random));
                    }
                    bad += uniform(random) < chance ? 1 : 0;
                }
                if (bad >= look.rollBackAt) {
                    ++back;
                    break;
                }
                if (look.keepUpTo && bad <= *look.keepUpTo)
                    break;
            }
        }
        return double(back) / releases;
    };
    const double good = rolledBack(looks, wrong);
    const double bad = rolledBack(looks, rule->wrongIfBad);
    qInfo("good %.3f, bad %.3f; unscaled good %.3f", good, bad, rolledBack(rule->looks, wrong));
    QVERIFY(good <= 0.06);
    QVERIFY(bad >= 0.76);
    QVERIFY(rolledBack(rule->looks, wrong) > 0.08);
}

void TestRollbackRule::odds_simulatedReleases_agree_data()
{
    QTest::addColumn<double>("wrong");
    QTest::newRow("1 in 10") << 0.1;
    QTest::newRow("half") << 0.5;
    QTest::newRow("most") << 0.72;
}

void TestRollbackRule::odds_simulatedReleases_agree()
{
    QFETCH(const double, wrong);
    const auto rule = rollbackRule(wrong, worseThanNow(wrong));
    QVERIFY(rule);
    for (const auto &[share, told] :
         {std::pair(wrong, rule->good), std::pair(rule->wrongIfBad, rule->bad)}) {
        const RollbackOdds seen = simulated(rule->looks, share);
        // Four standard deviations of 20,000 releases.
        QVERIFY(std::abs(seen.rolledBack - told.rolledBack) < 0.012);
        QVERIFY(std::abs(seen.meanShown - told.meanShown) < 0.02 * told.meanShown);
    }
}

void TestRollbackRule::rule_anyShare_keepsItsPromise()
{
    for (int i = 1; i < 100; ++i) {
        const double wrong = i / 100.0;
        const auto rule = rollbackRule(wrong, worseThanNow(wrong));
        if (!rule)
            continue;
        QVERIFY2(rule->goodRolledBackAtMost <= 0.05, qPrintable(QString::number(i)));
        QVERIFY2(rule->bad.rolledBack >= 0.8, qPrintable(QString::number(i)));
        QVERIFY(rule->good.rolledBack <= rule->goodRolledBackAtMost + 1e-12);
    }
    QVERIFY(rollbackRule(0.01, 0.015));
    QVERIFY(!rollbackRule(0.001, 0.0015));
}

void TestRollbackRule::rule_anyShare_hasNoLookThatCannotHappen()
{
    for (int i = 1; i < 100; ++i) {
        const double wrong = i / 100.0;
        const auto rule = rollbackRule(wrong, worseThanNow(wrong));
        if (!rule)
            continue;
        int before = 0;
        for (const RollbackLook &look : rule->looks) {
            QVERIFY(look.shown > before);
            QVERIFY(look.rollBackAt >= 1 && look.rollBackAt <= look.shown);
            QVERIFY(!look.keepUpTo || *look.keepUpTo < look.rollBackAt);
            // The look alone, at a bad release.
            QVERIFY(rollbackOdds({{look.shown, look.rollBackAt, {}}}, rule->wrongIfBad).rolledBack
                    >= 0.01);
            before = look.shown;
        }
    }
}

void TestRollbackRule::limits_oftenAndRarely_alarmByChanceInAboutOneOfAHundred_data()
{
    QTest::addColumn<double>("share");
    for (const double share : {0.0005, 0.01, 0.0333, 0.2715, 0.5, 0.9, 0.999})
        QTest::newRow(qPrintable(QString::number(share))) << share;
}

void TestRollbackRule::limits_oftenAndRarely_alarmByChanceInAboutOneOfAHundred()
{
    QFETCH(const double, share);
    const VolumeLimits limits = roundVolumeLimits(share);
    QVERIFY(limits.uses >= 200 && limits.uses <= 10000);
    std::mt19937 random(11);
    std::binomial_distribution<int> many(limits.uses, share);
    constexpr int looks = 20000;
    int alarms = 0;
    for (int i = 0; i < looks; ++i) {
        const int count = many(random);
        alarms += (limits.low && count < *limits.low) || (limits.high && count > *limits.high);
    }
    QVERIFY(std::abs(static_cast<double>(alarms) / looks - limits.falseAlarm) < 0.004);
    QVERIFY(limits.falseAlarm < 0.02);
}

void TestRollbackRule::limits_everyUse_watchForFewerOnly()
{
    const VolumeLimits limits = roundVolumeLimits(1.0);
    QCOMPARE(limits.low, std::optional(150));
    QVERIFY(!limits.high);
    QVERIFY(!roundVolumeLimits(0.5, Watched::MoreOnly).low);
}

ONEINN_TEST(TestRollbackRule)

} // namespace tests::decision_rollbackrule

#include "tst_rollbackrule.moc"
