// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/shownanswer.h"
#include "support/testprogram.h"
#include "views/product/patiencepanel.h"

#include <QAbstractButton>
#include <QComboBox>

#include <memory>

namespace tests::journeys_patience {

using namespace oneinn;
using namespace testsupport;

class TestPatienceJourney : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_opened.reset(); }

    void patience_atFirst_everyoneWaits();
    void plot_pressed_makesTheFirstPoint();
    void point_dragged_isOneStepThatUndoReturns();
    void point_draggedPastItsNeighbour_staysBefore();
    void point_draggedAndEscape_nothingChanged();
    void point_keys_moveItInBothDirections();
    void points_typed_areTheCurve();
    void points_faulty_keptAndExplained();
    void shape_withoutTwoPoints_keptAndExplained();
    void editor_button_opensAndCloses();
    void addPoint_clicked_oneMoreAfterTheLast();
    void likeness_picked_namesItsSource();
    void feature_picked_isOneStepThatKeepsTheData();
    void feature_edited_keepsItsName();
    void feature_own_isListedLast();
    void feature_broken_saidInTheWindow();

private:
    charts::ChartView *chart() const { return m_opened->child<PatiencePanel>()->chart(); }
    QList<charts::ChartMarker *> markers() const;
    QLabel *label(const char *name) const { return m_opened->child<QLabel>(QLatin1String(name)); }
    QComboBox *box(const char *name) const
    {
        return m_opened->child<QComboBox>(QLatin1String(name));
    }
    void type(const QString &points) const;
    void pick(QComboBox *box, const QString &text) const;
    const PatienceCurve &patience() const { return m_opened->session.scenario().patience; }
    void writeOwnPreset(const QString &name, const QByteArray &json) const;

    QTemporaryDir m_config;
    std::unique_ptr<OpenedWindow> m_opened;
};

void TestPatienceJourney::initTestCase()
{
    // Nobody's own presets take part.
    qputenv("XDG_CONFIG_HOME", m_config.path().toUtf8());
}

void TestPatienceJourney::init()
{
    m_opened = std::make_unique<OpenedWindow>();
    QVERIFY(m_opened->ready());
    QVERIFY(m_opened->open(mixedTable()));
    m_opened->showView(QStringLiteral("productPage"));
}

QList<charts::ChartMarker *> TestPatienceJourney::markers() const
{
    QList<charts::ChartMarker *> found;
    for (QGraphicsItem *item : chart()->scene()->items(Qt::AscendingOrder)) {
        auto *marker = dynamic_cast<charts::ChartMarker *>(item);
        if (marker && marker->isVisible())
            found.append(marker);
    }
    return found;
}

void TestPatienceJourney::type(const QString &points) const
{
    auto *line = m_opened->child<QLineEdit>(QStringLiteral("points"));
    m_opened->child<QAbstractButton>(QStringLiteral("edit"))->setChecked(true);
    line->setFocus();
    line->selectAll();
    QTest::keyClick(line, Qt::Key_Delete);
    QTest::keyClicks(line, points);
    QTest::keyClick(line, Qt::Key_Return);
}

void TestPatienceJourney::pick(QComboBox *box, const QString &text) const
{
    box->setFocus();
    const int wanted = box->findText(text);
    QVERIFY(wanted >= 0);
    for (int i = 0; i < box->count() && box->currentIndex() != wanted; ++i)
        QTest::keyClick(box, box->currentIndex() < wanted ? Qt::Key_Down : Qt::Key_Up);
    QCOMPARE(box->currentText(), text);
}

void TestPatienceJourney::writeOwnPreset(const QString &name, const QByteArray &json) const
{
    QVERIFY(QDir().mkpath(ownPresetsFolder()));
    QFile file(ownPresetsFolder() + QLatin1Char('/') + name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(json);
}

void TestPatienceJourney::patience_atFirst_everyoneWaits()
{
    QVERIFY(patience().everyoneWaits());
    QVERIFY(markers().isEmpty());
    const auto *panel = m_opened->child<PatiencePanel>();
    QCOMPARE(panel->findChild<QLabel *>(QStringLiteral("summary"))->text(),
             QStringLiteral("everyone waits · your assumption"));
    QCOMPARE(box("preset")->currentText(), QStringLiteral("everyone waits"));
    QCOMPARE(box("feature")->currentText(), QStringLiteral("custom"));
    QVERIFY(!panel->findChild<QLabel *>(QStringLiteral("source"))->isVisibleTo(panel));
}

void TestPatienceJourney::plot_pressed_makesTheFirstPoint()
{
    const Scenario before = m_opened->session.scenario();
    drag(chart()->viewport(), OpenedWindow::inPlot(chart(), 0.5, 0.7),
         OpenedWindow::inPlot(chart(), 0.6, 0.4));
    QCOMPARE(patience().points().size(), std::size_t(1));
    QVERIFY(qAbs(patience().points().front().share - 0.4) < 0.02); // a pixel is more than 1 %
    QCOMPARE(markers().size(), 1);
    QCOMPARE(m_opened->session.history().count(), 1);
    QCOMPARE(box("preset")->currentText(), QStringLiteral("your own"));
    m_opened->session.history().undo();
    QVERIFY(m_opened->session.scenario() == before);
    QVERIFY(markers().isEmpty());
}

void TestPatienceJourney::point_dragged_isOneStepThatUndoReturns()
{
    type(QStringLiteral("500ms=0.9, 2s=0.5"));
    QCOMPARE(markers().size(), 2);
    const Scenario before = m_opened->session.scenario();
    const auto textsBefore = shownTexts(*m_opened);
    const int steps = m_opened->session.history().count();
    const double axis = std::log10(5000.0);
    drag(chart()->viewport(), OpenedWindow::handle(markers().last()),
         OpenedWindow::at(chart(), {axis, 0.3}), 7);
    const PatiencePoint moved = patience().points().back();
    QVERIFY(qAbs(moved.wait.value / 5000.0 - 1.0) < 0.1);
    QVERIFY(qAbs(moved.share - 0.3) < 0.02);
    QCOMPARE(patience().points().front(), before.patience.points().front());
    QCOMPARE(m_opened->session.history().count(), steps + 1);
    QCOMPARE(falselyShown(*m_opened), QString());
    m_opened->session.history().undo();
    QVERIFY(m_opened->session.scenario() == before);
    QCOMPARE(shownTexts(*m_opened), textsBefore);
}

void TestPatienceJourney::point_draggedPastItsNeighbour_staysBefore()
{
    type(QStringLiteral("500ms=0.9, 2s=0.5"));
    drag(chart()->viewport(), OpenedWindow::handle(markers().first()),
         OpenedWindow::inPlot(chart(), 0.99, 0.01));
    const auto &points = patience().points();
    QCOMPARE(points.size(), std::size_t(2));
    QVERIFY(points[0].wait.value < points[1].wait.value && points[0].wait.value >= 1900.0);
    QCOMPARE(points[0].share, 0.5);
}

void TestPatienceJourney::point_draggedAndEscape_nothingChanged()
{
    type(QStringLiteral("500ms=0.9, 2s=0.5"));
    const Scenario before = m_opened->session.scenario();
    const int steps = m_opened->session.history().count();
    const QPoint from = OpenedWindow::handle(markers().last());
    press(chart()->viewport(), from);
    moveTo(chart()->viewport(), from + QPoint(20, 10));
    QVERIFY(!(m_opened->session.scenario() == before));
    QTest::keyClick(chart(), Qt::Key_Escape);
    release(chart()->viewport(), from + QPoint(20, 10));
    QVERIFY(m_opened->session.scenario() == before);
    QCOMPARE(m_opened->session.history().count(), steps);
}

void TestPatienceJourney::point_keys_moveItInBothDirections()
{
    type(QStringLiteral("500ms=0.9, 2s=0.5"));
    const int steps = m_opened->session.history().count();
    markers().first()->setFocus();
    QTest::keyClick(chart(), Qt::Key_Right);
    QCOMPARE(patience().points().front(), (PatiencePoint{{510.0}, 0.9}));
    QTest::keyClick(chart(), Qt::Key_Down);
    QCOMPARE(patience().points().front(), (PatiencePoint{{510.0}, 0.89}));
    QTest::keyClick(chart(), Qt::Key_PageUp);
    QCOMPARE(patience().points().front(), (PatiencePoint{{510.0}, 0.99}));
    QTest::keyClick(chart(), Qt::Key_End);
    QCOMPARE(patience().points().front().wait.value, 1900.0);
    QCOMPARE(m_opened->session.history().count(), steps + 4);
}

void TestPatienceJourney::points_typed_areTheCurve()
{
    type(QStringLiteral("half gone at 0.8 s"));
    QVERIFY(patience() == PatienceCurve({{{800.0}, 0.5}}));
    QCOMPARE(m_opened->session.history().count(), 1);
    const auto *panel = m_opened->child<PatiencePanel>();
    QCOMPARE(panel->findChild<QLabel *>(QStringLiteral("summary"))->text(),
             QStringLiteral("half gone at 800 ms · your assumption"));
    QCOMPARE(panel->findChild<QLineEdit *>()->text(), QStringLiteral("800ms=50%"));
    type(QString());
    QVERIFY(patience().everyoneWaits());
}

void TestPatienceJourney::points_faulty_keptAndExplained()
{
    type(QStringLiteral("500ms=0.9, 2s=0.5"));
    const PatienceCurve before = patience();
    type(QStringLiteral("2s=0.5, soon"));
    QVERIFY(patience() == before);
    const auto *line = m_opened->child<QLineEdit>(QStringLiteral("points"));
    QCOMPARE(line->text(), QStringLiteral("2s=0.5, soon"));
    QVERIFY(label("fault")->isVisible());
    QVERIFY(label("fault")->text().contains(QStringLiteral("“soon”")));
    // Another edit takes nothing away.
    m_opened->session.setThreshold({0.4});
    QCOMPARE(line->text(), QStringLiteral("2s=0.5, soon"));
    type(QStringLiteral("2s=0.5"));
    QVERIFY(!label("fault")->isVisible());
    QVERIFY(patience() == PatienceCurve({{{2000.0}, 0.5}}));
}

void TestPatienceJourney::shape_withoutTwoPoints_keptAndExplained()
{
    type(QStringLiteral("2s=0.5"));
    pick(box("shape"), QStringLiteral("Weibull"));
    QVERIFY(label("fault")->isVisible());
    QVERIFY(patience().shape() == PatienceShape::Piecewise);
    QCOMPARE(box("shape")->currentText(), QStringLiteral("Weibull"));
    type(QStringLiteral("500ms=0.9, 2s=0.5"));
    QVERIFY(!label("fault")->isVisible());
    QVERIFY(patience() == PatienceCurve({{{500.0}, 0.9}, {{2000.0}, 0.5}}, PatienceShape::Weibull));
    // Dragged together, the two stay apart.
    drag(chart()->viewport(), OpenedWindow::handle(markers().last()),
         OpenedWindow::inPlot(chart(), 0.9, 0.99));
    QCOMPARE(patience().points().back().share, 0.89);
}

void TestPatienceJourney::editor_button_opensAndCloses()
{
    auto *button = m_opened->child<QAbstractButton>(QStringLiteral("edit"));
    const auto *editor = m_opened->child<QWidget>(QStringLiteral("editor"));
    QVERIFY(!editor->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(editor->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(!editor->isVisible());
    QCOMPARE(m_opened->session.history().count(), 0);
}

void TestPatienceJourney::addPoint_clicked_oneMoreAfterTheLast()
{
    type(QStringLiteral("1s=0.5"));
    auto *button = m_opened->child<QAbstractButton>(QStringLiteral("addPoint"));
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(patience() == PatienceCurve({{{1000.0}, 0.5}, {{2000.0}, 0.25}}));
    QCOMPARE(markers().size(), 2);
}

void TestPatienceJourney::likeness_picked_namesItsSource()
{
    m_opened->child<QAbstractButton>(QStringLiteral("edit"))->setChecked(true);
    pick(box("preset"), QStringLiteral("typing"));
    QVERIFY(label("source")->isVisible());
    QVERIFY(label("source")->text().contains(QLatin1String("Measured on other products.")));
    QVERIFY(label("source")->text().contains(QLatin1String("illustrative")));
    QCOMPARE(markers().size(), 3);
    markers().first()->setFocus();
    QTest::keyClick(chart(), Qt::Key_Right);
    QCOMPARE(box("preset")->currentText(), QStringLiteral("your own"));
    QVERIFY(!label("source")->isVisible());
}

void TestPatienceJourney::feature_picked_isOneStepThatKeepsTheData()
{
    m_opened->session.setThreshold({0.42});
    m_opened->session.edit(edits::model("small"));
    const Scenario before = m_opened->session.scenario();
    const int steps = m_opened->session.history().count();
    // From "custom", the list is opened and the second entry chosen.
    auto *feature = box("feature");
    feature->setFocus();
    QTest::keyClick(feature, Qt::Key_Down);
    QTest::keyClick(feature, Qt::Key_Down);
    QCOMPARE(feature->currentText(), QStringLiteral("Fraud alert"));
    QCOMPARE(m_opened->session.history().count(), steps + 2);
    m_opened->session.history().undo();
    QCOMPARE(feature->currentText(), QStringLiteral("Inline suggestion"));
    const Scenario &now = m_opened->session.scenario();
    QCOMPARE(now.threshold.value, 0.42);
    QVERIFY(now.selection == before.selection);
    QCOMPARE(now.usualUsesPerWeek, 40.0);
    QVERIFY(!now.usesPerWeek);
    QCOMPARE(m_opened->child<NumberBox>(QStringLiteral("valueFp"))->value(), -4.0);
    QCOMPARE(markers().size(), 3);
    QCOMPARE(falselyShown(*m_opened), QString());
    m_opened->session.history().undo();
    QVERIFY(m_opened->session.scenario() == before);
    QCOMPARE(feature->currentText(), QStringLiteral("custom"));
}

void TestPatienceJourney::feature_edited_keepsItsName()
{
    m_opened->session.edit(edits::preset(builtInPresets().at(4)));
    QCOMPARE(box("feature")->currentText(), QStringLiteral("Support answer"));
    m_opened->session.setThreshold({0.1});
    QCOMPARE(box("feature")->currentText(), QStringLiteral("Support answer"));
    m_opened->session.edit(Field::UsesPerWeek, 6);
    QCOMPARE(box("feature")->currentText(), QStringLiteral("Support answer, changed"));
    m_opened->session.edit(edits::word(&FeatureWords::raised, "memo"));
    QCOMPARE(box("feature")->currentText(), QStringLiteral("custom"));
    m_opened->session.history().undo();
    m_opened->session.history().undo();
    QCOMPARE(box("feature")->currentText(), QStringLiteral("Support answer"));
}

void TestPatienceJourney::feature_own_isListedLast()
{
    m_opened.reset();
    QCoreApplication::setOrganizationName(QStringLiteral("one-in-n-tests"));
    QCoreApplication::setApplicationName(QStringLiteral("one-in-n-tests"));
    writeOwnPreset(QStringLiteral("pager.json"), R"({"title": "My pager", "noun": "page"})");
    init();
    auto *feature = box("feature");
    QCOMPARE(feature->itemText(feature->count() - 1), QStringLiteral("My pager (yours)"));
    feature->setFocus();
    QTest::keyClick(feature, Qt::Key_End);
    QCOMPARE(m_opened->session.scenario().words.raised, std::string("page"));
    QVERIFY(QFile::remove(ownPresetsFolder() + QLatin1String("/pager.json")));
}

void TestPatienceJourney::feature_broken_saidInTheWindow()
{
    m_opened.reset();
    writeOwnPreset(QStringLiteral("broken.json"), R"({"title": "Mine", "nuon": "page"})");
    m_opened = std::make_unique<OpenedWindow>();
    bool said = false;
    for (const QLabel *each : m_opened->window.findChildren<QLabel *>())
        said = said || each->text().contains(QStringLiteral("“nuon”"));
    QVERIFY(said);
    QVERIFY(QFile::remove(ownPresetsFolder() + QLatin1String("/broken.json")));
}

ONEINN_TEST(TestPatienceJourney)

} // namespace tests::journeys_patience

#include "tst_patience.moc"
