// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lessons/classguesses.h"

#include "lessons/classsummary.h"
#include "support/testprogram.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace tests::lessons_classguesses {

using namespace oneinn;
using namespace Qt::StringLiterals;

class TestClassGuesses : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void guesses_ofTwoClasses_areLearnersOfTheirOwn();
    void guesses_none_areNoTable();

private:
    QList<LessonResult> saved(const QString &csv, const QString &name) const;

    QTemporaryDir m_folder;
};

namespace {

OpenLesson firstLesson()
{
    builtInLessons();
    const auto opened = openLesson(u":/lessons/1-accurate.lesson.json"_s);
    return *std::get<OpenLessonPtr>(opened);
}

const QDateTime morning(QDate(2026, 11, 30), QTime(9, 0));

} // namespace

QList<LessonResult> TestClassGuesses::saved(const QString &csv, const QString &name) const
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(csv.toUtf8()) < 0)
        qFatal("not written");
    file.close();
    const auto read = readLessonResults(file.fileName());
    const auto *results = std::get_if<QList<LessonResult>>(&read);
    return results ? *results : QList<LessonResult>();
}

/// 13 of 100 is right in the first step, as tst_lesson counts it.
void TestClassGuesses::guesses_ofTwoClasses_areLearnersOfTheirOwn()
{
    const OpenLesson lesson = firstLesson();
    const QMap<qsizetype, QStringList> typed{
            {0, {u"13"_s, u"40"_s, u"13"_s, u"many"_s}}, {1, {u"100"_s}}, {7, {u"1"_s}}};
    const auto first = saved(classGuessesCsv(lesson, typed, morning), u"a.csv"_s);
    QCOMPARE(first.size(), 4); // "many" is no answer, and there is no step 8
    const auto later = saved(classGuessesCsv(lesson, typed, morning.addSecs(3600)), u"b.csv"_s);
    const auto once = classSummary({first});
    QCOMPARE(once.size(), 2);
    QCOMPARE(once.first().answered, 3);
    QCOMPARE(once.first().right, std::optional(2));
    QCOMPARE(classSummary({first, later}).first().answered, 6);
    QCOMPARE(classSummary({first, first}).first().answered, 3); // the same file twice
}

void TestClassGuesses::guesses_none_areNoTable()
{
    const OpenLesson lesson = firstLesson();
    QVERIFY(classGuessesCsv(lesson, {}, morning).isEmpty());
    QVERIFY(classGuessesCsv(lesson, {{0, {u"many"_s}}}, morning).isEmpty());
}

ONEINN_TEST(TestClassGuesses)

} // namespace tests::lessons_classguesses

#include "tst_classguesses.moc"
