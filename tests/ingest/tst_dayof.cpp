// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/columnfit.h"
#include "support/testprogram.h"

#include <QTest>

namespace tests::ingest_dayof {

using namespace oneinn::ingest;

/// The day in a cell: two cells of one day are alike, two of different days are not.
class TestDayOf : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cell_inAnyForm_losesItsTime_data()
    {
        QTest::addColumn<QByteArray>("cell");
        QTest::addColumn<QByteArray>("day");
        const auto row = [](const char *cell, const char *day) {
            QTest::newRow(cell) << QByteArray(cell) << QByteArray(day);
        };
        row("2026-03-14", "2026-03-14");
        row("2026-03-14 12:00", "2026-03-14");
        row("2026-03-14T12:00:05Z", "2026-03-14");
        row("14.03.2026", "14.03.2026");
        row("14.03.2026 12:00", "14.03.2026");
        row("3/14/2026 2:30 PM", "3/14/2026");
        row("Mar 3 2026", "Mar 3 2026");
        row("Mar 3 2026 2:30 pm", "Mar 3 2026");
        row("Mar 3 2026  14:30:12", "Mar 3 2026");
        row("week 3", "week 3");
        row("day 12", "day 12");
        row("Monday", "Monday");
        row("17", "17");
        row("", "");
        row("PM", "PM");
        row("12:30", "12:30");
    }

    void cell_inAnyForm_losesItsTime()
    {
        QFETCH(const QByteArray, cell);
        QFETCH(const QByteArray, day);
        QCOMPARE(QByteArray::fromStdString(std::string(dayOf(cell.toStdString()))), day);
    }
};

ONEINN_TEST(TestDayOf)

} // namespace tests::ingest_dayof

#include "tst_dayof.moc"
