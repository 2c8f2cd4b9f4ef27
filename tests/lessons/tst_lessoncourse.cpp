// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lessons/lessoncourse.h"

#include "lessons/classsummary.h"
#include "support/testprogram.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace tests::lessons_lessoncourse {

using namespace oneinn;
using namespace Qt::StringLiterals;

/// On a table whose numbers are counted by eye: of four shown, one is wrong.
class TestLessonCourse : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void steps_answeredOnce_andInOrder();
    void answer_none_changesNothing();
    void told_wrong_offInCasesMisconceptionReveal();
    void resume_goesOnWhereItWasLeft();
    void resume_otherQuestion_isAskedAgain();
    void resultCsv_isReadByTheClassSummary();
    void open_missingData_saysWhat();

private:
    OpenLessonPtr open(const QByteArray &firstQuestion = "How many?") const;

    QTemporaryDir m_folder;
};

namespace {

const QDate today(2026, 11, 29);

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate)
            && file.write(bytes) == bytes.size();
}

} // namespace

OpenLessonPtr TestLessonCourse::open(const QByteArray &firstQuestion) const
{
    const QString path = m_folder.filePath(u"own.lesson.json"_s);
    const bool isWritten =
            write(m_folder.filePath(u"own.csv"_s),
                  "label,score\n1,0.9\n1,0.8\n0,0.7\n1,0.6\n0,0.2\n0,0.1\n1,0.3\n0,0.4\n")
            && write(path,
                     R"({"schema": 1, "title": "Own", "data": {"file": "own.csv"}, "steps": [
{"question": ")" + firstQuestion
                             + R"(", "threshold": 0.5,
 "answer": {"kind": "number", "quantity": "wrong_of_shown"}, "reveal": "It is {wrong_of_shown}."},
{"question": "Which?", "threshold": 0.5, "answer": {"kind": "choice", "quantity": "missed",
 "choices": [{"text": "few", "number": 25}, {"text": "most", "number": 75,
 "misconception": "You read it the other way."}]}, "reveal": "{missed}"},
{"question": "Say it.", "answer": {"kind": "words"}, "reveal": "Said."}]})");
    if (!isWritten)
        qFatal("no lesson");
    const auto opened = openLesson(path);
    if (const auto *faults = std::get_if<QStringList>(&opened))
        qFatal("%s", qPrintable(faults->join(u'\n')));
    return std::get<OpenLessonPtr>(opened);
}

void TestLessonCourse::steps_answeredOnce_andInOrder()
{
    LessonCourse course(open());
    QVERIFY(!course.given() && !course.hasNext() && !course.hasPrevious());
    QVERIFY(course.told().isEmpty());
    course.goNext();
    QCOMPARE(course.place(), 0);
    QVERIFY(course.answer(u"25"_s, today));
    QVERIFY(!course.answer(u"26"_s, today));
    QCOMPARE(course.given()->typed, u"25"_s);
    course.goNext();
    QVERIFY(!course.given() && course.hasPrevious());
    QVERIFY(course.hasSecrets());
    QVERIFY(course.answer(u"a"_s, today));
    QVERIFY(!course.hasSecrets()); // words are not graded
    course.goPrevious();
    QCOMPARE(course.given()->typed, u"25"_s);
    course.goNext();
    course.goNext();
    QVERIFY(!course.isDone());
    QVERIFY(course.answer(u"it is"_s, today));
    QVERIFY(course.isDone() && !course.hasNext());
    const LessonScore score = course.score();
    QCOMPARE(score.answered, 3);
    QCOMPARE(score.graded, 2);
    QCOMPARE(score.right, 2);
    QCOMPARE(scoreSentence(score), u"2 of 2 right."_s);
}

void TestLessonCourse::answer_none_changesNothing()
{
    LessonCourse course(open());
    for (const QString &typed : {u""_s, u"  "_s, u"many"_s, u"101"_s, u"-1"_s})
        QVERIFY2(!course.answer(typed, today), qPrintable(typed));
    QVERIFY(!course.given());
    QCOMPARE(course.score().answered, 0);
}

void TestLessonCourse::told_wrong_offInCasesMisconceptionReveal()
{
    LessonCourse course(open());
    QVERIFY(course.answer(u" 20 "_s, today));
    QCOMPARE(course.told(),
             QStringList({u"You said 20 of 100, it is 25: 5 suggestions more than you said."_s,
                          u"It is 25 of 100 (1 of 4, too few to say more)."_s}));
    course.goNext();
    QVERIFY(course.answer(u"b"_s, today));
    QCOMPARE(course.told(),
             QStringList({u"No: it is 25 of 100 (1 of 4, too few to say more)."_s,
                          u"You read it the other way."_s,
                          u"25 of 100 (1 of 4, too few to say more)"_s}));
    QCOMPARE(course.score().right, 0);
    QCOMPARE(course.score().graded, 2);
}

void TestLessonCourse::resume_goesOnWhereItWasLeft()
{
    LessonCourse course(open());
    QVERIFY(LessonCourse(open(), course.kept()).place() == 0);
    QVERIFY(course.answer(u"20"_s, today));
    LessonCourse once(open(), course.kept());
    QCOMPARE(once.place(), 1);
    QVERIFY(!once.given());
    once.goPrevious();
    QCOMPARE(once.given()->typed, u"20"_s);
    QCOMPARE(once.given()->date, today);
    QCOMPARE(once.told(), course.told());
    for (const QString &typed : {u"b"_s, u"words"_s}) {
        course.goNext();
        QVERIFY(course.answer(typed, today));
    }
    const LessonCourse done(open(), course.kept());
    QVERIFY(done.isDone());
    QCOMPARE(done.place(), 2);
    QCOMPARE(done.score().right, 0);
}

void TestLessonCourse::resume_otherQuestion_isAskedAgain()
{
    LessonCourse course(open());
    QVERIFY(course.answer(u"20"_s, today));
    course.goNext();
    QVERIFY(course.answer(u"a"_s, today));
    const LessonCourse changed(open("How many of them?"), course.kept());
    QCOMPARE(changed.place(), 0);
    QCOMPARE(changed.score().answered, 0);
}

void TestLessonCourse::resultCsv_isReadByTheClassSummary()
{
    LessonCourse course(open());
    QVERIFY(course.answer(u"20"_s, today));
    course.goNext();
    QVERIFY(course.answer(u"b"_s, today));
    const QString path = m_folder.filePath(u"result.csv"_s);
    QVERIFY(write(path, course.resultCsv(u"Ada"_s).toUtf8()));
    const auto read = readLessonResults(path);
    const auto *results = std::get_if<QList<LessonResult>>(&read);
    QVERIFY(results);
    QCOMPARE(results->size(), 2);
    QCOMPARE(results->first().learner, u"Ada"_s);
    QCOMPARE(results->last().misconception, u"You read it the other way."_s);
    QCOMPARE(results->last().right, std::optional(false));
    // Taken up again it is the same learner; begun by somebody else at the same moment another.
    LessonCourse again(open(), course.kept());
    QVERIFY(write(path, again.resultCsv({}).toUtf8()));
    const auto later = std::get<QList<LessonResult>>(readLessonResults(path));
    QVERIFY(!later.first().begun.isEmpty());
    QCOMPARE(later.first().begun, results->first().begun);
    LessonCourse other(open());
    QVERIFY(other.answer(u"20"_s, today));
    QVERIFY(other.kept().first().begun != later.first().begun);
}

void TestLessonCourse::open_missingData_saysWhat()
{
    open();
    QVERIFY(QFile::remove(m_folder.filePath(u"own.csv"_s)));
    const auto opened = openLesson(m_folder.filePath(u"own.lesson.json"_s));
    const auto *faults = std::get_if<QStringList>(&opened);
    QVERIFY(faults && faults->size() == 1);
    QVERIFY2(faults->constFirst().startsWith(u"Line 1: ")
                     && faults->constFirst().contains(u"own.csv"),
             qPrintable(faults->constFirst()));
}

ONEINN_TEST(TestLessonCourse)

} // namespace tests::lessons_lessoncourse

#include "tst_lessoncourse.moc"
