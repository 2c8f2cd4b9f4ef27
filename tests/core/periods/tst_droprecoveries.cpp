// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/periods/droprecoveries.h"

#include "support/drawnperiods.h"
#include "support/testprogram.h"

#include <QTest>

#include <algorithm>
#include <set>

namespace tests::periods_droprecoveries {

using namespace oneinn;
using testsupport::DropWorld;

class TestDropRecoveries : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void drawnCauses_areMendedWithoutContradiction_data();
    void drawnCauses_areMendedWithoutContradiction();
    void thresholdAnew_onlyWhereKeepingCosts();
    void anyCauses_contradictNothing();
    void oneCause_isAsByItself();
    void mixThatAColumnShows_isFollowed();
};

namespace {

using enum DropRemedy;

std::optional<KeepingCost> costing(double low, double high)
{
    KeepingCost cost;
    cost.all = {(low + high) / 2.0, {low, high}};
    return cost;
}

bool has(const std::vector<DropRecovery> &recoveries, DropRemedy remedy)
{
    return std::ranges::find(recoveries, remedy, &DropRecovery::remedy) != recoveries.end();
}

void verifyConsistent(const DropDiagnosis &diagnosis, const std::vector<DropRecovery> &recoveries)
{
    QVERIFY(!recoveries.empty());
    QVERIFY(!(has(recoveries, SetThreshold) && has(recoveries, KeepThreshold)));
    QVERIFY(!has(recoveries, DoNothing) || recoveries.size() == 1);
    std::set<DropRemedy> once;
    std::multiset<DropCause> mended;
    for (std::size_t i = 0; i < recoveries.size(); ++i) {
        QVERIFY(once.insert(recoveries[i].remedy).second);
        mended.insert(recoveries[i].mends.begin(), recoveries[i].mends.end());
        for (const DropRemedy inVain : recoveries[i].insteadInVain)
            QVERIFY(!has(recoveries, inVain));
        if (i > 1)
            QVERIFY(recoveries[i - 1].remedy < recoveries[i].remedy);
    }
    std::multiset<DropCause> found;
    std::set<DropCause> causes;
    for (const DropFinding &finding : diagnosis.found)
        causes.insert(finding.cause);
    found.insert(causes.begin(), causes.end());
    QVERIFY(mended == found);
    if (!diagnosis.found.empty()) {
        const auto &first = recoveries.front().mends;
        QVERIFY(std::ranges::find(first, diagnosis.firstCause()) != first.end());
    }
}

DropDiagnosis finding(const std::vector<DropCause> &causes)
{
    DropDiagnosis diagnosis;
    for (const DropCause cause : causes)
        diagnosis.found.push_back({.cause = cause});
    return diagnosis;
}

} // namespace

void TestDropRecoveries::drawnCauses_areMendedWithoutContradiction_data()
{
    QTest::addColumn<DropWorld>("world");
    QTest::newRow("none") << DropWorld();
    QTest::newRow("missing") << DropWorld{.emptyCells = true};
    QTest::newRow("unit") << DropWorld{.otherUnit = true};
    QTest::newRow("new values") << DropWorld{.newValue = true};
    QTest::newRow("base rate") << DropWorld{.goodTwice = 0.55};
    QTest::newRow("mix") << DropWorld{.riskyShare = 0.6};
    QTest::newRow("mix that a column shows") << DropWorld{.telShare = 0.77};
    QTest::newRow("the same, beside scores that tell less")
            << DropWorld{.noise = 1.5, .telShare = 0.77};
    QTest::newRow("meaning") << DropWorld{.turned = true};
    QTest::newRow("segment") << DropWorld{.brokenSegment = true};
    QTest::newRow("release") << DropWorld{.badRelease = true};
    QTest::newRow("waits") << DropWorld{.slowTail = true};
    QTest::newRow("failures") << DropWorld{.failures = true};
    QTest::newRow("missing, base rate, segment")
            << DropWorld{.goodTwice = 0.55, .emptyCells = true, .brokenSegment = true};
    QTest::newRow("base rate, release") << DropWorld{.goodTwice = 0.55, .badRelease = true};
    QTest::newRow("meaning, waits") << DropWorld{.turned = true, .slowTail = true};
}

void TestDropRecoveries::drawnCauses_areMendedWithoutContradiction()
{
    QFETCH(DropWorld, world);
    for (std::uint32_t seed = 1; seed <= 10; ++seed) {
        const auto pair = testsupport::drawnPair(world, 3000, 500 + seed);
        const DropDiagnosis diagnosis =
                diagnosedDrop(pair.before, pair.after, testsupport::dropScenario());
        for (const auto &heldOut :
             {std::optional<KeepingCost>(), costing(-0.1, 0.2), costing(0.1, 0.2)}) {
            const auto recoveries = dropRecoveries(diagnosis, heldOut);
            verifyConsistent(diagnosis, recoveries);
            QCOMPARE(has(recoveries, SetThreshold), heldOut && heldOut->all.interval.low > 0.0);
        }
    }
}

void TestDropRecoveries::thresholdAnew_onlyWhereKeepingCosts()
{
    const DropDiagnosis all =
            finding({DropCause::Missing, DropCause::BaseRate, DropCause::Segment});
    const auto remedies = [&](const std::optional<KeepingCost> &heldOut) {
        std::vector<DropRemedy> names;
        for (const DropRecovery &recovery : dropRecoveries(all, heldOut))
            names.push_back(recovery.remedy);
        return names;
    };
    QCOMPARE(remedies(costing(0.1, 0.2)), (std::vector{MendData, MendSegment, SetThreshold}));
    QCOMPARE(remedies(costing(0.0, 0.2)), (std::vector{MendData, MendSegment, KeepThreshold}));
    QCOMPARE(remedies({}), (std::vector{MendData, MendSegment, KeepThreshold}));
    const auto last = dropRecoveries(all, costing(0.1, 0.2)).back();
    QVERIFY(last.onceDataAreMended);
    QCOMPARE(last.mends, std::vector{DropCause::BaseRate});
    const auto none = dropRecoveries({}, costing(0.1, 0.2));
    QCOMPARE(none.size(), std::size_t(1));
    QCOMPARE(none.front().remedy, SetThreshold);
    QCOMPARE(dropRecoveries({}, {}).front().remedy, DoNothing);
}

/// All sets of causes, as they are found: in the order of the layers.
void TestDropRecoveries::anyCauses_contradictNothing()
{
    constexpr int causes = static_cast<int>(DropCause::Failures) + 1;
    for (int set = 0; set < 1 << causes; ++set) {
        DropDiagnosis diagnosis;
        for (int cause = 0; cause < causes; ++cause) {
            if ((set >> cause) % 2 == 1)
                diagnosis.found.push_back({.cause = static_cast<DropCause>(cause)});
        }
        verifyConsistent(diagnosis, dropRecoveries(diagnosis, costing(-0.1, 0.1)));
        verifyConsistent(diagnosis, dropRecoveries(diagnosis, costing(0.1, 0.2)));
    }
}

void TestDropRecoveries::oneCause_isAsByItself()
{
    for (int i = 0; i <= static_cast<int>(DropCause::Failures); ++i) {
        const auto cause = static_cast<DropCause>(i);
        const auto heldOut = cause == DropCause::BaseRate ? costing(0.1, 0.2) : costing(-0.1, 0.2);
        QCOMPARE(dropRecoveries(finding({cause}), heldOut), std::vector{recoveryOf(cause).value()});
    }
    QVERIFY(!recoveryOf(DropCause::None) && !recoveryOf(DropCause::CannotTell));
}

/// Who came in is known: nothing of the model is taken back or trained anew for it.
void TestDropRecoveries::mixThatAColumnShows_isFollowed()
{
    DropDiagnosis diagnosis = finding({DropCause::ScoreMix});
    diagnosis.found.front().column = "channel";
    diagnosis.found.front().value = "tel";
    const auto recoveries = dropRecoveries(diagnosis, costing(-0.1, 0.2));
    QCOMPARE(recoveries.front().remedy, FollowMix);
    QCOMPARE(recoveries.front().insteadInVain, (std::vector{Retrain, RollBack}));
    diagnosis.found.front().column = "score";
    QVERIFY(!has(dropRecoveries(diagnosis, costing(-0.1, 0.2)), FollowMix));
}

ONEINN_TEST(TestDropRecoveries)

} // namespace tests::periods_droprecoveries

#include "tst_droprecoveries.moc"
