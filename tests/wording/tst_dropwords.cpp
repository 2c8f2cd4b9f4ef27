// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/droplayerwords.h"
#include "wording/dropsentence.h"
#include "wording/dropviewwords.h"
#include "wording/dropwords.h"

#include "wording/droprecoverywords.h"

#include "support/testprogram.h"

#include <QTest>

namespace tests::wording_dropwords {

using namespace oneinn;
using namespace Qt::StringLiterals;

class TestDropWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void finding_isOneSentence_data();
    void finding_isOneSentence();
    void recovery_saysWhenItDoesNotHelp();
    void change_ofChance_saysHowManyMoreCases();
    void whatToDo_severalFindings_saysAboutWhat();
    void layer_quietFoundOrOpen();
    void causeUnknown_saysHowManyMoreCases();
    void layer_baseRateOfTheMix_saysWhereItIsCounted();
    void layer_quietWithABar_saysHowLargeItIs();
    void cause_besideALargeOpenAmount_rulesItNotOut();
    void ownThreshold_namesNumbersOrSaysThatNobodyCanTell();
    void sentence_saysAllInOneBreath();
    void sentence_ofEveryCause_isOne();
    void story_withoutACause();
    void waterfall_isALineEach();
    void dataCause_hasAnAmountOrSaysWhyNot();
    void waits_thatCountForNothing_areSaidTo();
    void driftThatMayMakeNothing_isWatched();
    void otherScale_isFollowed();
    void story_ofSeveralCauses_beginsWithTheLargest();
    void origin_isSaidUnlessNamed();
    void keptThreshold_isMovedForSureOrNot();
};

namespace {

DropDiagnosis fallen()
{
    DropDiagnosis diagnosis;
    diagnosis.usesBefore = diagnosis.usesAfter = 4000.0;
    diagnosis.measureBefore = 0.5;
    diagnosis.measureAfter = 0.25;
    diagnosis.change = {-0.4, -0.1};
    return diagnosis;
}

DropFinding seen(DropCause cause, const char *column, double before, double after,
                 const char *value = "")
{
    return {.cause = cause, .column = column, .value = value, .before = before, .after = after};
}

} // namespace

void TestDropWords::finding_isOneSentence_data()
{
    QTest::addColumn<DropFinding>("finding");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, const DropFinding &finding, const QString &sentence) {
        QTest::newRow(name) << finding << sentence;
    };
    row("missing", seen(DropCause::Missing, "channel", 0.01, 0.11),
        u"“channel” is empty in more uses: 10 of 1,000 before, 110 of 1,000 after."_s);
    row("score missing", seen(DropCause::Missing, "score", 0.0, 0.05),
        u"More records have no usable score: 0 of 100 before, 5 of 100 after."_s);
    row("unit", seen(DropCause::UnitOrSchema, "latency", 300.0, 0.3),
        u"The waits are in another unit: half were at most 300 ms before, and 0.3 ms after, of "
        u"what "
        "the file calls the same."_s);
    row("range", seen(DropCause::UnitOrSchema, "score", 0.0, 0.4),
        u"Scores leave the range that they had: outside it lie 0 of 100 before, 40 of 100 after."_s);
    DropFinding scale = seen(DropCause::UnitOrSchema, "score", 0.0, 0.0);
    scale.sameOrder = true;
    row("another scale", scale,
        u"Scores are on another scale: ranked from the highest down, they find good suggestions as before, as far as these data tell."_s);
    row("new", seen(DropCause::NewValues, "channel", 0.0, 0.1, "tv"),
        u"“channel” has values that it did not have, such as “tv”: in 10 of 100 uses."_s);
    row("duplicates", seen(DropCause::Duplicates, "example", 0.0, 0.1),
        u"More uses are there more than once: 0 of 100 before, 10 of 100 after."_s);
    row("labels", seen(DropCause::LabelsLateOrSelective, "label", 0.0, 0.1),
        u"More records have no label: 0 of 100 before, 10 of 100 after."_s);
    row("base rate", seen(DropCause::BaseRate, "label", 0.06, 0.12),
        u"The share of good suggestions rose: 6 of 100 before, 12 of 100 after."_s);
    row("mix", seen(DropCause::ScoreMix, "score", 0.0, 0.314),
        u"Other uses come in: scores are mixed otherwise (population stability index 0.31), and of "
        u"each score "
        "as many are good suggestions as before, as far as these data tell."_s);
    row("meaning", seen(DropCause::Meaning, "score", 0.0, 0.04),
        u"A score means something else: the share of good suggestions at the same score moved by 4 "
        u"of 100 "
        "on average. A changed definition of the label looks just alike; labelling old uses again "
        "decides."_s);
    // What would hold of either alone is not claimed of both.
    DropFinding mix = seen(DropCause::ScoreMix, "score", 0.0, 0.314);
    mix.withOthers = true;
    row("mix beside a meaning", mix,
        u"Scores are mixed otherwise (population stability index 0.31)."_s);
    DropFinding meaning = seen(DropCause::Meaning, "score", 0.0, 0.04);
    meaning.withOthers = true;
    row("meaning beside a mix", meaning,
        u"A score means something else: the share of good suggestions at the same score moved by 4 of 100 on average, and scores are spread otherwise, too. A changed model, or something else that it is fed with, looks like that. So may a changed definition of the label; labelling old uses again decides."_s);
    DropFinding ranked = seen(DropCause::Meaning, "score", 0.0, 0.04);
    ranked.ranking = RankingChange{.before = 0.93, .after = 0.86, .change = {-0.09, -0.05}};
    row("ranked worse", ranked,
        u"A score means something else: the share of good suggestions at the same score moved by 4 of 100 on average. Of one good suggestion and one bad suggestion the good suggestion has the higher score in 86 of 100 pairs; before, it had it in 93 (per 1,000 pairs the change has a 95 % interval from −90 to −50). A changed definition of the label looks just alike; labelling old uses again decides."_s);
    ranked.ranking->change = {-0.14, 0.01};
    row("ranked worse by chance", ranked,
        u"A score means something else: the share of good suggestions at the same score moved by 4 of 100 on average. Of one good suggestion and one bad suggestion the good suggestion has the higher score in 86 of 100 pairs; before, it had it in 93 (per 1,000 pairs the change has a 95 % interval from −140 to +10): that may be chance. A changed definition of the label looks just alike; labelling old uses again decides."_s);
    DropFinding shown = seen(DropCause::ScoreMix, "channel", 0.25, 0.77, "tel");
    row("mix that a column shows", shown,
        u"Other uses come in: of “channel”, “tel” was 25, is now 77 of 100, and counted by those shares the earlier uses have scores and labels like the later ones, as far as these data tell."_s);
    shown.withOthers = true;
    row("the same, and more", shown,
        u"Other uses come in: of “channel”, “tel” was 25, is now 77 of 100; what else is told is of the earlier uses counted by these shares."_s);
    row("segment", seen(DropCause::Segment, "channel", 0.1, 0.1, "app"),
        u"Uses where “channel” is “app” moved by themselves: among the others scores and labels go "
        "together as before, whatever the share of good suggestions is now."_s);
    row("release", seen(DropCause::Release, "version", 0.1, 0.1, "1.1"),
        u"It came with release “1.1”: among the others scores and labels go together as before, "
        u"whatever "
        "the share of good suggestions is now."_s);
    row("waits", seen(DropCause::Waits, "latency", 0.05, 0.12),
        u"Answers come later: too late or among the slowest are 5 of 100 before, 12 of 100 after."_s);
    row("failures", seen(DropCause::Failures, "", 0.01, 0.06),
        u"More calls fail: 10 of 1,000 before, 60 of 1,000 after."_s);
}

void TestDropWords::finding_isOneSentence()
{
    QFETCH(DropFinding, finding);
    QFETCH(QString, sentence);
    QCOMPARE(wording::dropFindingSentence(finding), sentence);
}

/// Of every cause; of none there is nothing to do.
void TestDropWords::recovery_saysWhenItDoesNotHelp()
{
    for (int i = 0; i <= static_cast<int>(DropCause::Failures); ++i) {
        const QString recovery = wording::dropRecovery(static_cast<DropCause>(i));
        QVERIFY2(recovery.contains(u"not help"_s) || recovery.contains(u"not needed"_s),
                 qPrintable(recovery));
    }
    QCOMPARE(wording::dropRecovery(DropCause::None), QString());
    QCOMPARE(wording::dropRecovery(DropCause::CannotTell), QString());
}

void TestDropWords::change_ofChance_saysHowManyMoreCases()
{
    DropDiagnosis diagnosis = fallen();
    QCOMPARE(wording::dropChangeSentence({.measure = DropMeasure::Wrong, .diagnosis = diagnosis}),
             u"Wrong ones shown per 1,000 uses: 500 before, 250 after; that is −250 (95 % "
             "interval from −400 to −100)."_s);
    diagnosis.change = {-0.6, 0.1};
    diagnosis.moreCases = 1234.0;
    const auto ending = [&] {
        return wording::dropChangeSentence({.measure = DropMeasure::Missed, .diagnosis = diagnosis})
                .section(u"100)."_s, 1);
    };
    QCOMPARE(ending(),
             u" That may be chance alone. Cannot tell yet: about 1,200 more labelled "
             "cases in each period would tell."_s);
    diagnosis.moreCases = 0.2;
    QCOMPARE(ending(),
             u" That may be chance alone. Cannot tell yet: about 1 more labelled case in "
             "each period would tell."_s);
    diagnosis.usesBefore = 29.0;
    QCOMPARE(ending(),
             u" That may be chance alone. So few cases do not say how many more it would take to "
             "tell."_s);
    diagnosis.usesBefore = fallen().usesBefore;
    diagnosis.moreCases = 50000.0;
    QCOMPARE(ending(),
             u" That may be chance alone. It would take more than ten times these data "
             "to tell."_s);
}

void TestDropWords::whatToDo_severalFindings_saysAboutWhat()
{
    DropDiagnosis diagnosis = fallen();
    diagnosis.found = {seen(DropCause::Missing, "channel", 0.0, 0.12)};
    const auto said = [&](const std::optional<KeepingCost> &heldOut = {}) {
        return wording::dropDoText({.measure = DropMeasure::Value,
                                    .diagnosis = diagnosis,
                                    .waterfall = {},
                                    .threshold = {},
                                    .recoveries = dropRecoveries(diagnosis, heldOut)});
    };
    QVERIFY(said().startsWith(u"Escalate to data engineering"_s));
    QVERIFY(said().contains(u"Moving the threshold does not help."_s));
    diagnosis.found.push_back(seen(DropCause::BaseRate, "label", 0.06, 0.04));
    diagnosis.found.push_back(seen(DropCause::NewValues, "channel", 0.0, 0.1)); // the same to do
    QVERIFY(said().startsWith(u"1. About data: escalate to data engineering"_s));
    QVERIFY(said().contains(u"\n2. About base rate: leave the threshold where it is: "_s));
    QCOMPARE(said().count(u"About "_s), 2);
    KeepingCost costs;
    costs.all.interval = {0.1, 0.2};
    QVERIFY2(said(costs).contains(
                     u"\n2. About base rate: once the data are mended: set the threshold anew."_s),
             qPrintable(said(costs)));
    QVERIFY(!said(costs).contains(u"Moving the threshold does not help"_s));
    diagnosis.found.clear();
    QVERIFY(said().contains(u"Not ruled out: "_s));
    QVERIFY(said().startsWith(u"Do nothing"_s));
}

void TestDropWords::layer_quietFoundOrOpen()
{
    DropDiagnosis diagnosis = fallen();
    diagnosis.found = {seen(DropCause::Waits, "latency", 0.05, 0.12),
                       seen(DropCause::Failures, "", 0.01, 0.06)};
    diagnosis.status = {LayerStatus::Quiet, LayerStatus::CannotTell, LayerStatus::CannotTell,
                        LayerStatus::Quiet, LayerStatus::Found};
    const Dropped dropped{.diagnosis = diagnosis, .recoveries = dropRecoveries(diagnosis, {})};
    QCOMPARE(wording::dropLayerSentence(dropped, DropLayer::Data),
             u"Nothing that matters and is more than chance."_s);
    QVERIFY(wording::dropLayerSentence(dropped, DropLayer::Drift)
                    .startsWith(u"No cause was found here, and none can be ruled out."_s));
    QCOMPARE(wording::dropLayerSentence(dropped, DropLayer::System).count(u'.'), 2);
    const QStringList story = wording::dropStory(dropped);
    QCOMPARE(story.size(), 4);
    QCOMPARE(story.last(), u"What we could not rule out: base rate and drift."_s);
}

/// What it takes to tell the cause is another number than what it takes to tell the change.
void TestDropWords::causeUnknown_saysHowManyMoreCases()
{
    DropDiagnosis diagnosis = fallen();
    diagnosis.status.fill(LayerStatus::CannotTell);
    const auto why = [&] { return wording::dropStory({.diagnosis = diagnosis}).at(1); };
    QCOMPARE(why(),
             u"Why: cannot be told yet. That it changed is more than chance; no single "
             "cause is."_s);
    diagnosis.moreForCause = 432.0;
    QVERIFY2(why().endsWith(u" Cannot tell yet: about 430 more labelled cases in each period "
                            "would tell."_s),
             qPrintable(why()));
    diagnosis.change = {-0.6, 0.1};
    QVERIFY(why().startsWith(u"Why: cannot be told yet. Cannot"_s));
}

/// A bar that is to be seen is spoken of, also where nothing was found.
void TestDropWords::layer_quietWithABar_saysHowLargeItIs()
{
    using enum wording::LayerStanding;
    Dropped dropped{.diagnosis = fallen(), .recoveries = dropRecoveries(fallen(), {})};
    dropped.waterfall.amounts = {
            {.cause = DropCause::BaseRate, .amount = -0.001, .interval = {-0.03, 0.03}},
            {.cause = DropCause::ScoreMix, .amount = 0.04, .interval = {-0.01, 0.09}},
            {.cause = DropCause::Waits, .amount = -0.01, .interval = {-0.02, -0.005}}};
    QCOMPARE(wording::layerStanding(dropped, DropLayer::BaseRate), Quiet);
    QCOMPARE(wording::layerStanding(dropped, DropLayer::Drift), MayBeNone);
    QCOMPARE(wording::layerStanding(dropped, DropLayer::System), NoCauseNamed);
    QCOMPARE(wording::dropLayerSentence(dropped, DropLayer::Drift),
             u"No cause was found here. Mix +40 (95 % interval from −10 to +90) cannot be told "
             "apart from none."_s);
    QCOMPARE(
            wording::dropLayerSentence(dropped, DropLayer::System),
            u"No cause was found here. Waits −10 (95 % interval from −20 to −5) is more than none, but no cause of its own: among all that was compared it may be chance, or part of what is named."_s);
    QCOMPARE(wording::dropNotRuledOut(dropped), u"drift and system."_s);
    dropped.diagnosis.found = {seen(DropCause::ScoreMix, "score", 0.1, 0.3)};
    dropped.diagnosis.status[std::size_t(DropLayer::Drift)] = LayerStatus::Found;
    QCOMPARE(wording::layerStanding(dropped, DropLayer::Drift), Found);
    QVERIFY(wording::dropLayerSentence(dropped, DropLayer::Drift)
                    .endsWith(u" What that makes cannot be told apart from none."_s));
}

/// Half of the change may be of what nobody can tell from chance.
void TestDropWords::cause_besideALargeOpenAmount_rulesItNotOut()
{
    Dropped dropped{.diagnosis = fallen()};
    DropFinding mix = seen(DropCause::ScoreMix, "channel", 0.25, 0.5, "tel");
    dropped.diagnosis.found = {mix};
    dropped.diagnosis.status[std::size_t(DropLayer::Drift)] = LayerStatus::Found;
    dropped.waterfall.amounts = {{.cause = DropCause::ScoreMix,
                                  .amount = -0.13,
                                  .interval = {-0.15, -0.1},
                                  .column = "channel",
                                  .value = "tel"},
                                 {DropCause::Meaning, -0.12, {-0.3, 0.02}},
                                 {DropCause::BaseRate, 0.001, {-0.1, 0.1}}};
    const QString open = u"eaning −120 (95 % interval from −300 to +20)"_s;
    const QString layer = wording::dropLayerSentence(dropped, DropLayer::Drift);
    QVERIFY2(layer.endsWith(u" M"_s + open + u" cannot be told apart from none."_s),
             qPrintable(layer));
    QCOMPARE(wording::dropNotRuledOut(dropped), u"m"_s + open + u'.');
    dropped.waterfall.amounts[1].amount = -0.001;
    QCOMPARE(wording::dropNotRuledOut(dropped), u"changes too small to be seen in these data."_s);
}

/// Which segment, which threshold, what it brings, and what to type; or that nobody can tell.
void TestDropWords::ownThreshold_namesNumbersOrSaysThatNobodyCanTell()
{
    DropRecovery recovery{.remedy = DropRemedy::MendSegment, .mends = {DropCause::Segment}};
    QVERIFY(wording::dropRecoveryText(recovery).contains(u"if that gains anything"_s));
    recovery.own = OwnThresholdGain{.column = "pay type",
                                    .value = "gift, card",
                                    .threshold = {0.25},
                                    .others = {0.5},
                                    .showsAny = true,
                                    .looks = 0.05,
                                    .heldOut = {0.04, {0.01, 0.07}}};
    QCOMPARE(wording::dropRecoveryText(recovery),
             u"Collect labels where “pay type” is “gift, card”, and until then give these a "
             "threshold of their own, 0.25 in place of 0.50. That looks to bring +50 in value per "
             "1,000 "
             "uses; judged on others than those that chose it, +40 (95 % interval from +10 to "
             "+70). To try it: --threshold 0.50 --threshold-by 'pay type:\"gift, card\"=0.25'."_s);
    QVERIFY(wording::dropRecoveryText(recovery, {}, true)
                    .contains(u"--threshold -0.50 --threshold-by"_s));
    recovery.own->heldOut.interval.low = -0.01;
    QCOMPARE(wording::dropRecoveryText(recovery),
             u"Collect labels where “pay type” is “gift, card”. That a threshold of its own would "
             "gain anything there cannot be told: the best one, 0.25, looks to bring +50 in "
             "value per 1,000 uses, and +40 judged on others than those that chose it (95 % "
             "interval from "
             "−10 to +70)."_s);
    // In place of one that it has already.
    recovery.own->now = Threshold{0.75};
    QVERIFY(wording::dropRecoveryText(recovery).contains(
            u"It has a threshold of its own, 0.75. That another would gain anything there cannot "
            "be told: the best one, 0.25, looks"_s));
    recovery.own->looks = 0.0;
    QVERIFY(wording::dropRecoveryText(recovery).endsWith(
            u"It has a threshold of its own, 0.75, and none is known to do better."_s));
    recovery.own->now.reset();
    recovery.own->heldOut.interval.low = 0.01;
    recovery.own->showsAny = false;
    QVERIFY(wording::dropRecoveryText(recovery).contains(u"let nothing be shown there"_s));
}

/// What happened, the first cause, and what we do, in one breath.
void TestDropWords::sentence_saysAllInOneBreath()
{
    Dropped dropped{.diagnosis = fallen()};
    dropped.diagnosis.found = {seen(DropCause::Missing, "channel", 0.0, 0.12),
                               seen(DropCause::BaseRate, "label", 0.06, 0.04)};
    dropped.recoveries = dropRecoveries(dropped.diagnosis, {});
    QCOMPARE(wording::dropInASentence(dropped),
             u"Against the period before, what 1,000 uses are worth fell from 500 to 250: the "
             "first cause is that “channel” is empty in more uses (12 instead of 0 of 100), so "
             "first we have the data mended, and retrain on nothing until then."_s);
    // What is mended first need not be what it came from.
    dropped.waterfall.change = -0.25;
    dropped.waterfall.amounts = {
            {.cause = DropCause::Missing,
             .amount = -0.002,
             .interval = {-0.02, 0.01},
             .column = "channel"},
            {.cause = DropCause::BaseRate, .amount = -0.2, .interval = {-0.3, -0.1}},
            {.cause = DropCause::Meaning, .amount = -0.04, .interval = {-0.1, 0.02}}};
    QCOMPARE(wording::dropInASentence(dropped),
             u"Against the period before, what 1,000 uses are worth fell from 500 to 250: −200 "
             "because there are fewer good suggestions to find (4 instead of 6 of 100); first we "
             "have the "
             "data mended, and retrain on nothing until then, as “channel” is empty in more uses "
             "(12 instead of 0 of 100), though that explains next to nothing."_s);
    dropped.waterfall.amounts[0].amount = -0.1;
    QVERIFY(wording::dropInASentence(dropped).endsWith(
            u"though whether that explains any of it cannot be told."_s));
    dropped.waterfall.amounts[0].interval = {-0.2, -0.05};
    QVERIFY(wording::dropInASentence(dropped).contains(
            u"and −100 by empty cells in “channel”; first we have the data mended, and retrain on "
            "nothing until then."_s));
    // All that stands beside it may be told at another threshold.
    dropped.threshold.kept = {0.25};
    QVERIFY(!wording::dropInASentence(dropped, {}, {Threshold{0.25}}).contains(u"judged"_s));
    dropped.reversed = ReversedPeriods{"2026-03-01", "2026-02-28"};
    QVERIFY(wording::dropInASentence(dropped).startsWith(
            u"The two files stand the wrong way round: by their days, "_s));
    QVERIFY(!wording::dropInASentence(dropped).contains(u"fell"_s));
    dropped.reversed.reset();
    QVERIFY(wording::dropInASentence(dropped, {}, {Threshold{0.5}})
                    .startsWith(u"Against the period before, both judged at 0.25, which stands for "
                                "the threshold in use, what 1,000 uses"_s));
    dropped.waterfall = {};
    dropped.diagnosis.found.clear();
    dropped.diagnosis.change = {-0.6, 0.1};
    dropped.measure = DropMeasure::Wrong;
    dropped.recoveries = dropRecoveries(dropped.diagnosis, {});
    QCOMPARE(wording::dropInASentence(dropped),
             u"Against the period before, wrong ones shown per 1,000 uses fell from 500 to 250, "
             "which may be chance alone; no cause was found, so we do nothing."_s);
    dropped.diagnosis.status.fill(LayerStatus::CannotTell);
    dropped.recoveries = dropRecoveries(dropped.diagnosis, {});
    QVERIFY(wording::dropInASentence(dropped).endsWith(
            u"; why cannot be told yet, so first we collect more labels."_s));
}

/// No cause is left without words, and each is one sentence.
void TestDropWords::sentence_ofEveryCause_isOne()
{
    for (int i = 0; i <= static_cast<int>(DropCause::Failures); ++i) {
        Dropped dropped{.diagnosis = fallen()};
        dropped.diagnosis.found = {seen(static_cast<DropCause>(i), "column", 0.1, 0.2, "value")};
        dropped.recoveries = dropRecoveries(dropped.diagnosis, {});
        const QString said = wording::dropInASentence(dropped);
        QVERIFY2(said.count(u". "_s) == 0 && said.endsWith(u'.') && !said.contains(u"that ,"_s),
                 qPrintable(said));
        QVERIFY2(!said.contains(u"do nothing"_s), qPrintable(said));
    }
}

void TestDropWords::story_withoutACause()
{
    const QStringList story =
            wording::dropStory({.diagnosis = fallen(), .recoveries = dropRecoveries(fallen(), {})});
    QCOMPARE(story.size(), 4);
    QCOMPARE(story[2], u"What we do: Do nothing, as no cause was found."_s);
    QCOMPARE(story[1], u"Why: no cause was found in any layer."_s);
}

void TestDropWords::waterfall_isALineEach()
{
    const DropWaterfall waterfall{
            .change = -0.25,
            .amounts = {{.cause = DropCause::BaseRate, .amount = -0.2, .interval = {-0.3, -0.1}},
                        {.cause = DropCause::ScoreMix, .amount = 0.0, .interval = {0.0, 0.0}},
                        {.cause = DropCause::Release,
                         .amount = -0.05,
                         .interval = {-0.06, -0.04},
                         .column = "version",
                         .value = "1.1"},
                        {.cause = std::nullopt, .amount = 1e-17, .interval = {1e-17, 1e-17}}}};
    QCOMPARE(wording::dropWaterfallLines({.measure = DropMeasure::Missed,
                                          .diagnosis = fallen(),
                                          .waterfall = waterfall}),
             (QStringList{
                     u"Good suggestions missed per 1,000 uses changed by −250. Of that came from"_s,
                     u"  base rate (another share of good suggestions): −200, 95 % interval from "
                     "−300 to −100"_s,
                     u"  mix (other uses coming in): 0"_s,
                     u"  1.1 (a release by “version”): −50, 95 % interval from −60 to −40"_s,
                     u"  rest: 0"_s}));
}

void TestDropWords::keptThreshold_isMovedForSureOrNot()
{
    KeepingCost cost;
    cost.all = {.cost = 0.1, .interval = {0.05, 0.15}};
    cost.baseRate.cost = 0.07;
    cost.rest.cost = 0.03;
    QCOMPARE(wording::keptThresholdSentence(0.25, 0.5, 0.12, std::nullopt),
             u"The threshold in use: 0.25; the best now: 0.5. Keeping it looks to cost 120 "
             "in value per 1,000 uses."_s);
    QVERIFY(wording::keptThresholdSentence(0.25, 0.5, 0.12, cost)
                    .endsWith(u"it costs 100 (95 % interval from +50 to +150): +70 by the base "
                              "rate, +30 by the rest."_s));
    cost.all.interval.low = -0.01;
    QVERIFY(wording::keptThresholdSentence(0.25, 0.5, 0.12, cost)
                    .endsWith(
                            u"(95 % interval from −10 to +150): no reason to move it for sure."_s));
    // What one part chose did worse on the other.
    cost.all = {.cost = -0.15, .interval = {-0.246, -0.054}};
    QVERIFY(wording::keptThresholdSentence(0.25, 0.5, 0.12, cost)
                    .endsWith(
                            u"the best is worth 150 less than the one in use (keeping costs: 95 % "
                            "interval from −246 to −54): these data choose no better one."_s));
}

/// Every cause of the data says how much it made, or why not and where it is.
void TestDropWords::dataCause_hasAnAmountOrSaysWhyNot()
{
    const auto said = [](const DropFinding &finding) {
        Dropped dropped{.measure = DropMeasure::Missed};
        dropped.diagnosis.found = {finding};
        dropped.waterfall.amounts = {{.cause = finding.cause,
                                      .amount = -0.012,
                                      .interval = {-0.02, -0.01},
                                      .column = finding.column}};
        return wording::dropFindingWithAmount(finding, dropped);
    };
    QCOMPARE(said(seen(DropCause::Missing, "channel", 0.01, 0.11)),
             u"“channel” is empty in more uses: 10 of 1,000 before, 110 of 1,000 after; these by "
             "themselves make −12 of the change in good suggestions missed per 1,000 uses (95 % "
             "interval from −20 to −10)."_s);
    QVERIFY(said(seen(DropCause::Missing, "score", 0.0, 0.05)).contains(u"; what is not there"_s));
    QVERIFY(said(seen(DropCause::UnitOrSchema, "latency", 300.0, 0.3)).contains(u"in “waits”"_s));
    QVERIFY(said(seen(DropCause::UnitOrSchema, "score", 0.0, 0.4))
                    .endsWith(u"; that makes −12 (95 % interval from −20 to −10)."_s));
    QVERIFY(said(seen(DropCause::Duplicates, "example", 0.0, 0.1)).contains(u"“mix”"_s));
    QVERIFY(said(seen(DropCause::LabelsLateOrSelective, "label", 0.0, 0.1))
                    .contains(u"so it has no amount"_s));
    const DropFinding other = seen(DropCause::BaseRate, "label", 0.06, 0.12);
    QCOMPARE(said(other),
             wording::dropFindingSentence(other).chopped(1)
                     + u"; that makes −12 (95 % interval from −20 to −10)."_s);
    Dropped none{.measure = DropMeasure::Missed};
    none.waterfall.amounts = {{.cause = DropCause::ScoreMix, .amount = -0.012, .interval = {}}};
    QCOMPARE(wording::dropFindingWithAmount(other, none), wording::dropFindingSentence(other));
}

/// Waits are found; nothing that is counted may depend on them.
void TestDropWords::waits_thatCountForNothing_areSaidTo()
{
    Dropped dropped;
    dropped.diagnosis.found = {seen(DropCause::Waits, "latency", 0.05, 0.12)};
    dropped.diagnosis.status[static_cast<std::size_t>(DropLayer::System)] = LayerStatus::Found;
    dropped.waterfall.amounts = {{.cause = DropCause::Waits, .amount = 0.0, .interval = {}}};
    const DropFinding waits = dropped.diagnosis.found.front();
    QVERIFY(wording::dropFindingWithAmount(waits, dropped)
                    .endsWith(
                            u"; no number here depends on when answers come: a latency budget makes late ones count."_s));
    QVERIFY(wording::dropLayerSentence(dropped, DropLayer::System)
                    .endsWith(
                            u" No number here depends on when answers come: a latency budget makes late ones count."_s));
    dropped.waterfall.amounts.front().amount = -0.01;
    dropped.waterfall.amounts.front().interval = {-0.02, 0.01};
    QVERIFY(wording::dropFindingWithAmount(waits, dropped).contains(u"; that makes −10 ("_s));
    QVERIFY(wording::dropLayerSentence(dropped, DropLayer::System)
                    .endsWith(u" What that makes cannot be told apart from none."_s));
}

/// Another mix or meaning whose amount may be none is no reason to retrain.
void TestDropWords::driftThatMayMakeNothing_isWatched()
{
    DropDiagnosis diagnosis = fallen();
    diagnosis.found = {seen(DropCause::Meaning, "score", 0.0, 0.04)};
    DropWaterfall waterfall;
    waterfall.amounts = {{.cause = DropCause::Meaning, .amount = -0.01, .interval = {-0.02, 0.01}}};
    const auto remedies = [&] {
        std::vector<DropRemedy> each;
        for (const DropRecovery &recovery : dropRecoveries(diagnosis, {}, {}, waterfall))
            each.push_back(recovery.remedy);
        return each;
    };
    QCOMPARE(remedies(), std::vector{DropRemedy::Watch});
    diagnosis.found.push_back(seen(DropCause::Waits, "latency", 0.05, 0.12));
    QCOMPARE(remedies(), (std::vector{DropRemedy::AddCapacity, DropRemedy::Watch}));
    waterfall.amounts.front().interval = {-0.02, -0.005};
    QCOMPARE(remedies(), (std::vector{DropRemedy::Retrain, DropRemedy::AddCapacity}));
    // Another mix alone was named, and a score surely means something else all the same.
    diagnosis.found = {seen(DropCause::ScoreMix, "score", 0.0, 0.3)};
    QCOMPARE(remedies(), std::vector{DropRemedy::TraceModel});
    const Dropped both{.diagnosis = diagnosis, .waterfall = waterfall};
    QVERIFY(!wording::dropLayerSentence(both, DropLayer::Drift).contains(u"as before"_s));
    QVERIFY(!wording::dropFindingWithAmount(diagnosis.found.front(), both)
                     .contains(u"as before"_s));
    // Both at once: the model, or what it is fed with, comes first.
    diagnosis.found = {seen(DropCause::ScoreMix, "score", 0.0, 0.3),
                       seen(DropCause::Meaning, "score", 0.0, 0.04)};
    QCOMPARE(remedies(), std::vector{DropRemedy::TraceModel});
}

/// The threshold that shows as many is told as it stands in the file.
void TestDropWords::otherScale_isFollowed()
{
    DropDiagnosis diagnosis = fallen();
    DropFinding scale = seen(DropCause::UnitOrSchema, "score", 0.0, 0.0);
    scale.sameOrder = true;
    diagnosis.found = {scale};
    diagnosis.scale = ScoreScale{.before = {0.25}, .after = {25.0}};
    const auto recoveries = dropRecoveries(diagnosis, {});
    QCOMPARE(recoveries.size(), std::size_t(1));
    QVERIFY(wording::dropRecoveryText(recoveries.front())
                    .contains(u"set the threshold to 25, where 0.25 was on the old scale."_s));
    diagnosis.scale = ScoreScale{.before = {-0.25}, .after = {-25.0}};
    const QString lower =
            wording::dropRecoveryText(dropRecoveries(diagnosis, {}).front(), {}, true);
    QVERIFY2(lower.contains(u"set the threshold to 25.00, where 0.25 was on the old scale."_s),
             qPrintable(lower));
    const Dropped dropped{.diagnosis = diagnosis};
    QVERIFY(wording::dropLayerSentence(dropped, DropLayer::Drift).startsWith(u"Ranked, "_s));
    diagnosis.scale.reset();
    QVERIFY(wording::dropLayerSentence({.diagnosis = diagnosis}, DropLayer::Drift)
                    .startsWith(u"What scores mean cannot be compared"_s));
}

/// Causes are told in the order of the layers; which of several is most of it, first.
void TestDropWords::story_ofSeveralCauses_beginsWithTheLargest()
{
    Dropped dropped{.measure = DropMeasure::Missed};
    dropped.waterfall.change = -0.02;
    dropped.waterfall.amounts = {{.cause = DropCause::BaseRate, .amount = -0.012, .interval = {}},
                                 {.cause = DropCause::ScoreMix, .amount = -0.005, .interval = {}}};
    dropped.recoveries = {{}};
    dropped.diagnosis.found = {seen(DropCause::BaseRate, "label", 0.06, 0.12),
                               seen(DropCause::ScoreMix, "score", 0.1, 0.2)};
    const auto story = wording::dropStory(dropped, {});
    QVERIFY2(story.at(1).startsWith(u"Why we think so: most of it is base rate, −12. "_s),
             qPrintable(story.at(1)));
    dropped.waterfall.change = -0.04;
    QVERIFY(wording::dropStory(dropped, {}).at(1).contains(u"the largest part is base rate"_s));
    // Of what is no change for sure, or one the other way, nothing is most of it.
    dropped.waterfall.change = 0.0001;
    QVERIFY(wording::dropStory(dropped, {})
                    .at(1)
                    .contains(u"the largest goes against the change itself: base rate, −12. "_s));
    dropped.diagnosis.change = {-0.01, 0.01};
    QVERIFY(wording::dropStory(dropped, {})
                    .at(1)
                    .contains(u"the whole change may be chance alone; the largest of the parts "
                              u"that offset each "
                              "other is base rate, −12. "_s));
    dropped.diagnosis.found.pop_back();
    QVERIFY(!wording::dropStory(dropped, {}).at(1).contains(u"the largest part"_s));
}

void TestDropWords::origin_isSaidUnlessNamed()
{
    using enum KeptThreshold;
    QCOMPARE(wording::keptOriginSentence(Given, 0.25), QString());
    QCOMPARE(wording::keptOriginHint(Given, 0.25), QString());
    QCOMPARE(
            wording::keptOriginSentence(OnDials, 0.25),
            u"Both periods are judged at 0.25, the threshold on the dials: it is taken for the one "
            "that was in use."_s);
    QCOMPARE(wording::keptOriginHint(BestBefore, 0.25),
             u"No threshold was given: 0.25, the most valuable one in the earlier period, stands "
             "for the one you ran with (--threshold for another)."_s);
    QVERIFY(!wording::keptOriginSentence(BestBefore, 0.25).contains(u"--"_s));
}

/// Other uses bring their share of positives with them: that is not nothing.
void TestDropWords::layer_baseRateOfTheMix_saysWhereItIsCounted()
{
    DropDiagnosis diagnosis = fallen();
    diagnosis.found = {seen(DropCause::ScoreMix, "score", 0.0, 0.0)};
    diagnosis.status = {LayerStatus::Quiet, LayerStatus::Quiet, LayerStatus::Found,
                        LayerStatus::Quiet, LayerStatus::Quiet};
    Dropped dropped{.diagnosis = diagnosis, .goodBefore = 0.06, .goodAfter = 0.04};
    // By chance there are always a few more or fewer.
    QCOMPARE(wording::dropLayerSentence(dropped, DropLayer::BaseRate),
             u"Nothing that matters and is more than chance."_s);
    dropped.diagnosis.otherBaseRate = true;
    QCOMPARE(
            wording::dropLayerSentence(dropped, DropLayer::BaseRate,
                                       {.useCase = "payment", .positive = "fraud"}),
            u"There are fewer frauds (4 instead of 6 of 100); other payments bring that with them, "
            "so that it is counted as mix, under drift."_s);
    dropped.goodAfter = 0.06;
    QCOMPARE(wording::dropLayerSentence(dropped, DropLayer::BaseRate),
             u"Nothing that matters and is more than chance."_s);
    dropped.goodAfter = 0.04;
    dropped.diagnosis.found.clear();
    QCOMPARE(wording::dropLayerSentence(dropped, DropLayer::BaseRate),
             u"Nothing that matters and is more than chance."_s);
}

ONEINN_TEST(TestDropWords)

} // namespace tests::wording_dropwords

#include "tst_dropwords.moc"
