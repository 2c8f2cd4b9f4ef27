// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/assessment.h"
#include "core/clusterednearbest.h"
#include "core/decision/promise.h"
#include "core/questions.h"
#include "core/targets/reach.h"
#include "support/predictionsofuses.h"
#include "support/sanitized.h"
#include "support/testprogram.h"
#include "support/usesofusers.h"

#include <QTest>

#include <cmath>
#include <random>

/// What is chosen on files of users who differ, and promised of others.
namespace tests::clusters_keptpromises {

using namespace oneinn;

class TestKeptPromises : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void precision_ofUsersWhoDiffer_isKept_data();
    void precision_ofUsersWhoDiffer_isKept();
    void surelyMet_ofUsersWhoDiffer_isMet();
    void nearBest_ofUsersWhoDiffer_holdsTheTrulyBest();
};

namespace {

constexpr int files = testsupport::isSanitized ? 10 : 400;
constexpr double goodShare = 0.3;
constexpr double apart = 1.8;
constexpr double spreadOfUsers = 0.5; ///< of the scores' place, from user to user

/// Scores of bad ones are normal around a place of the user's, those of good ones around one that
/// is `apart` higher: together normal with this deviation.
const double deviation = std::sqrt(1.0 + spreadOfUsers * spreadOfUsers);

double beyond(double score)
{
    return 0.5 * std::erfc(score / deviation / std::sqrt(2.0));
}

/// Of what a threshold shows, in truth.
double precisionAt(double threshold, double good = goodShare)
{
    const double right = good * beyond(threshold - apart);
    return right / (right + (1.0 - good) * beyond(threshold));
}

PredictionsPtr file(std::mt19937_64 &random)
{
    constexpr unsigned users = 60;
    constexpr unsigned usesEach = 25;
    return testsupport::predictionsOf(
            testsupport::scoredUsesOfUsers(users, usesEach, {goodShare, apart, spreadOfUsers},
                                           random),
            false);
}

Scenario asked()
{
    Scenario scenario;
    scenario.selection.model = "model";
    scenario.precisionLimit = 0.8;
    scenario.values = OutcomeValues(1.0, -2.0, 0.0, 0.0);
    return scenario;
}

} // namespace

void TestKeptPromises::precision_ofUsersWhoDiffer_isKept_data()
{
    QTest::addColumn<bool>("stated");
    QTest::addColumn<double>("good");
    QTest::addColumn<double>("limit");
    QTest::newRow("the rows' share of good ones") << false << goodShare << 0.8;
    QTest::newRow("1 in 5, stated") << true << 0.2 << 0.6;
    QTest::newRow("1 in 20, stated") << true << 0.05 << 0.2;
}

void TestKeptPromises::precision_ofUsersWhoDiffer_isKept()
{
    QFETCH(const bool, stated);
    QFETCH(const double, good);
    QFETCH(const double, limit);
    std::mt19937_64 random(41);
    Scenario scenario = asked();
    scenario.precisionLimit = limit;
    if (stated)
        scenario.baseRate = good;
    int kept = 0;
    int keptByRows = 0;
    int promised = 0;
    for (int i = 0; i < files; ++i) {
        const auto rows = ScenarioRows::prepare(file(random), scenario).value();
        const auto slice = rows->at(scenario);
        const auto found = outlook(*slice, scenario)->recommendations.recallAtPrecision.found;
        const auto byRows = quickOutlook(*slice, scenario)->recommendations.recallAtPrecision.found;
        if (!found || !byRows)
            continue;
        ++promised;
        kept += precisionAt(found->threshold.value, good) >= limit ? 1 : 0;
        keptByRows += precisionAt(byRows->threshold.value, good) >= limit ? 1 : 0;
    }
    qInfo("kept %d, by rows %d, of %d", kept, keptByRows, promised);
    QVERIFY(promised > files / 5);
    if (testsupport::isSanitized)
        return;
    QVERIFY(promised - kept <= 0.07 * files);
    QVERIFY(keptByRows < kept);
}

void TestKeptPromises::surelyMet_ofUsersWhoDiffer_isMet()
{
    std::mt19937_64 random(42);
    Scenario scenario = asked();
    scenario.targets.wrongOfShown = 0.2;
    int met = 0;
    int sure = 0;
    for (int i = 0; i < files; ++i) {
        const auto rows = ScenarioRows::prepare(file(random), scenario).value();
        const auto reach = reachAt(*rows->at(scenario), reachQuestion(scenario)).value();
        if (!reach.safe)
            continue;
        ++sure;
        met += precisionAt(reach.safe->threshold.value) >= 0.8 ? 1 : 0;
        QVERIFY(reach.safe->readings[TargetKind::WrongOfShown].sure);
        QCOMPARE(reach.safe->readings[TargetKind::WrongOfShown].share->clustersOf, ClusterOf::User);
        QVERIFY(reach.safe->readings[TargetKind::WrongOfShown].share->clusters > 0.0);
    }
    qInfo("met %d of %d", met, sure);
    QVERIFY(sure > files / 2);
    if (!testsupport::isSanitized)
        QVERIFY(met >= 0.93 * sure);
}

void TestKeptPromises::nearBest_ofUsersWhoDiffer_holdsTheTrulyBest()
{
    // At the truly best threshold one more right one is worth two wrong ones.
    double best = 0.0;
    double most = -1.0;
    for (double t = -1.0; t < 4.0; t += 0.001) {
        const double value = goodShare * beyond(t - apart) - 2.0 * (1.0 - goodShare) * beyond(t);
        if (value > most) {
            most = value;
            best = t;
        }
    }
    std::mt19937_64 random(43);
    const Scenario scenario = asked();
    int held = 0;
    for (int i = 0; i < files; ++i) {
        const auto rows = ScenarioRows::prepare(file(random), scenario).value();
        const auto range = outlook(*rows->at(scenario), scenario)->nearBest;
        QVERIFY(range.has_value());
        held += range->lowest <= best && best <= range->highest ? 1 : 0;
    }
    qInfo("held %d of %d", held, files);
    if (!testsupport::isSanitized)
        QVERIFY(held >= 0.94 * files);
}

ONEINN_TEST(TestKeptPromises)

} // namespace tests::clusters_keptpromises

#include "tst_keptpromises.moc"
