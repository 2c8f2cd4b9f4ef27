// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/lessoncommand.h"

#include "cli/commandlinerun.h"
#include "support/tablefile.h"
#include "support/testprogram.h"

#include <QFile>
#include <QTest>

namespace tests::cli_lessoncommand {

using namespace testsupport;
using namespace Qt::StringLiterals;

class TestLessonCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void help_ofEveryVerb_isTheUsage();
    void check_builtIn_canBeTaught();
    void check_damaged_saysTheLineAndWhatToDo_data();
    void check_damaged_saysTheLineAndWhatToDo();
    void run_answers_areJudgedAndSaved();
    void run_noAnswer_isAskedThreeTimes();
    void run_inputEnds_saysWhichStep();
    void run_inputEnds_keepsWhatWasAnswered();
    void check_severalFaults_tellsEach();
    void check_otherName_saysHowItIsCalled();
    void show_builtIn_isTheLessonItself();
    void commands_lessonForData_saysWhatItIs();
    void summary_ofSavedRuns_countsThem();
    void summary_picture_isWritten();
    void summary_picture_neverOverAResult();
    void summary_another_saysWhatToDo();
    void usage_wrong_data();
    void usage_wrong();
};

namespace {

CommandLineRun lesson(const QStringList &arguments, const QString &typed = {})
{
    CommandLineRun run;
    QString answers = typed;
    QTextStream in(&answers);
    QTextStream out(&run.out);
    QTextStream err(&run.err);
    run.code = oneinn::cli::runLessonCommand(
            QStringList{u"one-in-n-cli"_s, u"lesson"_s} + arguments, in, out, err);
    out.flush();
    err.flush();
    return run;
}

QString contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// Of these 8 rows 3 shown are wrong: 37.5 of 100.
const QString rows = u"label,score\n1,0.9\n1,0.8\n0,0.7\n1,0.6\n0,0.55\n1,0.5\n1,0.5\n0,0.5\n"_s;

QString lessonOn(const QString &data, const QString &from = {}, const QString &to = {})
{
    QString text = uR"({
 "schema": 1,
 "title": "T",
 "data": {"file": "%1"},
 "steps": [
  {
   "question": "How many are wrong?",
   "threshold": 0.5,
   "answer": {
    "kind": "choice",
    "quantity": "wrong_of_shown",
    "choices": [
     {"text": "38", "number": 38},
     {"text": "62", "number": 62, "misconception": "You counted the right ones."}
    ]
   },
   "reveal": "It is {wrong_of_shown}."
  }
 ]
})"_s.arg(data);
    return from.isEmpty() ? text : text.replace(from, to);
}

struct OneLesson {
    WrittenFiles files;
    QString data = files.write(rows);
    QString path = files.write(lessonOn(data));
    QString result = path + u".result.csv"_s;
};

} // namespace

void TestLessonCommand::help_ofEveryVerb_isTheUsage()
{
    for (const QString &verb : {u"list"_s, u"show"_s, u"check"_s, u"run"_s, u"summary"_s}) {
        const auto run = lesson({verb, u"--help"_s});
        QCOMPARE(run.code, 0);
        QVERIFY(run.out.contains(u"one-in-n-cli lesson check"_s));
        QVERIFY(run.err.isEmpty());
    }
}

void TestLessonCommand::check_builtIn_canBeTaught()
{
    const auto run = lesson({u"check"_s, u"8-same-rows"_s});
    QVERIFY2(run.code == 0, qPrintable(run.err));
    QVERIFY2(run.out.contains(u"6 steps"), qPrintable(run.out));
}

void TestLessonCommand::check_damaged_saysTheLineAndWhatToDo_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("place");
    QTest::newRow("a quantity") << u"wrong_of_shown\","_s << u"wrongness\","_s << u"Line 11: "_s;
    QTest::newRow("a right answer")
            << u"\"choices\""_s << u"\"right\": 1, \"choices\""_s << u"Line 12: "_s;
    QTest::newRow("a budget without latencies")
            << u"\"threshold\": 0.5"_s << u"\"threshold\": 0.5, \"budgetMs\": 200"_s
            << u"Line 8: The step has"_s;
    QTest::newRow("no choice near what is right")
            << u"\"number\": 38"_s << u"\"number\": 15"_s << u"“38” and “62” are about as near"_s;
    QTest::newRow("choices of one instead of a hundred")
            << u"\"number\": "_s << u"\"number\": 0."_s
            << u"0.62 is read as 0.62 of 100; did you mean 62?"_s;
    QTest::newRow("no JSON") << u"\"T\","_s << u"\"T\""_s << u"ine 4"_s;
    QTest::newRow("a wait in rows without")
            << u"wrong_of_shown\","_s << u"latency_95\","_s
            << u"Line 11: 'latency_95' (the wait within which 95 of 100 are answered) cannot be "
               "told here. These data have no latencies."_s;
    QTest::newRow("no data") << u".csv"_s << u".tsv"_s << u"Line 4: The data of the lesson: "_s;
}

void TestLessonCommand::check_damaged_saysTheLineAndWhatToDo()
{
    QFETCH(const QString, from);
    QFETCH(const QString, to);
    QFETCH(const QString, place);
    WrittenFiles files;
    const QString path = files.write(lessonOn(files.write(rows), from, to));
    const auto run = lesson({u"check"_s, path});
    QCOMPARE(run.code, 1);
    QVERIFY2(run.err.contains(place) && run.err.count(u'.') >= 2, qPrintable(run.err));
    QVERIFY(run.out.isEmpty());
}

void TestLessonCommand::run_answers_areJudgedAndSaved()
{
    const OneLesson one;
    const auto run =
            lesson({u"run"_s, one.path, u"--save"_s, one.result, u"--name"_s, u"=Ada"_s}, u"b\n"_s);
    QVERIFY2(run.code == 0, qPrintable(run.err));
    QVERIFY2(run.out.contains(u"No: it is 38 of 100 (3 of 8, too few to say more)."),
             qPrintable(run.out));
    QVERIFY2(run.out.contains(u"You counted the right ones.\nIt is 38 of 100 (3 of 8, too few"),
             qPrintable(run.out));
    QVERIFY(run.out.endsWith(u"0 of 1 right.\n"));
    const QString saved = contents(one.result);
    QVERIFY2(saved.startsWith(u"name,lesson,step,question,answer,right,misconception,told,begun\n"
                              "'=Ada,T,1,How many are wrong?,b,0,You counted the right ones.,\"No: "
                              "it is 38 of "
                              "100 (3 of 8, too few to say more).\","_s),
             qPrintable(saved));
    // What is there is nobody else's to write over.
    const auto again = lesson({u"run"_s, one.path, u"--save"_s, one.result}, u"a\n"_s);
    QCOMPARE(again.code, 1);
    QVERIFY2(again.err.contains(u"is there already, with what was answered before. Give --save "
                                "another name"_s),
             qPrintable(again.err));
    QVERIFY(again.out.isEmpty());
    QCOMPARE(contents(one.result), saved);
}

void TestLessonCommand::run_noAnswer_isAskedThreeTimes()
{
    const OneLesson one;
    const auto run = lesson({u"run"_s, one.path}, u"z\n\nmany\na\n"_s);
    QCOMPARE(run.code, 1);
    QCOMPARE(run.out.count(u"An answer is one letter, from a to b.\n"), 2);
    QCOMPARE(run.out.count(u"Answer first: then it is told what is right.\n"), 1);
    QCOMPARE(lesson({u"run"_s, one.path}, u"z\n\na\n"_s).code, 0);
}

void TestLessonCommand::run_inputEnds_saysWhichStep()
{
    const OneLesson one;
    const auto run = lesson({u"run"_s, one.path, u"--save"_s, one.result}, {});
    QCOMPARE(run.code, 1);
    QVERIFY2(run.err.contains(u"Step 1 was not answered"), qPrintable(run.err));
    QVERIFY(!QFile::exists(one.result));
}

/// By the end of the input; a lesson that is broken off by a signal has written its file before.
void TestLessonCommand::run_inputEnds_keepsWhatWasAnswered()
{
    WrittenFiles files;
    const QString result = files.write(QString()) + u".result.csv"_s;
    const auto run = lesson({u"run"_s, u"1-accurate"_s, u"--save"_s, result}, u"20\n"_s);
    QCOMPARE(run.code, 1);
    QVERIFY2(run.err.contains(u"Step 2 was not answered. What was answered before, 1 step, is in '"
                              + result),
             qPrintable(run.err));
    QCOMPARE(contents(result).count(u'\n'), 2);
    QVERIFY(contents(result).contains(u",1,\"Of 100 answers shown, how many are wrong?\",20,0,"_s));
}

/// The window opens such a file as data.
void TestLessonCommand::check_otherName_saysHowItIsCalled()
{
    const auto shown = lesson({u"show"_s, u"1-accurate"_s});
    const testsupport::TableFiles files;
    const auto run = lesson({u"check"_s, files.write(u"mine.json"_s, shown.out.toUtf8())});
    QVERIFY(run.code != 0);
    QVERIFY2(run.err.endsWith(u"Call it 'mine.lesson.json'.\n"_s), qPrintable(run.err));
    const QString path = files.write(u"mine.lesson.json"_s, shown.out.toUtf8());
    QCOMPARE(lesson({u"check"_s, path}).code, 0);
    const auto missing = lesson({u"check"_s, path + u"x"_s});
    QCOMPARE(missing.err.count(u'\n'), 1);
    QVERIFY2(missing.err.contains(u"does not exist"_s), qPrintable(missing.err));
}

void TestLessonCommand::check_severalFaults_tellsEach()
{
    WrittenFiles files;
    QString text = lessonOn(files.write(rows), u"\"threshold\""_s, u"\"treshold\""_s);
    text.replace(u"{wrong_of_shown}"_s, u"{wrongness}"_s);
    const testsupport::TableFiles own;
    const auto run = lesson({u"check"_s, own.write(u"mine.lesson.json"_s, text.toUtf8())});
    QCOMPARE(run.code, 1);
    const QStringList lines = run.err.split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 2);
    QVERIFY2(lines.first().startsWith(u"Line 8: “treshold” in “steps[0]”"_s)
                     && lines.first().contains(u"Write “threshold”"_s),
             qPrintable(run.err));
    QVERIFY2(lines.last().startsWith(u"Line 17: "_s), qPrintable(run.err));
}

void TestLessonCommand::show_builtIn_isTheLessonItself()
{
    const auto run = lesson({u"show"_s, u"1-accurate"_s});
    QCOMPARE(run.code, 0);
    QCOMPARE(run.out, contents(u":/lessons/1-accurate.lesson.json"_s));
    const testsupport::TableFiles own;
    const QString copy = own.write(u"mine.lesson.json"_s, run.out.toUtf8());
    QCOMPARE(lesson({u"check"_s, copy}).code, 0);
    const auto none = lesson({u"show"_s, u"nothing"_s});
    QVERIFY2(none.code == 1 && none.err.contains(u"lesson list"_s), qPrintable(none.err));
    for (const QString &verb : {u"show"_s, u"check"_s, u"run"_s}) {
        const auto near = lesson({verb, u"1-acurate"_s});
        QVERIFY2(near.code == 1 && near.err.contains(u"is called '1-accurate'."_s),
                 qPrintable(near.err));
    }
}

void TestLessonCommand::commands_lessonForData_saysWhatItIs()
{
    const auto run = runCommandLine({u"metrics"_s, u"x.lesson.json"_s, u"--threshold"_s, u"0.5"_s});
    QCOMPARE(run.code, 2);
    QVERIFY2(run.err.contains(u"is a lesson and holds no predictions"_s)
                     && run.err.contains(u"lesson run"_s),
             qPrintable(run.err));
}

void TestLessonCommand::summary_ofSavedRuns_countsThem()
{
    const OneLesson one;
    QStringList results;
    for (const auto *typed : {"a\n", "b\n", "b\n"}) {
        results.append(one.result + QString::number(results.size()));
        lesson({u"run"_s, one.path, u"--save"_s, results.last()}, QLatin1String(typed));
    }
    const auto text = lesson(QStringList(u"summary"_s) + results);
    QVERIFY2(text.code == 0, qPrintable(text.err));
    QVERIFY2(text.out.contains(u"1 of 3")
                     && text.out.contains(u"Question 1, 2 of 3: You counted the right ones."),
             qPrintable(text.out));
    const auto json = lesson(QStringList{u"summary"_s, u"--format"_s, u"json"_s} + results);
    const auto question = json.at(u"questions"_s).toArray().first().toObject();
    QCOMPARE(question.value(u"answered"_s).toInt(), 3);
    QCOMPARE(question.value(u"right"_s).toInt(), 1);
    const auto csv = lesson(QStringList{u"summary"_s, u"--format"_s, u"csv"_s} + results);
    QCOMPARE(csv.out,
             u"lesson,step,question,answered,right,misconception,had_it\n"
             "T,1,How many are wrong?,3,1,You counted the right ones.,2\n"_s);
    // The same results, saved or named twice, are told and count once.
    const QString copy = one.result + u".copy.csv"_s;
    QVERIFY(QFile::copy(results.first(), copy));
    const auto twice = lesson(QStringList{u"summary"_s, u"--format"_s, u"csv"_s} + results
                              + QStringList{copy, results.first()});
    QCOMPARE(twice.out, csv.out);
    QVERIFY2(twice.err.contains(u"The one answer in '"_s)
                     && twice.err.contains(u"was given before, and counts once."_s),
             qPrintable(twice.err));
}

void TestLessonCommand::summary_picture_isWritten()
{
    const OneLesson one;
    lesson({u"run"_s, one.path, u"--save"_s, one.result}, u"a\n"_s);
    const QString picture = one.path + u".svg"_s;
    const auto run = lesson({u"summary"_s, one.result, u"--picture"_s, picture});
    QVERIFY2(run.code == 0, qPrintable(run.err));
    QVERIFY(contents(picture).contains(u"1 of 1 was right."));
}

void TestLessonCommand::summary_picture_neverOverAResult()
{
    const OneLesson one;
    const QString result = one.path + u".svg"_s;
    lesson({u"run"_s, one.path, u"--save"_s, result}, u"a\n"_s);
    const QString before = contents(result);
    QCOMPARE(lesson({u"summary"_s, result, u"--picture"_s, result}).code, 1);
    QCOMPARE(contents(result), before);
}

void TestLessonCommand::summary_another_saysWhatToDo()
{
    const OneLesson one;
    const auto run = lesson({u"summary"_s, one.data});
    QCOMPARE(run.code, 1);
    QVERIFY2(run.err.contains(u"1.csv") && run.err.contains(u"--save"), qPrintable(run.err));
    // In a folder with other tables, *.csv names these, too.
    lesson({u"run"_s, one.path, u"--save"_s, one.result}, u"a\n"_s);
    const auto among = lesson({u"summary"_s, one.data, one.result});
    QVERIFY2(among.code == 0 && among.out.contains(u"1 of 1"), qPrintable(among.out));
    QVERIFY2(among.err.startsWith(u"Left out: ") && among.err.contains(u"1.csv"),
             qPrintable(among.err));
}

void TestLessonCommand::usage_wrong_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("nothing") << QStringList{};
    QTest::newRow("another verb") << QStringList{u"teach"_s, u"x"_s};
    QTest::newRow("check without a file") << QStringList{u"check"_s};
    QTest::newRow("run with another option") << QStringList{u"run"_s, u"x"_s, u"--loud"_s};
    QTest::newRow("summary of nothing") << QStringList{u"summary"_s};
    QTest::newRow("another format") << QStringList{u"summary"_s, u"x"_s, u"--format"_s, u"pdf"_s};
    QTest::newRow("another picture")
            << QStringList{u"summary"_s, u"x"_s, u"--picture"_s, u"x.gif"_s};
}

void TestLessonCommand::usage_wrong()
{
    QFETCH(const QStringList, arguments);
    const auto run = lesson(arguments);
    QCOMPARE(run.code, 2);
    QVERIFY(run.err.startsWith(u"Usage:"));
}

ONEINN_TEST(TestLessonCommand)

} // namespace tests::cli_lessoncommand

#include "tst_lessoncommand.moc"
