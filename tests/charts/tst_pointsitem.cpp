// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/chartview.h"
#include "charts/plotframe.h"
#include "charts/pointsitem.h"
#include "support/testprogram.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>
#include <QVBoxLayout>

#include <memory>

namespace tests::charts_pointsitem {

using namespace oneinn::charts;

namespace {

NamedPoint point(int id, double x, NamedPoint::Look look = NamedPoint::Look::Plain)
{
    NamedPoint result;
    result.id = id;
    result.axis = {x, 0.5};
    result.low = result.high = 0.5;
    result.left = result.right = x;
    result.look = look;
    result.toolTip = QStringLiteral("point %1").arg(id);
    return result;
}

} // namespace

class TestPointsItem : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_window.reset(); }

    void tab_allPoints_areOneStop();
    void arrows_goAlongTheAxis();
    void focus_byKey_saysTheName();
    void tab_comesBackToWhereOneWas();
    void setSelected_isWhereTabComes();

private:
    QString focused() const
    {
        const auto *item = m_view->scene()->focusItem();
        return item ? item->toolTip() : QString();
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }

    std::unique_ptr<QWidget> m_window;
    ChartView *m_view = nullptr;
    PointsItem *m_points = nullptr;
    QLineEdit *m_before = nullptr;
    QLineEdit *m_after = nullptr;
};

void TestPointsItem::init()
{
    m_window = std::make_unique<QWidget>();
    auto *layout = new QVBoxLayout(m_window.get());
    m_before = new QLineEdit;
    m_view = new ChartView;
    m_after = new QLineEdit;
    for (QWidget *part : QList<QWidget *>{m_before, m_view, m_after})
        layout->addWidget(part);
    m_view->frame()->setHorizontal(numberAxis({}, 0.0, 1.0));
    m_view->frame()->setVertical(numberAxis({}, 0.0, 1.0));
    m_points = new PointsItem(m_view->frame());
    // The most important first, which is not the order along the axis.
    m_points->setPoints({point(5, 0.5), point(1, 0.1), point(3, 0.3, NamedPoint::Look::Hollow),
                         point(8, 0.8, NamedPoint::Look::Faded)});
    m_window->resize(500, 400);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_before->setFocus();
}

void TestPointsItem::tab_allPoints_areOneStop()
{
    press(Qt::Key_Tab);
    QCOMPARE(focused(), QStringLiteral("point 5"));
    press(Qt::Key_Tab);
    QVERIFY(m_after->hasFocus());
    press(Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(focused(), QStringLiteral("point 5"));
    press(Qt::Key_Backtab, Qt::ShiftModifier);
    QVERIFY(m_before->hasFocus());
}

void TestPointsItem::arrows_goAlongTheAxis()
{
    QSignalSpy activated(m_points, &PointsItem::activated);
    press(Qt::Key_Tab);
    press(Qt::Key_Right);
    QCOMPARE(focused(), QStringLiteral("point 8"));
    press(Qt::Key_Right); // there is none beyond
    QCOMPARE(focused(), QStringLiteral("point 8"));
    press(Qt::Key_Left);
    press(Qt::Key_Down);
    QCOMPARE(focused(), QStringLiteral("point 1")); // past the hollow one, which has a twin
    QVERIFY(activated.isEmpty());
    press(Qt::Key_Return);
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated.first().first().toInt(), 1);
}

void TestPointsItem::focus_byKey_saysTheName()
{
    press(Qt::Key_Tab);
    QTRY_COMPARE(QToolTip::text(), QStringLiteral("point 5"));
    press(Qt::Key_Right);
    QTRY_COMPARE(QToolTip::text(), QStringLiteral("point 8"));
}

void TestPointsItem::tab_comesBackToWhereOneWas()
{
    press(Qt::Key_Tab);
    press(Qt::Key_Left);
    QCOMPARE(focused(), QStringLiteral("point 1"));
    press(Qt::Key_Tab);
    QVERIFY(m_after->hasFocus());
    press(Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(focused(), QStringLiteral("point 1"));
    // What one was at is gone: the most important of those that are left.
    m_before->setFocus();
    m_points->setPoints({point(5, 0.5), point(8, 0.8)});
    press(Qt::Key_Tab);
    QCOMPARE(focused(), QStringLiteral("point 5"));
}

void TestPointsItem::setSelected_isWhereTabComes()
{
    m_points->setSelected(8);
    press(Qt::Key_Tab);
    QCOMPARE(focused(), QStringLiteral("point 8"));
    m_before->setFocus();
    m_points->setSelected(3); // which the keyboard cannot come to
    press(Qt::Key_Tab);
    QCOMPARE(focused(), QStringLiteral("point 5"));
}

ONEINN_TEST(TestPointsItem)

} // namespace tests::charts_pointsitem

#include "tst_pointsitem.moc"
