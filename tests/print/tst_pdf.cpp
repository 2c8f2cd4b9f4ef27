// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "print/pdf.h"
#include "report/figures.h"
#include "support/longreport.h"
#include "support/sampleassessment.h"

#include <QGuiApplication>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace oneinn;
using namespace Qt::StringLiterals;
using print::Paper;
using print::Pdf;
using print::PdfOptions;
using testsupport::longReport;

namespace {

const QDateTime noon(QDate(2026, 11, 25), QTime(12, 0), Qt::UTC);

report::Report illustrated()
{
    report::Report report = longReport();
    const testsupport::Sample sample(u"inlinesuggestion.csv"_s);
    const Assessment assessment = sample.assess(sample.scenario(0.6, Milliseconds{50.0}));
    const ScenarioLoad load = sample.load(assessment.scenario);
    report.figures = report::figures({assessment, &load});
    return report;
}

PdfOptions optionsFor(Paper paper)
{
    return {paper, u"inlinesuggestion.csv, 25 November 2026"_s, noon};
}

bool writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

QByteArray outputOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished() || process.exitCode() != 0)
        qFatal("%s: %s", qPrintable(program), process.readAllStandardError().constData());
    return process.readAllStandardOutput();
}

/// What is written on each page, words with one space between them.
QStringList pageTexts(const Pdf &pdf)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"answer.pdf"_s);
    if (!writeFile(path, pdf.bytes))
        qFatal("cannot write");
    const QString text =
            QString::fromUtf8(outputOf(u"pdftotext"_s, {u"-enc"_s, u"UTF-8"_s, path, u"-"_s}));
    QStringList pages;
    for (const QString &page : text.split(u'\f', Qt::SkipEmptyParts))
        pages.append(page.simplified());
    return pages;
}

} // namespace

class TestPdf : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void body_longReport_fitsOnOnePage_data();
    void body_longReport_fitsOnOnePage();
    void body_tooLong_flowsOnInTheSmallestSize();
    void text_longReport_isAllThereAndCanBeSelected_data() { body_longReport_fitsOnOnePage_data(); }
    void text_longReport_isAllThereAndCanBeSelected();
    void heading_anyHeight_isNotAloneAtTheFoot_data();
    void heading_anyHeight_isNotAloneAtTheFoot();
    void footer_everyPage_saysWhichAndOfWhat();
    void footer_longName_staysOnThePage();
    void metadata_title_isTheReports();
    void bytes_twoRuns_areTheSame();
    void bytes_twoProcesses_areTheSame();
    void bytes_otherDate_differInTheDateAlone();
    void report_withoutAppendix_hasNoMorePages();
};

void TestPdf::body_longReport_fitsOnOnePage_data()
{
    QTest::addColumn<Paper>("paper");
    QTest::addColumn<QByteArray>("box");
    QTest::newRow("A4") << Paper::A4 << QByteArray("[0 0 595");
    QTest::newRow("Letter") << Paper::Letter << QByteArray("[0 0 612");
}

void TestPdf::body_longReport_fitsOnOnePage()
{
    QFETCH(Paper, paper);
    QFETCH(QByteArray, box);
    const report::Report report = illustrated();
    const Pdf pdf = toPdf(report, optionsFor(paper));
    QVERIFY(pdf.bytes.contains(QByteArray("/MediaBox " + box)));
    QCOMPARE(pdf.bodyPages, 1);
    QVERIFY(pdf.pointSize >= 9.5 && pdf.pointSize <= 11.0);
    const QStringList pages = pageTexts(pdf);
    QCOMPARE(pages.size(), pdf.pages);
    QVERIFY(pages[0].contains(report.body.last().paragraphs.last().simplified()));
    QVERIFY(pages[1].startsWith(u"Appendix"_s));
}

void TestPdf::body_tooLong_flowsOnInTheSmallestSize()
{
    report::Report report = longReport();
    report.body += longReport().body;
    report.body.last().paragraphs.append(u"This is the very last sentence."_s);
    const Pdf pdf = toPdf(report, optionsFor(Paper::A4));
    QCOMPARE(pdf.bodyPages, 2);
    QCOMPARE(pdf.pointSize, 9.5);
    const QStringList pages = pageTexts(pdf);
    QVERIFY(pages[1].contains(u"This is the very last sentence."_s));
    QVERIFY(pages[2].startsWith(u"Appendix"_s));
}

void TestPdf::text_longReport_isAllThereAndCanBeSelected()
{
    QFETCH(Paper, paper);
    const report::Report report = illustrated();
    const QString text = pageTexts(toPdf(report, optionsFor(paper))).join(u' ');
    for (const QString &each : testsupport::textsOf(report))
        QVERIFY2(text.contains(each.simplified()), qPrintable(each));
    // Within the figures, too.
    for (const char *label : {"threshold 0.60", "budget 50 ms", "10 % more misses", "100\u00a0%"})
        QVERIFY2(text.contains(QString::fromUtf8(label).simplified()), label);
}

void TestPdf::heading_anyHeight_isNotAloneAtTheFoot_data()
{
    QTest::addColumn<int>("lines");
    for (int lines = 40; lines < 60; ++lines)
        QTest::addRow("%d lines before", lines) << lines;
}

void TestPdf::heading_anyHeight_isNotAloneAtTheFoot()
{
    QFETCH(int, lines);
    report::Report report;
    report.title = u"Title"_s;
    report.body = {{{}, {QStringList(lines, u"A line."_s)}, {}},
                   {u"The heading"_s, {u"What it is about."_s}, {}}};
    const QStringList pages = pageTexts(print::toPdf(report, {}));
    for (const QString &page : pages)
        QCOMPARE(page.contains(u"The heading"_s), page.contains(u"What it is about."_s));
}

void TestPdf::footer_everyPage_saysWhichAndOfWhat()
{
    const Pdf pdf = toPdf(illustrated(), optionsFor(Paper::A4));
    const QStringList pages = pageTexts(pdf);
    QVERIFY(pages.size() > 1);
    for (qsizetype page = 0; page < pages.size(); ++page) {
        QVERIFY(pages[page].contains(u"inlinesuggestion.csv, 25 November 2026"_s));
        QVERIFY(pages[page].contains(u"page %1 of %2"_s.arg(page + 1).arg(pages.size())));
    }
}

void TestPdf::footer_longName_staysOnThePage()
{
    PdfOptions options = optionsFor(Paper::A4);
    options.footer = QString(300, u'x') + u".csv"_s;
    const QStringList pages = pageTexts(toPdf(longReport(), options));
    QVERIFY(pages[0].contains(u"xxx\u2026xxx"_s));
    QVERIFY(pages[0].contains(u"x.csv"_s));
    QVERIFY(pages[0].contains(u"page 1 of"_s));
}

void TestPdf::metadata_title_isTheReports()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"answer.pdf"_s);
    QVERIFY(writeFile(path, toPdf(longReport(), optionsFor(Paper::A4)).bytes));
    const QString info = QString::fromUtf8(outputOf(u"pdfinfo"_s, {u"-isodates"_s, path}));
    QVERIFY(info.contains(longReport().title));
    QVERIFY(info.contains(u"2026-11-25T12:00:00Z"_s));
}

void TestPdf::bytes_twoRuns_areTheSame()
{
    const report::Report report = illustrated();
    QCOMPARE(toPdf(report, optionsFor(Paper::A4)).bytes,
             toPdf(report, optionsFor(Paper::A4)).bytes);
}

void TestPdf::bytes_twoProcesses_areTheSame()
{
    const QTemporaryDir folder;
    QList<QByteArray> written;
    for (const QString &name : {u"one.pdf"_s, u"two.pdf"_s}) {
        outputOf(QCoreApplication::applicationFilePath(), {u"--write"_s, folder.filePath(name)});
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        written.append(file.readAll());
    }
    QVERIFY(!written[0].isEmpty());
    QCOMPARE(written[0], written[1]);
    QCOMPARE(written[0], toPdf(illustrated(), optionsFor(Paper::A4)).bytes);
}

void TestPdf::bytes_otherDate_differInTheDateAlone()
{
    PdfOptions later = optionsFor(Paper::A4);
    later.createdAt = noon.addDays(1);
    const report::Report report = longReport();
    const QByteArray one = toPdf(report, optionsFor(Paper::A4)).bytes;
    QCOMPARE(toPdf(report, later).bytes,
             QByteArray(one).replace("D:20261125120000Z", "D:20261126120000Z"));
}

void TestPdf::report_withoutAppendix_hasNoMorePages()
{
    report::Report report = longReport();
    report.appendix.clear();
    const Pdf pdf = toPdf(report, optionsFor(Paper::Letter));
    QCOMPARE(pdf.pages, 1);
    QCOMPARE(pageTexts(pdf).size(), 1);
}

int main(int argc, char **argv)
{
    QGuiApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--write"_s)
        return writeFile(arguments.value(2), toPdf(illustrated(), optionsFor(Paper::A4)).bytes) ? 0
                                                                                                : 1;
    TestPdf test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_pdf.moc"
