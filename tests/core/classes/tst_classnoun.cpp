// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/classes/classnoun.h"

#include "support/testprogram.h"

#include <QTest>

namespace tests::classes_classnoun {

using namespace oneinn;

class TestClassNoun : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void word_standsForWhatIsLookedFor();
    void code_isNoWord();
    void otherClass_takesItsPlace();
    void ownWords_stay();
};

void TestClassNoun::word_standsForWhatIsLookedFor()
{
    const FeatureWords words = wordsAgainstRest({.useCase = "document"}, "invoice");
    QCOMPARE(words.positive, std::string("invoice"));
    QCOMPARE(words.raised, std::string("invoice tag"));
    QCOMPARE(words.verb, std::string("give"));
    QCOMPARE(words.useCase, std::string("document"));
}

void TestClassNoun::code_isNoWord()
{
    for (const char *name : {"A-7", "3", "", "no", "Rechnung", "doc_1", "low", "very high"})
        QVERIFY2(wordsAgainstRest({}, name) == FeatureWords(), name);
}

void TestClassNoun::otherClass_takesItsPlace()
{
    const FeatureWords words = wordsAgainstRest({}, "invoice");
    QVERIFY(wordsAgainstRest(words, "receipt", "invoice") == wordsAgainstRest({}, "receipt"));
    QVERIFY(wordsAgainstRest(words, "A-7", "invoice") == FeatureWords());
    QVERIFY(wordsAgainstRest({}, "receipt", "A-7") == wordsAgainstRest({}, "receipt"));
}

void TestClassNoun::ownWords_stay()
{
    for (const FeatureWords &words :
         {FeatureWords{.positive = "bill"}, FeatureWords{.raised = "document"},
          FeatureWords{.raised = "invoice tag", .positive = "bill", .verb = "give"}}) {
        QVERIFY(wordsAgainstRest(words, "receipt", "invoice") == words);
        QVERIFY(wordsAgainstRest(words, "receipt") == words);
    }
}

ONEINN_TEST(TestClassNoun)

} // namespace tests::classes_classnoun

#include "tst_classnoun.moc"
