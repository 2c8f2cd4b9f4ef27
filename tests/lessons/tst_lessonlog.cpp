// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lessons/lessonlog.h"

#include "support/testprogram.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace tests::lessons_lessonlog {

using namespace oneinn;
using namespace Qt::StringLiterals;

class TestLessonLog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keep_answers_comeBackAsTheyWere();
    void keep_again_takesThePlaceOfWhatWasKept();
    void keep_theFirst_isForTheOwnerAlone();
    void keep_damaged_isLeftAsItIs_data();
    void keep_damaged_isLeftAsItIs();
    void read_withoutWhenItWasBegun_isReadStill();
    void delete_log_isGone();
    void doneText_saysHowFar();

private:
    QString path(const QString &name) const { return m_folder.filePath(u"deep/"_s + name); }

    QTemporaryDir m_folder;
};

namespace {

const QDate today(2026, 11, 29);

KeptAnswer answer(int step, const QString &typed, std::optional<bool> right)
{
    return {.date = today,
            .step = step,
            .question = u"Q, \"%1\""_s.arg(step),
            .typed = typed,
            .right = right};
}

LessonLog readAll(const QString &path)
{
    const auto read = readLessonLog(path);
    const auto *log = std::get_if<LessonLog>(&read);
    if (!log)
        qFatal("%s", qPrintable(std::get<QString>(read)));
    return *log;
}

} // namespace

void TestLessonLog::keep_answers_comeBackAsTheyWere()
{
    const QString log = path(u"a.csv"_s);
    QVERIFY(readAll(log).isEmpty());
    const QString own = u"/home/a, b/own.lesson.json"_s;
    QCOMPARE(keepLesson(log, own, {answer(1, u"=1+1"_s, {}), answer(2, u"13"_s, false)}),
             QString());
    QCOMPARE(keepLesson(log, u":/lessons/1.lesson.json"_s, {answer(1, u"a"_s, true)}), QString());
    const LessonLog read = readAll(log);
    QCOMPARE(read.size(), 2);
    const QList<KeptAnswer> answers = read.value(own);
    QCOMPARE(answers.size(), 2);
    QCOMPARE(answers.first().typed, u"=1+1"_s);
    QVERIFY(!answers.first().right);
    QCOMPARE(answers.last().step, 2);
    QCOMPARE(answers.last().question, answer(2, {}, {}).question);
    QCOMPARE(answers.last().right, std::optional(false));
    QCOMPARE(answers.last().date, today);
}

void TestLessonLog::keep_again_takesThePlaceOfWhatWasKept()
{
    const QString log = path(u"again.csv"_s);
    QCOMPARE(keepLesson(log, u"one"_s, {answer(1, u"a"_s, true), answer(2, u"b"_s, true)}),
             QString());
    QCOMPARE(keepLesson(log, u"two"_s, {answer(1, u"c"_s, true)}), QString());
    QCOMPARE(keepLesson(log, u"one"_s, {}), QString());
    const LessonLog read = readAll(log);
    QCOMPARE(read.keys(), QStringList(u"two"_s));
    QCOMPARE(keepLesson(log, u"two"_s, {}), QString());
    QVERIFY(readAll(log).isEmpty());
}

void TestLessonLog::keep_theFirst_isForTheOwnerAlone()
{
    const QString log = m_folder.filePath(u"private/lessons.csv"_s);
    QCOMPARE(keepLesson(log, u"one"_s, {answer(1, u"a"_s, true)}), QString());
    const auto others = QFile::ReadGroup | QFile::ReadOther | QFile::ExeGroup | QFile::ExeOther;
    QVERIFY(!(QFile::permissions(m_folder.filePath(u"private"_s)) & others));
    QVERIFY(!(QFile::permissions(log) & (QFile::ReadGroup | QFile::ReadOther)));
}

void TestLessonLog::keep_damaged_isLeftAsItIs_data()
{
    const QByteArray head = "lesson,date,step,question,answer,right\n";
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("another table") << QByteArray("label,score\n1,0.5\n0,0.1\n");
    QTest::newRow("no day") << head + "a,yesterday,1,Q,b,1\n";
    QTest::newRow("no step") << head + "a,2026-11-29,0,Q,b,1\n";
    QTest::newRow("half right") << head + "a,2026-11-29,1,Q,b,0.5\n";
    QTest::newRow("of no lesson") << head + ",2026-11-29,1,Q,b,1\n";
}

void TestLessonLog::keep_damaged_isLeftAsItIs()
{
    QFETCH(const QByteArray, bytes);
    const QString log = m_folder.filePath(u"damaged.csv"_s);
    QFile file(log);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(bytes);
    file.close();
    const QString sentence = keepLesson(log, u"one"_s, {answer(1, u"a"_s, true)});
    QVERIFY2(sentence.contains(u"damaged.csv"), qPrintable(sentence));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), bytes);
}

void TestLessonLog::delete_log_isGone()
{
    const QString log = path(u"gone.csv"_s);
    QCOMPARE(deleteLessonLog(log), QString());
    QCOMPARE(keepLesson(log, u"one"_s, {answer(1, u"a"_s, true)}), QString());
    QCOMPARE(deleteLessonLog(log), QString());
    QVERIFY(!QFile::exists(log));
}

void TestLessonLog::doneText_saysHowFar()
{
    Lesson lesson;
    for (int step = 1; step <= 3; ++step) {
        LessonStep made;
        made.question = answer(step, {}, {}).question;
        lesson.steps.append(made);
    }
    QCOMPARE(doneText(lesson, {}), QString());
    QCOMPARE(doneText(lesson, {answer(1, u"a"_s, true)}), u"done 1 of 3"_s);
    QList<KeptAnswer> all{answer(1, u"a"_s, true), answer(2, u"a"_s, false), answer(3, u"a"_s, {})};
    QCOMPARE(doneText(lesson, all), u"done on 2026-11-29, 1 of 2 right"_s);
    all[2].date = today.addDays(2);
    QCOMPARE(doneText(lesson, all), u"done on 2026-12-01, 1 of 2 right"_s);
    // What the file asks otherwise by now was not answered.
    all[1].question = u"before"_s;
    QCOMPARE(doneText(lesson, all), u"done 2 of 3"_s);
    all[1] = answer(7, u"a"_s, true);
    QCOMPARE(doneText(lesson, all), u"done 2 of 3"_s);
}

/// As the program before this one wrote it.
void TestLessonLog::read_withoutWhenItWasBegun_isReadStill()
{
    const QString log = m_folder.filePath(u"older.csv"_s);
    QFile file(log);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write("lesson,date,step,question,answer,right\none,2026-11-29,1,Q,b,1\n");
    file.close();
    const auto read = readLessonLog(log);
    const auto *answers = std::get_if<LessonLog>(&read);
    QVERIFY(answers);
    QCOMPARE(answers->value(u"one"_s).size(), 1);
    QVERIFY(answers->value(u"one"_s).first().begun.isEmpty());
}

ONEINN_TEST(TestLessonLog)

} // namespace tests::lessons_lessonlog

#include "tst_lessonlog.moc"
