// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/numbers.h"

#include "support/testprogram.h"

#include <QTest>

#include <bit>
#include <cmath>
#include <limits>
#include <random>

namespace tests::ingest_numbers {

using namespace oneinn::ingest;

class TestNumbers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readNumber_cell_isRead_data()
    {
        QTest::addColumn<QByteArray>("cell");
        QTest::addColumn<char>("mark");
        QTest::addColumn<CellKind>("kind");
        QTest::addColumn<double>("value");
        const auto row = [](const char *cell, char mark, CellKind kind, double value = 0.0) {
            QTest::addRow("\"%s\" %c", cell, mark) << QByteArray(cell) << mark << kind << value;
        };
        constexpr double infinity = std::numeric_limits<double>::infinity();
        using enum CellKind;
        row("0.75", '.', Number, 0.75);
        row("  0.75\t", '.', Number, 0.75);
        row("+0.75", '.', Number, 0.75);
        row("-1", '.', Number, -1.0);
        row("\xE2\x88\x92"
            "1",
            '.', Number, -1.0);
        row("\xE2\x88\x92"
            "0,5",
            ',', Number, -0.5);
        row("\xE2\x88\x92", '.', Unreadable, 0.0);
        row(".5", '.', Number, 0.5);
        row("5.", '.', Number, 5.0);
        row("1e-3", '.', Number, 0.001);
        row("1E+3", '.', Number, 1000.0);
        row("5e-324", '.', Number, 5e-324);
        row("1e-400", '.', Number, 0.0);
        row("1.7976931348623157e308", '.', Number, 1.7976931348623157e308);
        row("1e999", '.', NotFinite, infinity);
        row("-1e999", '.', NotFinite, -infinity);
        row("inf", '.', NotFinite, infinity);
        row("-Infinity", '.', NotFinite, -infinity);
        row("+INF", '.', NotFinite, infinity);
        row("", '.', Missing);
        row("   ", '.', Missing);
        row("-", '.', Missing);
        row("NA", '.', Missing);
        row("n/a", '.', Missing);
        row("NaN", '.', Missing);
        row("NULL", '.', Missing);
        row("None", '.', Missing);
        row("0,75", '.', Unreadable);
        row("0,75", ',', Number, 0.75);
        row("-12,5e3", ',', Number, -12500.0);
        row("12", ',', Number, 12.0);
        row(",5", ',', Number, 0.5);
        row("0.75", ',', Unreadable);
        row("1.234,5", ',', Unreadable);
        row("1,234,567", ',', Unreadable);
        row("1,234.5", '.', Unreadable);
        row("87%", '.', Unreadable);
        row("12 ms", '.', Unreadable);
        row("0x10", '.', Unreadable);
        row("+-5", '.', Unreadable);
        row("--5", '.', Unreadable);
        row("+", '.', Unreadable);
        row(".", '.', Unreadable);
        row("1e", '.', Unreadable);
        row("nano", '.', Unreadable);
        row("nan(5)", '.', Unreadable);
        row("infinite", '.', Unreadable);
        row("high", '.', Unreadable);
    }

    void readNumber_cell_isRead()
    {
        QFETCH(QByteArray, cell);
        QFETCH(char, mark);
        QFETCH(CellKind, kind);
        QFETCH(double, value);
        const auto read = readNumber(cell.toStdString(), mark);
        QCOMPARE(read.kind, kind);
        if (kind == CellKind::Number || kind == CellKind::NotFinite)
            QVERIFY2(read.value == value, qPrintable(QString::number(read.value, 'g', 17)));
    }

    /// Sorted by their bits, -0 and 0 would be two scores.
    void readNumber_minusZero_isZero_data()
    {
        QTest::addColumn<QByteArray>("cell");
        for (const char *cell : {"-0", "-0.000", "-1e-400", "-0e5"})
            QTest::newRow(cell) << QByteArray(cell);
    }

    void readNumber_minusZero_isZero()
    {
        QFETCH(QByteArray, cell);
        const auto read = readNumber(cell.toStdString());
        QCOMPARE(read.kind, CellKind::Number);
        QVERIFY(read.value == 0.0 && !std::signbit(read.value));
    }

    void readNumber_anyDouble_comesBackBitForBit()
    {
        std::mt19937_64 random(7);
        for (int i = 0; i < 20000; ++i) {
            const auto value = std::bit_cast<double>(random());
            if (!std::isfinite(value))
                continue;
            const auto text = textOf(value);
            const auto read = readNumber(text);
            QVERIFY2(std::bit_cast<quint64>(read.value) == std::bit_cast<quint64>(value),
                     text.c_str());
            auto withComma = text;
            std::replace(withComma.begin(), withComma.end(), '.', ',');
            QVERIFY(readNumber(withComma, ',').value == value);
        }
    }

    void readNumber_seventeenDigits_areKept()
    {
        QVERIFY(readNumber("0.30000000000000004").value == 0.1 + 0.2);
        QVERIFY(readNumber("0.30000000000000004").value != 0.3);
        QVERIFY(readNumber("0.1000000000000000055511151231257827").value == 0.1);
    }

    void isTimeOut_words_areKnownInAnyCase()
    {
        for (const auto *word : {"timeout", "Timed Out", "TIMEDOUT", "time-out", "timed_out"})
            QVERIFY2(isTimeOut(word), word);
        for (const auto *word : {"", "time", "timeouts", "out", "inf"})
            QVERIFY2(!isTimeOut(word), word);
    }
};

ONEINN_TEST(TestNumbers)

} // namespace tests::ingest_numbers

#include "tst_numbers.moc"
