// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/testprogram.h"
#include "views/window/presentedscreens.h"

#include <QTest>

namespace tests::views_presentedscreens {

using namespace oneinn;

class TestPresentedScreens : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void places_data();
    void places();
};

void TestPresentedScreens::places_data()
{
    const QRect laptop(0, 0, 1280, 800);
    const QRect beamer(1280, 0, 1920, 1080);
    QTest::addColumn<QList<QRect>>("screens");
    QTest::addColumn<int>("ofWindow");
    QTest::addColumn<QRect>("audience");
    QTest::addColumn<QRect>("notes"); // null: none
    QTest::newRow("one") << QList<QRect>{laptop} << 0 << laptop << QRect();
    QTest::newRow("on the laptop") << QList<QRect>{laptop, beamer} << 0 << beamer << laptop;
    QTest::newRow("on the beamer") << QList<QRect>{laptop, beamer} << 1 << laptop << beamer;
    QTest::newRow("mirrored") << QList<QRect>{laptop, QRect(0, 0, 1024, 768)} << 0 << laptop
                              << QRect();
    QTest::newRow("three") << QList<QRect>{laptop, beamer, QRect(3200, 0, 800, 600)} << 2 << laptop
                           << QRect(3200, 0, 800, 600);
    QTest::newRow("not among them") << QList<QRect>{laptop, beamer} << -1 << beamer << laptop;
}

void TestPresentedScreens::places()
{
    QFETCH(QList<QRect>, screens);
    QFETCH(int, ofWindow);
    QFETCH(QRect, audience);
    QFETCH(QRect, notes);
    const PresentedScreens placed = presentedScreens(screens, ofWindow);
    QCOMPARE(placed.audience, audience);
    QCOMPARE(placed.notes.has_value(), !notes.isNull());
    QCOMPARE(placed.notes.value_or(QRect()), notes);
}

ONEINN_TEST(TestPresentedScreens)

} // namespace tests::views_presentedscreens

#include "tst_presentedscreens.moc"
