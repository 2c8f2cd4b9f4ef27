// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/pointsitem.h"
#include "results/results.h"
#include "support/openedwindow.h"
#include "support/testprogram.h"
#include "views/pins/pinspanel.h"
#include "views/pins/pinsstrip.h"
#include "wording/numbers.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QScrollBar>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>

#include <memory>

namespace tests::journeys_pins {

using namespace oneinn;
using namespace testsupport;
using charts::ChartView;
using charts::NamedPoint;
using charts::PointsItem;

/// Keeping points, comparing them and returning to them, as a person does it.
class TestPins : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_opened.reset(); }

    void opened_sample_hasTheDefaultNobodyChose();
    void journey_pinDragReturn_isUndoneStepByStep();
    void name_editedInPlace_isOneStep();
    void name_givenUp_staysAsItWas();
    void row_clicked_returnsToItAndTheNameDoesNot();
    void row_enter_returnsToItAndTheButtonToo();
    void row_deleted_isGoneAndComesBack();
    void row_movedByKeysAndByHand_keepsItsSelection();
    void row_copied_isThatOfTheTable();
    void drag_threshold_nowFollowsAndPinsStay();
    void marker_clicked_returnsOnEveryChart();
    void marker_ofAnotherModel_isDashedAndOffTheScores();
    void differences_shown_haveIntervalsOrCannotBeToldApart();
    void pin_thatDoesNotFit_saysWhyAndStays();
    void noPins_table_saysHowToPin();
    void table_openOrNot_asThePersonChoseAndNothingMoves();
    void table_escape_closesItWhereverTheHandIs();
    void table_narrow_needsNoScrolling();
    void chips_tellAndReturn();
    void worstData_pins_areSaidAsFarAsTheyGo_data();
    void worstData_pins_areSaidAsFarAsTheyGo();

private:
    PinsPanel *panel() const { return m_opened->child<PinsPanel>(); }
    QTableView *table() const { return panel()->findChild<QTableView *>(QStringLiteral("table")); }
    PinResults &results() const { return m_opened->child<Results>()->pins(); }
    Session &session() const { return m_opened->session; }
    const Scenario &scenario() const { return session().scenario(); }
    QString cell(int row, int column) const
    {
        return table()->model()->index(row, column).data().toString();
    }
    bool allCurrent() const
    {
        const auto &pins = results().pins();
        return std::all_of(pins.begin(), pins.end(),
                           [](const PinResults::Pin &pin) { return pin.isCurrent; });
    }
    QPoint at(int row, int column) const
    {
        return table()->visualRect(table()->model()->index(row, column)).center();
    }
    void select(int row) const
    {
        table()->setFocus();
        table()->setCurrentIndex(table()->model()->index(row, 0));
    }
    void pinByKey() const { QTest::keyClick(&m_opened->window, Qt::Key_D, Qt::ControlModifier); }
    void undo() const { QTest::keyClick(&m_opened->window, Qt::Key_Z, Qt::ControlModifier); }
    /// Of this pin in a chart; null where it is not drawn.
    static const NamedPoint *marker(const ChartView *chart, int pin)
    {
        for (QGraphicsItem *item : chart->scene()->items()) {
            auto *points = dynamic_cast<PointsItem *>(item);
            if (!points)
                continue;
            for (const NamedPoint &point : points->points()) {
                if (point.id == pin)
                    return &point;
            }
        }
        return nullptr;
    }
    static void click(const ChartView *chart, QPointF axis)
    {
        const QPoint place = OpenedWindow::at(chart, chart->frame()->clamped(axis));
        press(chart->viewport(), place);
        release(chart->viewport(), place);
    }

    std::unique_ptr<OpenedWindow> m_opened;
};

namespace {

enum Column { Name, ThresholdSet, BudgetSet, PolicySet, Wrong, Missed, Late, UntilBad, Value };

} // namespace

void TestPins::init()
{
    m_opened = std::make_unique<OpenedWindow>(QSize(1440, 900));
    QVERIFY(m_opened->ready());
    QVERIFY(m_opened->openSample(QStringLiteral("inlinesuggestion")));
    QTRY_VERIFY(allCurrent());
    if (!panel()->isOpen())
        QTest::keyClick(&m_opened->window, Qt::Key_F6);
    QTRY_VERIFY(table()->isVisible());
}

void TestPins::opened_sample_hasTheDefaultNobodyChose()
{
    QCOMPARE(table()->model()->rowCount(), 2);
    QVERIFY(table()->isVisible());
    QCOMPARE(cell(0, Name), QStringLiteral("● Now"));
    QCOMPARE(cell(1, Name), QStringLiteral("○ A — the default 0.5"));
    QCOMPARE(cell(1, ThresholdSet), QStringLiteral("0.50"));
    QCOMPARE(cell(1, BudgetSet), QStringLiteral("none"));
    // Worked out again from nothing.
    Scenario asked = scenario();
    asked.threshold = {0.5};
    asked.budget.reset();
    asked.latePolicy = LatePolicy::ShowNothing;
    const auto rows = ScenarioRows::prepare(session().index().predictions(), asked).value();
    const Assessment fresh = assess(*rows, asked);
    const double perThousand = std::round(1000.0 * fresh.value.perUse);
    QCOMPARE(cell(1, Value), QStringLiteral("+%1").arg(perThousand));
    const double wrong = 100.0 * fresh.experience[Share::WrongOfShown]->value;
    QVERIFY(cell(1, Wrong).startsWith(QStringLiteral("%1 of 100 (1 in ").arg(qRound(wrong))));
}

void TestPins::journey_pinDragReturn_isUndoneStepByStep()
{
    const Scenario before = scenario();
    pinByKey();
    QCOMPARE(session().state().pins.size(), std::size_t(2));
    QCOMPARE(cell(2, Name), QStringLiteral("○ B"));
    QTRY_VERIFY(allCurrent());
    QCOMPARE(cell(2, Value), cell(0, Value));

    ChartView *scores = m_opened->scores();
    const QPoint from = OpenedWindow::handle(OpenedWindow::marker(scores));
    drag(scores->viewport(), from, from + QPoint(90, 0));
    QVERIFY(!(scenario() == before));
    const Scenario dragged = scenario();
    QVERIFY(cell(2, Value) != cell(0, Value));

    QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, at(2, Value));
    QVERIFY(scenario() == before);
    select(2);
    QTest::keyClick(table(), Qt::Key_Delete);
    QCOMPARE(session().state().pins.size(), std::size_t(1));
    QCOMPARE(session().history().count(), 4);

    undo();
    QCOMPARE(session().state().pins.size(), std::size_t(2));
    undo();
    QVERIFY(scenario() == dragged);
    undo();
    QVERIFY(scenario() == before);
    undo();
    QCOMPARE(session().state().pins.size(), std::size_t(1));
    session().history().redo();
    QCOMPARE(session().state().pins.size(), std::size_t(2));
    QCOMPARE(table()->model()->rowCount(), 3);
}

void TestPins::name_editedInPlace_isOneStep()
{
    select(1);
    QTest::keyClick(table(), Qt::Key_F2);
    auto *editor = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(editor);
    QTest::keyClicks(editor, QStringLiteral("as shipped"));
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(session().state().pins[0].name, std::string("as shipped"));
    QCOMPARE(cell(1, Name), QStringLiteral("○ A — as shipped"));
    QCOMPARE(session().history().count(), 1);

    QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, at(1, Name));
    QTest::mouseDClick(table()->viewport(), Qt::LeftButton, {}, at(1, Name));
    editor = table()->findChild<QLineEdit *>();
    QVERIFY(editor);
    QCOMPARE(editor->text(), QStringLiteral("as shipped"));
    editor->clear(); // without a name of its own it has the one it came with
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(cell(1, Name), QStringLiteral("○ A — the default 0.5"));
    undo();
    QCOMPARE(session().state().pins[0].name, std::string("as shipped"));
}

void TestPins::name_givenUp_staysAsItWas()
{
    select(1);
    QTest::keyClick(table(), Qt::Key_F2);
    auto *editor = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(editor);
    QTest::keyClicks(editor, QStringLiteral("x"));
    QTest::keyClick(editor, Qt::Key_Escape);
    QVERIFY(session().state().pins[0].name.empty());
    QCOMPARE(session().history().count(), 0);
}

void TestPins::row_clicked_returnsToItAndTheNameDoesNot()
{
    const Scenario before = scenario();
    QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, at(1, Name));
    QVERIFY(scenario() == before);
    QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, at(0, Value));
    QVERIFY(scenario() == before);
    QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, at(1, Wrong));
    QVERIFY(choiceOf(scenario()) == session().state().pins[0].choice);
    QVERIFY(scenario().values == before.values);
}

void TestPins::row_enter_returnsToItAndTheButtonToo()
{
    const Scenario before = scenario();
    auto *button = panel()->findChild<QPushButton *>(QStringLiteral("returnButton"));
    select(0);
    QVERIFY(!button->isEnabled());
    select(1);
    QTest::keyClick(table(), Qt::Key_Return);
    QCOMPARE(scenario().threshold, (Threshold{0.5}));
    QVERIFY(!scenario().budget);
    undo();
    QVERIFY(scenario() == before);
    QVERIFY(button->isEnabled());
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(scenario().threshold, (Threshold{0.5}));
    QCOMPARE(cell(0, Value), cell(1, Value));
}

void TestPins::row_deleted_isGoneAndComesBack()
{
    session().setThreshold({0.8});
    pinByKey();
    session().setThreshold({0.9});
    pinByKey();
    QCOMPARE(table()->model()->rowCount(), 4);
    select(2);
    QTest::keyClick(table(), Qt::Key_Delete);
    QCOMPARE(session().state().pins.size(), std::size_t(2));
    QCOMPARE(session().state().pins[1].choice.threshold, (Threshold{0.9}));
    QCOMPARE(table()->currentIndex().row(), 2); // the one that took its place
    select(0);
    QTest::keyClick(table(), Qt::Key_Delete);
    QCOMPARE(session().state().pins.size(), std::size_t(2)); // now is not a pin
    undo();
    QCOMPARE(session().state().pins[1].choice.threshold, (Threshold{0.8}));
}

void TestPins::row_movedByKeysAndByHand_keepsItsSelection()
{
    pinByKey();
    select(2);
    QTest::keyClick(table(), Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(session().state().pins[1].origin, PinnedPoint::Origin::Default);
    QCOMPARE(table()->currentIndex().row(), 1);
    QCOMPARE(cell(2, Name), QStringLiteral("○ B — the default 0.5"));
    QTest::keyClick(table(), Qt::Key_Up, Qt::AltModifier); // already the first
    QCOMPARE(session().history().count(), 2);
    QTest::keyClick(table(), Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(session().state().pins[0].origin, PinnedPoint::Origin::Default);
    QCOMPARE(table()->currentIndex().row(), 2);

    // As a drag ends: the last row let go of above the first pin.
    auto *model = table()->model();
    const std::unique_ptr<QMimeData> data(model->mimeData({model->index(2, 0)}));
    QVERIFY(model->dropMimeData(data.get(), Qt::MoveAction, 1, 0, {}));
    QCOMPARE(session().state().pins[1].origin, PinnedPoint::Origin::Default);
    QVERIFY(model->dropMimeData(data.get(), Qt::MoveAction, 3, 0, {})); // where it is
    QCOMPARE(session().history().count(), 4);
    undo();
    QCOMPARE(session().state().pins[0].origin, PinnedPoint::Origin::Default);
}

void TestPins::row_copied_isThatOfTheTable()
{
    select(1);
    QTest::keyClick(table(), Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QApplication::clipboard()->text().split(QLatin1Char('\n'));
    QCOMPARE(lines.size(), 2);
    QVERIFY(lines[0].startsWith(QLatin1String("Point\tThreshold\tBudget\t")));
    QVERIFY(lines[1].startsWith(QStringLiteral("A — the default 0.5\t0.50\tnone\t")));
}

void TestPins::drag_threshold_nowFollowsAndPinsStay()
{
    const QString pinned = cell(1, Value);
    ChartView *scores = m_opened->scores();
    const QPoint from = OpenedWindow::handle(OpenedWindow::marker(scores));
    press(scores->viewport(), from);
    moveTo(scores->viewport(), from + QPoint(60, 0));
    moveTo(scores->viewport(), from + QPoint(120, 0));
    const Assessment &now = session().assessment();
    QCOMPARE(cell(0, ThresholdSet),
             wording::thresholdText(now.scenario.threshold, now.sameDecisions));
    QCOMPARE(cell(0, Value), wording::signedText(1000.0 * now.value.perUse, 3));
    QCOMPARE(cell(1, Value), pinned);
    release(scores->viewport(), from + QPoint(120, 0));
}

void TestPins::marker_clicked_returnsOnEveryChart()
{
    session().setThreshold({0.9});
    session().setBudget(Milliseconds{300.0});
    pinByKey();
    QTRY_VERIFY(allCurrent());
    const Choice pinned = session().state().pins[1].choice;
    m_opened->showView(QStringLiteral("planePage"));
    auto *plane = m_opened->child<QWidget>(QStringLiteral("plane"))->findChild<ChartView *>();
    QTRY_VERIFY(marker(plane, 1));
    m_opened->showView(QStringLiteral("tradeoff"));
    for (ChartView *chart : {m_opened->scores(), m_opened->curve(), m_opened->latency(), plane}) {
        m_opened->showView(chart == plane ? QStringLiteral("planePage")
                                          : QStringLiteral("tradeoff"));
        QTRY_VERIFY(chart->isVisible());
        session().setThreshold({0.3});
        session().setBudget(Milliseconds{1000.0});
        const NamedPoint *point = marker(chart, 1);
        QVERIFY(point);
        QCOMPARE(point->look, NamedPoint::Look::Hollow);
        QCOMPARE(point->label, QStringLiteral("B"));
        click(chart, point->axis);
        QVERIFY2(choiceOf(scenario()) == pinned, qPrintable(chart->accessibleName()));
    }
    const auto &metrics = session().assessment().metrics;
    QCOMPARE(marker(m_opened->curve(), 1)->axis, QPointF(*metrics.recall, *metrics.precision));
}

void TestPins::marker_ofAnotherModel_isDashedAndOffTheScores()
{
    const auto model = scenario().selection.model;
    session().edit(edits::model("on-device-small"));
    pinByKey();
    QTRY_VERIFY(allCurrent());
    QCOMPARE(marker(m_opened->scores(), 1)->look, NamedPoint::Look::Hollow);
    QVERIFY(!marker(m_opened->scores(), 0));
    const auto &own = session().assessment().metrics;
    const QPointF place(*own.recall, *own.precision);
    session().edit(edits::model(model));
    QVERIFY(!marker(m_opened->scores(), 1));
    QVERIFY(marker(m_opened->scores(), 0));
    const NamedPoint *point = marker(m_opened->curve(), 1);
    QCOMPARE(point->look, NamedPoint::Look::Dashed);
    QCOMPARE(point->axis, place);
    QVERIFY(point->toolTip.contains(QLatin1String("on-device-small")));
}

void TestPins::differences_shown_haveIntervalsOrCannotBeToldApart()
{
    session().setThreshold({0.95});
    pinByKey();
    session().setThreshold({0.9499});
    QTRY_VERIFY(allCurrent());
    auto *toggle = panel()->findChild<QCheckBox *>(QStringLiteral("differences"));
    toggle->setFocus();
    QTest::keyClick(toggle, Qt::Key_Space);
    QVERIFY(toggle->isChecked());
    QTRY_VERIFY(results().pins()[0].isCompared && results().pins()[1].isCompared);
    // Many more are shown wrongly at 0.5 than at 0.95; between 0.95 and 0.9499 nobody can tell.
    QVERIFY2(cell(1, Wrong).startsWith(QLatin1Char('+')) && cell(1, Wrong).endsWith(u')'),
             qPrintable(cell(1, Wrong)));
    const auto &wrong = *(*results().pins()[0].differences)[Share::WrongOfShown];
    QVERIFY(wrong.interval.low > 0.0 && wrong.interval.low < wrong.difference);
    QVERIFY(cell(2, Value) == QLatin1String("cannot be told apart")
            || cell(2, Value) == QLatin1String("the same"));
    QVERIFY(cell(1, UntilBad).endsWith(QLatin1String("sooner")));
    QVERIFY(!cell(0, Value).contains(QLatin1String("apart")));
    select(1);
    const auto *hint = panel()->findChild<QLabel *>(QStringLiteral("hint"));
    QVERIFY(hint->text().contains(QLatin1String("8,000 uses")));
    QTest::keyClick(toggle, Qt::Key_Space);
    QVERIFY(!cell(1, Wrong).startsWith(QLatin1Char('+')));
}

void TestPins::pin_thatDoesNotFit_saysWhyAndStays()
{
    Source source = session().data().source;
    Choice gone = choiceOf(scenario());
    gone.model = "no-such-model";
    source.pins = {{.name = "gone", .choice = gone}};
    QVERIFY(m_opened->finishes([&] { session().loading().open(source); }));
    QTRY_VERIFY(allCurrent());
    QCOMPARE(cell(1, Name), QStringLiteral("○ A — gone"));
    QCOMPARE(cell(1, Value), QStringLiteral("—"));
    QCOMPARE(cell(1, PolicySet), QStringLiteral("no-such-model, nothing when late"));
    const Scenario before = scenario();
    select(1);
    QTest::keyClick(table(), Qt::Key_Return);
    QVERIFY(scenario() == before);
    const auto *hint = panel()->findChild<QLabel *>(QStringLiteral("hint"));
    QVERIFY(hint->text().contains(QLatin1String("no-such-model")));
    QVERIFY(!panel()->findChild<QPushButton *>(QStringLiteral("returnButton"))->isEnabled());
    QVERIFY(!marker(m_opened->curve(), 0));
}

void TestPins::noPins_table_saysHowToPin()
{
    select(1);
    QTest::keyClick(table(), Qt::Key_Delete);
    const auto *empty = panel()->findChild<QLabel *>(QStringLiteral("empty"));
    QVERIFY(empty->isVisible() && !table()->isVisible());
    QVERIFY(empty->text().contains(QLatin1String("Ctrl+D")));
    pinByKey();
    QVERIFY(!empty->isVisible() && table()->isVisible());
}

void TestPins::table_openOrNot_asThePersonChoseAndNothingMoves()
{
    auto *compare = m_opened->child<QToolButton>(QStringLiteral("compare"));
    const QRect charts = m_opened->scores()->geometry();
    QVERIFY(table()->isVisible()); // as init() left it
    compare->setFocus();
    QTest::keyClick(compare, Qt::Key_Space);
    QVERIFY(!table()->isVisible());
    QCoreApplication::sendPostedEvents();
    QCOMPARE(m_opened->scores()->geometry(), charts);
    QTest::keyClick(&m_opened->window, Qt::Key_F6);
    QTRY_VERIFY(table()->isVisible());
    QTRY_VERIFY(table()->hasFocus());
    QCOMPARE(m_opened->scores()->geometry(), charts);
    // It lies between the rail and what users experience.
    QVERIFY(!panel()->geometry().intersects(
            m_opened->child<QWidget>(QStringLiteral("rightScroll"))->geometry()));
}

/// The hand goes back to where it was; what is edited in a cell is given up first.
void TestPins::table_escape_closesItWhereverTheHandIs()
{
    const auto *compare = m_opened->child<QToolButton>(QStringLiteral("compare"));
    QTest::keyClick(table(), Qt::Key_Escape);
    QVERIFY(!table()->isVisible() && !compare->isChecked());
    auto *chart = m_opened->scores();
    chart->setFocus();
    QTest::keyClick(&m_opened->window, Qt::Key_F6);
    QTRY_VERIFY(table()->hasFocus());
    select(1);
    QTest::keyClick(table(), Qt::Key_F2);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(table()->isVisible());
    QTRY_VERIFY(table()->hasFocus());
    QTest::keyClick(table(), Qt::Key_Escape);
    QVERIFY(!table()->isVisible());
    QTRY_VERIFY(chart->hasFocus());
    QTest::keyClick(&m_opened->window, Qt::Key_F6);
    QTRY_VERIFY(table()->isVisible());
    chart->setFocus();
    QTest::keyClick(chart, Qt::Key_Escape);
    QVERIFY(!table()->isVisible());
    QVERIFY(chart->hasFocus());
}

void TestPins::table_narrow_needsNoScrolling()
{
    m_opened->window.resize(1900, 900);
    QTRY_VERIFY(!table()->isColumnHidden(PolicySet));
    m_opened->window.resize(1024, 700);
    QTRY_VERIFY(table()->isColumnHidden(PolicySet));
    for (const Column column : {Wrong, Missed, Late, Value})
        QVERIFY(!table()->isColumnHidden(column));
    QTRY_COMPARE(table()->horizontalScrollBar()->maximum(), 0);
    const QString tip = table()->model()->index(1, Name).data(Qt::ToolTipRole).toString();
    QVERIFY2(tip.contains(cell(1, ThresholdSet)) && tip.contains(cell(1, PolicySet)),
             qPrintable(tip));
}

void TestPins::chips_tellAndReturn()
{
    session().setThreshold({0.9});
    pinByKey();
    QTRY_VERIFY(allCurrent());
    session().setThreshold({0.3});
    auto *strip = m_opened->child<PinsStrip>();
    const auto chips = strip->findChildren<QPushButton *>();
    QCOMPARE(chips.size(), 3);
    for (int row = 0; row < 3; ++row) {
        const QString name = cell(row, Name);
        QVERIFY2(chips[row]->text().startsWith(name.left(12)), qPrintable(chips[row]->text()));
        QVERIFY(chips[row]->text().endsWith(cell(row, Value)));
        QVERIFY(chips[row]->isVisible());
    }
    QTest::mouseClick(chips[2], Qt::LeftButton);
    QCOMPARE(session().scenario().threshold.value, 0.9);
}

void TestPins::worstData_pins_areSaidAsFarAsTheyGo_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("pinned"); // when opened
    QTest::addRow("no latencies") << plainTable() << 1;
    QTest::addRow("one row") << QByteArray("label,score\n1,0.7\n") << 1;
    QTest::addRow("one class") << QByteArray("label,score\n1,0.7\n1,0.2\n1,0.4\n") << 1;
    QTest::addRow("no probabilities") << QByteArray("label,score\n1,7\n0,2\n1,4\n0,-3\n") << 0;
    QTest::addRow("latencies of few")
            << QByteArray("label,score,latency_ms\n1,0.7,100\n0,0.6,\n1,0.4,timeout\n0,0.1,50\n")
            << 1;
}

void TestPins::worstData_pins_areSaidAsFarAsTheyGo()
{
    QFETCH(const QByteArray, content);
    QFETCH(const int, pinned);
    QVERIFY(m_opened->open(content));
    QCOMPARE(int(session().state().pins.size()), pinned);
    session().moveThresholdToEnd(true); // nothing shown
    pinByKey();
    session().moveThresholdToEnd(false);
    QTRY_VERIFY(allCurrent());
    panel()->findChild<QCheckBox *>(QStringLiteral("differences"))->click();
    QTRY_VERIFY(results().pins().back().isCompared);
    const int last = table()->model()->rowCount() - 1;
    QCOMPARE(cell(last, ThresholdSet), QStringLiteral("none shown"));
    QCOMPARE(cell(last, Wrong), QStringLiteral("—")); // none shown: neither right nor wrong
    for (int row = 0; row <= last; ++row) {
        for (int column = 0; column < table()->model()->columnCount(); ++column) {
            QVERIFY(!cell(row, column).isEmpty());
            QVERIFY(!cell(row, column).contains(QLatin1String("nan"), Qt::CaseInsensitive));
        }
    }
    select(last);
    QTest::keyClick(table(), Qt::Key_Return);
    QVERIFY(std::isinf(scenario().threshold.value));
}

ONEINN_TEST(TestPins)

} // namespace tests::journeys_pins

#include "tst_pins.moc"
