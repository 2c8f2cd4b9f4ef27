// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commandlinerun.h"

#include "support/testprogram.h"

#include <QProcess>
#include <QTest>
#include <QXmlStreamReader>

namespace tests::cli_hostilenames {

using namespace Qt::StringLiterals;
using testsupport::CommandLineRun;
using testsupport::runCommandLine;

/// What would steer a terminal, turn a line around, start a formula or be rendered.
class TestHostileNames : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void output_anyCommand_obeysNoName_data();
    void output_anyCommand_obeysNoName();
    void json_names_areKeptExactly();
    void csv_names_areNoFormulas();
    void html_names_areText();
    void markdown_names_areText();
    void pdf_names_areText();
    void problem_anyName_isOneLine_data();
    void problem_anyName_isOneLine();
    void problem_100000Columns_listsAFew();

private:
    static QString large() { return u"=<img src=\"/dev/zero\"> \u001b[31m\r\n\u202E\u009b & %1"_s; }
    static QString small() { return u"-*<s>small</s>*[x](y) | \u007f\u2028"_s; }
    static QString quoted(QString name) { return u'"' + name.replace(u'"', u"\"\""_s) + u'"'; }
    QString write(const QString &name, const QString &text) const;
    QStringList arguments(const QString &command, const QStringList &more) const;

    QTemporaryDir m_folder;
    QString m_table;
};

namespace {

QString label()
{
    return u"la\nbel\u202E"_s;
}

/// The first character that must not get through; -1 if there is none.
int steering(const QString &text, bool lines)
{
    for (const QChar c : text) {
        const bool allowed = lines && c == u'\n';
        const bool turns = c == QChar(0x202E) || c == QChar(0x2028);
        if (turns || (!allowed && c.category() == QChar::Other_Control))
            return c.unicode();
    }
    return -1;
}

} // namespace

QString TestHostileNames::write(const QString &name, const QString &text) const
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0)
        qFatal("cannot write %s", qPrintable(file.fileName()));
    return file.fileName();
}

void TestHostileNames::initTestCase()
{
    QString text = quoted(label()) + u",score,latency_ms,model,example_id\n"_s;
    for (int i = 0; i < 160; ++i) {
        const int score = (i / 2 * 37) % 101;
        const bool positive = (i / 2 * 53) % 97 + score > 95;
        text += u"%1,%2,%3,"_s.arg(QString::number(int(positive)),
                                   QString::number((score + i % 2 * 7) / 120.0),
                                   QString::number(40 + i * 29 % 90 * (i % 2 ? 10 : 3)))
                + quoted(i % 2 ? large() : small()) + u",e%1\n"_s.arg(QString::number(i / 2));
    }
    m_table = write(u"<b>&.csv"_s, text);
}

QStringList TestHostileNames::arguments(const QString &command, const QStringList &more) const
{
    return QStringList{command, m_table, u"--label"_s, label()} + more;
}

void TestHostileNames::output_anyCommand_obeysNoName_data()
{
    QTest::addColumn<QStringList>("line");
    const QStringList budget{u"--budget"_s, u"300"_s, u"--noun"_s, u"<s>\u202Eoffer"_s};
    const auto row = [&](const char *name, const QString &command, const QStringList &more) {
        QTest::newRow(name) << arguments(command, budget + more);
    };
    const QStringList at{u"--threshold"_s, u"0.5"_s, u"--model"_s, large()};
    for (const QString &format : {u"json"_s, u"text"_s}) {
        const QStringList as{u"--format"_s, format};
        row(qPrintable(u"metrics "_s + format), u"metrics"_s, at + as);
        row(qPrintable(u"recommend "_s + format), u"recommend"_s,
            as + QStringList{u"--objective"_s, u"value"_s});
        row(qPrintable(u"loadbearing "_s + format), u"loadbearing"_s, at + as);
        row(qPrintable(u"policies "_s + format), u"policies"_s, at + as);
        row(qPrintable(u"reach "_s + format), u"reach"_s,
            as + QStringList{u"--wrong-at-most"_s, u"0.5"_s});
    }
    row("metrics, falls back", u"metrics"_s,
        at + QStringList{u"--late"_s, u"fall-back"_s, u"--fallback"_s, small()});
    row("policies csv", u"policies"_s, at + QStringList{u"--format"_s, u"csv"_s});
    row("curve csv", u"curve"_s, {u"--kind"_s, u"pr"_s});
    for (const QString &length : {u"sentence"_s, u"spoken"_s, u"brief"_s, u"executive"_s})
        row(qPrintable(u"answer "_s + length), u"answer"_s, {u"--length"_s, length});
}

void TestHostileNames::output_anyCommand_obeysNoName()
{
    QFETCH(QStringList, line);
    const CommandLineRun run = runCommandLine(line);
    QVERIFY2(run.code == 0, qPrintable(run.err));
    QVERIFY(!run.out.isEmpty());
    QCOMPARE(steering(run.out, true), -1);
    QCOMPARE(steering(run.err, true), -1);
}

void TestHostileNames::json_names_areKeptExactly()
{
    const CommandLineRun run = runCommandLine(
            arguments(u"metrics"_s, {u"--threshold"_s, u"0.5"_s, u"--model"_s, large()}));
    QCOMPARE(run.at(u"selection/model"_s).toString(), large());
}

void TestHostileNames::csv_names_areNoFormulas()
{
    const CommandLineRun run = runCommandLine(arguments(u"policies"_s, {u"--format"_s, u"csv"_s}));
    QStringList lines = run.out.split(u'\n', Qt::SkipEmptyParts);
    QVERIFY(lines.size() > 3);
    const auto columns = lines.takeFirst().count(u',');
    for (const QString &line : std::as_const(lines)) {
        const QChar first = line.at(line.startsWith(u'"') ? 1 : 0);
        QVERIFY2(!u"=+-@"_s.contains(first), qPrintable(line));
        QVERIFY(line.count(u',') >= columns); // a name breaks no row in two
    }
}

void TestHostileNames::html_names_areText()
{
    const QString path = m_folder.filePath(u"answer.html"_s);
    const CommandLineRun run =
            runCommandLine(arguments(u"answer"_s,
                                     {u"--budget"_s, u"300"_s, u"-o"_s, path, u"--noun"_s,
                                      u"a & <s>b</s>"_s, u"--model"_s, large()}));
    QVERIFY2(run.code == 0, qPrintable(run.err));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QXmlStreamReader reader(file.readAll());
    QString text;
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::StartElement)
            QVERIFY(reader.name() != "img"_L1 && reader.name() != "s"_L1);
        else if (reader.isCharacters())
            text += reader.text();
    }
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    QVERIFY(text.contains(u"<img src=\"/dev/zero\">"_s));
    QVERIFY(text.contains(u"a & <s>b</s>"_s) && !text.contains(u"&amp;"_s));
    QCOMPARE(steering(text, true), -1);
}

void TestHostileNames::markdown_names_areText()
{
    const CommandLineRun run = runCommandLine(
            arguments(u"answer"_s, {u"--budget"_s, u"300"_s, u"--model"_s, large()}));
    QVERIFY2(run.code == 0, qPrintable(run.err));
    QVERIFY(run.out.contains(u"\\<img src="_s));
    for (const QString &markup : {u"<img"_s, u"<s>"_s, u"[x]("_s}) {
        for (qsizetype at = run.out.indexOf(markup); at >= 0; at = run.out.indexOf(markup, at + 1))
            QVERIFY(at > 0 && run.out.at(at - 1) == u'\\');
    }
}

void TestHostileNames::pdf_names_areText()
{
    const QString pdf = m_folder.filePath(u"answer.pdf"_s);
    const CommandLineRun run = runCommandLine(
            arguments(u"answer"_s, {u"--budget"_s, u"300"_s, u"--model"_s, large(), u"-o"_s, pdf}));
    QVERIFY2(run.code == 0, qPrintable(run.err));
    QProcess toText;
    toText.start(u"pdftotext"_s, {u"-enc"_s, u"UTF-8"_s, pdf, u"-"_s});
    QVERIFY(toText.waitForFinished());
    QString text = QString::fromUtf8(toText.readAllStandardOutput());
    text.remove(u'\f'); // between pages, by pdftotext
    QVERIFY2(text.contains(u"<img"_s), qPrintable(text));
    QCOMPARE(steering(text, true), -1);
}

void TestHostileNames::problem_anyName_isOneLine_data()
{
    QTest::addColumn<QStringList>("line");
    const QString hostile = u"a\nb\u001b[2J\u202E"_s + QString(100'000, u'x');
    QTest::newRow("column") << QStringList{u"metrics"_s, m_table, u"--label"_s, hostile};
    QTest::newRow("model") << arguments(u"metrics"_s,
                                        {u"--threshold"_s, u"0.5"_s, u"--model"_s, hostile});
    QTest::newRow("where") << arguments(
            u"metrics"_s, {u"--threshold"_s, u"0.5"_s, u"--where"_s, u"model="_s + hostile});
    QTest::newRow("fallback") << arguments(u"metrics"_s,
                                           {u"--threshold"_s, u"0.5"_s, u"--budget"_s, u"300"_s,
                                            u"--late"_s, u"fall-back"_s, u"--fallback"_s, hostile});
    QTest::newRow("cost") << arguments(u"policies"_s, {u"--cost-per-call"_s, hostile + u"=1"_s});
    QTest::newRow("file") << QStringList{u"metrics"_s, hostile, u"--threshold"_s, u"0.5"_s};
    QTest::newRow("session") << QStringList{u"answer"_s, hostile + u".oneinn"_s};
    QTest::newRow("preset") << arguments(u"metrics"_s,
                                         {u"--threshold"_s, u"0.5"_s, u"--preset"_s, hostile});
    QTest::newRow("command") << QStringList{hostile};
    QTest::newRow("option") << arguments(u"metrics"_s, {u"--"_s + hostile});
    QTest::newRow("value") << arguments(u"metrics"_s, {u"--threshold"_s, hostile});
    QTest::newRow("output") << arguments(u"answer"_s,
                                         {u"-o"_s, u"/no/such/"_s + hostile + u".md"_s});
}

void TestHostileNames::problem_anyName_isOneLine()
{
    QFETCH(QStringList, line);
    const CommandLineRun run = runCommandLine(line);
    QVERIFY(run.code != 0);
    QVERIFY(run.out.isEmpty());
    QCOMPARE(steering(run.err, true), -1);
    // What was guessed and left out is told in lines of its own before it.
    const QStringList lines = run.err.split(u'\n', Qt::SkipEmptyParts);
    QVERIFY2(lines.size() >= 1 && lines.size() <= 4, qPrintable(run.err.left(2000)));
    for (const QString &each : lines)
        QVERIFY2(each.size() <= 4000, qPrintable(QString::number(each.size())));
}

void TestHostileNames::problem_100000Columns_listsAFew()
{
    QStringList names;
    for (int i = 0; i < 2000; ++i)
        names.append(u"c%1"_s.arg(i));
    const QString path = write(
            u"wide.csv"_s, names.join(u',') + u'\n' + QStringList(2000, u"5"_s).join(u',') + u'\n');
    const CommandLineRun run =
            runCommandLine({u"metrics"_s, path, u"--threshold"_s, u"0.5"_s, u"--label"_s, u"no"_s});
    QVERIFY(run.code != 0);
    QVERIFY2(run.err.contains(u"c0, c1, c2"_s) && run.err.contains(u" and 1,992 more"_s),
             qPrintable(run.err));
    QVERIFY(run.err.size() < 600);
    QCOMPARE(run.err.count(u'\n'), 1);
}

ONEINN_TEST(TestHostileNames)

} // namespace tests::cli_hostilenames

#include "tst_hostilenames.moc"
