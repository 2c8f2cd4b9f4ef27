// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/delimiterguess.h"

#include "support/testprogram.h"

#include <QTest>

namespace tests::ingest_delimiterguess {

using namespace oneinn::ingest;

class TestDelimiterGuess : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void guessDelimiter_text_isTheConsistentOne_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<char>("expected");
        const auto row = [](const char *name, std::string text, char expected) {
            QTest::newRow(name) << std::move(text) << expected;
        };
        row("comma", "a,b\n1,2\n", ',');
        row("semicolon", "a;b\n1;2\n", ';');
        row("tab", "a\tb\n1\t2\n", '\t');
        row("pipe", "a|b\n1|2\n", '|');
        row("semicolon with decimal commas", "label;score\n1;0,75\n0;0,25\n", ';');
        row("semicolons with a comma in a name", "label;score, raw;x\n1;0.7;a\n0;0.2;b\n", ';');
        row("commas within quotes", "\"a;b;c\",d\n\"1;2;3\",4\n", ',');
        row("quoted line end", "a;b\n\"x,y\n\";1\n2;3\n", ';');
        row("header only", "label;score;latency\n", ';');
        row("one column", "label\n1\n0\n", ',');
        row("nothing", "", ',');
        row("one ragged record", "a;b;c\n1;2;3\n1;2\n1;2;3\n", ';');
        row("tab with commas in text", "text\tlabel\nso, it, is\t1\nno, not\t0\n", '\t');
    }

    void guessDelimiter_text_isTheConsistentOne()
    {
        QFETCH(std::string, text);
        QFETCH(char, expected);
        QCOMPARE(guessDelimiter(text), expected);
    }
};

ONEINN_TEST(TestDelimiterGuess)

} // namespace tests::ingest_delimiterguess

#include "tst_delimiterguess.moc"
