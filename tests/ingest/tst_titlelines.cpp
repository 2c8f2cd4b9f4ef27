// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/titlelines.h"

#include "support/testprogram.h"

#include <QTest>

namespace tests::ingest_titlelines {

using namespace oneinn::ingest;

class TestTitleLines : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void titleLinesOf_anyText_leavesTheHeaderFirst_data()
    {
        QTest::addColumn<QByteArray>("above");
        QTest::addColumn<QByteArray>("table");
        QTest::addColumn<int>("lines");
        const auto above = [](const char *name, const char *titles, const char *table, int lines) {
            QTest::newRow(name) << QByteArray(titles) << QByteArray(table) << lines;
        };
        const char *plain = "id,correct,confidence\n0,yes,0.79\n1,no,0.46\n";
        above("a title", "Run of March\n", plain, 1);
        above("a title and a blank line", "Run of March\n\n", plain, 2);
        above("CRLF", "Run of March\r\n\r\n", "id,p\r\na,0.5\r\nb,0.7\r\n", 2);
        above("as wide as the table", "Q3;;;\n;;;\n", "a;b;c;d\nx;ja;0,79;4,1\ny;nein;0,4;3\n", 2);
        above("commas in a title", "Results, Berlin\n",
              "id,correct,confidence,ms\n0,yes,0.79,143\n1,no,0.46,700\n", 1);
        above("more commas than the table has", "Results, Berlin, March, final\n", plain, 1);
        above("a quoted title of two lines", "\"Run\nof March\"\n", plain, 2);
        above("facts beside names", "Model,v3,,\nMade on,1 March,,\n",
              "id,correct,confidence,ms\n0,yes,0.79,143\n1,no,0.46,700\n", 2);
        above("under what spans columns", ",,scores,\n",
              "id,correct,old,new\n0,yes,0.79,0.6\n1,no,0.46,0.4\n", 1);
        above("above an index without a name", "Run\n", ",label,p\na,1,0.5\nb,0,0.7\n", 1);
        const auto none = [&](const char *name, const char *table) { above(name, "", table, 0); };
        none("a header", plain);
        none("empty", "");
        none("one column", "score\n0.5\n0.7\n");
        none("one column of words", "label\nspam\nham\nspam\n");
        none("a title over one column", "Run\n\nscore\n0.5\n0.7\n");
        none("row names of R", "label,score\na,1,0.5\nb,0,0.7\n");
        none("row names of R, first without a number",
             "label,p,q\na,x,y,z\nb,u,0.7,0.4\nc,v,0.2,0.1\n");
        none("all names empty", ",,\n1,0,0.5\n2,1,0.7\n");
        none("names missing at the end, a word first",
             "label,p,,\nyes,,good,x\nno,0.4,bad,y\nyes,0.5,bad,z\n");
        none("a value missing in the first record",
             "label,,,\nyes,NA,good,x\nno,0.4,bad,y\nno,0.5,bad,z\n");
        none("one comma in a title, as many as row names leave",
             "Results, Berlin\nid,correct,confidence\n0,yes,0.79\n1,no,0.46\n");
        none("ragged", "label,score\n1,0.5\n0,0.4,7\n1,0.6\n");
        none("ragged with words", "label,score\nspam,high,x\nspam,low\nham,high\n");
        none("only words", "Run\n\nlabel,model\nspam,a\nham,b\n");
        none("no header below", "Run\n\nspam,0.4\nham,0.7\nspam,0.3\n");
        none("counts of a small table", ",predicted fraud,predicted ok\nfraud,80,20\nok,40,9860\n");
    }

    void titleLinesOf_anyText_leavesTheHeaderFirst()
    {
        QFETCH(QByteArray, above);
        QFETCH(QByteArray, table);
        const QByteArray text = above + table;
        const auto titles = titleLinesOf(text.toStdString(), {});
        QCOMPARE(text.mid(int(titles.bytes)), table);
        QTEST(int(titles.lines), "lines");
    }

    void titleLinesOf_headerFarBelow_isNotLookedFor()
    {
        const auto below = [](qsizetype titles) {
            const QByteArray text = QByteArray("Run\n").repeated(titles) + "id,p\na,0.5\nb,0.7\n";
            return titleLinesOf(text.toStdString(), {}).lines;
        };
        QCOMPARE(below(20), std::size_t{20});
        QCOMPARE(below(21), std::size_t{0});
    }

    void titleLinesOf_delimiterGiven_isTheOnlyOne()
    {
        const std::string text = "Run\n\nid;p\na;0.5\nb;0.7\n";
        QVERIFY(titleLinesOf(text, ';').bytes > 0);
        QCOMPARE(titleLinesOf(text, ',').bytes, std::size_t{0});
    }
};

ONEINN_TEST(TestTitleLines)

} // namespace tests::ingest_titlelines

#include "tst_titlelines.moc"
