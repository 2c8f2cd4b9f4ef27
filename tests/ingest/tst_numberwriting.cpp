// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/columnprofile.h"
#include "ingest/numberwriting.h"

#include "support/testprogram.h"

#include <QTest>

#include <cmath>

namespace tests::ingest_numberwriting {

using namespace oneinn::ingest;

class TestNumberWriting : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void durationMs_anyWriting_isRead_data()
    {
        QTest::addColumn<QByteArray>("cell");
        QTest::addColumn<double>("expected");
        const auto row = [](const char *cell, double expected) {
            QTest::newRow(cell) << QByteArray(cell) << expected;
        };
        const double none = std::nan("");
        row("812ms", 812.0);
        row("812 ms", 812.0);
        row(" 812\xC2\xA0ms ", 812.0);
        row("1.4s", 1400.0);
        row("1.4 sec", 1400.0);
        row("1m2.5s", 62500.0);
        row("1h0m1s", 3601000.0);
        row("250\xC2\xB5s", 0.25);
        row("250us", 0.25);
        row("611966743ns", 611.966743);
        row("2 minutes", 120000.0);
        row("PT0.8S", 800.0);
        row("PT1M2.5S", 62500.0);
        row("P0DT0.8S", 800.0);
        row("P1DT0.8S", none);
        row("00:00:00.8", 800.0);
        row("00:01:02", 62000.0);
        row("0 days 00:00:00.812000", 812.0);
        row("00:01.4", 1400.0);
        row("12:30", none); // a time of day
        row("12:30:05", none);
        row("1:2:3:4", none);
        row("0.8", none);
        row("ms", none);
        row("1s2m", none);
        row("1s2s", none);
        row("-1s", none);
        row("4 stars", none);
        row("2024-01-05", none);
        row("PT", none);
        row("1,2,3s", none);
    }

    void durationMs_anyWriting_isRead()
    {
        QFETCH(QByteArray, cell);
        QFETCH(double, expected);
        const auto found = durationMs(cell.toStdString(), {});
        QCOMPARE(found.has_value(), !std::isnan(expected));
        if (found)
            QCOMPARE(*found, expected);
    }

    void isGrouped_threeDigitsBehindEachMark_data()
    {
        QTest::addColumn<QByteArray>("cell");
        QTest::addColumn<bool>("expected");
        for (const char *cell : {"1,450", "-12,345", "+123,456", "1,234,567", "1,234.5"})
            QTest::newRow(cell) << QByteArray(cell) << true;
        for (const char *cell : {"1450", "1,45", "0,450", "1,4500", "1234,567", ",450", "1,450,",
                                 "1,,450", "1,450.5,2", ""})
            QTest::newRow(*cell == 0 ? "empty" : cell) << QByteArray(cell) << false;
    }

    void isGrouped_threeDigitsBehindEachMark()
    {
        QFETCH(QByteArray, cell);
        QTEST(isGrouped(cell.toStdString(), ',', '.'), "expected");
    }

    void readNumber_percent_isOfAHundred()
    {
        const NumberWriting percent{.form = NumberForm::Percent};
        for (const char *cell : {"89.5%", "89.5 %", "89.5\xC2\xA0%", " 89.5 % "})
            QCOMPARE(readNumber(cell, percent).value, 0.895);
        QCOMPARE(readNumber("0.895", percent).kind, CellKind::Unreadable);
        QCOMPARE(readNumber("%", percent).kind, CellKind::Unreadable);
        QCOMPARE(readNumber("n/a", percent).kind, CellKind::Missing);
        const NumberWriting comma{.form = NumberForm::Percent, .decimalMark = ','};
        QCOMPARE(readNumber("89,5 %", comma).value, 0.895);
    }

    void readList_anyWriting_isTakenApart_data()
    {
        QTest::addColumn<QByteArray>("cell");
        QTest::addColumn<int>("size");
        QTest::addColumn<double>("second");
        const auto row = [](const char *cell, int size, double second) {
            QTest::newRow(cell) << QByteArray(cell) << size << second;
        };
        row("[0.1 0.9]", 2, 0.9);
        row("[0.1, 0.9]", 2, 0.9);
        row("[0.1,0.9]", 2, 0.9);
        row("[ 0.1  0.9 ]", 2, 0.9);
        row("[1.e-01 9.e-01]", 2, 0.9);
        row("[0.1\n 0.9]", 2, 0.9);
        row("array([0.1, 0.9])", 2, 0.9);
        row("DenseVector([0.1, 0.9])", 2, 0.9);
        row("(2,[1],[0.9])", 2, 0.9);
        row("(2,[0],[1.0])", 2, 0.0);
        row("(2,[],[])", 2, 0.0);
        row("[0.1 0.2 0.7]", 3, 0.2);
        row("[[0.1, 0.9]]", 0, 0.0);
        row("[]", 0, 0.0);
        row("[a, b]", 0, 0.0);
        row("x[1, 2]", 0, 0.0);
        row("[1, 2", 0, 0.0);
        row("[1, 2] and", 0, 0.0);
        row("(2,[1],[0.9]", 0, 0.0);
        row("(2,[1],[0.9,0.1])", 0, 0.0);
        row("0.5", 0, 0.0);
    }

    void readList_anyWriting_isTakenApart()
    {
        QFETCH(QByteArray, cell);
        QFETCH(int, size);
        const auto list = readList(cell.toStdString(), 1);
        QCOMPARE(list ? int(list->size) : 0, size);
        if (list)
            QTEST(list->element.value, "second");
    }

    /// One file, one decimal mark; what parts thousands is never taken for one.
    void profileTable_marks_areTheFiles_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<double>("low"); ///< of the second column
        QTest::addColumn<double>("high");
        const auto row = [](const char *name, const char *text, double low, double high) {
            QTest::newRow(name) << QByteArray(text) << low << high;
        };
        row("commas, and points between thousands", "a;b\n0,8;812\n0,25;1.299\n", 812.0, 1299.0);
        row("commas and points in one number", "a;b\n0,8;812,5\n0,25;1.299,5\n", 812.5, 1299.5);
        row("commas between thousands", "a,b\n0.8,812\n0.2,\"1,450\"\n", 812.0, 1450.0);
        row("with units", "a,b\n0.8,812 ms\n0.2,\"1,450 ms\"\n", 812.0, 1450.0);
        row("units of their own", "a,b\n1,812ms\n0,1.4s\n", 812.0, 1400.0);
        row("units and commas", "a;b\n0,5;1,4 s\n0,7;0,8 s\n", 800.0, 1400.0);
        row("millions", "a;b\n1;1,234,567\n0;12\n", 12.0, 1234567.0);
        row("hundreds among thousands", "a;b\n1;640\n0;1,450\n", 640.0, 1450.0);
        row("points everywhere", "a;b\n0.5;640\n0.7;1,450\n", 640.0, 1450.0);
        row("thousands beside versions", "a;b;c\n0,5;640;1.5\n0,7;1.299;2.5\n", 640.0, 1299.0);
        row("percent", "a;b\n0;89,5 %\n1;3 %\n", 0.03, 0.895);
    }

    void profileTable_marks_areTheFiles()
    {
        QFETCH(QByteArray, text);
        const auto table = profileTable(text.toStdString(), text.at(1));
        QVERIFY(table.ok());
        const auto &numbers = table.value().columns[1].numbers;
        QCOMPARE(numbers.numbers, std::size_t{2});
        QTEST(numbers.low, "low");
        QTEST(numbers.high, "high");
    }

    /// Nobody knows: it is no number, and said to be none.
    void profileTable_thousandsOrDecimals_isNoNumber()
    {
        const auto table = profileTable("a;b\n1;1,234\n0;5,678\n", ';');
        QVERIFY(table.ok());
        QCOMPARE(table.value().columns[1].numbers.numbers, std::size_t{0});
    }

    void profileTable_lists_areTakenApart()
    {
        const auto table = profileTable("y,p\n1,[0.1 0.9]\n0,[0.8 0.2]\n", ',');
        QVERIFY(table.ok());
        const auto &columns = table.value().columns;
        QCOMPARE(columns.size(), std::size_t{4});
        QCOMPARE(columns[3].name, std::string("p[1]"));
        QCOMPARE(columns[3].ofList, std::string("p"));
        QCOMPARE(columns[3].field, std::size_t{1});
        QCOMPARE(columns[3].numbers.high, 0.9);
        // Of different lengths they are texts.
        const auto ragged = profileTable("y,p\n1,[0.1 0.9]\n0,[0.8]\n", ',');
        QCOMPARE(ragged.value().columns.size(), std::size_t{2});
    }
};

ONEINN_TEST(TestNumberWriting)

} // namespace tests::ingest_numberwriting

#include "tst_numberwriting.moc"
