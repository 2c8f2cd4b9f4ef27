// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/csv.h"

#include "support/testprogram.h"

#include <QTest>

#include <limits>

namespace tests::report_csv {

using namespace oneinn::report;
using namespace Qt::StringLiterals;

class TestCsv : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void text_cell_isNoFormula_data();
    void text_cell_isNoFormula();
    void number_cell_isLeftAlone();
    void row_cells_endTheLine();
};

void TestCsv::text_cell_isNoFormula_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("cell");
    QTest::newRow("word") << u"large"_s << u"large"_s;
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("equals") << u"=1+1"_s << u"'=1+1"_s;
    QTest::newRow("plus") << u"+1"_s << u"'+1"_s;
    QTest::newRow("minus") << u"-1"_s << u"'-1"_s;
    QTest::newRow("at") << u"@SUM(A1)"_s << u"'@SUM(A1)"_s;
    QTest::newRow("tab") << u"\t=1"_s << u"'\u2409=1"_s;
    QTest::newRow("carriage return") << u"\r=1"_s << u"'\u240d=1"_s;
    QTest::newRow("full width") << u"\uFF1D1"_s << u"'\uFF1D1"_s;
    QTest::newRow("formula and quotes")
            << u"=HYPERLINK(\"a\",\"b\")"_s << u"\"'=HYPERLINK(\"\"a\"\",\"\"b\"\")\""_s;
    QTest::newRow("within") << u"a=b"_s << u"a=b"_s;
    QTest::newRow("comma") << u"a,b"_s << u"\"a,b\""_s;
    // A spreadsheet that takes ; for the delimiter begins a cell after it.
    QTest::newRow("semicolon") << u"a;=b"_s << u"\"a;=b\""_s;
    QTest::newRow("line break") << u"a\nb"_s << u"a\u240ab"_s;
}

void TestCsv::text_cell_isNoFormula()
{
    QFETCH(QString, text);
    QTEST(csvText(text), "cell");
}

void TestCsv::number_cell_isLeftAlone()
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    QCOMPARE(csvNumber(-0.1), u"-0.1"_s);
    QCOMPARE(csvNumber(-infinity), u"-inf"_s);
    QCOMPARE(csvNumber(infinity), u"inf"_s);
    QCOMPARE(csvNumber(std::nullopt), QString());
    for (const double value : {0.1 + 0.2, -1e-300, 123456.789, 1e300})
        QCOMPARE(csvNumber(value).toDouble(), value);
}

void TestCsv::row_cells_endTheLine()
{
    QCOMPARE(csvRow({u"a"_s, QString(), u"1"_s}), u"a,,1\n"_s);
}

ONEINN_TEST(TestCsv)

} // namespace tests::report_csv

#include "tst_csv.moc"
