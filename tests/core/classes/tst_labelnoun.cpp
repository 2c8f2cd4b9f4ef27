// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/classes/labelnoun.h"

#include "support/testprogram.h"

#include <QTest>

namespace tests::classes_labelnoun {

using namespace oneinn;

class TestLabelNoun : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void noun_columnAndValue_sayWhatIsLookedFor_data();
    void noun_columnAndValue_sayWhatIsLookedFor();
    void words_nobodyChose_areOfTheLabel();
    void words_chosen_stay();
};

void TestLabelNoun::noun_columnAndValue_sayWhatIsLookedFor_data()
{
    QTest::addColumn<QByteArray>("column");
    QTest::addColumn<QByteArray>("positive");
    QTest::addColumn<QByteArray>("noun");
    const auto row = [](const char *column, const char *positive, const char *noun) {
        QTest::addRow("%s is %s", column, positive)
                << QByteArray(column) << QByteArray(positive) << QByteArray(noun);
    };
    row("is_fraud", "1", "fraud");
    row("isSpam", "true", "spam");
    row("Has Tumour", "Yes", "tumour");
    row("fraud_label", "1", "fraud");
    row("late payment", "1", "late payment");
    row("kind", "spam", "spam");
    row("label", "Churned", "churned");
    // What is called so is not what is looked for.
    row("is_fraud", "0", "");
    row("is_fraud", "no", "");
    row("not_fraud", "1", "");
    // Nothing but that something is so.
    row("label", "1", "");
    row("y_true", "1", "");
    row("correct", "yes", "");
    row("verdict", "good", "");
    row("target", "positive", "");
    // No word.
    row("c17", "1", "");
    row("kind", "A-7", "");
    row("kind", "x", "");
    row("whether_the_person_came_back_again", "1", "");
}

void TestLabelNoun::noun_columnAndValue_sayWhatIsLookedFor()
{
    QFETCH(const QByteArray, column);
    QFETCH(const QByteArray, positive);
    QFETCH(const QByteArray, noun);
    QCOMPARE(QByteArray::fromStdString(labelNoun(column.toStdString(), positive.toStdString())),
             noun);
}

void TestLabelNoun::words_nobodyChose_areOfTheLabel()
{
    const FeatureWords words = wordsOfLabel({}, "is_fraud", "1");
    QCOMPARE(words.positive, std::string("fraud case"));
    QCOMPARE(words.raised, std::string("fraud tag"));
    QCOMPARE(words.verb, std::string("give"));
    QVERIFY(wordsOfLabel({}, "label", "1") == FeatureWords());
}

void TestLabelNoun::words_chosen_stay()
{
    const FeatureWords alert{.raised = "alert"};
    QVERIFY(wordsOfLabel(alert, "is_fraud", "1") == alert);
    const FeatureWords person{.person = "customer"};
    QVERIFY(wordsOfLabel(person, "is_fraud", "1") == person);
}

ONEINN_TEST(TestLabelNoun)

} // namespace tests::classes_labelnoun

#include "tst_labelnoun.moc"
