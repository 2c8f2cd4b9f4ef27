// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lessons/classpicture.h"
#include "lessons/classsummary.h"

#include "support/testprogram.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace tests::lessons_classsummary {

using namespace oneinn;
using namespace Qt::StringLiterals;

class TestClassSummary : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void summary_aClass_countsWhoWasRight();
    void summary_answeredTwice_firstCounts();
    void summary_namelessFiles_areALearnerEach();
    void summary_savedTwice_countsOnce();
    void sentence_repeated_saysHowMany();
    void summary_severalLessons_toldApart();
    void summary_notGraded_saysSo();
    void sentence_numbers_agree_data();
    void sentence_numbers_agree();
    void read_noResults_namesTheFileAndWhatToDo_data();
    void read_noResults_namesTheFileAndWhatToDo();
    void read_semicolonsAndGuards_areRead();
    void picture_ofAClass_barsAsLongAsTheShare();
};

namespace {

LessonResult answer(const QString &learner, std::optional<bool> right,
                    const QString &misconception = {}, int step = 1, const QString &lesson = u"L"_s)
{
    return {.learner = learner,
            .lesson = lesson,
            .step = step,
            .question = u"Q%1"_s.arg(step),
            .answer = u"a"_s,
            .right = right,
            .misconception = misconception};
}

const QByteArray header = "name,lesson,step,question,answer,right,misconception\n";

} // namespace

void TestClassSummary::summary_aClass_countsWhoWasRight()
{
    QList<QList<LessonResult>> files;
    for (int i = 0; i < 20; ++i) {
        const QString mistake = i < 12 ? QString() : i < 15 ? u"A"_s : u"B"_s;
        files.append({answer(QString::number(i), i < 12, mistake)});
    }
    const auto summaries = classSummary(files);
    QCOMPARE(summaries.size(), 1);
    QCOMPARE(rightSentence(summaries.first()), u"12 of 20 were right."_s);
    QCOMPARE(misconceptionSentence(summaries.first()), u"5 of 20: B"_s);
    QCOMPARE(summaries.first().misconceptions.size(), 2);
    QCOMPARE(summaries.first().misconceptions.last().learners, 3);
}

void TestClassSummary::summary_answeredTwice_firstCounts()
{
    const auto summaries = classSummary({{answer(u"Ada"_s, false, u"A"_s)},
                                         {answer(u"ada"_s, true)},
                                         {answer(u"Bo"_s, true), answer(u"Bo"_s, false, u"A"_s)}});
    QCOMPARE(summaries.first().answered, 2);
    QCOMPARE(summaries.first().right, std::optional(1));
    QCOMPARE(summaries.first().misconceptions.first().learners, 1);
}

void TestClassSummary::summary_namelessFiles_areALearnerEach()
{
    const auto summaries =
            classSummary({{answer({}, true)}, {answer({}, false), answer({}, true)}});
    QCOMPARE(summaries.first().answered, 2);
    QCOMPARE(summaries.first().right, std::optional(1));
}

void TestClassSummary::summary_severalLessons_toldApart()
{
    const auto summaries = classSummary({{answer(u"Ada"_s, true, {}, 2, u"M"_s)},
                                         {answer(u"Ada"_s, true, {}, 1, u"L"_s)},
                                         {answer(u"Bo"_s, false, {}, 1, u"M"_s)}});
    QCOMPARE(summaries.size(), 3);
    QCOMPARE(summaries.at(0).lesson + QString::number(summaries.at(0).step), u"M1"_s);
    QCOMPARE(summaries.at(1).lesson + QString::number(summaries.at(1).step), u"M2"_s);
    QCOMPARE(summaries.at(2).lesson, u"L"_s);
}

void TestClassSummary::summary_notGraded_saysSo()
{
    const auto summaries = classSummary({{answer(u"Ada"_s, {})}});
    QVERIFY(!summaries.first().right);
    QVERIFY(rightSentence(summaries.first()).contains(u"not graded"));
    QVERIFY(misconceptionSentence(summaries.first()).isEmpty());
}

void TestClassSummary::sentence_numbers_agree_data()
{
    QTest::addColumn<int>("right");
    QTest::addColumn<int>("answered");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("none") << 0 << 20 << u"0 of 20 were right."_s;
    QTest::newRow("one") << 1 << 20 << u"1 of 20 was right."_s;
    QTest::newRow("all") << 20 << 20 << u"20 of 20 were right."_s;
}

void TestClassSummary::sentence_numbers_agree()
{
    QFETCH(const int, right);
    QFETCH(const int, answered);
    QTEST(rightSentence({.lesson = {}, .question = {}, .answered = answered, .right = right}),
          "sentence");
}

void TestClassSummary::read_noResults_namesTheFileAndWhatToDo_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("part");
    QTest::newRow("another table") << QByteArray("label,score\n1,0.5\n0,0.2\n") << u"'name'"_s;
    QTest::newRow("a column lacks")
            << QByteArray("name,lesson,step,question,answer,right\n,L,1,Q,a,1\n")
            << u"'misconception'"_s;
    QTest::newRow("step in words") << header + ",L,1,Q,a,1,\n,L,two,Q,a,1,\n" << u"answer 2"_s;
    QTest::newRow("step 0") << header + ",L,0,Q,a,1,\n" << u"answer 1"_s;
    QTest::newRow("right in words") << header + ",L,1,Q,a,maybe,\n" << u"answer 1"_s;
    QTest::newRow("no question") << header + ",L,1,,a,1,\n" << u"answer 1"_s;
    QTest::newRow("too many cells") << header + ",L,1,Q,a,1,,,,\n" << u"2"_s;
    QTest::newRow("nothing") << QByteArray() << u"empty"_s;
    QTest::newRow("header alone") << header << u"r.csv"_s;
}

void TestClassSummary::read_noResults_namesTheFileAndWhatToDo()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, part);
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"r.csv"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.close();
    const auto read = readLessonResults(file.fileName());
    const auto *sentence = std::get_if<QString>(&read);
    QVERIFY(sentence);
    QVERIFY2(sentence->contains(u"r.csv") && sentence->contains(part), qPrintable(*sentence));
}

/// As a spreadsheet saves it where a comma stands in numbers.
void TestClassSummary::read_semicolonsAndGuards_areRead()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"r.csv"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("name;lesson;step;question;answer;right;misconception\r\n"
               "'=Ada;\"L; M\";1;Q;a;0;\"You said \"\"so\"\"\"\r\n"
               "Bo;\"L; M\";2;R;free words;;\r\n");
    file.close();
    const auto read = readLessonResults(file.fileName());
    const auto *results = std::get_if<QList<LessonResult>>(&read);
    QVERIFY(results);
    QCOMPARE(results->size(), 2);
    QCOMPARE(results->first().learner, u"=Ada"_s);
    QCOMPARE(results->first().lesson, u"L; M"_s);
    QCOMPARE(results->first().misconception, u"You said \"so\""_s);
    QCOMPARE(results->first().right, std::optional(false));
    QVERIFY(!results->last().right);
}

void TestClassSummary::picture_ofAClass_barsAsLongAsTheShare()
{
    const auto picture = classPicture(
            {{.lesson = u"L"_s, .step = 1, .question = u"Q"_s, .answered = 20, .right = 12},
             {.lesson = u"L"_s, .step = 2, .question = u"W"_s, .answered = 20, .right = {}}});
    QList<double> widths;
    for (const auto &element : picture.elements()) {
        const auto *bar = std::get_if<pictures::Rectangle>(&element);
        if (bar && bar->shape.fill != pictures::Role::Paper)
            widths.append(bar->area.width());
    }
    QCOMPARE(widths.size(), 2); // all, and those who were right
    QVERIFY(qAbs(widths.at(1) / widths.at(0) - 0.6) < 1e-9);
    QVERIFY(picture.description().contains(u"12 of 20 were right."));
}

/// A learner without a name is known again by when the lesson was begun.
void TestClassSummary::summary_savedTwice_countsOnce()
{
    LessonResult one = answer({}, true);
    one.begun = u"2026-11-30T09:00:00 0a1b2c3d"_s;
    LessonResult second = one;
    second.step = 2;
    second.question = u"Q2"_s;
    LessonResult other = one;
    other.begun = u"2026-11-30T09:00:00 4e5f6a7b"_s;
    const QList<QList<LessonResult>> files{{one}, {one, second}, {other}, {one, second}};
    QCOMPARE(classSummary(files).first().answered, 2);
    QCOMPARE(classSummary(files).last().answered, 1);
    QCOMPARE(answersRepeated(files), QList<int>({0, 1, 0, 2}));
    // Files of before do not say when: two that are alike may be of two.
    QCOMPARE(answersRepeated({{answer({}, true)}, {answer({}, true)}}), QList<int>({0, 0}));
    QCOMPARE(answersRepeated({{answer(u"Ada"_s, true)}, {answer(u"ada"_s, true)}}),
             QList<int>({0, 1}));
}

void TestClassSummary::sentence_repeated_saysHowMany()
{
    QCOMPARE(repeatedSentence(u"b.csv"_s, 0, 3), QString());
    QCOMPARE(repeatedSentence(u"b.csv"_s, 3, 3),
             u"All 3 answers in 'b.csv' are there already, and count once."_s);
    QCOMPARE(repeatedSentence(u"b.csv"_s, 2, 2),
             u"Both answers in 'b.csv' are there already, and count once."_s);
    QCOMPARE(repeatedSentence(u"b.csv"_s, 1, 1),
             u"The one answer in 'b.csv' is there already, and counts once."_s);
    QCOMPARE(repeatedSentence(u"b.csv"_s, 1, 3),
             u"1 of the 3 answers in 'b.csv' is there already, of the same learner, and counts "
             "once."_s);
}

ONEINN_TEST(TestClassSummary)

} // namespace tests::lessons_classsummary

#include "tst_classsummary.moc"
