// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/testprogram.h"
#include "views/widgets/messagebar.h"
#include "views/widgets/notices.h"

#include <QStackedWidget>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

namespace tests::widgets_notices {

using namespace oneinn;

class TestNotices : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void message_overAPageWithAFoot_movesNothing();
    void message_overAnotherPage_isBelowItsButtons();
    void message_ofMoreLines_growsUpwards();
};

namespace {

/// A page whose foot may be covered, and one with buttons at its foot.
struct NoticedWindow {
    QWidget window;
    QStackedWidget *pages = new QStackedWidget(&window);
    QWidget *spared = new QWidget;
    QWidget *other = new QWidget;
    MessageBar *message = new MessageBar(&window);
    Notices *notices = nullptr;

    NoticedWindow()
    {
        auto *layout = new QVBoxLayout(&window);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->addWidget(pages);
        pages->addWidget(spared);
        pages->addWidget(other);
        notices = new Notices(pages, spared, {message});
        window.resize(400, 300);
        window.show();
    }
};

} // namespace

void TestNotices::message_overAPageWithAFoot_movesNothing()
{
    NoticedWindow noticed;
    QVERIFY(QTest::qWaitForWindowExposed(&noticed.window));
    const QRect before = noticed.pages->geometry();
    QVERIFY(!noticed.notices->isVisible());
    noticed.message->display(QStringLiteral("The file has changed."));
    QTRY_VERIFY(noticed.message->isVisible());
    QTRY_COMPARE(noticed.notices->geometry().bottom(), noticed.window.rect().bottom());
    QCOMPARE(noticed.notices->width(), noticed.window.width());
    QCOMPARE(noticed.pages->geometry(), before);
    noticed.window.resize(500, 350);
    QTRY_COMPARE(noticed.notices->geometry().bottom(), noticed.window.rect().bottom());
    QCOMPARE(noticed.notices->width(), noticed.window.width());
    noticed.message->findChild<QToolButton *>(QStringLiteral("close"))->click();
    QTRY_VERIFY(!noticed.notices->isVisible());
}

void TestNotices::message_overAnotherPage_isBelowItsButtons()
{
    NoticedWindow noticed;
    QVERIFY(QTest::qWaitForWindowExposed(&noticed.window));
    noticed.pages->setCurrentWidget(noticed.other);
    noticed.message->display(QStringLiteral("No column looks like a label."));
    QTRY_COMPARE(noticed.pages->geometry().bottom() + 1, noticed.notices->geometry().top());
    QCOMPARE(noticed.pages->geometry().top(), 0);
    noticed.pages->setCurrentWidget(noticed.spared);
    QTRY_COMPARE(noticed.pages->geometry(), noticed.window.rect());
}

void TestNotices::message_ofMoreLines_growsUpwards()
{
    NoticedWindow noticed;
    QVERIFY(QTest::qWaitForWindowExposed(&noticed.window));
    noticed.message->display(QStringLiteral("One."));
    QTRY_VERIFY(noticed.notices->isVisible());
    const int tall = noticed.notices->height();
    noticed.message->displayAlso(QStringLiteral("Two."));
    QTRY_VERIFY(noticed.notices->height() > tall);
    QTRY_COMPARE(noticed.notices->geometry().bottom(), noticed.window.rect().bottom());
}

ONEINN_TEST(TestNotices)

} // namespace tests::widgets_notices

#include "tst_notices.moc"
