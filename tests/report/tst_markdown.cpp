// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/markdown.h"

#include "support/testprogram.h"

#include <QTest>

namespace tests::report_markdown {

using namespace oneinn::report;
using namespace Qt::StringLiterals;

class TestMarkdown : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void text_markup_isEscaped_data();
    void text_markup_isEscaped();
    void report_everyPart_inItsPlace();
    void table_columns_aligned();
    void table_shortRow_isFilledUp();
    void table_persons_cannotBreakIt();
    void report_emptyParts_leaveNothing();
};

void TestMarkdown::text_markup_isEscaped_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const QString &text, const QString &expected) {
        QTest::newRow(qPrintable(text)) << text << expected;
    };
    row(u"plain words, 13 of 100."_s, u"plain words, 13 of 100."_s);
    row(u"*loud* and `code`"_s, u"\\*loud\\* and \\`code\\`"_s);
    row(u"# no heading"_s, u"\\# no heading"_s);
    row(u"C# stays"_s, u"C# stays"_s);
    row(u"- no list"_s, u"\\- no list"_s);
    row(u"+ no list"_s, u"\\+ no list"_s);
    row(u"+286 per 1,000"_s, u"+286 per 1,000"_s);
    row(u"1. no list"_s, u"1\\. no list"_s);
    row(u"12) no list"_s, u"12\\) no list"_s);
    row(u"1.5 misses"_s, u"1.5 misses"_s);
    row(u"---"_s, u"\\---"_s);
    row(u"==="_s, u"\\==="_s);
    row(u"> no quote"_s, u"\\> no quote"_s);
    row(u"a | b"_s, u"a \\| b"_s);
    row(u"[a](http://x)"_s, u"\\[a\\](http://x)"_s);
    row(u"![a](b)"_s, u"!\\[a\\](b)"_s);
    row(u"<script>alert(1)</script>"_s, u"\\<script\\>alert(1)\\</script\\>"_s);
    row(u"a &amp; b & c"_s, u"a \\&amp; b & c"_s);
    row(u"file_name_x stays, _this_ does not"_s, u"file_name_x stays, \\_this\\_ does not"_s);
    row(u"~~gone~~ $x$ back\\slash"_s, u"\\~\\~gone\\~\\~ \\$x\\$ back\\\\slash"_s);
    row(u"a\u001b[31m\u202Eb"_s, u"a\u241b\\[31m\\[U+202E\\]b"_s);
    row(u"two\n\n# lines\r\n    and more"_s, u"two # lines and more"_s);
}

void TestMarkdown::text_markup_isEscaped()
{
    QFETCH(const QString, text);
    QFETCH(const QString, expected);
    QCOMPARE(markdownText(text), expected);
}

void TestMarkdown::report_everyPart_inItsPlace()
{
    const Report report{
            .title = u"Title"_s,
            .date = u"25 November 2026"_s,
            .lead = u"The answer."_s,
            .body = {{u"First"_s, {u"One."_s, u"Two."_s}, {u"a"_s, u"b"_s}, {}}},
            .appendix = {{u"More"_s, {u"Three."_s}, {}, {}}},
            .figures = {{u"Scores"_s, u"Most lie low."_s, {}}},
    };
    QCOMPARE(
            markdown(report),
            u"# Title\n\n25 November 2026\n\n**The answer.**\n\n## First\n\nOne.\n\nTwo.\n\n- a\n- "
            "b\n\n## Appendix\n\n### More\n\nThree.\n\n### Scores\n\nMost lie low.\n"_s);
}

void TestMarkdown::table_columns_aligned()
{
    Report report;
    report.title = u"T"_s;
    report.body = {
            {{},
             {},
             {},
             Table{{u"Name"_s, u"Wrong"_s}, {{u"now"_s, u"13"_s}, {u"default"_s, u"1,600"_s}}}}};
    QCOMPARE(markdown(report),
             u"# T\n\n"
             "| Name    | Wrong |\n"
             "| :------ | ----: |\n"
             "| now     |    13 |\n"
             "| default | 1,600 |\n"_s);
}

void TestMarkdown::table_shortRow_isFilledUp()
{
    Report report;
    report.title = u"T"_s;
    report.body = {{{}, {}, {}, Table{{u"A"_s, u"B"_s}, {{u"x"_s}, {u"x"_s, u"y"_s, u"z"_s}}}}};
    for (const QString &line : markdown(report).split(u'\n').sliced(2)) {
        if (!line.isEmpty())
            QCOMPARE(line.count(u'|'), 3);
    }
}

void TestMarkdown::table_persons_cannotBreakIt()
{
    Report report;
    report.title = u"T\n# U"_s;
    report.body = {{{}, {}, {}, Table{{u"A"_s, u"B"_s}, {{u"x | y\nz"_s, u"`|`"_s}}}}};
    const QString text = markdown(report);
    QVERIFY(text.startsWith(u"# T # U\n"_s));
    const QString row = text.split(u'\n').at(4);
    QCOMPARE(QString(row).remove(u"\\|"_s).count(u'|'), 3);
    QVERIFY(row.contains(u"x \\| y z"_s));
}

void TestMarkdown::report_emptyParts_leaveNothing()
{
    Report report;
    report.title = u"T"_s;
    report.body = {{{}, {u""_s, u"  "_s}, {}, Table{}}};
    QCOMPARE(markdown(report), u"# T\n"_s);
}

ONEINN_TEST(TestMarkdown)

} // namespace tests::report_markdown

#include "tst_markdown.moc"
