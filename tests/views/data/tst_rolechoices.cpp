// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/data/rolechoices.h"

#include "session/opening.h"
#include "support/tablefile.h"
#include "support/testpaths.h"
#include "support/testprogram.h"

#include <QDir>
#include <QTest>

#include <algorithm>

namespace tests::data_rolechoices {

using namespace oneinn;
using namespace Qt::StringLiterals;

class TestRoleChoices : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void answers_everyDoubtfulFile_settleTheQuestion_data();
    void answers_everyDoubtfulFile_settleTheQuestion();
    void choices_unit_sayWhatTheWaitsWouldBe();
    void choices_moreThanTwoValues_areEachAgainstTheRest();
    void choices_classesWithoutALabel_openTheFile_data();
    void choices_classesWithoutALabel_openTheFile();
};

namespace {

ingest::TableFile::Ptr tableAt(const QString &name)
{
    auto table = readTableOf({.path = testsupport::testData(u"columns/"_s + name)}, {});
    return table ? table.value() : nullptr;
}

bool holds(const std::vector<RoleQuestion> &questions, const QString &sentence)
{
    return std::ranges::any_of(questions,
                               [&](const auto &each) { return each.sentence == sentence; });
}

} // namespace

void TestRoleChoices::answers_everyDoubtfulFile_settleTheQuestion_data()
{
    QTest::addColumn<QString>("name");
    const auto names = QDir(testsupport::testData(u"columns"_s)).entryList(QDir::Files);
    for (const QString &name : names) {
        if (!name.startsWith("broken"_L1))
            QTest::addRow("%s", qPrintable(name)) << name;
    }
}

/// Whatever is asked can be answered here, and is not asked again; what is noticed can be told
/// otherwise.
void TestRoleChoices::answers_everyDoubtfulFile_settleTheQuestion()
{
    QFETCH(const QString, name);
    const auto table = tableAt(name);
    if (!table)
        QSKIP("is no table");
    const ColumnTrial trial = tryColumns(*table, {});
    const auto questions = questionsOf(trial, *table, {});
    QCOMPARE(questions.empty(), trial.mayBeOpened());
    for (const RoleQuestion &question : questions) {
        for (const RoleChoice &choice : question.choices) {
            const ColumnTrial next = tryColumns(*table, choice.mapping);
            const auto left = questionsOf(next, *table, choice.mapping);
            QVERIFY2(!holds(left, question.sentence),
                     qPrintable(question.sentence + u" -> "_s + choice.text));
        }
    }
    for (const RoleQuestion &question : noticedIn(trial, {})) {
        QVERIFY2(question.choices.size() >= 1, qPrintable(question.sentence));
        QVERIFY(std::ranges::count_if(question.choices, &RoleChoice::isTaken) <= 1);
        for (const RoleChoice &choice : question.choices) {
            const ColumnTrial next = tryColumns(*table, choice.mapping);
            QVERIFY2(next.mapping || next.problem, qPrintable(choice.text));
        }
    }
}

void TestRoleChoices::choices_unit_sayWhatTheWaitsWouldBe()
{
    const auto table = tableAt(u"latency-in-seconds.csv"_s);
    const auto questions = questionsOf(tryColumns(*table, {}), *table, {});
    QCOMPARE(questions.size(), std::size_t(1));
    QCOMPARE(questions.front().choices.size(), std::size_t(2));
    const QString seconds = questions.front().choices.front().text;
    QVERIFY2(seconds.startsWith("seconds: half of them within "_L1) && seconds.endsWith(" s"_L1),
             qPrintable(seconds));
    QVERIFY(questions.front().choices.back().text.endsWith(" ms"_L1));
}

/// Each against the rest, however rare it is: a button for every one, and each of them helps.
void TestRoleChoices::choices_moreThanTwoValues_areEachAgainstTheRest()
{
    const testsupport::TableFiles files;
    const auto choicesWith = [&files](int rare) {
        QByteArray text = "label,score\n";
        for (int i = 0; i < 60; ++i)
            text += (i < rare             ? "fox"
                             : i % 2 == 0 ? "cat"
                                          : "dog")
                    + QByteArray(",0.") + QByteArray::number(100 + i * 7) + '\n';
        const auto table = readTableOf({.path = files.write(u"three.csv"_s, text)}, {}).value();
        const ingest::ColumnMapping label{.label = "label"};
        const auto questions = questionsOf(tryColumns(*table, label), *table, label);
        return questions.empty() ? std::vector<RoleChoice>() : questions.front().choices;
    };
    for (const int rare : {3, 20}) {
        const auto choices = choicesWith(rare);
        QCOMPARE(choices.size(), std::size_t(3));
        for (const char *name : {"fox", "cat", "dog"}) {
            const QString text = QLatin1String(name) + u" against the rest"_s;
            QVERIFY(std::ranges::any_of(choices,
                                        [&](const auto &each) { return each.text == text; }));
        }
    }
}

void TestRoleChoices::choices_classesWithoutALabel_openTheFile_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::newRow("a score each") << QByteArray("fruit,p_apple,p_pear,p_plum");
    QTest::newRow("named like a segment") << QByteArray("type,p_apple,p_pear,p_plum");
    QTest::newRow("one score") << QByteArray("fruit,confidence,weather,wind");
}

/// No column is called a label, and one has three values: each of these is a button that helps.
void TestRoleChoices::choices_classesWithoutALabel_openTheFile()
{
    QFETCH(const QByteArray, header);
    const testsupport::TableFiles files;
    QByteArray text = header + '\n';
    for (int i = 0; i < 60; ++i)
        text += QByteArray(i % 3 == 0           ? "apple"
                                   : i % 2 == 0 ? "pear"
                                                : "plum")
                + ",0." + QByteArray::number(100 + i * 7) + ",0.2,0.3\n";
    const auto table = readTableOf({.path = files.write(u"fruits.csv"_s, text)}, {}).value();
    const auto questions = questionsOf(tryColumns(*table, {}), *table, {});
    QCOMPARE(questions.size(), std::size_t(1));
    QCOMPARE(questions.front().choices.size(), std::size_t(3));
    for (const RoleChoice &choice : questions.front().choices) {
        const ColumnTrial next = tryColumns(*table, choice.mapping);
        QVERIFY2(next.mapping
                         && next.mapping->label.value == header.split(',').first().toStdString(),
                 qPrintable(choice.text));
    }
}

ONEINN_TEST(TestRoleChoices)

} // namespace tests::data_rolechoices

#include "tst_rolechoices.moc"
