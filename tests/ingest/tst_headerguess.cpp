// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/headerguess.h"

#include "support/testprogram.h"

#include <QTest>

namespace tests::ingest_headerguess {

using namespace oneinn::ingest;

class TestHeaderGuess : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readHeader_anyFirstLine_isToldFromData_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("names");
        const auto row = [](const char *name, const char *text, const char *names) {
            QTest::newRow(name) << QByteArray(text) << QByteArray(names);
        };
        row("header", "label,score\n1,0.5\n", "label|score");
        row("numbers", "1,0.5\n0,0.7\n", "column 1|column 2");
        row("counted names", "0,1\n1,0.7\n", "0|1");
        row("words and numbers", "spam,0.93\nham,0.2\nspam,0.8\n", "column 1|column 2");
        row("an id, a word, a number", "a7,spam,0.93\nb3,ham,0.2\nc1,spam,0.8\n",
            "column 1|column 2|column 3");
        row("quantiles as names", "model,0.25,0.5\nsmall,3,4\nlarge,5,6\n", "model|0.25|0.5");
        row("years as names", "city,2023,2024\nBonn,3,4\n", "city|2023|2024");
        row("all words", "spam,high\nham,low\nspam,high\n", "spam|high");
        row("an index without a name", ",label,score\n0,1,0.5\n", "|label|score");
        row("twice", "label,score,score\n1,0.5,0.6\n", "label|score|score (2)");
        row("twice beside what it would be", "a,a,a (2)\n1,2,3\n", "a|a (3)|a (2)");
        row("row names as R writes them", "label,score\n1,1,0.5\n2,0,0.7\n", "|label|score");
        row("commas at the end", "label,score\n1,0.5,\n0,0.7,\n", "label|score|");
        row("white space", " label , score \n1,0.5\n", "label|score");
    }

    void readHeader_anyFirstLine_isToldFromData()
    {
        QFETCH(QByteArray, text);
        const auto header = readHeader(text.toStdString(), ',', 1, {});
        QVERIFY(header.ok());
        QByteArray names;
        for (const auto &name : header.value().names)
            names += (names.isNull() ? "" : "|") + QByteArray::fromStdString(name);
        QTEST(names, "names");
        QCOMPARE(header.value().written.size(), header.value().names.size());
    }

    void preambleOf_anyText_isSteppedOver_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("rest");
        QTest::addColumn<int>("lines");
        const auto row = [](const char *name, const char *text, const char *rest, int lines) {
            QTest::newRow(name) << QByteArray(text) << QByteArray(rest) << lines;
        };
        row("none", "a,b\n1,2\n", "a,b\n1,2\n", 0);
        row("sep", "sep=;\na;b\n", "a;b\n", 1);
        row("sep, CRLF", "SEP=;\r\na;b\n", "a;b\n", 1);
        row("comments", "# made by hand\n#\na,b\n1,2\n", "a,b\n1,2\n", 2);
        row("header with a hash", "#a,b\n1,2\n", "#a,b\n1,2\n", 0);
        row("comment, then header with a hash", "# made\n#a,b\n1,2\n", "#a,b\n1,2\n", 1);
        row("nothing else", "# a", "# a", 0);
        row("empty", "", "", 0);
    }

    void preambleOf_anyText_isSteppedOver()
    {
        QFETCH(QByteArray, text);
        const auto preamble = preambleOf(text.toStdString());
        QTEST(text.mid(int(preamble.bytes)), "rest");
        QTEST(int(preamble.lines), "lines");
    }
};

ONEINN_TEST(TestHeaderGuess)

} // namespace tests::ingest_headerguess

#include "tst_headerguess.moc"
