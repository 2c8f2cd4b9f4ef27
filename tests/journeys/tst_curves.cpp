// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/curve.h"
#include "charts/marksitem.h"
#include "plots/curveplot.h"
#include "results/results.h"
#include "support/openedwindow.h"
#include "support/testprogram.h"
#include "views/doubts/calibrationpanel.h"
#include "views/doubts/curvespanel.h"
#include "views/doubts/mappingfile.h"
#include "wording/curvewords.h"

#include <QAreaSeries>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineSeries>
#include <QPushButton>
#include <QTemporaryDir>

#include <cmath>
#include <memory>

namespace tests::journeys_curves {

using namespace oneinn;
using namespace testsupport;
using namespace Qt::StringLiterals;
using charts::ChartView;

/// The model's own curves, as a person looks at them and drags along them.
class TestCurves : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_opened.reset(); }

    void room_nextView_showsRocWithItsBand();
    void curve_chosenByKeys_isSaidAndDrawn();
    void point_dragged_setsTheThresholdInOneStep();
    void point_byKeys_goesWhereTheyPoint();
    void ownPrice_clicked_takesTheBestThere();
    void band_chosen_isNamedAndRemoved();
    void band_otherCurves_saysWhyNot();
    void budget_set_isSaidOfTheCurve();
    void smallWindow_theCurveIsThere();
    void smallest_saysWhatCannotBeDrawn_data();
    void smallest_saysWhatCannotBeDrawn();
    void mapping_saved_isTheTable();

private:
    CurvesPanel *panel() const { return m_opened->child<CurvesPanel>(); }
    ChartView *chart() const { return panel()->chart(); }
    Results &results() const { return *m_opened->child<Results>(); }
    Session &session() const { return m_opened->session; }
    double threshold() const { return session().scenario().threshold.value; }
    QComboBox *box(const QString &name) const { return panel()->findChild<QComboBox *>(name); }
    QString text(const QString &label) const { return panel()->findChild<QLabel *>(label)->text(); }
    void choose(ModelCurve curve) const
    {
        box(u"curve"_s)->setCurrentIndex(box(u"curve"_s)->findData(static_cast<int>(curve)));
    }
    void key(Qt::Key key, Qt::KeyboardModifiers with = Qt::NoModifier) const
    {
        QTest::keyClick(&m_opened->window, key, with);
    }
    void keyOnChart(Qt::Key key) const
    {
        OpenedWindow::marker(chart())->setFocus();
        chart()->setFocus(Qt::TabFocusReason);
        QTest::keyClick(chart(), key);
    }
    bool openView(const QString &sample)
    {
        if (!m_opened->openSample(sample))
            return false;
        m_opened->showView(u"curvesPage"_s);
        return settles();
    }
    bool settles() const
    {
        return QTest::qWaitFor([this] { return !results().isPending(); }, 60000);
    }
    std::size_t bandCorners() const
    {
        for (const auto *area : chart()->findChildren<QAreaSeries *>())
            return static_cast<std::size_t>(area->upperSeries()->count());
        const auto series = chart()->chart()->series();
        for (const auto *each : series) {
            if (const auto *area = qobject_cast<const QAreaSeries *>(each))
                return static_cast<std::size_t>(area->upperSeries()->count());
        }
        return 0;
    }
    void chooseByKeys(ModelCurve curve) const;
    void dragAlong(ModelCurve curve) const;
    void stepAlong(ModelCurve curve) const;

    std::unique_ptr<OpenedWindow> m_opened;
};

void TestCurves::init()
{
    m_opened = std::make_unique<OpenedWindow>();
    QVERIFY(m_opened->ready());
}

void TestCurves::room_nextView_showsRocWithItsBand()
{
    QVERIFY(m_opened->openSample(u"inlinesuggestion"_s));
    QVERIFY(settles());
    QVERIFY(!results().band().answer()); // nobody looks
    for (int view = 0; view < 3; ++view)
        key(Qt::Key_4, Qt::ControlModifier);
    QVERIFY(panel()->isVisible());
    QVERIFY(settles());
    QCOMPARE(box(u"curve"_s)->currentText(), wording::curveName(ModelCurve::Roc));
    QCOMPARE(text(u"purpose"_s), wording::curvePurpose(ModelCurve::Roc));
    const QString sentence = wording::curvePointText(ModelCurve::Roc, session().assessment(), {});
    QCOMPARE(text(u"sentence"_s), sentence);
    QVERIFY(chart()->accessibleDescription().startsWith(sentence));
    QVERIFY(text(u"bandNote"_s).contains(u"Pointwise band:"_s));
    QVERIFY(text(u"bandNote"_s).startsWith(u"The model\u2019s own curve"_s));
    QVERIFY(bandCorners() > 50);
    const auto &metrics = session().assessment().metrics;
    QCOMPARE(OpenedWindow::marker(chart())->position(), QPointF(*metrics.fpr, *metrics.recall));
}

void TestCurves::chooseByKeys(ModelCurve curve) const
{
    QComboBox *choice = box(u"curve"_s);
    choice->setFocus(Qt::TabFocusReason);
    QTest::keyClick(choice, Qt::Key_Home);
    for (int i = 0; i < static_cast<int>(curve); ++i)
        QTest::keyClick(choice, Qt::Key_Down);
    QCOMPARE(choice->currentText(), wording::curveName(curve));
    QVERIFY(settles());
    const CurvePlot plot(curve, session().assessment());
    const auto *drawn = chart()->frame()->findChild<charts::Curve *>();
    QVERIFY(drawn);
    QList<QPointF> points;
    for (const auto *each : chart()->frame()->findChildren<charts::Curve *>())
        points = each->points(); // the curve itself is drawn last
    QCOMPARE(points, plot.points());
    QCOMPARE(OpenedWindow::marker(chart())->position(), *plot.pointOf(session().assessment()));
    QCOMPARE(text(u"purpose"_s), wording::curvePurpose(curve));
    QCOMPARE(chart()->frame()->horizontal().title, wording::curveAxes(curve).horizontal);
    QVERIFY(!chart()->frame()->vertical().ticks(8).empty());
}

void TestCurves::curve_chosenByKeys_isSaidAndDrawn()
{
    QVERIFY(openView(u"inlinesuggestion"_s));
    for (const ModelCurve curve : everyModelCurve)
        chooseByKeys(curve);
}

void TestCurves::dragAlong(ModelCurve curve) const
{
    choose(curve);
    QVERIFY(settles());
    const double before = threshold();
    const auto *marker = OpenedWindow::marker(chart());
    const double from = marker->position().x();
    const QPoint at = OpenedWindow::handle(marker);
    drag(chart()->viewport(), at, at + QPoint(90, 0));
    QVERIFY(threshold() != before);
    QVERIFY(marker->position().x() > from);
    QCOMPARE(threshold() < before, fallsToTheRight(curve));
    QCOMPARE(marker->position(),
             *CurvePlot(curve, session().assessment()).pointOf(session().assessment()));
    key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(threshold(), before);
}

void TestCurves::point_dragged_setsTheThresholdInOneStep()
{
    QVERIFY(openView(u"inlinesuggestion"_s));
    for (const ModelCurve curve : everyModelCurve)
        dragAlong(curve);
}

void TestCurves::stepAlong(ModelCurve curve) const
{
    session().setThreshold({0.5});
    choose(curve);
    const double before = threshold();
    const bool falls = fallsToTheRight(curve);
    keyOnChart(Qt::Key_Right);
    QCOMPARE(threshold() < before, falls);
    QVERIFY(threshold() != before);
    keyOnChart(Qt::Key_Left);
    keyOnChart(Qt::Key_Left);
    QCOMPARE(threshold() > before, falls);
    keyOnChart(Qt::Key_End);
    const double right = threshold();
    keyOnChart(Qt::Key_Home);
    QCOMPARE(threshold() > right, falls);
    if (curve == ModelCurve::PrecisionRecall) {
        QVERIFY(std::isfinite(threshold())); // showing nothing has no precision
        keyOnChart(Qt::Key_PageDown);
        keyOnChart(Qt::Key_PageDown);
        QVERIFY(std::isfinite(threshold()));
        QVERIFY(OpenedWindow::marker(chart())->isVisible());
    }
}

void TestCurves::point_byKeys_goesWhereTheyPoint()
{
    QVERIFY(openView(u"inlinesuggestion"_s));
    for (const ModelCurve curve : everyModelCurve)
        stepAlong(curve);
}

void TestCurves::ownPrice_clicked_takesTheBestThere()
{
    QVERIFY(openView(u"inlinesuggestion"_s));
    session().setThreshold({0.9});
    choose(ModelCurve::Cost);
    const auto marks = OpenedWindow::item<charts::MarksItem>(chart())->marks();
    QCOMPARE(marks.size(), std::size_t{1});
    const CurvePlot plot(ModelCurve::Cost, session().assessment());
    const auto best = plot.thresholdNear({marks.front().axis, 0.0}, {1.0, 1.0});
    const QPoint foot = OpenedWindow::at(chart(), {marks.front().axis, 0.0});
    QTest::mouseClick(chart()->viewport(), Qt::LeftButton, {}, foot + QPoint(0, 6));
    QTRY_COMPARE(threshold(), best->value);
    // What is best by the costs is worth most, too, but for those who leave.
    const ValueAssessment &value = session().assessment().value;
    QVERIFY(std::abs(value.perUse - value.best.best) < 0.01 * std::abs(value.best.best));
}

void TestCurves::band_chosen_isNamedAndRemoved()
{
    QVERIFY(openView(u"inlinesuggestion"_s));
    QComboBox *choice = box(u"band"_s);
    choice->setFocus(Qt::TabFocusReason);
    QTest::keyClick(choice, Qt::Key_End);
    QVERIFY(settles());
    QVERIFY(choice->currentText().contains(u"drag-safe"_s));
    QVERIFY(text(u"bandNote"_s).contains(u"Drag-safe band:"_s));
    QCOMPARE(results().band().current()->kind, BandKind::DragSafe);
    QVERIFY(bandCorners() > 50);
    QTest::keyClick(choice, Qt::Key_Home);
    QVERIFY(!text(u"bandNote"_s).contains(u"band"_s));
    QCOMPARE(bandCorners(), std::size_t{0});
}

void TestCurves::band_otherCurves_saysWhyNot()
{
    QVERIFY(openView(u"inlinesuggestion"_s));
    choose(ModelCurve::Gain);
    QVERIFY(!box(u"band"_s)->isEnabled());
    QCOMPARE(box(u"band"_s)->toolTip(), wording::noBandText(ModelCurve::Gain));
    QCOMPARE(bandCorners(), std::size_t{0});
    choose(ModelCurve::PrecisionRecall);
    QVERIFY(box(u"band"_s)->isEnabled());
    QVERIFY(settles());
    QVERIFY(bandCorners() > 50);
}

void TestCurves::budget_set_isSaidOfTheCurve()
{
    QVERIFY(openView(u"inlinesuggestion"_s));
    session().setBudget(Milliseconds{300.0});
    QVERIFY(settles());
    QVERIFY(text(u"bandNote"_s).contains(u"late answers end as you have set"_s));
    const auto &metrics = session().assessment().metrics;
    QCOMPARE(OpenedWindow::marker(chart())->position(), QPointF(*metrics.fpr, *metrics.recall));
}

void TestCurves::smallWindow_theCurveIsThere()
{
    m_opened->window.resize(1024, 700);
    QVERIFY(openView(u"inlinesuggestion"_s));
    QCOMPARE(m_opened->window.size(), QSize(1024, 700));
    for (const ModelCurve curve : everyModelCurve) {
        choose(curve);
        QVERIFY(settles());
        QTRY_VERIFY(chart()->height() > 180);
        QVERIFY(chart()->width() > 300);
    }
}

void TestCurves::smallest_saysWhatCannotBeDrawn_data()
{
    QTest::addColumn<QByteArray>("table");
    QTest::addColumn<bool>("bothClasses");
    QByteArray one("label,score\n");
    for (int i = 0; i < 200; ++i)
        one += "1,0." + QByteArray::number(100 + i) + '\n';
    QTest::newRow("one row") << QByteArray("label,score\n1,0.5\n") << false;
    QTest::newRow("one class") << one << false;
    QTest::newRow("scores alike") << QByteArray("label,score\n1,0.5\n0,0.5\n1,0.5\n0,0.5\n")
                                  << true;
}

void TestCurves::smallest_saysWhatCannotBeDrawn()
{
    QFETCH(const QByteArray, table);
    QFETCH(const bool, bothClasses);
    QVERIFY(m_opened->open(table));
    m_opened->showView(u"curvesPage"_s);
    for (const ModelCurve curve : everyModelCurve) {
        choose(curve);
        QVERIFY(settles());
        const CurvePlot plot(curve, session().assessment());
        QCOMPARE(OpenedWindow::marker(chart())->isVisible(),
                 plot.pointOf(session().assessment()).has_value());
        if (plot.isEmpty())
            QCOMPARE(text(u"sentence"_s), wording::noCurveText(curve));
        QVERIFY(!text(u"sentence"_s).isEmpty());
        QCOMPARE(plot.isEmpty() && bothClasses, false);
        keyOnChart(Qt::Key_Right);
        const QPoint middle = OpenedWindow::inPlot(chart(), 0.5, 0.5);
        drag(chart()->viewport(), middle, middle + QPoint(30, 10));
    }
}

void TestCurves::mapping_saved_isTheTable()
{
    QVERIFY(m_opened->openSample(u"inlinesuggestion"_s));
    m_opened->showView(u"calibrationPage"_s);
    QVERIFY(settles());
    const auto *save =
            m_opened->child<CalibrationPanel>()->findChild<QPushButton *>(u"saveMapping"_s);
    QVERIFY(save->isEnabled() && save->isVisible());
    const QTemporaryDir folder;
    const Recalibration bent = *results().calibration().current()->recalibration;
    for (const QString &name : {u"mapping.csv"_s, u"mapping.json"_s}) {
        QVERIFY(!writeMapping(folder.filePath(name), bent, session()));
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray written = file.readAll();
        QVERIFY(written.contains("inlinesuggestion.csv"));
        QCOMPARE(written.startsWith('{'), name.endsWith(u".json"_s));
    }
    QVERIFY(writeMapping(session().data().source.path, bent, session())); // never over the data
    QVERIFY(m_opened->open("label,score\n1,0.5\n"));
    m_opened->showView(u"calibrationPage"_s);
    QVERIFY(settles());
    QVERIFY(!save->isEnabled() && !save->toolTip().isEmpty());
}

ONEINN_TEST(TestCurves)

} // namespace tests::journeys_curves

#include "tst_curves.moc"
