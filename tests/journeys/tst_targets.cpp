// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/bandsitem.h"
#include "charts/beyonditem.h"
#include "results/results.h"
#include "support/openedwindow.h"
#include "support/testprogram.h"
#include "views/options/targetspanel.h"
#include "views/widgets/numberbox.h"
#include "wording/reachwords.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>

#include <algorithm>
#include <memory>

namespace tests::journeys_targets {

using namespace oneinn;
using namespace testsupport;
using namespace Qt::StringLiterals;

/// The inverse question, as a person asks it.
class TestTargets : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_opened.reset(); }

    void journey_typeATarget_readTakeOverUndo();
    void tick_everyLine_asksAndUndoUnticks();
    void reviews_ticked_areTheReviewersLimit();
    void row_enter_takesItOver();
    void safe_taken_isSurelyMet();
    void impossible_saysWhatStandsInTheWay();
    void row_copied_isThatOfTheTable();
    void drag_threshold_asksNothingAnew();
    void drag_budget_isAskedAfterIt();
    void edits_inARow_onlyTheLastArrives();
    void otherFile_oldAnswerIsGone();
    void scores_reachingThresholds_areMarked();
    void charts_whatIsBeyondLimits_isHatched();
    void noLatencies_timeCannotBeAsked();
    void worstData_oneRow_answers();

private:
    TargetsPanel *panel() const { return m_opened->child<TargetsPanel>(); }
    template<typename T> T *part(const QString &name) const
    {
        return panel()->findChild<T *>(name);
    }
    QTableView *table() const { return part<QTableView>(u"table"_s); }
    const Results::Reach &reach() const { return m_opened->child<Results>()->reach(); }
    Session &session() const { return m_opened->session; }
    const Scenario &scenario() const { return session().scenario(); }
    bool settled() const { return reach().answer() && !reach().isPending(); }
    QString detail() const { return part<QPlainTextEdit>(u"detail"_s)->toPlainText(); }
    QString summary() const { return part<QLabel>(u"summary"_s)->text(); }
    void type(const QString &box, const QString &number) const
    {
        auto *numbers = part<NumberBox>(box);
        numbers->setFocus(Qt::TabFocusReason);
        QTest::keyClick(numbers, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(numbers, number);
        QTest::keyClick(numbers, Qt::Key_Return);
    }
    void tick(const QString &box) const
    {
        part<QCheckBox>(box)->setFocus(Qt::TabFocusReason);
        QTest::keyClick(part<QCheckBox>(box), Qt::Key_Space);
    }
    /// What ought to be found.
    ReachAnswer expected() const
    {
        return reachTargets(session().rows(), limitsQuestion(session().assessment().scenario))
                .value();
    }

    std::unique_ptr<OpenedWindow> m_opened;
};

void TestTargets::init()
{
    m_opened = std::make_unique<OpenedWindow>();
    QVERIFY(m_opened->ready());
    QVERIFY(m_opened->openSample(u"inlinesuggestion"_s));
    m_opened->showView(u"targetsPage"_s);
    QVERIFY(panel()->isVisible());
}

void TestTargets::journey_typeATarget_readTakeOverUndo()
{
    // The limit on wrong ones is always asked.
    QTRY_VERIFY(settled());
    QCOMPARE(reach().answer()->question.targets, limitsOf(scenario()));
    const Scenario before = scenario();
    type(u"wrongOneIn"_s, u"8"_s);
    QCOMPARE(scenario().precisionLimit, 0.875);
    QCOMPARE(part<NumberBox>(u"precisionLimit"_s)->value(), 87.5);
    QTRY_VERIFY(settled());
    const ReachAnswer answer = expected();
    QVERIFY(answer.reachable());
    QCOMPARE(summary(), wording::reachSummary(answer).join(u' '));
    QVERIFY(detail().startsWith(wording::routeSentences(answer, 0, scenario().words).join(u'\n')));
    QCOMPARE(table()->model()->rowCount(), int(answer.routes.size()));

    auto *take = part<QPushButton>(u"takeOver"_s);
    QVERIFY(take->isEnabled());
    const int steps = session().history().count();
    take->setFocus(Qt::TabFocusReason);
    QTest::keyClick(take, Qt::Key_Space);
    QCOMPARE(session().history().count(), steps + 1);
    QVERIFY(choiceOf(scenario()) == answer.routes.front().choice);
    QVERIFY(session().assessment().experience[Share::WrongOfShown]->value <= 0.125);
    QVERIFY(std::abs(session().assessment().value.perUse
                     - answer.routes.front().reach.chosen->valuePerUse)
            < 1e-12);
    session().history().undo();
    QCOMPARE(scenario().precisionLimit, 0.875);
    QVERIFY(choiceOf(scenario()) == choiceOf(before));
    session().history().undo();
    QVERIFY(scenario() == before);
    QCOMPARE(part<NumberBox>(u"wrongOneIn"_s)->value(), 10.0);
}

void TestTargets::tick_everyLine_asksAndUndoUnticks()
{
    tick(u"missed"_s);
    tick(u"answered"_s);
    tick(u"gone"_s);
    tick(u"shown"_s);
    const Targets asked = scenario().targets;
    QCOMPARE(asked.gone, std::optional(0.05));
    QCOMPARE(asked.missed, std::optional(0.3));
    QVERIFY(asked.answered && *asked.answered == (Targets::AnsweredWithin{{800.0}, 0.95}));
    QCOMPARE(asked.shownPerDay, std::optional(200.0));
    QCOMPARE(asked.usesPerDay, 1000.0);
    type(u"usesPerDay"_s, u"5000"_s);
    QCOMPARE(scenario().targets.usesPerDay, 5000.0);
    session().history().undo();
    session().history().undo();
    QVERIFY(!part<QCheckBox>(u"shown"_s)->isChecked());
    tick(u"answered"_s);
    QVERIFY(!scenario().targets.answered);
    // What is not asked keeps its number.
    QCOMPARE(part<NumberBox>(u"answeredWait"_s)->value(), 800.0);
}

/// The reviewer's own number, of as many uses a day as the limits say.
void TestTargets::reviews_ticked_areTheReviewersLimit()
{
    const auto reviewer = [this] { return session().state().review.reviewer; };
    QVERIFY(!reviewer());
    tick(u"reviewed"_s);
    QCOMPARE(reviewer()->reviewsPerDay, std::optional(200.0));
    QCOMPARE(reviewer()->usesPerDay, std::optional(1000.0));
    type(u"mostReviewsPerDay"_s, u"120"_s);
    QCOMPARE(reviewer()->reviewsPerDay, std::optional(120.0));
    type(u"usesPerDay"_s, u"5000"_s);
    QCOMPARE(reviewer()->usesPerDay, std::optional(5000.0));
    tick(u"reviewed"_s);
    QVERIFY(!reviewer()->reviewsPerDay);
    session().history().undo();
    QVERIFY(part<QCheckBox>(u"reviewed"_s)->isChecked());
    QCOMPARE(part<NumberBox>(u"mostReviewsPerDay"_s)->value(), 120.0);
}

void TestTargets::row_enter_takesItOver()
{
    type(u"wrongOneIn"_s, u"8"_s);
    QTRY_VERIFY(settled());
    const ReachAnswer answer = expected();
    QVERIFY(answer.routes.size() > 1 && answer.routes[1].reach.reachable());
    table()->setFocus(Qt::TabFocusReason);
    QTest::keyClick(table(), Qt::Key_Down);
    QVERIFY(detail().startsWith(wording::routeSentences(answer, 1, scenario().words).first()));
    QTest::keyClick(table(), Qt::Key_Return);
    QVERIFY(choiceOf(scenario()) == answer.routes[1].choice);
}

void TestTargets::safe_taken_isSurelyMet()
{
    type(u"wrongOneIn"_s, u"8"_s);
    QTRY_VERIFY(settled());
    const Route route = expected().routes.front();
    QVERIFY(route.reach.safe && route.reach.safe->threshold != route.reach.chosen->threshold);
    QTest::mouseClick(part<QPushButton>(u"takeSafe"_s), Qt::LeftButton);
    QCOMPARE(scenario().threshold, route.reach.safe->threshold);
    const auto wrong = *session().assessment().experience[Share::WrongOfShown];
    const Tally right{wrong.all.rows - wrong.yes.rows, wrong.all.weight - wrong.yes.weight,
                      wrong.all.squaredWeight - wrong.yes.squaredWeight};
    QVERIFY(upperLimit(wrong.yes, right) <= 0.125);
}

void TestTargets::impossible_saysWhatStandsInTheWay()
{
    type(u"wrongOneIn"_s, u"100"_s);
    type(u"missedOf100"_s, u"20"_s); // users leave: fewer cannot be had at all
    QTRY_VERIFY(settled());
    const ReachAnswer answer = expected();
    QVERIFY(!answer.reachable());
    QVERIFY(summary().startsWith(u"None of the "_s));
    QVERIFY(detail().contains(u"Not to be had together"_s));
    QVERIFY(detail().contains(u"would have to be right about"_s));
    QVERIFY(!part<QPushButton>(u"takeOver"_s)->isEnabled());
    QVERIFY(!part<QPushButton>(u"takeSafe"_s)->isEnabled());
    const Scenario before = scenario();
    QTest::keyClick(table(), Qt::Key_Return);
    QVERIFY(scenario() == before);
}

void TestTargets::row_copied_isThatOfTheTable()
{
    tick(u"missed"_s);
    QTRY_VERIFY(settled());
    part<QAction>(u"copyRow"_s)->trigger();
    const QStringList lines = QApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines.size(), 2);
    QVERIFY(lines[0].startsWith(u"Model and late answers\tReaches the targets\tThreshold\t"_s));
    QVERIFY(lines[1].startsWith(wording::routeName(expected().routes.front())));
}

void TestTargets::drag_threshold_asksNothingAnew()
{
    tick(u"missed"_s);
    QTRY_VERIFY(settled());
    QSignalSpy changed(&reach(), &BackgroundState::changed);
    session().setThreshold({0.9});
    QVERIFY(!reach().isPending());
    QVERIFY(changed.isEmpty());
}

void TestTargets::drag_budget_isAskedAfterIt()
{
    tick(u"missed"_s);
    QTRY_VERIFY(settled());
    const auto answer = reach().answer();
    session().history().beginGesture();
    session().setBudget(Milliseconds{150.0});
    QVERIFY(reach().isPending());
    QTRY_VERIFY(reach().isOutdated());
    QCOMPARE(reach().answer(), answer);
    QCOMPARE(part<QLabel>(u"hint"_s)->text(), wording::reachingText());
    session().history().endGesture();
    QTRY_VERIFY(settled());
    QCOMPARE(reach().answer()->question.budget, Budget(Milliseconds{150.0}));
    QVERIFY(part<QLabel>(u"hint"_s)->text().isEmpty());
}

void TestTargets::edits_inARow_onlyTheLastArrives()
{
    QSignalSpy changed(&reach(), &BackgroundState::changed);
    for (const double missed : {0.5, 0.6, 0.7, 0.8})
        session().edit(Field::MissedAtMost, missed);
    QTRY_VERIFY(settled());
    QTRY_COMPARE(reach().answer()->question.targets.missed, std::optional(0.8));
    QVERIFY(changed.size() <= 2); // that it was out of date, at most
}

void TestTargets::otherFile_oldAnswerIsGone()
{
    tick(u"missed"_s);
    QTRY_VERIFY(settled());
    QVERIFY(m_opened->open("label,score\n1,0.9\n0,0.4\n1,0.7\n0,0.2\n"));
    QVERIFY(!reach().answer() || reach().answer()->routes.size() == 1);
}

void TestTargets::scores_reachingThresholds_areMarked()
{
    const auto ranges = [this] {
        return OpenedWindow::item<charts::BandsItem>(m_opened->scores())->ranges();
    };
    const auto &within = m_opened->child<Results>()->within();
    type(u"wrongOneIn"_s, u"8"_s);
    m_opened->showView(u"tradeoff"_s);
    QTRY_VERIFY(within.current());
    QVERIFY(!within.current()->feasible.empty());
    QCOMPARE(ranges().size(), within.current()->feasible.size());
    // While newer settings are worked out, those of the older ones are not shown.
    session().setBudget(Milliseconds{100.0});
    QVERIFY(ranges().empty());
    QTRY_VERIFY(within.current());
    QCOMPARE(ranges().size(), within.current()->feasible.size());
    session().edit(Field::GoneAtMost, 0.0);
    QTRY_VERIFY(within.current());
    QVERIFY(ranges().empty());
}

bool isHatched(charts::ChartView *chart, double x)
{
    const QList<QRectF> regions = OpenedWindow::item<charts::BeyondItem>(chart)->regions();
    return std::ranges::any_of(
            regions, [x](const QRectF &region) { return region.left() < x && x < region.right(); });
}

void TestTargets::charts_whatIsBeyondLimits_isHatched()
{
    const auto &within = m_opened->child<Results>()->within();
    type(u"wrongOneIn"_s, u"8"_s);
    session().edit(Field::MissedAtMost, 0.3);
    m_opened->showView(u"tradeoff"_s);
    QTRY_VERIFY(within.current());
    const ThresholdSweep &sweep = session().assessment().outlook->sweep;
    charts::ChartView *curve = m_opened->curve();
    int beyond = 0;
    int kept = 0;
    for (Eigen::Index row = 1; row < sweep.size(); ++row) {
        const bool keeps = std::ranges::any_of(within.current()->feasible, [&](const auto &range) {
            return range.contains({sweep.threshold[row]});
        });
        // What lies between two points of the curve is drawn as the second.
        const double between = 0.5 * (sweep.tp[row] + sweep.tp[row - 1]) / sweep.positives;
        if (sweep.tp[row] <= sweep.tp[row - 1])
            continue;
        QCOMPARE(isHatched(curve, between), !keeps);
        ++(keeps ? kept : beyond);
    }
    QVERIFY(kept > 10 && beyond > 10);
    // Scores: as far as the limits are kept, and not where the marker is told to be beyond.
    const auto *scores = OpenedWindow::item<charts::BeyondItem>(m_opened->scores());
    QVERIFY(!scores->regions().isEmpty());
    // Times: below the share that is asked, from the wait on.
    const auto *times = OpenedWindow::item<charts::BeyondItem>(m_opened->latency());
    QVERIFY(times->regions().isEmpty());
    session().edit(Field::AnsweredWait, 300.0);
    session().edit(Field::AnsweredShare, 0.9);
    QTRY_COMPARE(times->regions().size(), 1);
    QCOMPARE(times->regions().first().bottom(), 0.9);
}

void TestTargets::noLatencies_timeCannotBeAsked()
{
    QVERIFY(m_opened->open("label,score\n1,0.9\n0,0.4\n1,0.7\n0,0.2\n"));
    QVERIFY(part<QCheckBox>(u"answered"_s)->isHidden());
    QVERIFY(part<QCheckBox>(u"gone"_s)->isHidden());
    QVERIFY(!part<QCheckBox>(u"missed"_s)->isHidden());
    // Asked for before, it can be taken back.
    session().edit(Field::AnsweredWait, 100.0);
    session().edit(Field::AnsweredShare, 0.9);
    QTRY_VERIFY(settled());
    QVERIFY(detail().contains(u"no latency column"_s));
    tick(u"answered"_s);
    QVERIFY(!scenario().targets.any());
}

void TestTargets::worstData_oneRow_answers()
{
    QVERIFY(m_opened->open("label,score\n1,0.9\n0,0.9\n"));
    QTRY_VERIFY(settled());
    QVERIFY(!reach().answer()->reachable());
    QVERIFY(detail().contains(u"1 of 2 suggestions shown is wrong"_s));
}

ONEINN_TEST(TestTargets)

} // namespace tests::journeys_targets

#include "tst_targets.moc"
