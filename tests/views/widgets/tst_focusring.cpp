// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/testprogram.h"
#include "views/widgets/focusring.h"

#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPointer>
#include <QTest>
#include <QVBoxLayout>

#include <memory>

namespace tests::widgets_focusring {

using namespace oneinn;

class TestFocusRing : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void focus_onATable_isFramedAndFollowed();
    void focus_onAChoice_isFramed();
    void focused_deleted_leavesTheRingAlive();
};

void TestFocusRing::focus_onATable_isFramedAndFollowed()
{
    QWidget window;
    auto *layout = new QVBoxLayout(&window);
    auto *line = new QLineEdit(&window);
    auto *list = new QListWidget(&window);
    list->addItem(QStringLiteral("a row"));
    layout->addWidget(line);
    layout->addWidget(list);
    auto *ring = new FocusRing(&window);
    window.resize(300, 200);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    line->setFocus();
    QVERIFY(!ring->isVisible()); // it shows by itself
    QTest::keyClick(line, Qt::Key_Tab);
    QVERIFY(list->hasFocus());
    QVERIFY(ring->isVisible());
    QCOMPARE(ring->size(), list->size());
    window.resize(420, 260);
    QTRY_COMPARE(ring->size(), list->size());
    // What is under it is still clicked.
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                      list->visualItemRect(list->item(0)).center());
    QVERIFY(list->item(0)->isSelected());
    line->setFocus();
    QVERIFY(!ring->isVisible());
}

/// Neither appearance draws a frame around a choice that has the keys.
void TestFocusRing::focus_onAChoice_isFramed()
{
    QWidget window;
    auto *layout = new QVBoxLayout(&window);
    auto *box = new QComboBox(&window);
    box->addItems({QStringLiteral("one"), QStringLiteral("two")});
    layout->addWidget(box);
    auto *ring = new FocusRing(&window);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    box->setFocus();
    QTRY_VERIFY(ring->isVisible());
    QCOMPARE(ring->size(), box->size());
    QTest::keyClick(box, Qt::Key_Down);
    QCOMPARE(box->currentIndex(), 1);
}

void TestFocusRing::focused_deleted_leavesTheRingAlive()
{
    QWidget window;
    auto list = std::make_unique<QListWidget>(&window);
    auto *line = new QLineEdit(&window);
    QPointer<FocusRing> ring = new FocusRing(&window);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    list->setFocus();
    QVERIFY(ring->isVisible());
    list.reset();
    QVERIFY(ring);
    line->setFocus();
    QVERIFY(!ring->isVisible());
}

ONEINN_TEST(TestFocusRing)

} // namespace tests::widgets_focusring

#include "tst_focusring.moc"
