// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/session.h"
#include "support/freshassessment.h"
#include "support/sessionedits.h"
#include "support/tablefile.h"
#include "support/testprogram.h"

#include <QSignalSpy>
#include <QTest>

#include <functional>
#include <memory>
#include <random>

namespace tests::session_session {

using namespace oneinn;
using namespace testsupport;

namespace {

using Edit = std::function<void(Session &)>;

} // namespace

class TestSession : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_session.reset(); }

    void edit_eachPart_isOneStepThatUndoReturns_data();
    void edit_eachPart_isOneStepThatUndoReturns();
    void edit_equalValue_pushesAndEmitsNothing_data();
    void edit_equalValue_pushesAndEmitsNothing();
    void edit_random_assessmentEqualsAFreshOne();
    void edit_thresholdOnly_keepsSliceAndOutlook();
    void gesture_manyMoves_oneStep();
    void gesture_backToStart_noStep();
    void gesture_twoParts_twoSteps();
    void gesture_bothDialsAtOnce_oneStep();
    void gesture_next_isAnotherStep();
    void cancelGesture_moved_returnsToTheStartWithoutStep();
    void cancelGesture_twoParts_leavesNoStepOfEither();
    void cancelGesture_notMoved_nothing();
    void cancelGesture_earlierSteps_stay();
    void cancelGesture_twice_nothing();
    void stepThreshold_up_showsOneScoreLess();
    void stepThreshold_wholeWay_visitsEveryChangeOfDecision();
    void stepThreshold_fromBetween_goesToTheNeighbours();
    void moveThresholdToEnd_low_showsEverything();
    void moveThresholdToEnd_high_showsNothing();
    void setModel_other_usesItsRowsAndUndoReturns();
    void setWhere_withoutRows_raisesAndLeavesNoStep();
    void setBudget_withoutLatency_nothing();
    void returnToPin_withoutLatency_leavesItsBudget();
    void settings_thatChangeNoCurve_keepTheOutlook();
    void setOperatingPoint_withoutLatency_movesTheThreshold();
    void pin_moreThanAreKept_refusedWithAWord();

private:
    bool open(const QByteArray &table);

    TableFiles m_files;
    std::unique_ptr<Session> m_session;
};

void TestSession::init()
{
    m_session = std::make_unique<Session>();
    QVERIFY(open(mixedTable()));
}

bool TestSession::open(const QByteArray &table)
{
    QSignalSpy finished(&m_session->loading(), &Loading::finished);
    m_session->loading().open({.path = m_files.write(QStringLiteral("table.csv"), table)});
    return finished.wait() && m_session->hasData();
}

void TestSession::edit_eachPart_isOneStepThatUndoReturns_data()
{
    QTest::addColumn<Edit>("edit");
    QTest::newRow("threshold") << Edit([](Session &s) { s.setThreshold({0.31}); });
    QTest::newRow("none shown") << Edit(
            [](Session &s) { s.setThreshold(Threshold::alertOnNothing()); });
    QTest::newRow("budget") << Edit([](Session &s) { s.setBudget(Milliseconds{333.0}); });
    QTest::newRow("both dials") << Edit(
            [](Session &s) { s.edit(edits::operatingPoint({0.31}, Milliseconds{333.0})); });
    QTest::newRow("policy") << Edit([](Session &s) {
        s.edit(edits::adopt(SingleModel{{1, {0.31}}, Milliseconds{333.0}, LatePolicy::Wait},
                            {"large", "small"}));
    });
    QTest::newRow("late policy") << Edit(
            [](Session &s) { s.edit(edits::latePolicy(LatePolicy::Unanswered)); });
    QTest::newRow("value") << Edit([](Session &s) { s.edit(Field::ValueTn, 0.5); });
    QTest::newRow("base rate") << Edit([](Session &s) { s.edit(Field::BaseRate, 0.01); });
    QTest::newRow("uses") << Edit([](Session &s) { s.edit(Field::UsesPerWeek, 99.0); });
    QTest::newRow("bad") << Edit([](Session &s) { s.edit(Field::BadBeforeLeaving, 7); });
    QTest::newRow("noticed") << Edit([](Session &s) { s.edit(Field::NoticedMissed, 0.2); });
    QTest::newRow("precision") << Edit([](Session &s) { s.edit(Field::PrecisionLimit, 0.7); });
    QTest::newRow("noun") << Edit(
            [](Session &s) { s.edit(edits::word(&FeatureWords::raised, "reply")); });
    QTest::newRow("patience") << Edit([](Session &s) {
        s.edit(edits::patience(PatienceCurve({{{500.0}, 0.9}, {{2000.0}, 0.5}})));
    });
    QTest::newRow("preset") << Edit(
            [](Session &s) { s.edit(edits::preset(builtInPresets().at(1))); });
    QTest::newRow("model") << Edit([](Session &s) { s.edit(edits::model("small")); });
    QTest::newRow("all models") << Edit([](Session &s) { s.edit(edits::model({})); });
    QTest::newRow("segment") << Edit([](Session &s) { s.edit(edits::where({{"country", "de"}})); });
}

void TestSession::edit_eachPart_isOneStepThatUndoReturns()
{
    QFETCH(Edit, edit);
    const Scenario before = m_session->scenario();
    QSignalSpy assessments(m_session.get(), &Session::assessmentChanged);
    edit(*m_session);
    const Scenario after = m_session->scenario();
    QVERIFY(!(after == before));
    QCOMPARE(assessments.size(), 1);
    QCOMPARE(m_session->history().count(), 1);
    QCOMPARE(difference(m_session->assessment(), freshAssessment(*m_session)), QString());

    m_session->history().undo();
    QVERIFY(m_session->scenario() == before);
    QCOMPARE(difference(m_session->assessment(), freshAssessment(*m_session)), QString());
    m_session->history().redo();
    QVERIFY(m_session->scenario() == after);
    QCOMPARE(difference(m_session->assessment(), freshAssessment(*m_session)), QString());
    QCOMPARE(assessments.size(), 3);
}

void TestSession::edit_equalValue_pushesAndEmitsNothing_data()
{
    edit_eachPart_isOneStepThatUndoReturns_data();
}

void TestSession::edit_equalValue_pushesAndEmitsNothing()
{
    QFETCH(Edit, edit);
    edit(*m_session);
    QSignalSpy assessments(m_session.get(), &Session::assessmentChanged);
    QSignalSpy problems(m_session.get(), &Session::problemRaised);
    edit(*m_session);
    QCOMPARE(assessments.size(), 0);
    QCOMPARE(problems.size(), 0);
    QCOMPARE(m_session->history().count(), 1);
}

void TestSession::edit_random_assessmentEqualsAFreshOne()
{
    std::mt19937 random(5);
    const auto below = [&random](int n) { return int(random() % unsigned(n)); };
    int emitted = 0;
    connect(m_session.get(), &Session::assessmentChanged, this, [&](const Assessment &assessment) {
        ++emitted;
        QCOMPARE(difference(assessment, freshAssessment(*m_session)), QString());
    });
    for (int i = 0; i < 150; ++i) {
        switch (below(9)) {
        case 0:
            m_session->setBudget(below(4) == 0 ? Budget() : Milliseconds{double(below(1000))});
            break;
        case 1:
            m_session->edit(edits::latePolicy(below(2) == 0 ? LatePolicy::Unanswered
                                                            : LatePolicy::ShowNothing));
            break;
        case 2:
            m_session->edit(edits::model(below(2) == 0 ? "large" : "small"));
            break;
        case 3:
            m_session->edit(edits::where({}));
            break;
        case 4:
            testsupport::setValues(*m_session,
                                   {double(below(5)), double(-below(5)), double(-below(3)), 0.0});
            break;
        case 5:
            m_session->edit(Field::BaseRate, below(2) == 0 ? std::nullopt : std::optional(0.1));
            break;
        case 6:
            m_session->history().undo();
            break;
        case 7:
            m_session->history().redo();
            break;
        default:
            m_session->setThreshold({below(110) / 100.0});
        }
    }
    QVERIFY(emitted > 75);
}

void TestSession::edit_thresholdOnly_keepsSliceAndOutlook()
{
    const auto slice = m_session->assessment().slice;
    const auto outlook = m_session->assessment().outlook;
    m_session->setThreshold({0.11});
    QCOMPARE(m_session->assessment().slice, slice);
    QCOMPARE(m_session->assessment().outlook, outlook);
    m_session->edit(Field::PrecisionLimit, 0.6);
    QCOMPARE(m_session->assessment().slice, slice);
    QVERIFY(m_session->assessment().outlook != outlook);
}

void TestSession::gesture_manyMoves_oneStep()
{
    const Scenario before = m_session->scenario();
    m_session->history().beginGesture();
    for (int i = 1; i <= 20; ++i)
        m_session->setThreshold({i / 100.0});
    m_session->history().endGesture();
    QCOMPARE(m_session->history().count(), 1);
    m_session->history().undo();
    QVERIFY(m_session->scenario() == before);
    m_session->history().redo();
    QCOMPARE(m_session->scenario().threshold, Threshold{0.2});
}

void TestSession::gesture_backToStart_noStep()
{
    const Threshold start = m_session->scenario().threshold;
    m_session->history().beginGesture();
    m_session->setThreshold({0.3});
    m_session->setThreshold({0.4});
    m_session->setThreshold(start);
    m_session->history().endGesture();
    QCOMPARE(m_session->history().count(), 0);
}

void TestSession::gesture_twoParts_twoSteps()
{
    m_session->history().beginGesture();
    m_session->setThreshold({0.3});
    m_session->setThreshold({0.4});
    m_session->setBudget(Milliseconds{300.0});
    m_session->setBudget(Milliseconds{310.0});
    m_session->history().endGesture();
    QCOMPARE(m_session->history().count(), 2);
}

void TestSession::gesture_bothDialsAtOnce_oneStep()
{
    const Scenario before = m_session->scenario();
    QSignalSpy assessments(m_session.get(), &Session::assessmentChanged);
    m_session->history().beginGesture();
    m_session->edit(edits::operatingPoint({0.3}, Milliseconds{300.0}));
    m_session->edit(
            edits::operatingPoint({0.3}, Milliseconds{310.0})); // one dial alone is the same edit
    m_session->edit(edits::operatingPoint({0.4}, Budget()));
    m_session->history().endGesture();
    QCOMPARE(assessments.size(), 3);
    QCOMPARE(m_session->history().count(), 1);
    QCOMPARE(m_session->scenario().threshold, Threshold{0.4});
    QCOMPARE(difference(m_session->assessment(), freshAssessment(*m_session)), QString());
    m_session->history().undo();
    QVERIFY(m_session->scenario() == before);

    m_session->history().beginGesture();
    m_session->edit(edits::operatingPoint({0.3}, Milliseconds{300.0}));
    m_session->history().cancelGesture();
    QVERIFY(m_session->scenario() == before);
    QVERIFY(!m_session->history().canUndo());
}

void TestSession::gesture_next_isAnotherStep()
{
    for (const double to : {0.3, 0.4}) {
        m_session->history().beginGesture();
        m_session->setThreshold({to});
        m_session->history().endGesture();
    }
    m_session->setThreshold({0.5});
    m_session->setThreshold({0.6});
    QCOMPARE(m_session->history().count(), 4);
}

void TestSession::cancelGesture_moved_returnsToTheStartWithoutStep()
{
    const Scenario start = m_session->scenario();
    QSignalSpy assessments(m_session.get(), &Session::assessmentChanged);
    m_session->history().beginGesture();
    m_session->setThreshold({0.3});
    m_session->setThreshold({0.4});
    m_session->history().cancelGesture();
    QVERIFY(m_session->scenario() == start);
    QCOMPARE(m_session->history().count(), 0);
    QCOMPARE(assessments.size(), 3);
    // What follows stands alone.
    m_session->setThreshold({0.5});
    m_session->setThreshold({0.6});
    QCOMPARE(m_session->history().count(), 2);
}

void TestSession::cancelGesture_twoParts_leavesNoStepOfEither()
{
    m_session->setThreshold({0.3});
    const Scenario start = m_session->scenario();
    m_session->history().beginGesture();
    m_session->setThreshold({0.4});
    m_session->setBudget(Milliseconds{300.0});
    m_session->setThreshold({0.5});
    m_session->history().cancelGesture();
    QVERIFY(m_session->scenario() == start);
    QCOMPARE(m_session->history().count(), 1);
    QVERIFY(!m_session->history().canRedo());
    QCOMPARE(difference(m_session->assessment(), freshAssessment(*m_session)), QString());
    m_session->history().undo();
    QVERIFY(!(m_session->scenario() == start));
    QVERIFY(!m_session->history().canUndo());
}

void TestSession::cancelGesture_notMoved_nothing()
{
    m_session->setThreshold({0.3});
    const Scenario start = m_session->scenario();
    QSignalSpy assessments(m_session.get(), &Session::assessmentChanged);
    m_session->history().beginGesture();
    m_session->history().cancelGesture();
    QVERIFY(m_session->scenario() == start);
    QCOMPARE(m_session->history().count(), 1);
    QCOMPARE(assessments.size(), 0);
}

void TestSession::cancelGesture_earlierSteps_stay()
{
    m_session->setThreshold({0.3});
    m_session->setBudget(Milliseconds{300.0});
    const Scenario start = m_session->scenario();
    m_session->history().beginGesture();
    m_session->setBudget(Milliseconds{400.0});
    m_session->history().cancelGesture();
    QVERIFY(m_session->scenario() == start);
    QCOMPARE(m_session->history().count(), 2);
    m_session->history().undo();
    QVERIFY(!m_session->scenario().budget);
}

void TestSession::cancelGesture_twice_nothing()
{
    m_session->history().beginGesture();
    m_session->setThreshold({0.3});
    m_session->history().cancelGesture();
    m_session->setThreshold({0.4});
    m_session->history().cancelGesture();
    QCOMPARE(m_session->scenario().threshold, Threshold{0.4});
}

void TestSession::stepThreshold_up_showsOneScoreLess()
{
    m_session->setThreshold({0.5});
    const Eigen::ArrayXd &scores = m_session->assessment().slice->sweep().threshold;
    m_session->stepThreshold(1);
    const double next = m_session->scenario().threshold.value;
    QVERIFY(next > 0.5);
    QCOMPARE((scores > 0.5 && scores < next).count(), 0);
    QCOMPARE((scores == next).count(), 1);
    m_session->stepThreshold(10);
    QCOMPARE((scores > next && scores <= m_session->scenario().threshold.value).count(), 10);
    m_session->stepThreshold(-10);
    QCOMPARE(m_session->scenario().threshold.value, next);
}

void TestSession::stepThreshold_wholeWay_visitsEveryChangeOfDecision()
{
    m_session->moveThresholdToEnd(false);
    const Eigen::Index distinct = m_session->assessment().slice->sweep().size();
    double shown = m_session->assessment().counts.uses().rows + 1.0;
    int steps = 0;
    while (std::isfinite(m_session->scenario().threshold.value)) {
        const OperatingCounts &counts = m_session->assessment().counts;
        QVERIFY(counts.tp.rows + counts.fp.rows < shown);
        shown = counts.tp.rows + counts.fp.rows;
        m_session->stepThreshold(1);
        ++steps;
    }
    QCOMPARE(steps, int(distinct));
    const int before = m_session->history().count();
    m_session->stepThreshold(1);
    m_session->stepThreshold(100);
    QCOMPARE(m_session->history().count(), before);
    m_session->stepThreshold(-1000);
    QCOMPARE(m_session->scenario().threshold.value,
             m_session->assessment().slice->sweep().threshold.minCoeff());
}

void TestSession::stepThreshold_fromBetween_goesToTheNeighbours()
{
    QVERIFY(open(plainTable()));
    m_session->setThreshold({0.55});
    m_session->stepThreshold(1);
    QCOMPARE(m_session->scenario().threshold, Threshold{0.7});
    m_session->setThreshold({0.55});
    m_session->stepThreshold(-1);
    QCOMPARE(m_session->scenario().threshold, Threshold{0.5});
}

void TestSession::moveThresholdToEnd_low_showsEverything()
{
    m_session->moveThresholdToEnd(false);
    const OperatingCounts &counts = m_session->assessment().counts;
    QCOMPARE(counts.fn.rows + counts.tn.rows, 0.0);
    QVERIFY(std::isfinite(m_session->scenario().threshold.value));
}

void TestSession::moveThresholdToEnd_high_showsNothing()
{
    m_session->moveThresholdToEnd(true);
    const OperatingCounts &counts = m_session->assessment().counts;
    QCOMPARE(counts.tp.rows + counts.fp.rows, 0.0);
    QCOMPARE(m_session->scenario().threshold, Threshold::alertOnNothing());
}

void TestSession::setModel_other_usesItsRowsAndUndoReturns()
{
    QSignalSpy data(m_session.get(), &Session::dataChanged);
    QCOMPARE(m_session->assessment().counts.uses().rows, 80.0);
    m_session->edit(edits::model("small"));
    QCOMPARE(m_session->assessment().counts.uses().rows, 40.0);
    m_session->edit(edits::model({}));
    QCOMPARE(m_session->assessment().counts.uses().rows, 120.0);
    m_session->history().undo();
    QCOMPARE(m_session->assessment().counts.uses().rows, 40.0);
    m_session->history().undo();
    QCOMPARE(m_session->assessment().counts.uses().rows, 80.0);
    QCOMPARE(data.size(), 0);
}

void TestSession::setWhere_withoutRows_raisesAndLeavesNoStep()
{
    m_session->edit(edits::where({{"country", "de"}}));
    const Scenario shown = m_session->scenario();
    QSignalSpy problems(m_session.get(), &Session::problemRaised);
    QSignalSpy assessments(m_session.get(), &Session::assessmentChanged);
    m_session->edit(edits::model("small"));
    QCOMPARE(problems.size(), 1);
    QCOMPARE(assessments.size(), 0);
    QVERIFY(m_session->scenario() == shown);
    QVERIFY(m_session->index().selection() == shown.selection);
    QCOMPARE(m_session->history().count(), 1);
    m_session->setThreshold({0.42});
    QCOMPARE(difference(m_session->assessment(), freshAssessment(*m_session)), QString());
    m_session->history().undo();
    m_session->history().undo();
    QVERIFY(m_session->scenario().selection.where.empty());
}

void TestSession::setBudget_withoutLatency_nothing()
{
    QVERIFY(open(plainTable()));
    QSignalSpy assessments(m_session.get(), &Session::assessmentChanged);
    m_session->setBudget(Milliseconds{100.0});
    QCOMPARE(assessments.size(), 0);
    QCOMPARE(m_session->history().count(), 0);
}

void TestSession::setOperatingPoint_withoutLatency_movesTheThreshold()
{
    QVERIFY(open(plainTable()));
    m_session->edit(edits::operatingPoint({0.3}, Milliseconds{100.0}));
    QCOMPARE(m_session->scenario().threshold, Threshold{0.3});
    QVERIFY(!m_session->scenario().budget);
    QCOMPARE(m_session->history().count(), 1);
}

void TestSession::pin_moreThanAreKept_refusedWithAWord()
{
    QVERIFY(open(plainTable()));
    while (m_session->state().pins.size() < mostPins)
        m_session->pinBoard().pin();
    QSignalSpy problem(m_session.get(), &Session::problemRaised);
    const int steps = m_session->history().count();
    m_session->pinBoard().pin("one more");
    QCOMPARE(m_session->state().pins.size(), mostPins);
    QCOMPARE(m_session->history().count(), steps);
    QCOMPARE(problem.count(), 1);
    QCOMPARE(int(problem.first().first().value<Problem>().kind), int(ProblemKind::TooManyPins));
    m_session->pinBoard().unpin(0);
    m_session->pinBoard().pin("one more");
    QCOMPARE(m_session->state().pins.size(), mostPins);
}

void TestSession::returnToPin_withoutLatency_leavesItsBudget()
{
    m_session->edit(edits::model({})); // the other file has none
    m_session->setBudget(Milliseconds{300.0});
    m_session->setThreshold({0.3});
    m_session->pinBoard().pin();
    const auto pins = m_session->state().pins;
    // A session's pins may come from data that had latencies.
    QSignalSpy finished(&m_session->loading(), &Loading::finished);
    m_session->loading().open(
            {.path = m_files.write(QStringLiteral("plain.csv"), plainTable()), .pins = pins});
    QVERIFY(finished.wait() && !m_session->predictions().hasLatency());
    m_session->edit(edits::adopt(pins.back().choice));
    QCOMPARE(m_session->scenario().threshold, Threshold{0.3});
    QVERIFY(!m_session->scenario().budget);
}

void TestSession::settings_thatChangeNoCurve_keepTheOutlook()
{
    const auto outlook = m_session->assessment().outlook;
    m_session->edit(edits::word(&FeatureWords::raised, "alert"));
    m_session->edit(Field::UsesPerWeek, 3.0);
    m_session->setThreshold({0.3});
    QCOMPARE(m_session->assessment().outlook, outlook);
    m_session->edit(Field::PrecisionLimit, 0.7);
    QVERIFY(m_session->assessment().outlook != outlook);
}

ONEINN_TEST(TestSession)

} // namespace tests::session_session

#include "tst_session.moc"
