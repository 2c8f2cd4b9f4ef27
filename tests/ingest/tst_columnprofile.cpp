// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/columnprofile.h"

#include "support/testprogram.h"

#include <QTest>

namespace tests::ingest_columnprofile {

using namespace oneinn;
using namespace oneinn::ingest;

namespace {

TableProfile profileOf(const std::string &text, char delimiter)
{
    auto table = profileTable(text, delimiter);
    if (!table)
        qFatal("the text of a test does not parse");
    return std::move(table).value();
}

} // namespace

class TestColumnProfile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void profileTable_columns_areDescribed()
    {
        const auto table = profileOf(" label ,score\n1,0.5\n 0,-3\n1,\n1,x\n1,2.5\n", ',');
        QCOMPARE(table.records, std::size_t{5});
        QCOMPARE(table.names(), (std::vector<std::string>{"label", "score"}));
        const auto &label = table.columns[0];
        QCOMPARE(label.values.size(), std::size_t{2});
        QCOMPARE(label.values[0].text, std::string("1"));
        QCOMPARE(label.values[0].records, std::size_t{4});
        QVERIFY(label.numbers.integers);
        const auto &score = table.columns[1].numbers;
        QCOMPARE(score.cells, std::size_t{4});
        QCOMPARE(score.numbers, std::size_t{3});
        QCOMPARE(score.low, -3.0);
        QCOMPARE(score.high, 2.5);
        QCOMPARE(score.median, 0.5);
        QVERIFY(!score.integers);
        QVERIFY(!score.isNumeric());
    }

    void profileTable_sortedFile_seesItsLastRecord()
    {
        std::string text = "label,score\n";
        for (int i = 0; i < 100000; ++i)
            text += "0," + std::to_string(i) + "\n";
        text += "1,5\n";
        const auto table = profileOf(text, ',');
        QCOMPARE(table.columns[0].values.size(), std::size_t{2});
        QVERIFY(table.columns[1].hasManyValues());
        // The sample is spread over the file, not taken from its start.
        QVERIFY(table.columns[1].numbers.high > 95000.0);
        QVERIFY(std::abs(table.columns[1].numbers.median - 50000.0) < 1000.0);
    }

    void decimalMark_columns_isDecided_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<char>("delimiter");
        QTest::addColumn<std::string>("marks");
        const auto row = [](const char *name, std::string text, char delimiter, std::string marks) {
            QTest::newRow(name) << std::move(text) << delimiter << std::move(marks);
        };
        row("comma", "a;b\n1;0,75\n0;0,5\n", ';', ",,");
        row("points", "a;b\n1;0.75\n0;0.5\n", ';', "..");
        row("both in one column", "a;b\n1;0.75\n0;0,5\n", ';', "..");
        row("each its own", "a;b\n1,5;0.75\n2,5;0.5\n", ';', ",.");
        row("thousands?", "a;b\n1;1,234\n0;5,678\n", ';', "..");
        row("thousands? not beside decimal commas", "a;b\n0,5;120,532\n0,7;98,411\n", ';', ",,");
        row("leading zero is no thousand", "a\tb\n1\t0,123\n0\t0,456\n", '\t', ",,");
        row("words with commas", "a|b\n1|yes, sir\n0|no, sir\n", '|', "..");
        row("in quotes beside commas that part the columns", "a,b\n1,\"0,75\"\n0,\"0,5\"\n", ',',
            ",,");
        row("whole numbers among them", "a;b\n1;1\n0;0\n1;0,5\n", ';', ",,");
    }

    void decimalMark_columns_isDecided()
    {
        QFETCH(std::string, text);
        QFETCH(char, delimiter);
        QFETCH(std::string, marks);
        const auto table = profileOf(text, delimiter);
        std::string found;
        for (const auto &column : table.columns)
            found += column.writing.decimalMark;
        QCOMPARE(found, marks);
    }

    void profileTable_header_isToldFromData()
    {
        QVERIFY(profileOf("1,0.5\n0,0.3\n", ',').headerIsData);
        QVERIFY(profileOf("1;0,5\n0;0,3\n", ';').headerIsData);
        QVERIFY(!profileOf("label,1\n0,0.3\n", ',').headerIsData);
        QVERIFY(!profileOf(",1\n0,0.3\n", ',').headerIsData);
    }

    void profileTable_moreRecordsThanFit_isTooLarge()
    {
        QVERIFY(profileTable("a\n1\n2\n3\n", ',', {}, 3).ok());
        const auto table = profileTable("a\n1\n2\n3\n4\n", ',', {}, 3);
        QVERIFY(!table.ok());
        QCOMPARE(table.problem().kind, ProblemKind::TooLarge);
        QCOMPARE(table.problem().found, std::size_t{4});
    }

    void profileTable_noRecords_isAProblem()
    {
        QCOMPARE(profileTable("\n \n\r\n", ',').problem().kind, ProblemKind::FileEmpty);
        QCOMPARE(profileTable("a,b\n\n", ',').problem().kind, ProblemKind::HeaderOnly);
    }

    /// Many thousands of columns share one sample of bounded size.
    void profileTable_manyColumns_canBeStoppedBetweenThem()
    {
        constexpr int many = 20000;
        std::string text;
        for (int row = 0; row < 3; ++row) {
            for (int column = 0; column < many; ++column)
                text += (row == 0 ? "c" : "0.") + std::to_string(column) + ';';
            text += row == 0 ? "end\n" : "1\n";
        }
        const auto whole = profileTable(text, ';');
        QVERIFY(whole.ok());
        QCOMPARE(whole.value().columns.size(), std::size_t(many + 1));
        QCOMPARE(whole.value().columns[7].numbers.numbers, std::size_t{2});
        for (const double when : {0.1, 0.5, 0.95}) {
            std::stop_source stop;
            const auto stopLater = [&](double share) {
                if (share >= when)
                    stop.request_stop();
            };
            const auto stopped =
                    profileTable(text, ';', {.stop = stop.get_token(), .progress = stopLater});
            QVERIFY(!stopped);
            QCOMPARE(stopped.problem().kind, ProblemKind::Cancelled);
        }
    }
};

ONEINN_TEST(TestColumnProfile)

} // namespace tests::ingest_columnprofile

#include "tst_columnprofile.moc"
