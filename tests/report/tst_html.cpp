// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/figures.h"
#include "report/html.h"
#include "support/longreport.h"
#include "support/sampleassessment.h"
#include "support/testprogram.h"

#include <QTest>
#include <QXmlStreamReader>

namespace tests::report_html {

using namespace oneinn;
using namespace Qt::StringLiterals;
using testsupport::longReport;

class TestHtml : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void html_longReport_isWellFormed();
    void html_everyText_isThere();
    void html_nothing_comesFromElsewhere();
    void html_headings_areNested();
    void html_tables_nameTheirHeaders();
    void html_sameReport_isTheSameBytes();
    void html_hostileWords_areOnlyText();
    void html_emptyReport_isStillADocument();
    void richText_longReport_hasItsStylesOnTheElements();
    void richText_plain_hasEveryText();
    void richText_namesLikeFormulas_areGuardedOnTheClipboardAlone();
};

namespace {

report::Report illustrated()
{
    report::Report report = longReport();
    const testsupport::Sample sample(u"inlinesuggestion.csv"_s);
    const Assessment assessment = sample.assess(sample.scenario(0.6, Milliseconds{50.0}));
    report.figures = report::figures({assessment});
    return report;
}

/// Element names in their order, and all text; a failed parse leaves neither.
struct Parsed {
    QStringList elements;
    QList<QXmlStreamAttributes> attributes;
    QString text;
};

Parsed parsed(const QByteArray &html)
{
    Parsed result;
    QXmlStreamReader reader(html);
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement()) {
            result.elements.append(reader.name().toString());
            result.attributes.append(reader.attributes());
        } else if (reader.isCharacters()) {
            result.text += reader.text();
        }
    }
    if (!reader.hasError())
        return result;
    qWarning("%lld: %s", reader.lineNumber(), qPrintable(reader.errorString()));
    return {};
}

} // namespace

void TestHtml::html_longReport_isWellFormed()
{
    const Parsed html = parsed(toHtml(illustrated()));
    QCOMPARE(html.elements.value(0), u"html"_s);
    QCOMPARE(html.attributes.value(0).value("lang"_L1).toString(), u"en"_s);
    QCOMPARE(html.elements.count(u"title"_s), 1);
    QCOMPARE(html.elements.count(u"svg"_s), 3);
    QCOMPARE(html.elements.count(u"figure"_s), 3);
    QCOMPARE(html.elements.count(u"figcaption"_s), 3);
}

void TestHtml::html_everyText_isThere()
{
    const report::Report report = illustrated();
    const QString text = parsed(toHtml(report)).text;
    for (const QString &each : testsupport::textsOf(report))
        QVERIFY2(text.contains(each), qPrintable(each));
}

void TestHtml::html_nothing_comesFromElsewhere()
{
    const Parsed html = parsed(toHtml(illustrated()));
    const QStringList loading{u"script"_s, u"link"_s,  u"img"_s, u"iframe"_s,
                              u"object"_s, u"image"_s, u"use"_s, u"a"_s};
    for (const QString &element : loading)
        QVERIFY2(!html.elements.contains(element), qPrintable(element));
    for (const QXmlStreamAttributes &attributes : html.attributes) {
        for (const QXmlStreamAttribute &attribute : attributes) {
            QVERIFY(!attribute.name().startsWith(u"on"_s));
            QVERIFY(!attribute.value().contains(u"://"_s));
        }
    }
    QVERIFY(!html.text.contains(u"url("_s) && !html.text.contains(u"@import"_s));
}

void TestHtml::html_headings_areNested()
{
    const Parsed html = parsed(toHtml(illustrated()));
    int level = 0;
    for (const QString &element : html.elements) {
        if (element.size() != 2 || element[0] != u'h' || !element[1].isDigit())
            continue;
        const int next = element[1].digitValue();
        QVERIFY(next <= level + 1);
        level = next;
    }
    QCOMPARE(html.elements.count(u"h1"_s), 1);
    QCOMPARE(html.elements.count(u"h2"_s), longReport().body.size() + 1);
}

void TestHtml::html_tables_nameTheirHeaders()
{
    const Parsed html = parsed(toHtml(longReport()));
    int columns = 0;
    int rows = 0;
    for (qsizetype i = 0; i < html.elements.size(); ++i) {
        if (html.elements[i] != u"th"_s)
            continue;
        const auto scope = html.attributes[i].value("scope"_L1);
        columns += scope == u"col"_s;
        rows += scope == u"row"_s;
    }
    QCOMPARE(columns, 5 + 3);
    QCOMPARE(rows, 3 + 3);
}

void TestHtml::html_sameReport_isTheSameBytes()
{
    QCOMPARE(toHtml(illustrated()), toHtml(illustrated()));
    report::Report later = illustrated();
    later.date = u"26 November 2026"_s;
    QCOMPARE(toHtml(later), toHtml(illustrated()).replace("25 November", "26 November"));
}

void TestHtml::html_hostileWords_areOnlyText()
{
    const QString words = u"</p><script>alert(\"1\")</script>&amp;\u0001\n' onload='x"_s;
    report::Report report = longReport();
    report.title = words;
    report.body[0].paragraphs = {words};
    report.body[0].bullets = {words};
    report.body[3].table->rows[0][0] = words;
    const Parsed html = parsed(toHtml(report));
    QVERIFY(!html.elements.isEmpty());
    QVERIFY(!html.elements.contains(u"script"_s));
    QCOMPARE(html.text.count(u"<script>alert(\"1\")</script>&amp;\u2401"_s), 5);
}

void TestHtml::html_emptyReport_isStillADocument()
{
    const Parsed html = parsed(report::toHtml({}));
    QCOMPARE(html.elements.count(u"h1"_s), 1);
    QVERIFY(!html.elements.contains(u"section"_s));
}

void TestHtml::richText_longReport_hasItsStylesOnTheElements()
{
    const report::Report report = illustrated();
    const Parsed html = parsed(toRichText(report, report::RichTextFor::Clipboard).html.toUtf8());
    QCOMPARE(html.elements.value(0), u"div"_s);
    for (const char *unknown : {"style", "svg", "script", "head"})
        QVERIFY(!html.elements.contains(QLatin1String(unknown)));
    for (qsizetype i = 0; i < html.elements.size(); ++i) {
        if (html.elements[i] == u"td"_s || html.elements[i] == u"p"_s)
            QVERIFY(html.attributes[i].hasAttribute("style"_L1));
    }
    report::Report words = report;
    words.figures.clear();
    for (const QString &each : testsupport::textsOf(words))
        QVERIFY2(html.text.contains(each), qPrintable(each));
}

void TestHtml::richText_plain_hasEveryText()
{
    const QString plain = toRichText(longReport(), report::RichTextFor::Reading).plain;
    for (const QString &each : testsupport::textsOf(longReport()))
        QVERIFY2(plain.contains(each, Qt::CaseInsensitive), qPrintable(each));
    QVERIFY(!plain.contains(u"\n\n\n"_s));
    for (const QString &line : plain.split(u'\n'))
        QVERIFY(!line.endsWith(u' '));
}

/// A spreadsheet into which it is pasted must not run what somebody called a model.
void TestHtml::richText_namesLikeFormulas_areGuardedOnTheClipboardAlone()
{
    report::Report report;
    report::Section section;
    section.table = report::Table{.header = {u"Name"_s, u"=now()"_s},
                                  .rows = {{u"=1+1"_s, u"-3.1"_s}, {u"@sum"_s, u"+2"_s}}};
    report.body.append(section);
    const QString pasted = toRichText(report, report::RichTextFor::Clipboard).html;
    for (const char *cell : {">'=1+1<", ">'@sum<", ">'=now()<", ">-3.1<", ">+2<"})
        QVERIFY2(pasted.contains(QLatin1String(cell)), cell);
    const QString read = toRichText(report, report::RichTextFor::Reading).html;
    for (const char *cell : {">=1+1<", ">@sum<", ">=now()<"})
        QVERIFY2(read.contains(QLatin1String(cell)), cell);
}

ONEINN_TEST(TestHtml)

} // namespace tests::report_html

#include "tst_html.moc"
