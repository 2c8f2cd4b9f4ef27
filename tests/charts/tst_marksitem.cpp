// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/chartmarker.h"
#include "charts/chartview.h"
#include "charts/marksitem.h"
#include "charts/plotframe.h"
#include "support/mouse.h"
#include "support/testprogram.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

namespace tests::charts_marksitem {

using namespace oneinn::charts;
using namespace testsupport;

class TestMarksItem : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_view.reset(); }

    void click_onTriangle_activatesItsId();
    void click_whilePlotIsGrabbed_activatesAndDoesNotDrag();
    void release_elsewhere_changesTheMind();
    void key_enterOrSpace_activatesFocused();
    void tab_goesThroughMarkerAndMarksAlongTheAxis();
    void setMarks_again_keepsFocusById();
    void mark_beyondTheAxis_hidden();

private:
    QPoint below(double x) const;

    std::unique_ptr<ChartView> m_view;
    MarksItem *m_marks = nullptr;
};

void TestMarksItem::init()
{
    m_view = std::make_unique<ChartView>();
    m_view->frame()->setHorizontal(numberAxis({}, 0.0, 1.0));
    m_view->resize(500, 300);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    m_view->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    m_marks = new MarksItem(m_view->frame());
    m_marks->setMarks({{7, 0.7, QStringLiteral("value"), QStringLiteral("Best value")},
                       {3, 0.3, QStringLiteral("F1"), QStringLiteral("Best F1")}});
}

QPoint TestMarksItem::below(double x) const
{
    const auto *frame = m_view->frame();
    return onViewport(m_view.get(), frame, frame->toPixels({x, 0.0}) + QPointF(0.0, 7.0));
}

void TestMarksItem::click_onTriangle_activatesItsId()
{
    QSignalSpy activated(m_marks, &MarksItem::activated);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, below(0.7));
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, below(0.3));
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, below(0.5));
    QCOMPARE(activated.size(), 2);
    QCOMPARE(activated.at(0).at(0).toInt(), 7);
    QCOMPARE(activated.at(1).at(0).toInt(), 3);
    const auto *item = m_view->itemAt(below(0.3));
    QVERIFY(item);
    QCOMPARE(item->toolTip(), QStringLiteral("Best F1"));
}

void TestMarksItem::click_whilePlotIsGrabbed_activatesAndDoesNotDrag()
{
    auto *marker = new ChartMarker(ChartMarker::Kind::VerticalLine, m_view->frame());
    marker->setPosition({0.5, 0.0});
    marker->setGrabsWholePlot(true);
    QSignalSpy started(marker, &ChartMarker::dragStarted);
    QSignalSpy activated(m_marks, &MarksItem::activated);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, below(0.7));
    QCOMPARE(activated.size(), 1);
    QCOMPARE(started.size(), 0);
}

void TestMarksItem::release_elsewhere_changesTheMind()
{
    QSignalSpy activated(m_marks, &MarksItem::activated);
    press(m_view->viewport(), below(0.7));
    release(m_view->viewport(), below(0.5));
    QCOMPARE(activated.size(), 0);
}

void TestMarksItem::key_enterOrSpace_activatesFocused()
{
    QSignalSpy activated(m_marks, &MarksItem::activated);
    QTest::keyClick(m_view.get(), Qt::Key_Tab);
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QTest::keyClick(m_view.get(), Qt::Key_Space);
    QTest::keyClick(m_view.get(), Qt::Key_A);
    QCOMPARE(activated.size(), 2);
    QCOMPARE(activated.at(0).at(0).toInt(), 3);
}

void TestMarksItem::tab_goesThroughMarkerAndMarksAlongTheAxis()
{
    auto *marker = new ChartMarker(ChartMarker::Kind::VerticalLine, m_view->frame());
    QSignalSpy activated(m_marks, &MarksItem::activated);
    QTest::keyClick(m_view.get(), Qt::Key_Tab);
    QVERIFY(marker->hasFocus());
    QTest::keyClick(m_view.get(), Qt::Key_Tab);
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QTest::keyClick(m_view.get(), Qt::Key_Tab);
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QTest::keyClick(m_view.get(), Qt::Key_Backtab);
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(activated.size(), 3);
    QCOMPARE(activated.at(0).at(0).toInt(), 3);
    QCOMPARE(activated.at(1).at(0).toInt(), 7);
    QCOMPARE(activated.at(2).at(0).toInt(), 3);
    QTest::keyClick(m_view.get(), Qt::Key_Backtab);
    QVERIFY(marker->hasFocus());
}

void TestMarksItem::setMarks_again_keepsFocusById()
{
    QSignalSpy activated(m_marks, &MarksItem::activated);
    QTest::keyClick(m_view.get(), Qt::Key_Tab); // on 3
    m_marks->setMarks({{3, 0.9, {}, {}}, {7, 0.1, {}, {}}, {8, 0.2, {}, {}}});
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated.at(0).at(0).toInt(), 3);
}

void TestMarksItem::mark_beyondTheAxis_hidden()
{
    m_marks->setMarks({{1, 1.5, QStringLiteral("outside"), {}}});
    QCOMPARE(m_marks->childItems().size(), 1);
    QVERIFY(!m_marks->childItems().constFirst()->isVisible());
}

ONEINN_TEST(TestMarksItem)

} // namespace tests::charts_marksitem

#include "tst_marksitem.moc"
