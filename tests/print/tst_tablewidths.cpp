// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "print/tablewidths.h"

#include "support/testprogram.h"

#include <QTest>

#include <numeric>

namespace tests::print_tablewidths {

using namespace oneinn::print;

class TestTableWidths : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void widths_roomForAll_areTheLines();
    void widths_tooLittleRoom_fillItAndBreakNoWord();
    void widths_noRoom_areTheWords();
};

void TestTableWidths::widths_roomForAll_areTheLines()
{
    QCOMPARE(columnWidths({{10.0, 50.0}, {20.0, 20.0}}, 100.0), QList<double>({50.0, 20.0}));
}

void TestTableWidths::widths_tooLittleRoom_fillItAndBreakNoWord()
{
    const QList<ColumnNeed> needs{{10.0, 90.0}, {20.0, 40.0}, {5.0, 5.0}};
    const auto widths = columnWidths(needs, 85.0);
    QCOMPARE(std::accumulate(widths.begin(), widths.end(), 0.0), 85.0);
    for (qsizetype i = 0; i < needs.size(); ++i)
        QVERIFY(widths[i] >= needs[i].word && widths[i] <= needs[i].line);
    QVERIFY(widths[0] > widths[1]);
}

void TestTableWidths::widths_noRoom_areTheWords()
{
    QCOMPARE(columnWidths({{10.0, 50.0}, {20.0, 30.0}}, 25.0), QList<double>({10.0, 20.0}));
}

ONEINN_TEST(TestTableWidths)

} // namespace tests::print_tablewidths

#include "tst_tablewidths.moc"
