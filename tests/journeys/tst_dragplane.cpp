// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/heatmapitem.h"
#include "charts/staritem.h"
#include "plots/latencyaxis.h"
#include "results/results.h"
#include "support/sessionedits.h"
#include "support/shownanswer.h"
#include "support/testprogram.h"
#include "views/dials/planepanel.h"
#include "wording/limitwords.h"
#include "wording/planewords.h"

#include <QAccessible>
#include <QComboBox>
#include <QPushButton>
#include <QTabWidget>

#include <memory>

namespace tests::journeys_dragplane {

using namespace oneinn;
using namespace testsupport;
using charts::ChartMarker;
using charts::ChartView;

/// Both dials in one picture, as a person uses it.
class TestDragPlane : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_opened.reset(); }

    void journey_sampleDragReadUndo_everyMoveIsTrue();
    void drag_toTheTop_isNoBudget();
    void drag_toTheRightEnd_showsNothing();
    void drag_escape_returnsBoth();
    void keys_moveBothDials();
    void keys_ends_ofBothAxes();
    void star_clickOrButton_goesToTheBest();
    void best_isWhatItSays();
    void colors_areTheValuesOfTheirSettings();
    void view_picked_showsWhatItSays();
    void values_changed_paintAnotherPlane();
    void precisionLimit_changed_hatchesOtherCells();
    void axis_picked_isThatOfThePlane();
    void tabs_byKeyboard_showTheirPages();
    void tab_hidden_isNotRenderedUntilShown();
    void model_picked_makesAnotherPlane();
    void noLatency_saysWhy();
    void manyRows_planeArrivesLaterAndTheLastOneCounts();
    void marker_accessible_namesBothDials();

private:
    PlanePanel *panel() const { return m_opened->child<PlanePanel>(); }
    ChartView *chart() const { return panel()->chart(); }
    ChartMarker *marker() const { return OpenedWindow::marker(chart()); }
    charts::StarItem *star() const { return OpenedWindow::item<charts::StarItem>(chart()); }
    const charts::HeatMap &map() const
    {
        return OpenedWindow::item<charts::HeatMapItem>(chart())->map();
    }
    const Session &session() const { return m_opened->session; }
    const Scenario &scenario() const { return session().scenario(); }
    QString sentence() const { return text(QStringLiteral("sentence")); }
    QString text(const QString &label) const { return panel()->findChild<QLabel *>(label)->text(); }
    /// What the other column says it is worth.
    QString experience() const
    {
        return shownTexts(*m_opened).value(QStringLiteral("experience/value"));
    }
    /// What is not as the rows say, of what is on this tab and beside it.
    QString falseHere() const;

    std::unique_ptr<OpenedWindow> m_opened;
};

void TestDragPlane::init()
{
    m_opened = std::make_unique<OpenedWindow>();
    QVERIFY(m_opened->ready());
    QVERIFY(m_opened->openSample(QStringLiteral("inlinesuggestion")));
    m_opened->showView(QStringLiteral("planePage"));
    QTRY_VERIFY(m_opened->child<PlanePanel>()->isVisible());
    // The best point within the limits takes long beside other work.
    QTRY_VERIFY_WITH_TIMEOUT(star()->isVisible(), 30000);
}

QString TestDragPlane::falseHere() const
{
    const Assessment fresh = freshAssessment(session());
    if (const QString part = difference(session().assessment(), fresh); !part.isEmpty())
        return part;
    if (!countsAgreeWithRows(session()))
        return QStringLiteral("rows counted one by one");
    const auto shown = shownTexts(*m_opened);
    const auto expected = expectedTexts(fresh);
    for (auto it = expected.begin(); it != expected.end(); ++it) {
        const bool beside = it.key().startsWith(QLatin1String("experience/"))
                || it.key().endsWith(QLatin1String("/headline"));
        if (beside && shown.value(it.key()) != it.value())
            return it.key();
    }
    if (marker()->label() != wording::planePointLabel(fresh))
        return QStringLiteral("the label");
    if (marker()->note() != wording::planePointNote(wording::PlaneView::Value, fresh))
        return QStringLiteral("the note");
    if (!sentence().startsWith(QLatin1String("Here ")))
        return QStringLiteral("the sentence");
    return {};
}

void TestDragPlane::journey_sampleDragReadUndo_everyMoveIsTrue()
{
    const Scenario before = scenario();
    const QString said = experience();
    const QString label = marker()->label();
    const QPoint from = OpenedWindow::handle(marker());
    press(chart()->viewport(), from);
    for (int i = 1; i <= 6; ++i) {
        const Scenario last = scenario();
        const QPoint hand = from + QPoint(i * 12, i * 10);
        moveTo(chart()->viewport(), hand);
        QVERIFY(scenario().threshold.value > last.threshold.value);
        QVERIFY(scenario().budget->value < last.budget->value);
        QCOMPARE(falseHere(), QString());
        // The point stays in the hand but for what is rounded off the budget.
        const QPoint rest = OpenedWindow::at(chart(), marker()->position());
        QVERIFY((rest - hand).manhattanLength() <= 5);
    }
    release(chart()->viewport(), from + QPoint(72, 60));
    QVERIFY(experience() != said);
    QCOMPARE(m_opened->session.history().count(), 1);
    QTest::keyClick(&m_opened->window, Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(scenario() == before);
    QCOMPARE(experience(), said);
    QCOMPARE(marker()->label(), label);
}

void TestDragPlane::drag_toTheTop_isNoBudget()
{
    press(chart()->viewport(), OpenedWindow::handle(marker()));
    moveTo(chart()->viewport(), OpenedWindow::inPlot(chart(), 0.5, 0.99));
    QVERIFY(!scenario().budget);
    QCOMPARE(falseHere(), QString());
    moveTo(chart()->viewport(), OpenedWindow::inPlot(chart(), 0.5, 0.9));
    QVERIFY(scenario().budget.has_value());
    moveTo(chart()->viewport(), OpenedWindow::inPlot(chart(), 0.5, 0.0));
    QCOMPARE(session().assessment().counts.tp.rows, 0.0); // nothing is that quick
    QCOMPARE(falseHere(), QString());
    release(chart()->viewport(), OpenedWindow::inPlot(chart(), 0.5, 0.0));
}

void TestDragPlane::drag_toTheRightEnd_showsNothing()
{
    press(chart()->viewport(), OpenedWindow::handle(marker()));
    moveTo(chart()->viewport(), OpenedWindow::inPlot(chart(), 1.2, 0.5));
    QVERIFY(std::isinf(scenario().threshold.value));
    QCOMPARE(falseHere(), QString());
    release(chart()->viewport(), OpenedWindow::inPlot(chart(), 1.2, 0.5));
}

void TestDragPlane::drag_escape_returnsBoth()
{
    const Scenario before = scenario();
    const QPoint from = OpenedWindow::handle(marker());
    press(chart()->viewport(), from);
    moveTo(chart()->viewport(), from + QPoint(80, -70));
    QVERIFY(!(scenario() == before));
    QTest::keyClick(chart(), Qt::Key_Escape);
    release(chart()->viewport(), from);
    QVERIFY(scenario() == before);
    QCOMPARE(m_opened->session.history().count(), 0);
}

void TestDragPlane::keys_moveBothDials()
{
    marker()->setFocus();
    const Scenario before = scenario();
    QTest::keyClick(chart(), Qt::Key_Right);
    const double small = scenario().threshold.value;
    QVERIFY(small > before.threshold.value);
    QTest::keyClick(chart(), Qt::Key_Right, Qt::ShiftModifier);
    QVERIFY(scenario().threshold.value > small);
    QCOMPARE(scenario().budget, before.budget);
    QTest::keyClick(chart(), Qt::Key_Up);
    QCOMPARE(scenario().budget->value, 360.0);
    QTest::keyClick(chart(), Qt::Key_PageDown);
    QCOMPARE(scenario().budget->value, 260.0);
    QCOMPARE(falseHere(), QString());
    QCOMPARE(m_opened->session.history().count(), 4);
    QTest::keyClick(chart(), Qt::Key_Left);
    QVERIFY(marker()->hasFocus());
}

void TestDragPlane::keys_ends_ofBothAxes()
{
    marker()->setFocus();
    QTest::keyClick(chart(), Qt::Key_End);
    QVERIFY(std::isinf(scenario().threshold.value));
    QTest::keyClick(chart(), Qt::Key_Home);
    QCOMPARE(session().assessment().counts.fn.rows, 0.0);
    QTest::keyClick(chart(), Qt::Key_End, Qt::ShiftModifier);
    QVERIFY(!scenario().budget);
    QTest::keyClick(chart(), Qt::Key_Up);
    QVERIFY(!scenario().budget);
    QTest::keyClick(chart(), Qt::Key_Down);
    const double longest = scenario().budget.value().value;
    QVERIFY(longest > 1000.0);
    QTest::keyClick(chart(), Qt::Key_Up);
    QVERIFY(!scenario().budget);
    QTest::keyClick(chart(), Qt::Key_Home, Qt::ShiftModifier);
    QVERIFY(scenario().budget->value < 100.0);
    QCOMPARE(falseHere(), QString());
}

void TestDragPlane::star_clickOrButton_goesToTheBest()
{
    const QPoint there = onViewport(chart(), star());
    press(chart()->viewport(), there);
    release(chart()->viewport(), there);
    const Scenario best = scenario();
    QCOMPARE(m_opened->session.history().count(), 1);
    QVERIFY(sentence().contains(QLatin1String("as much as the best point")));
    QVERIFY(wording::beyondLimitsText(session().assessment()).isEmpty());
    QVERIFY((onViewport(chart(), marker()) - there).manhattanLength() <= 2);
    m_opened->session.history().undo();
    panel()->findChild<QPushButton *>(QStringLiteral("goToBest"))->click();
    QVERIFY(scenario() == best);
}

void TestDragPlane::best_isWhatItSays()
{
    // Against every budget that a person would say, each with its own best threshold within the
    // limits.
    double most = -1e9;
    for (double budget = 20.0; budget < 10000.0; budget = steppedBudget(budget, 1)) {
        Scenario other = scenario();
        other.budget = Milliseconds{budget};
        const Reach reach = reachAt(*session().rows()->at(other), limitsQuestion(other)).value();
        if (const TargetSetting *kept = recommendedSetting(reach, other.promise))
            most = std::max(most, kept->valuePerUse);
    }
    QVERIFY(most > -1e9);
    panel()->findChild<QPushButton *>(QStringLiteral("goToBest"))->click();
    QVERIFY(session().assessment().value.perUse > most - 0.002);
    QVERIFY(session().assessment().value.perUse <= most + 1e-9);
}

void TestDragPlane::colors_areTheValuesOfTheirSettings()
{
    const charts::GridValues &values = map().values;
    const QRectF area = map().area;
    for (const auto &[column, row] : {std::pair(20, 30), std::pair(100, 60), std::pair(150, 90)}) {
        const double x = area.left() + (column + 0.5) / double(values.columns) * area.width();
        const double y = area.top() + (row + 0.5) / double(values.rows) * area.height();
        const double shown = values.at(std::size_t(column), std::size_t(row)).value();
        const QPoint there = OpenedWindow::at(chart(), {x, y});
        press(chart()->viewport(), there);
        release(chart()->viewport(), there);
        // But for the pixel's width and the budget's rounding it is that setting.
        QVERIFY(std::abs(session().assessment().value.perUse - shown)
                < 0.03 + 0.05 * std::abs(shown));
    }
}

void TestDragPlane::view_picked_showsWhatItSays()
{
    auto *view = panel()->findChild<QComboBox *>(QStringLiteral("view"));
    const auto before = map().values;
    view->setFocus();
    QTest::keyClick(view, Qt::Key_Down);
    QCOMPARE(view->currentText(), wording::planeViewName(wording::PlaneView::Wrong));
    QVERIFY(!(map().values == before));
    QVERIFY(marker()->note().endsWith(QLatin1String("wrong")));
    QVERIFY(sentence().contains(QLatin1String("are wrong")));
    QVERIFY(sentence().contains(QLatin1String("the best point")));
    QVERIFY(text(QStringLiteral("legend")).contains(QLatin1String("nothing is shown")));
    for (const auto &value : map().values.values)
        QVERIFY(!value || (*value >= 0.0 && *value <= 1.0));
    QTest::keyClick(view, Qt::Key_Down);
    QVERIFY(marker()->note().endsWith(QLatin1String("missed")));
}

void TestDragPlane::values_changed_paintAnotherPlane()
{
    const auto before = map().values;
    m_opened->session.setThreshold({0.3});
    m_opened->session.setBudget(Milliseconds{300.0});
    QVERIFY(map().values == before); // the dials do not change the plane
    testsupport::setValues(m_opened->session, {1.0, -1.0, -1.0, 0.0});
    QVERIFY(!(map().values == before));
    m_opened->session.history().undo();
    QVERIFY(map().values == before);
}

void TestDragPlane::precisionLimit_changed_hatchesOtherCells()
{
    const auto count = [this] {
        const auto &veiled = map().veiled;
        return std::count(veiled.begin(), veiled.end(), true);
    };
    const auto before = count();
    m_opened->session.edit(Field::PrecisionLimit, 0.5);
    QVERIFY(count() < before);
    QVERIFY(text(QStringLiteral("legend")).contains(QLatin1String("50 %")));
}

void TestDragPlane::axis_picked_isThatOfThePlane()
{
    m_opened->showView(QStringLiteral("tradeoff"));
    auto *axis = m_opened->child<ScoresPanel>()->findChild<QComboBox *>(QStringLiteral("axis"));
    axis->setFocus();
    QTest::keyClick(axis, Qt::Key_Down);
    m_opened->showView(QStringLiteral("planePage"));
    QCOMPARE(chart()->frame()->horizontal().title, m_opened->scores()->frame()->horizontal().title);
    QCOMPARE(chart()->frame()->horizontal().low, m_opened->scores()->frame()->horizontal().low);
}

void TestDragPlane::tabs_byKeyboard_showTheirPages()
{
    QVERIFY(chart()->isVisible());
    QTest::keyClick(&m_opened->window, Qt::Key_2, Qt::ControlModifier); // on to Targets
    QVERIFY(!chart()->isVisible());
    QTest::keyClick(&m_opened->window, Qt::Key_2, Qt::ControlModifier); // and round again
    QVERIFY(m_opened->scores()->isVisible());
    QTest::keyClick(&m_opened->window, Qt::Key_6, Qt::ControlModifier);
    QVERIFY(!m_opened->scores()->isVisible());
    QTest::keyClick(&m_opened->window, Qt::Key_2, Qt::ControlModifier); // the view that was left
    QVERIFY(m_opened->scores()->isVisible());
}

void TestDragPlane::tab_hidden_isNotRenderedUntilShown()
{
    const QString stale = m_opened->scores()->accessibleDescription();
    m_opened->session.edit(edits::operatingPoint({0.9}, Milliseconds{150.0}));
    QCOMPARE(m_opened->scores()->accessibleDescription(), stale);
    m_opened->showView(QStringLiteral("tradeoff"));
    QCOMPARE(falselyShown(*m_opened), QString());
    const QString here = sentence();
    m_opened->session.edit(edits::operatingPoint({0.2}, Milliseconds{250.0}));
    QCOMPARE(sentence(), here);
    m_opened->showView(QStringLiteral("planePage"));
    QCOMPARE(falseHere(), QString());
}

void TestDragPlane::model_picked_makesAnotherPlane()
{
    const auto before = map().values;
    m_opened->session.edit(edits::model("on-device-small"));
    QVERIFY(!(map().values == before));
    QTRY_VERIFY(star()->isVisible());
    QCOMPARE(falseHere(), QString());
}

void TestDragPlane::noLatency_saysWhy()
{
    QVERIFY(m_opened->open(plainTable()));
    QVERIFY(!chart()->isVisible());
    QCOMPARE(text(QStringLiteral("empty")), wording::noPlaneText());
    m_opened->session.setThreshold({0.3});
    m_opened->showView(QStringLiteral("tradeoff"));
    QCOMPARE(falselyShown(*m_opened), QString());
    QVERIFY(m_opened->openSample(QStringLiteral("inlinesuggestion")));
    m_opened->showView(QStringLiteral("planePage"));
    QVERIFY(chart()->isVisible());
    QCOMPARE(falseHere(), QString());
}

void TestDragPlane::manyRows_planeArrivesLaterAndTheLastOneCounts()
{
    m_opened->showView(QStringLiteral("tradeoff"));
    QVERIFY(m_opened->open(mixedTable(400000)));
    const Results::Plane &plane = m_opened->child<Results>()->plane();
    QSignalSpy prepared(&m_opened->session.loading(), &Loading::finished);
    m_opened->session.edit(edits::model({})); // all of them
    QVERIFY(prepared.wait(20000));
    m_opened->showView(QStringLiteral("planePage"));
    QVERIFY(sentence().contains(QLatin1String("being worked out")));
    QVERIFY(!star()->isVisible());
    testsupport::setValues(m_opened->session, {5.0, -1.0, -1.0, 0.0});
    QTRY_VERIFY_WITH_TIMEOUT(plane.current(), 20000);
    QCOMPARE(falseHere(), QString());
    QTRY_VERIFY_WITH_TIMEOUT(star()->isVisible(), 20000);
    const auto first = map().values;
    testsupport::setValues(m_opened->session, {1.0, -1.0, -1.0, 0.0});
    QVERIFY(map().values == first); // the old picture until the new one is there
    QVERIFY(!star()->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(plane.current(), 20000);
    QVERIFY(!(map().values == first));
}

void TestDragPlane::marker_accessible_namesBothDials()
{
    auto *interface = QAccessible::queryAccessibleInterface(marker());
    QVERIFY(interface);
    QCOMPARE(interface->text(QAccessible::Name), QStringLiteral("Threshold and latency budget"));
    QCOMPARE(interface->text(QAccessible::Value), marker()->label());
    QVERIFY(marker()->label().contains(QLatin1String("350 ms")));
    QVERIFY(!chart()->accessibleDescription().isEmpty());
}

ONEINN_TEST(TestDragPlane)

} // namespace tests::journeys_dragplane

#include "tst_dragplane.moc"
