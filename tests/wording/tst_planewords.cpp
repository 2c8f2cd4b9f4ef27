// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/planewords.h"

#include "wording/assessed.h"

#include "support/testprogram.h"

#include <QTest>

#include <limits>

namespace tests::wording_planewords {

using namespace oneinn;
using namespace oneinn::wording;
using namespace testsupport;

class TestPlaneWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sentence_elsewhereIsBetter_saysWhereAndHowMuch();
    void best_longerIsAsGood_isSaid();
    void sentence_littleBetter_saysByHowMuch();
    void sentence_atTheBest_saysSo();
    void sentence_bestBeyondALimit_saysSoAndByHowMuch();
    void sentence_bestWithin_saysWhatTheLimitsCost();
    void sentence_bestIsShowingNothing_saysSo();
    void sentence_bestWithoutBudget_saysSo();
    void sentence_pendingOrNowhere_saysNoMore();
    void sentence_otherViews_sayWhatUsersMeetFirst();
    void pointNote_followsTheView();
    void isoLine_followsTheView_data();
    void isoLine_followsTheView();
    void legend_saysWhatIsBlankOnlyIfAnythingIs();
    void bestPoint_inFull();
};

namespace {

Assessment here()
{
    Scenario scenario = scenarioAt(0.5, Milliseconds{400.0});
    scenario.values = {3.0, -6.0, -1.0, 0.0};
    return assessed(inlineSuggestion, scenario);
}

BestPoint bestAt(double threshold, Budget budget, double perUse)
{
    BestThreshold best;
    best.best = perUse;
    best.threshold = {threshold};
    best.intervals = {{threshold - 0.004, threshold + 0.004}};
    if (std::isinf(threshold))
        best.intervals = {{0.9, threshold}};
    return {budget, best};
}

QString said(const BestPoint &best)
{
    return planeSentence(PlaneView::Value, here(), {.best = best});
}

} // namespace

void TestPlaneWords::sentence_elsewhereIsBetter_saysWhereAndHowMuch()
{
    // 3 x 1,923 - 6 x 287 - 970 of 9,480 uses.
    QCOMPARE(said(bestAt(0.62, Milliseconds{650.0}, 0.431)),
             QStringLiteral(
                     "Here +325 per 1,000 uses; the best point, 0.62 at 650 ms, gives +431."));
}

/// From there on time decides nothing.
void TestPlaneWords::best_longerIsAsGood_isSaid()
{
    BestPoint best = bestAt(0.62, Milliseconds{94.0}, 0.431);
    best.withoutBudgetAsGood = true;
    QVERIFY2(said(best).contains(u"the best point, 0.62 at 94 ms or any longer, gives +431"),
             qPrintable(said(best)));
    QCOMPARE(bestPointLabel({.best = best}), u"best; longer is as good");
    QVERIFY(bestPointText(best).contains(u"budget 94 ms or any longer"));
    best.budget.reset();
    QVERIFY(said(best).contains(u"0.62 without a budget, gives +431"));
    QCOMPARE(bestPointLabel({.best = best}), u"best");
}

void TestPlaneWords::sentence_littleBetter_saysByHowMuch()
{
    const double value = here().value.perUse;
    const QString text = said(bestAt(0.62, Milliseconds{650.0}, value + 0.001));
    QVERIFY(text.startsWith(QStringLiteral("Here +325 per 1,000 uses; the best")));
    QVERIFY(text.endsWith(QStringLiteral("gives +326.")));
}

void TestPlaneWords::sentence_atTheBest_saysSo()
{
    const double value = here().value.perUse;
    for (const double best : {value, value - 0.001})
        QCOMPARE(said(bestAt(0.62, Milliseconds{650.0}, best)),
                 QStringLiteral("Here +325 per 1,000 uses, as much as the best point gives."));
}

void TestPlaneWords::sentence_bestBeyondALimit_saysSoAndByHowMuch()
{
    const BestPointNews news{.best = bestAt(0.62, Milliseconds{650.0}, 0.431),
                             .noneWithin = true,
                             .beyond = QStringLiteral("29 of 100 shown are wrong (at most 20)")};
    QVERIFY(planeSentence(PlaneView::Value, here(), news)
                    .endsWith(QStringLiteral(" No point keeps all limits; at the best one 29 of "
                                             "100 shown are wrong (at most 20).")));
    QCOMPARE(bestPointLabel(news), QStringLiteral("best, beyond a limit"));
}

void TestPlaneWords::sentence_bestWithin_saysWhatTheLimitsCost()
{
    BestPointNews news{.best = bestAt(0.71, Milliseconds{500.0}, 0.35),
                       .unlimited = bestAt(0.62, Milliseconds{650.0}, 0.431),
                       .beyond = QStringLiteral("29 of 100 shown are wrong (at most 20)")};
    QCOMPARE(planeSentence(PlaneView::Value, here(), news),
             QStringLiteral("Here +325 per 1,000 uses; the best point that surely keeps the "
                            "limits, 0.71 at "
                            "500 ms, gives +350. Without the limits it would be 0.62 at 650 ms, "
                            "+431, but there 29 of 100 shown are wrong (at most 20)."));
    QCOMPARE(bestPointLabel(news), QStringLiteral("best within the limits"));
    news.beyond.clear();
    QVERIFY(planeSentence(PlaneView::Value, here(), news)
                    .endsWith(QStringLiteral(", +431, which does not surely keep them.")));
    news.best = bestAt(0.71, Milliseconds{500.0}, 0.2); // here is worth more, and beyond a limit
    QVERIFY(planeSentence(PlaneView::Value, here(), news)
                    .startsWith(QStringLiteral(
                            "Here +325 per 1,000 uses; the best point that surely keeps "
                            "the limits, 0.71 at 500 ms, gives +200.")));
}

void TestPlaneWords::sentence_bestIsShowingNothing_saysSo()
{
    const double infinity = std::numeric_limits<double>::infinity();
    QCOMPARE(said(bestAt(infinity, Milliseconds{650.0}, 0.5)),
             QStringLiteral("Here +325 per 1,000 uses; the best point, doing nothing, gives "
                            "+500."));
}

void TestPlaneWords::sentence_bestWithoutBudget_saysSo()
{
    QVERIFY(said(bestAt(0.62, {}, 0.5)).contains(QStringLiteral("0.62 without a budget, gives")));
}

void TestPlaneWords::sentence_pendingOrNowhere_saysNoMore()
{
    QCOMPARE(planeSentence(PlaneView::Value, here(), {.pending = true}),
             QStringLiteral("Here +325 per 1,000 uses; the best point is being worked out."));
    QCOMPARE(planeSentence(PlaneView::Value, here(), {}),
             QStringLiteral("Here +325 per 1,000 uses."));
}

void TestPlaneWords::sentence_otherViews_sayWhatUsersMeetFirst()
{
    const BestPointNews news{.best = bestAt(0.62, Milliseconds{650.0}, 0.431)};
    const QString value = planeSentence(PlaneView::Value, here(), news);
    QCOMPARE(planeSentence(PlaneView::Wrong, here(), news),
             QStringLiteral("13 of every 100 suggestions shown are wrong, 87 are right. ") + value);
    QVERIFY(planeSentence(PlaneView::Missed, here(), news)
                    .startsWith(QStringLiteral("34 of every 100 good suggestions")));
    QVERIFY(planeSentence(PlaneView::Missed, here(), news).endsWith(value));
}

void TestPlaneWords::pointNote_followsTheView()
{
    QCOMPARE(planePointNote(PlaneView::Value, here()), QStringLiteral("+325 per 1,000 uses"));
    QCOMPARE(planePointNote(PlaneView::Wrong, here()), QStringLiteral("13 of 100 wrong"));
    QCOMPARE(planePointNote(PlaneView::Missed, here()), QStringLiteral("34 of 100 missed"));
    const Assessment nothing = assessed(inlineSuggestion, scenarioAt(2.0));
    QCOMPARE(planePointNote(PlaneView::Wrong, nothing), QStringLiteral("—"));
    QCOMPARE(planePointLabel(here()), QStringLiteral("threshold 0.50, budget 400 ms"));
    QCOMPARE(planePointLabel(nothing), QStringLiteral("threshold 2, no budget"));
}

void TestPlaneWords::isoLine_followsTheView_data()
{
    QTest::addColumn<int>("view");
    QTest::addColumn<double>("level");
    QTest::addColumn<QString>("text");
    const auto add = [](const char *name, PlaneView view, double level, const char *text) {
        QTest::newRow(name) << int(view) << level << QString::fromUtf8(text);
    };
    add("value", PlaneView::Value, 0.424, "+424");
    add("loss", PlaneView::Value, -8.5, "−8,500");
    add("nothing", PlaneView::Value, 0.0, "0");
    add("fraction", PlaneView::Value, 0.0005, "+0.5");
    add("share", PlaneView::Wrong, 0.2, "20 %");
    add("small share", PlaneView::Missed, 0.005, "0.5 %");
}

void TestPlaneWords::isoLine_followsTheView()
{
    QFETCH(int, view);
    QFETCH(double, level);
    QTEST(isoLineText(PlaneView(view), level), "text");
}

void TestPlaneWords::legend_saysWhatIsBlankOnlyIfAnythingIs()
{
    Targets limits;
    limits.wrongOfShown = 0.1;
    QCOMPARE(planeLegend(PlaneView::Wrong, limits, false),
             QStringLiteral("Hatched: precision below 90 %."));
    limits.wrongOfShown = 0.125;
    QCOMPARE(planeLegend(PlaneView::Wrong, limits, true),
             QStringLiteral("Hatched: precision below 87.5 %. Blank: nothing is shown."));
    limits.missed = 0.4;
    QCOMPARE(planeLegend(PlaneView::Missed, limits, true),
             QStringLiteral(
                     "Hatched: precision below 87.5 % or more than 40 % missed. Blank: no good "
                     "one comes in time."));
    limits.answered = Targets::AnsweredWithin{{400.0}, 0.95};
    limits.gone = 0.05;
    limits.shownPerDay = 300.0;
    QCOMPARE(planeLegend(PlaneView::Value, limits, false),
             QStringLiteral("Hatched: precision below 87.5 %, more than 40 % missed, fewer than "
                            "95 % answered within 400 ms, more than 5 % gone or more than 300 a "
                            "day."));
}

void TestPlaneWords::bestPoint_inFull()
{
    QCOMPARE(bestPointText(bestAt(0.62, Milliseconds{650.0}, 0.431)),
             QStringLiteral("best point: threshold 0.62, budget 650 ms, +431 per 1,000 uses"));
}

ONEINN_TEST(TestPlaneWords)

} // namespace tests::wording_planewords

#include "tst_planewords.moc"
