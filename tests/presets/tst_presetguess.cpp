// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "presets/presetguess.h"

#include "support/testprogram.h"

#include <QTest>

namespace tests::presets_presetguess {

using namespace oneinn;
using namespace Qt::StringLiterals;

class TestPresetGuess : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void guess_names_tellTheKind_data();
    void guess_names_tellTheKind();
    void guess_kindsThatContradict_isNone();
};

void TestPresetGuess::guess_names_tellTheKind_data()
{
    QTest::addColumn<QString>("label");
    QTest::addColumn<QString>("positive");
    QTest::addColumn<QString>("score");
    QTest::addColumn<QString>("preset"); // empty: none
    QTest::addColumn<bool>("isLabel");
    const auto row = [](const char *label, const char *positive, const char *score,
                        const char *preset, bool isLabel) {
        QTest::addRow("%s %s %s", label, positive, score)
                << QString::fromLatin1(label) << QString::fromLatin1(positive)
                << QString::fromLatin1(score) << QString::fromLatin1(preset) << isLabel;
    };
    row("is_fraud", "1", "score", "fraudalert", true);
    row("isFraud", "1", "score", "fraudalert", true);
    row("Chargeback", "1", "p", "fraudalert", true);
    row("label", "fraudulent", "p", "fraudalert", true);
    row("label", "1", "fraud_score", "fraudalert", false);
    row("class", "spam", "p", "contentmoderation", true);
    row("y", "1", "toxicity", "contentmoderation", false);
    row("malignant", "1", "p", "medicalscreening", true);
    row("tumor", "yes", "p", "medicalscreening", true);
    row("label", "1", "score", "", false);
    row("not_fraud", "1", "score", "", false);
    row("non-spam", "1", "score", "", false);
    row("clicked", "1", "defraudment", "", false); // not where a word begins
}

void TestPresetGuess::guess_names_tellTheKind()
{
    QFETCH(const QString, label);
    QFETCH(const QString, positive);
    QFETCH(const QString, score);
    QFETCH(const QString, preset);
    const auto guess = guessPreset({label, positive, {score}});
    QCOMPARE(guess ? guess->preset.id : QString(), preset);
    if (guess)
        QTEST(guess->isLabel, "isLabel");
}

void TestPresetGuess::guess_kindsThatContradict_isNone()
{
    QVERIFY(!guessPreset({u"label"_s, u"1"_s, {u"fraud_score"_s, u"tumour_site"_s}}));
    QVERIFY(guessPreset({u"label"_s, u"1"_s, {u"fraud_score"_s, u"fraud_kind"_s}}));
    // What is looked for speaks louder than what stands beside it.
    QCOMPARE(guessPreset({u"is_fraud"_s, u"1"_s, {u"tumour_site"_s}})->preset.id, u"fraudalert"_s);
}

ONEINN_TEST(TestPresetGuess)

} // namespace tests::presets_presetguess

#include "tst_presetguess.moc"
