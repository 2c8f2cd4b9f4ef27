// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/periods/visiblemix.h"

#include "support/drawnperiods.h"
#include "support/testprogram.h"
#include "support/vectors.h"

#include <QTest>

namespace tests::periods_visiblemix {

using namespace oneinn;

class TestVisibleMix : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void scoresAlone_areNoColumn();
    void times_makeTheOtherShares();
    void times_ofWhatIsNotCommon_areOne();
    void fewUses_areNotCommon();
    void uses_haveThePlaceOfTheirValue();
    void countedByTheLaterShares_nothingIsLeft();
    void sameShares_areNoMix();
};

void TestVisibleMix::scoresAlone_areNoColumn()
{
    QVERIFY(isVisibleMix({.cause = DropCause::ScoreMix, .column = "channel"}));
    QVERIFY(!isVisibleMix({.cause = DropCause::ScoreMix, .column = "score"}));
    QVERIFY(!isVisibleMix({.cause = DropCause::Segment, .column = "channel"}));
}

/// Of the 80 common ones 20, 60 become 40, 40; the 7 others stay.
void TestVisibleMix::times_makeTheOtherShares()
{
    Eigen::ArrayXd own(3);
    own << 7.0, 20.0, 60.0;
    Eigen::ArrayXd other(3);
    other << 1.0, 500.0, 500.0;
    const Eigen::ArrayXd times = timesForShares(own, other);
    QCOMPARE(times[0], 1.0);
    COMPARE_NEAR(times[1], 2.0, 1e-12);
    COMPARE_NEAR(times[2], 40.0 / 60.0, 1e-12);
}

void TestVisibleMix::times_ofWhatIsNotCommon_areOne()
{
    Eigen::ArrayXd own(4);
    own << 0.0, 10.0, 30.0, 5.0;
    Eigen::ArrayXd other(4);
    other << 9.0, 30.0, 10.0, 0.0;
    const Eigen::ArrayXd times = timesForShares(own, other);
    COMPARE_NEAR(times[1], 3.0, 1e-12);
    COMPARE_NEAR(times[2], 1.0 / 3.0, 1e-12);
    QCOMPARE(times[3], 1.0);
}

void TestVisibleMix::fewUses_areNotCommon()
{
    const auto many = testsupport::drawnPair({.telShare = 0.77}, 2000, 1);
    QCOMPARE(commonParts(many.before, many.after, "channel").values.size(), std::size_t(4));
    const auto few = testsupport::drawnPair({.telShare = 0.97}, 2000, 1);
    QCOMPARE(commonParts(few.before, few.after, "channel").values,
             std::vector<std::string>{"phone"});
    QVERIFY(commonParts(many.before, many.after, "colour").values.empty());
}

void TestVisibleMix::uses_haveThePlaceOfTheirValue()
{
    const auto pair = testsupport::drawnPair({.telShare = 0.77}, 500, 2);
    const CommonParts parts{.values = {"phone"}};
    const auto places = parts.placesIn(pair.after, "channel");
    const CategoryColumn &channel = *pair.after.column("channel");
    for (Eigen::Index use = 0; use < pair.after.uses(); ++use)
        QCOMPARE(places[static_cast<std::size_t>(use)] == 1,
                 pair.after.valueOf(channel, use) == "phone");
}

void TestVisibleMix::countedByTheLaterShares_nothingIsLeft()
{
    const auto pair = testsupport::drawnPair({.telShare = 0.77}, 6000, 3);
    const auto mix = shownMix(pair.before, pair.after, testsupport::dropScenario().threshold);
    QVERIFY(mix && mix->isAll() && mix->isFar);
    QCOMPARE(mix->finding.column, std::string("channel"));
    QCOMPARE(mix->finding.value, std::string("phone"));
    // Counting anew loses no use.
    COMPARE_NEAR(mix->before.rows.weight.sum(), pair.before.rows.weight.sum(), 1e-6);
    const CategoryColumn &channel = *pair.before.column("channel");
    double phones = 0.0;
    for (Eigen::Index use = 0; use < pair.before.uses(); ++use) {
        if (pair.before.valueOf(channel, use) == "phone")
            phones += mix->before.rows.weight[use];
    }
    COMPARE_NEAR(phones / mix->before.rows.weight.sum(), mix->finding.after.value(), 1e-9);
}

void TestVisibleMix::sameShares_areNoMix()
{
    const auto pair = testsupport::drawnPair({.noise = 1.5, .telShare = 0.25}, 6000, 4);
    QVERIFY(!shownMix(pair.before, pair.after, testsupport::dropScenario().threshold));
}

ONEINN_TEST(TestVisibleMix)

} // namespace tests::periods_visiblemix

#include "tst_visiblemix.moc"
