// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/doubts/dayorder.h"

#include "support/testprogram.h"

#include <QTest>

namespace tests::doubts_dayorder {

using namespace oneinn;

class TestDayOrder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void order_ofDays_isThatOfTime_data();
    void order_ofDays_isThatOfTime();
    void order_ofWhatMayBeEither_isNone_data();
    void order_ofWhatMayBeEither_isNone();
};

namespace {

std::vector<std::string> parted(const QByteArray &days)
{
    std::vector<std::string> values;
    for (const QByteArray &day : days.split(','))
        values.push_back(day.toStdString());
    return values;
}

} // namespace

void TestDayOrder::order_ofDays_isThatOfTime_data()
{
    QTest::addColumn<QByteArray>("days");
    QTest::addColumn<QList<int>>("places"); // -1: none
    QTest::newRow("years first") << QByteArray("2026-03-10,2025-12-31,2026-03-09")
                                 << QList<int>{2, 0, 1};
    QTest::newRow("with strokes") << QByteArray("2026/11/01,2026/2/1") << QList<int>{1, 0};
    QTest::newRow("days first") << QByteArray("02.04.2026,31.03.2026,1.1.2027")
                                << QList<int>{1, 0, 2};
    QTest::newRow("counted") << QByteArray("10,9,-1") << QList<int>{2, 1, 0};
    QTest::newRow("named") << QByteArray("day10,day9") << QList<int>{1, 0};
    QTest::newRow("of unix times") << QByteArray("day 20001,day 9999") << QList<int>{1, 0};
    QTest::newRow("none of an empty cell")
            << QByteArray("2026-03-10,,2026-03-09") << QList<int>{1, -1, 0};
    QTest::newRow("the same day written twice")
            << QByteArray("2026-03-10,2026-3-10,2026-03-11") << QList<int>{0, 0, 1};
    QTest::newRow("days first, as one says")
            << QByteArray("03/04/2026,25/03/2026") << QList<int>{1, 0};
    QTest::newRow("months first, as one says")
            << QByteArray("03/25/2026,03/04/2026") << QList<int>{1, 0};
}

void TestDayOrder::order_ofDays_isThatOfTime()
{
    QFETCH(const QByteArray, days);
    QFETCH(const QList<int>, places);
    const auto order = dayOrder(parted(days));
    QVERIFY(order.has_value());
    QCOMPARE(order->size(), parted(days).size());
    for (qsizetype i = 0; i < places.size(); ++i) {
        const auto &place = (*order)[static_cast<std::size_t>(i)];
        QCOMPARE(place ? static_cast<int>(*place) : -1, places[i]);
    }
}

void TestDayOrder::order_ofWhatMayBeEither_isNone_data()
{
    QTest::addColumn<QByteArray>("days");
    QTest::newRow("day or month first") << QByteArray("03/04/2026,04/03/2026");
    QTest::newRow("both, one after the other") << QByteArray("25/03/2026,03/25/2026");
    QTest::newRow("names") << QByteArray("Monday,Tuesday");
    QTest::newRow("two forms") << QByteArray("2026-03-10,11.03.2026");
    QTest::newRow("a date and a number") << QByteArray("2026-03-10,4");
    QTest::newRow("parts missing") << QByteArray("2026-03,2026-04");
    QTest::newRow("too many parts") << QByteArray("2026-03-01-1,2026-04-01-1");
}

void TestDayOrder::order_ofWhatMayBeEither_isNone()
{
    QFETCH(const QByteArray, days);
    QVERIFY(!dayOrder(parted(days)).has_value());
}

ONEINN_TEST(TestDayOrder)

} // namespace tests::doubts_dayorder

#include "tst_dayorder.moc"
