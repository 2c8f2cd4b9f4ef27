// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/bandsitem.h"
#include "charts/barsitem.h"
#include "charts/marksitem.h"
#include "charts/pointsitem.h"
#include "charts/shadeitem.h"
#include "results/results.h"
#include "support/openedwindow.h"
#include "support/testprogram.h"
#include "views/doubts/calibrationpanel.h"
#include "views/doubts/doubtspanel.h"
#include "wording/calibrationviewwords.h"
#include "wording/doubtsviewwords.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QTableView>

#include <memory>

namespace tests::journeys_doubts {

using namespace oneinn;
using namespace testsupport;
using namespace Qt::StringLiterals;
using charts::ChartView;

/// How sure the best threshold is, and how well scores come true, as a person looks at it.
class TestDoubts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_opened.reset(); }

    void room_lookedAt_isWorkedOutOnlyThen();
    void threshold_known_isDrawnAndSaid();
    void marker_dragged_setsTheThresholdInOneStep();
    void marker_byKeys_stepsAndEnds();
    void best_byButtonMarkAndKeys_isTakenOverInOneStep_data();
    void best_byButtonMarkAndKeys_isTakenOverInOneStep();
    void best_alreadySet_saysWhyNot();
    void drawnBy_chosen_isDrawnAnew();
    void days_inTheFile_areJudged();
    void settings_other_areFadedUntilKnown();
    void cancelled_staysAndIsTakenUp();
    void otherModel_isNotDrawnOnItsScores();
    void calibration_known_isDrawnAndSaid();
    void bin_clickedOnEither_isChosenOnBoth();
    void calibration_markerDragged_setsTheThreshold();
    void calibration_noProbabilities_saysSo();
    void smallest_saysWhatCannotBeTold_data();
    void smallest_saysWhatCannotBeTold();
    void smallWindow_bothPicturesAreThere();
    void rows_none_thatAreLeft();

private:
    DoubtsPanel *doubts() const { return m_opened->child<DoubtsPanel>(); }
    CalibrationPanel *calibration() const { return m_opened->child<CalibrationPanel>(); }
    Results &results() const { return *m_opened->child<Results>(); }
    Session &session() const { return m_opened->session; }
    bool settled() const { return !results().isPending(); }
    void key(Qt::Key key, Qt::KeyboardModifiers with = Qt::NoModifier) const
    {
        QTest::keyClick(&m_opened->window, key, with);
    }
    static QString text(const QWidget *panel, const QString &label)
    {
        return panel->findChild<QLabel *>(label)->text();
    }
    QPushButton *takeOver() const { return doubts()->findChild<QPushButton *>(u"takeOver"_s); }
    wording::DoubtsViewWords expected() const
    {
        const auto within = results().within().current();
        return wording::doubtsViewWords(
                {*results().drawnDoubts().current(), false, {}, false, within.get()},
                limitsOf(session().scenario()), session().scenario().threshold,
                session().predictions().day().has_value());
    }
    bool openRoom(const QString &sample)
    {
        if (!m_opened->openSample(sample))
            return false;
        key(Qt::Key_4, Qt::ControlModifier);
        return QTest::qWaitFor([this] { return settled(); }, 60000);
    }

    std::unique_ptr<OpenedWindow> m_opened;
};

void TestDoubts::init()
{
    m_opened = std::make_unique<OpenedWindow>();
    QVERIFY(m_opened->ready());
}

void TestDoubts::room_lookedAt_isWorkedOutOnlyThen()
{
    QVERIFY(m_opened->openSample(u"inlinesuggestion"_s));
    QTRY_VERIFY(settled());
    QVERIFY(!results().doubts().answer() && !results().calibration().answer());
    key(Qt::Key_4, Qt::ControlModifier);
    QVERIFY(doubts()->isVisible());
    QCOMPARE(text(doubts(), u"sentence"_s), wording::doubtsPendingText());
    QVERIFY(!takeOver()->isEnabled());
    QTRY_VERIFY(results().doubts().current());
    QVERIFY(!results().policies().answer() && !results().calibration().answer());
    key(Qt::Key_4, Qt::ControlModifier); // the room's next view
    QVERIFY(calibration()->isVisible());
    QTRY_VERIFY(results().calibration().current());
    key(Qt::Key_2, Qt::ControlModifier);
    session().setBudget(Milliseconds{500.0});
    QVERIFY(!results().doubts().isPending()); // nobody looks
}

void TestDoubts::threshold_known_isDrawnAndSaid()
{
    QVERIFY(openRoom(u"inlinesuggestion"_s));
    const auto words = expected();
    QCOMPARE(text(doubts(), u"sentence"_s), words.sentence);
    QVERIFY(words.sentence.contains(u"on new ones expect"_s));
    QCOMPARE(doubts()->chart()->accessibleDescription(), words.summary);
    QVERIFY(text(doubts(), u"method"_s).startsWith(u"1,000 resamples of 400 users, seed 1"_s));
    QStringList facts;
    const auto labels = doubts()->findChild<QWidget *>(u"facts"_s)->findChildren<QLabel *>();
    for (const QLabel *label : labels)
        facts.append(label->text());
    for (const wording::Fact &fact : words.facts)
        QVERIFY(facts.contains(fact.title) && facts.contains(fact.text));
    const ChartView *chart = doubts()->chart();
    QVERIFY(OpenedWindow::item<charts::ShadeItem>(chart)->range().has_value());
    QCOMPARE(OpenedWindow::item<charts::BandsItem>(chart)->ranges().size(), std::size_t{1});
    QVERIFY(!OpenedWindow::item<charts::BarsItem>(chart)->bars().empty());
    QCOMPARE(OpenedWindow::item<charts::MarksItem>(chart)->marks().size(), std::size_t{1});
}

void TestDoubts::marker_dragged_setsTheThresholdInOneStep()
{
    QVERIFY(openRoom(u"inlinesuggestion"_s));
    ChartView *chart = doubts()->chart();
    const auto *marker = OpenedWindow::marker(chart);
    const double before = session().scenario().threshold.value;
    const auto known = results().doubts().current();
    const QPoint from = OpenedWindow::handle(marker);
    press(chart->viewport(), from);
    moveTo(chart->viewport(), from + QPoint(60, 0));
    QVERIFY(session().scenario().threshold.value > before);
    release(chart->viewport(), from + QPoint(90, 0));
    const double after = session().scenario().threshold.value;
    QVERIFY(marker->label().startsWith(u"threshold "_s));
    QVERIFY(marker->note().endsWith(u" per 1,000 uses"_s));
    QCOMPARE(results().doubts().current(), known); // no threshold plays a part in them
    QVERIFY(takeOver()->isEnabled());
    key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(session().scenario().threshold.value, before);
    key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(session().scenario().threshold.value, after);
}

void TestDoubts::marker_byKeys_stepsAndEnds()
{
    QVERIFY(openRoom(u"inlinesuggestion"_s));
    ChartView *chart = doubts()->chart();
    OpenedWindow::marker(chart)->setFocus();
    chart->setFocus(Qt::TabFocusReason);
    const double before = session().scenario().threshold.value;
    QTest::keyClick(chart, Qt::Key_Right);
    QVERIFY(session().scenario().threshold.value > before);
    QTest::keyClick(chart, Qt::Key_End);
    QVERIFY(std::isinf(session().scenario().threshold.value));
    QCOMPARE(OpenedWindow::marker(chart)->label(), u"nothing shown"_s);
}

void TestDoubts::best_byButtonMarkAndKeys_isTakenOverInOneStep_data()
{
    QTest::addColumn<QString>("how");
    for (const char *how : {"button", "space", "mark"})
        QTest::newRow(how) << QString::fromLatin1(how);
}

void TestDoubts::best_byButtonMarkAndKeys_isTakenOverInOneStep()
{
    QFETCH(const QString, how);
    QVERIFY(openRoom(u"inlinesuggestion"_s));
    session().setThreshold({0.9});
    const ThresholdDoubts known = *results().doubts().current();
    QVERIFY(!known.isBest(session().scenario().threshold));
    QVERIFY(takeOver()->isEnabled());
    QCOMPARE(takeOver()->text(), expected().takeOver);
    ChartView *chart = doubts()->chart();
    const int steps = session().history().index();
    if (how == "button"_L1) {
        QTest::mouseClick(takeOver(), Qt::LeftButton);
    } else if (how == "space"_L1) {
        takeOver()->setFocus(Qt::TabFocusReason);
        QTest::keyClick(takeOver(), Qt::Key_Space);
    } else {
        const auto *marks = OpenedWindow::item<charts::MarksItem>(chart);
        const QPoint foot = OpenedWindow::at(
                chart, {marks->marks().front().axis, chart->frame()->vertical().low});
        QTest::mouseClick(chart->viewport(), Qt::LeftButton, {}, foot + QPoint(0, 6));
    }
    QTRY_COMPARE(session().scenario().threshold, known.best.threshold);
    QCOMPARE(session().history().index(), steps + 1);
    key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(session().scenario().threshold, Threshold{0.9});
}

void TestDoubts::best_alreadySet_saysWhyNot()
{
    QVERIFY(openRoom(u"inlinesuggestion"_s));
    session().setThreshold(results().doubts().current()->best.threshold);
    QVERIFY(!takeOver()->isEnabled());
    QVERIFY(text(doubts(), u"method"_s).endsWith(u"The threshold is one of the best already."_s));
}

void TestDoubts::drawnBy_chosen_isDrawnAnew()
{
    QVERIFY(openRoom(u"inlinesuggestion"_s));
    auto *box = doubts()->findChild<QComboBox *>(u"drawnBy"_s);
    QCOMPARE(box->currentText(), u"user"_s);
    const auto byUser = results().doubts().current();
    box->setFocus(Qt::TabFocusReason);
    QTest::keyClick(box, Qt::Key_Down);
    QCOMPARE(box->currentText(), u"use"_s);
    QTRY_VERIFY(results().drawnDoubts().current());
    QVERIFY(text(doubts(), u"method"_s).startsWith(u"1,000 resamples of 8,000 uses"_s));
    QCOMPARE(results().doubts().current(), byUser); // what an answer says stays
    QTest::keyClick(box, Qt::Key_Up);
    QVERIFY(text(doubts(), u"method"_s).startsWith(u"1,000 resamples of 400 users"_s));
    // Other rows, another choice.
    QVERIFY(m_opened->openSample(u"assistantanswers"_s));
    QCOMPARE(box->currentText(), u"question"_s);
    QVERIFY(!box->isEnabled() && box->toolTip().startsWith(u"No column says whose"_s));
}

void TestDoubts::days_inTheFile_areJudged()
{
    QVERIFY(openRoom(u"fraudalerts"_s));
    QVERIFY(results().doubts().current()->firstAndLast);
    QCOMPARE(expected().facts.at(2).title, u"Chosen early, judged late"_s);
    QVERIFY(text(doubts(), u"method"_s).contains(u"30 days"_s));
}

void TestDoubts::settings_other_areFadedUntilKnown()
{
    QVERIFY(openRoom(u"inlinesuggestion"_s));
    const auto *sentence = doubts()->findChild<QLabel *>(u"sentence"_s);
    const QString before = sentence->text();
    const auto *bars = OpenedWindow::item<charts::BarsItem>(doubts()->chart());
    session().setThreshold({0.9});
    session().history().beginGesture();
    session().setBudget(Milliseconds{200.0});
    QTRY_VERIFY(results().doubts().isOutdated()); // in the hand: nothing is worked out yet
    QVERIFY(!sentence->isEnabled() && bars->opacity() < 1.0);
    QCOMPARE(sentence->text(), before);
    QVERIFY(!takeOver()->isEnabled());
    session().history().endGesture();
    QTRY_VERIFY(settled());
    QVERIFY(sentence->isEnabled() && bars->opacity() == 1.0 && takeOver()->isEnabled());
    QCOMPARE(sentence->text(), expected().sentence);
    QVERIFY(sentence->text() != before);
}

void TestDoubts::cancelled_staysAndIsTakenUp()
{
    QVERIFY(openRoom(u"inlinesuggestion"_s));
    const auto *bar = doubts()->findChild<QWidget *>(u"work"_s);
    const QString before = text(doubts(), u"sentence"_s);
    session().setBudget(Milliseconds{200.0});
    QVERIFY(results().doubts().isPending());
    results().doubts().cancel();
    QVERIFY(bar->isVisible());
    QVERIFY(!doubts()->findChild<QLabel *>(u"sentence"_s)->isEnabled());
    QCOMPARE(text(doubts(), u"sentence"_s), before);
    QTest::mouseClick(bar->findChild<QPushButton *>(), Qt::LeftButton);
    QTRY_VERIFY(results().doubts().current());
    QVERIFY(!bar->isVisible());
    QCOMPARE(text(doubts(), u"sentence"_s), expected().sentence);
}

void TestDoubts::otherModel_isNotDrawnOnItsScores()
{
    QVERIFY(openRoom(u"inlinesuggestion"_s));
    session().edit(edits::model("on-device-small"));
    QTRY_COMPARE(*session().assessment().scenario.selection.model, "on-device-small");
    if (!results().doubts().isAnswered()) {
        QVERIFY(OpenedWindow::item<charts::BarsItem>(doubts()->chart())->bars().empty());
        QCOMPARE(text(doubts(), u"sentence"_s), wording::doubtsPendingText());
    }
    QTRY_VERIFY(results().doubts().current());
    QCOMPARE(text(doubts(), u"sentence"_s), expected().sentence);
}

void TestDoubts::calibration_known_isDrawnAndSaid()
{
    QVERIFY(openRoom(u"inlinesuggestion"_s));
    key(Qt::Key_4, Qt::ControlModifier);
    QTRY_VERIFY(results().calibration().current());
    const ScoreCalibration known = *results().calibration().current();
    const auto *points = OpenedWindow::item<charts::PointsItem>(calibration()->chart());
    QCOMPARE(points->points().size(), known.byBins->bins.size());
    const auto *table = calibration()->findChild<QTableView *>();
    QCOMPARE(table->model()->rowCount(), int(known.byBins->bins.size()));
    const Assessment &now = session().assessment();
    const auto words = wording::calibrationViewWords({.byBins = known.byBins,
                                                      .recalibration = known.recalibration,
                                                      .highestScore = known.highestScore,
                                                      .elkan = now.value.elkan,
                                                      .nearBest = now.value.nearBest});
    QCOMPARE(text(calibration(), u"sentence"_s), words.sentence);
    QCOMPARE(text(calibration(), u"elkan"_s), words.elkan);
    QCOMPARE(calibration()->chart()->accessibleDescription(), words.summary);
    QStringList shares;
    for (const charts::Tick &tick : calibration()->chart()->frame()->vertical().ticks(20))
        shares.append(tick.text);
    QVERIFY(shares.contains(u"50 %"_s) && shares.contains(u"99.9 %"_s));
    QVERIFY(shares.contains(u"0.1 %"_s) && !shares.contains(u"100 %"_s));
    // Not to be trusted here, so it is not offered.
    QVERIFY(OpenedWindow::item<charts::MarksItem>(calibration()->chart())->marks().empty());
}

void TestDoubts::bin_clickedOnEither_isChosenOnBoth()
{
    QVERIFY(openRoom(u"inlinesuggestion"_s));
    m_opened->showView(u"calibrationPage"_s);
    QTRY_VERIFY(results().calibration().current());
    ChartView *chart = calibration()->chart();
    const auto *points = OpenedWindow::item<charts::PointsItem>(chart);
    auto *table = calibration()->findChild<QTableView *>();
    const QImage before = chart->toImage();
    QTest::mouseClick(chart->viewport(), Qt::LeftButton, {},
                      OpenedWindow::at(chart, points->points().at(4).axis));
    QCOMPARE(table->currentIndex().row(), 4);
    const QImage fourth = chart->toImage();
    QVERIFY(fourth != before);
    table->setFocus(Qt::TabFocusReason);
    QTest::keyClick(table, Qt::Key_Down);
    QCOMPARE(table->currentIndex().row(), 5);
    QVERIFY(chart->toImage() != fourth);
}

void TestDoubts::calibration_markerDragged_setsTheThreshold()
{
    QVERIFY(openRoom(u"inlinesuggestion"_s));
    m_opened->showView(u"calibrationPage"_s);
    QTRY_VERIFY(results().calibration().current());
    ChartView *chart = calibration()->chart();
    const auto *marker = OpenedWindow::marker(chart);
    const double before = session().scenario().threshold.value;
    const QPoint from = OpenedWindow::handle(marker);
    press(chart->viewport(), from);
    moveTo(chart->viewport(), from + QPoint(40, 0));
    release(chart->viewport(), from + QPoint(40, 0));
    QVERIFY(session().scenario().threshold.value > before);
    QVERIFY(marker->note().contains(u" of 100 come true"_s));
    key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(session().scenario().threshold.value, before);
}

void TestDoubts::calibration_noProbabilities_saysSo()
{
    QVERIFY(openRoom(u"listingrecommendations"_s));
    key(Qt::Key_4, Qt::ControlModifier);
    QTRY_VERIFY(results().calibration().isAnswered());
    QVERIFY(!calibration()->chart()->isVisible());
    const auto *said = calibration()->findChild<QLabel *>(u"empty"_s);
    QVERIFY(said->isVisible());
    QCOMPARE(said->text(), wording::noProbabilitiesText());
}

void TestDoubts::smallest_saysWhatCannotBeTold_data()
{
    QTest::addColumn<QByteArray>("table");
    QByteArray one("label,score\n");
    for (int i = 0; i < 200; ++i)
        one += "1,0." + QByteArray::number(100 + i) + '\n';
    QTest::newRow("one row") << QByteArray("label,score\n1,0.5\n");
    QTest::newRow("one class") << one;
    QTest::newRow("scores alike") << QByteArray("label,score\n1,0.5\n0,0.5\n1,0.5\n0,0.5\n");
    QTest::newRow("few") << plainTable();
}

void TestDoubts::smallest_saysWhatCannotBeTold()
{
    QFETCH(const QByteArray, table);
    QVERIFY(m_opened->open(table));
    key(Qt::Key_4, Qt::ControlModifier);
    QTRY_VERIFY(settled());
    QCOMPARE(text(doubts(), u"sentence"_s), expected().sentence);
    QVERIFY(doubts()->chart()->isVisible());
    key(Qt::Key_4, Qt::ControlModifier);
    QTRY_VERIFY(settled());
    QVERIFY(!calibration()->chart()->isVisible());
    QVERIFY(!calibration()->findChild<QLabel *>(u"empty"_s)->text().isEmpty());
    QVERIFY(text(calibration(), u"sentence"_s)
                    .startsWith(u"Whether the scores are calibrated cannot be told"_s));
}

void TestDoubts::smallWindow_bothPicturesAreThere()
{
    m_opened->window.resize(1024, 700);
    QVERIFY(openRoom(u"inlinesuggestion"_s));
    QCOMPARE(m_opened->window.size(), QSize(1024, 700));
    QTRY_VERIFY(doubts()->chart()->height() > 200);
    m_opened->showView(u"calibrationPage"_s);
    QTRY_VERIFY(results().calibration().current());
    QTRY_VERIFY(calibration()->chart()->height() > 180);
    QVERIFY(calibration()->chart()->width() > 220);
    QVERIFY(doubts()->width() <= m_opened->window.width());
}

/// A file is opened over what is being worked out.
void TestDoubts::rows_none_thatAreLeft()
{
    QVERIFY(m_opened->openSample(u"inlinesuggestion"_s));
    key(Qt::Key_4, Qt::ControlModifier);
    QVERIFY(results().doubts().isPending());
    QVERIFY(m_opened->open(plainTable()));
    QTRY_VERIFY(settled());
    QCOMPARE(text(doubts(), u"sentence"_s), expected().sentence);
    QVERIFY(text(doubts(), u"method"_s).isEmpty()
            || !text(doubts(), u"method"_s).contains(u"400"_s));
}

ONEINN_TEST(TestDoubts)

} // namespace tests::journeys_doubts

#include "tst_doubts.moc"
