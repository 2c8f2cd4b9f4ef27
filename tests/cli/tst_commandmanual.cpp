// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commandmanual.h"

#include "cli/optiontable.h"
#include "manual/bashcompletion.h"
#include "manual/windowmanual.h"
#include "support/testprogram.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

namespace tests::cli_commandmanual {

using namespace Qt::StringLiterals;
using namespace oneinn;

class TestCommandManual : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void page_ofTheCommandLine_namesEveryCommandAndOption();
    void page_ofTheWindow_namesEveryOption();
    void page_text_isNoRequest_data();
    void page_text_isNoRequest();
    void page_isReadWithoutComplaint_data();
    void page_isReadWithoutComplaint();
    void choices_areWordsBetweenBars_data();
    void choices_areWordsBetweenBars();
    void bash_completes_data();
    void bash_completes();
    void bash_completesEveryCommandAndOption();
};

namespace {

/// As a reader of troff's source has it: options have their dashes escaped.
QString escapedDashes(QString text)
{
    return text.replace(u'-', u"\\-"_s);
}

/// What bash offers for the last of these words, by the program's script.
QStringList completed(const QString &script, const QString &function, const QStringList &words)
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"completion"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(script.toUtf8()) < 0)
        return {u"not written"_s};
    file.close();
    QProcess bash;
    bash.start(u"bash"_s,
               QStringList{u"-c"_s,
                           u"set -u; . \"$1\"; shift; COMP_WORDS=(\"$@\"); "
                           "COMP_CWORD=$(($# - 1)); %1; printf '%s\\n' \"${COMPREPLY[@]}\""_s.arg(
                                   function),
                           u"bash"_s, file.fileName()}
                       + words);
    if (!bash.waitForFinished() || bash.exitCode() != 0)
        return {u"failed: "_s + QString::fromUtf8(bash.readAllStandardError())};
    return QString::fromUtf8(bash.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
}

QString scriptOf(const QString &program)
{
    return program == u"one-in-n" ? manual::windowCompletion() : cli::commandLineCompletion();
}

} // namespace

void TestCommandManual::page_ofTheCommandLine_namesEveryCommandAndOption()
{
    const QString page = manual::manualPage(cli::commandLinePage());
    for (const cli::Command command : cli::allCommands()) {
        QVERIFY2(page.contains(u"\n.SS "_s + escapedDashes(cli::nameOf(command)) + u' '),
                 qPrintable(cli::nameOf(command)));
        for (const cli::OptionEntry &option : cli::optionsOf(command))
            QVERIFY2(page.contains(escapedDashes(u"--"_s + option.name)), qPrintable(option.name));
    }
    for (const QString &title : {u"NAME"_s, u"SYNOPSIS"_s, u"EXIT STATUS"_s, u"SEE ALSO"_s})
        QVERIFY2(page.contains(u"\n.SH "_s + title + u'\n'), qPrintable(title));
}

void TestCommandManual::page_ofTheWindow_namesEveryOption()
{
    const QString page = manual::manualPage(manual::windowPage());
    QStringList names{u"help"_s, u"version"_s};
    for (const manual::WindowOption &option : manual::windowOptions())
        names.append(option.name);
    QVERIFY(names.size() > 6);
    for (const QString &name : names)
        QVERIFY2(page.contains(u"\n.TP\n\\fB\\-\\-"_s + QString(name).replace(u'-', u"\\-"_s)),
                 qPrintable(name));
}

void TestCommandManual::page_text_isNoRequest_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("a dot begins a request") << u".oneinn files"_s << u"\\&.oneinn files\n"_s;
    QTest::newRow("so does an apostrophe") << u"'a'"_s << u"\\(aqa\\(aq\n"_s;
    QTest::newRow("a backslash") << u"C:\\a"_s << u"C:\\ea\n"_s;
    QTest::newRow("a dash to be pasted") << u"--on"_s << u"\\-\\-on\n"_s;
    QTest::newRow("two paragraphs") << u"a\n\nb"_s << u"a\n.PP\nb\n"_s;
}

void TestCommandManual::page_text_isNoRequest()
{
    QFETCH(const QString, text);
    QFETCH(const QString, expected);
    const QString page = manual::manualPage({u"x"_s, u"y"_s, {}, {{u"T"_s, text, {}}}});
    QCOMPARE(page.mid(page.indexOf(u".SH T\n"_s)), u".SH T\n"_s + expected);
}

void TestCommandManual::page_isReadWithoutComplaint_data()
{
    QTest::addColumn<QString>("page");
    QTest::newRow("one-in-n") << manual::manualPage(manual::windowPage());
    QTest::newRow("one-in-n-cli") << manual::manualPage(cli::commandLinePage());
}

void TestCommandManual::page_isReadWithoutComplaint()
{
    QVERIFY2(!QStandardPaths::findExecutable(u"groff"_s).isEmpty(), "groff-base is wanted");
    QFETCH(const QString, page);
    QProcess groff;
    groff.start(u"groff"_s, {u"-man"_s, u"-ww"_s, u"-z"_s, u"-K"_s, u"utf8"_s, u"-Tutf8"_s});
    groff.write(page.toUtf8());
    groff.closeWriteChannel();
    QVERIFY(groff.waitForFinished());
    QCOMPARE(groff.exitCode(), 0);
    QCOMPARE(groff.readAllStandardError(), QByteArray());
}

void TestCommandManual::choices_areWordsBetweenBars_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<QStringList>("choices");
    QTest::newRow("words") << u"json|show-nothing"_s << QStringList{u"json"_s, u"show-nothing"_s};
    QTest::newRow("one") << u"json"_s << QStringList();
    QTest::newRow("a file or a name") << u"NAME|FILE"_s << QStringList();
    QTest::newRow("a word or a number") << u"value|recall-at-precision=P"_s << QStringList();
    QTest::newRow("none") << QString() << QStringList();
}

void TestCommandManual::choices_areWordsBetweenBars()
{
    QFETCH(const QString, value);
    QTEST(manual::choicesIn(value), "choices");
}

void TestCommandManual::bash_completes_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QStringList>("offered");
    const QString cli = u"one-in-n-cli"_s;
    const QString window = u"one-in-n"_s;
    const QStringList none;
    QTest::newRow("a command") << QStringList{cli, u"conv"_s} << QStringList{u"conventions"_s};
    QTest::newRow("an option of the command")
            << QStringList{cli, u"segments"_s, u"a.csv"_s, u"--mod"_s}
            << QStringList{u"--model"_s, u"--model-column"_s};
    QTest::newRow("none of another command")
            << QStringList{cli, u"metrics"_s, u"a.csv"_s, u"--uses-to"_s} << none;
    QTest::newRow("a choice") << QStringList{cli, u"calibration"_s, u"a.csv"_s, u"--format"_s,
                                             u"s"_s}
                              << QStringList{u"svg"_s};
    QTest::newRow("a choice behind =")
            << QStringList{cli, u"calibration"_s, u"--format"_s, u"="_s, u"t"_s}
            << QStringList{u"text"_s};
    QTest::newRow("all choices right behind =")
            << QStringList{cli, u"columns"_s, u"--format"_s, u"="_s}
            << QStringList{u"json"_s, u"text"_s};
    QTest::newRow("files where a value is none of some")
            << QStringList{cli, u"metrics"_s, u"a.csv"_s, u"--truth"_s, QString()} << none;
    QTest::newRow("a value may begin with a dash")
            << QStringList{cli, u"metrics"_s, u"a.csv"_s, u"--value-fp"_s, u"-"_s} << none;
    QTest::newRow("files behind a command") << QStringList{cli, u"metrics"_s, QString()} << none;
    QTest::newRow("what a lesson can do")
            << QStringList{cli, u"lesson"_s, u"s"_s} << QStringList{u"show"_s, u"summary"_s};
    QTest::newRow("the log's format")
            << QStringList{cli, u"practise-log"_s, u"--format"_s, u"c"_s} << QStringList{u"csv"_s};
    QTest::newRow("the window's option")
            << QStringList{window, u"--scr"_s} << QStringList{u"--screenshot"_s};
    QTest::newRow("the window's choice")
            << QStringList{window, u"a.csv"_s, u"--appearance"_s, u"d"_s} << QStringList{u"dark"_s};
    QTest::newRow("the window's file") << QStringList{window, QString()} << none;
}

void TestCommandManual::bash_completes()
{
    QFETCH(const QStringList, words);
    const QString program = words.constFirst();
    QStringList offered =
            completed(scriptOf(program), u'_' + QString(program).replace(u'-', u'_'), words);
    offered.sort();
    QTEST(offered, "offered");
}

void TestCommandManual::bash_completesEveryCommandAndOption()
{
    const QString script = cli::commandLineCompletion();
    const QStringList commands =
            completed(script, u"_one_in_n_cli"_s, {u"one-in-n-cli"_s, QString()});
    QVERIFY(commands.contains(u"lesson"_s) && commands.contains(u"practise-log"_s));
    for (const cli::Command command : cli::allCommands()) {
        const QString name = cli::nameOf(command);
        QVERIFY2(commands.contains(name), qPrintable(name));
        const QStringList options =
                completed(script, u"_one_in_n_cli"_s, {u"one-in-n-cli"_s, name, u"--"_s});
        for (const cli::OptionEntry &option : cli::optionsOf(command))
            QVERIFY2(options.contains(u"--"_s + option.name),
                     qPrintable(name + u" --"_s + option.name));
    }
}

ONEINN_TEST(TestCommandManual)

} // namespace tests::cli_commandmanual

#include "tst_commandmanual.moc"
