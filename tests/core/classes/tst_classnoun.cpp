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
    void ownWord_stays();
};

void TestClassNoun::word_standsForWhatIsLookedFor()
{
    const FeatureWords words = wordsAgainstRest({.raised = "document"}, "invoice");
    QCOMPARE(words.positive, std::string("invoice"));
    QCOMPARE(words.raised, std::string("document"));
}

void TestClassNoun::code_isNoWord()
{
    for (const char *name : {"A-7", "3", "", "no", "Rechnung", "doc_1"})
        QVERIFY2(wordsAgainstRest({}, name).positive.empty(), name);
}

void TestClassNoun::otherClass_takesItsPlace()
{
    const FeatureWords words = wordsAgainstRest({}, "invoice");
    QCOMPARE(wordsAgainstRest(words, "receipt", "invoice").positive, std::string("receipt"));
    QVERIFY(wordsAgainstRest(words, "A-7", "invoice").positive.empty());
}

void TestClassNoun::ownWord_stays()
{
    const FeatureWords words{.positive = "bill"};
    QCOMPARE(wordsAgainstRest(words, "receipt", "invoice").positive, std::string("bill"));
    QCOMPARE(wordsAgainstRest(words, "receipt").positive, std::string("bill"));
}

ONEINN_TEST(TestClassNoun)

} // namespace tests::classes_classnoun

#include "tst_classnoun.moc"
