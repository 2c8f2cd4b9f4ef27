// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/feature.h"

#include "support/testprogram.h"

#include <QTest>

namespace tests::wording_feature {

using namespace oneinn;
using namespace Qt::Literals::StringLiterals;

class TestFeature : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withArticle_nouns_areReadAloud_data();
    void withArticle_nouns_areReadAloud();
    void missed_products_offendNoSense_data();
    void missed_products_offendNoSense();
    void cases_raisedThemselves_areNotRaisedInThemselves();
    void verb_inAnyForm_isTheSameFeature();
    void unit_named_standsBesideTheNumber();
    void headings_longWords_keepTheUsualOnes();
};

void TestFeature::withArticle_nouns_areReadAloud_data()
{
    QTest::addColumn<QString>("said");
    for (const char *said :
         {"an alert",     "a use",           "a payment", "an answer",        "an unsafe message",
          "a user",       "a one-time code", "an image",  "a European order", "an MRI",
          "an MRI scan",  "a CT scan",       "an SMS",    "a SIM card",       "an X-ray",
          "a U-turn",     "an ECG",          "an hour",   "an urgent case",   "an 8-digit code",
          "an 11th call", "a 110 call"})
        QTest::newRow(said) << QString::fromLatin1(said);
}

void TestFeature::withArticle_nouns_areReadAloud()
{
    QFETCH(const QString, said);
    QCOMPARE(wording::withArticle(said.section(u' ', 1)), said);
}

void TestFeature::missed_products_offendNoSense_data()
{
    QTest::addColumn<FeatureWords>("words");
    QTest::addColumn<QString>("missed");
    QTest::addColumn<QString>("raised");
    QTest::addColumn<QString>("found");
    QTest::newRow("nothing but what it shows")
            << FeatureWords{"suggestion"} << u"good suggestions are never shown"_s
            << u"suggestions shown"_s << u"is shown"_s;
    QTest::newRow("fraud") << FeatureWords{"alert", "payment", "fraud", "raise"}
                           << u"frauds raise no alert"_s << u"alerts raised"_s
                           << u"raises an alert"_s;
    QTest::newRow("tumours") << FeatureWords{"scan", "scan", "tumour", "flag"}
                             << u"tumours are never flagged"_s << u"scans flagged"_s
                             << u"is flagged"_s;
    QTest::newRow("moderation") << FeatureWords{"message", "message", "harmful message",
                                                "take down"}
                                << u"harmful messages are never taken down"_s
                                << u"messages taken down"_s << u"is taken down"_s;
    QTest::newRow("support") << FeatureWords{"answer", "question", "answerable question", "give"}
                             << u"answerable questions get no answer"_s << u"answers given"_s
                             << u"gets an answer"_s;
    QTest::newRow("a participle of one's own")
            << FeatureWords{"offer", "auction", {}, "bid/bidden"}
            << u"good offers are never bidden"_s << u"offers bidden"_s << u"is bidden"_s;
}

void TestFeature::missed_products_offendNoSense()
{
    QFETCH(const FeatureWords, words);
    const wording::Feature feature = wording::featureOf(words);
    QTEST(QString(feature.positive.plural + u' ' + feature.missed.many), "missed");
    QTEST(QString(feature.raised.plural + u' ' + feature.done), "raised");
    QTEST(feature.found.one, "found");
}

void TestFeature::cases_raisedThemselves_areNotRaisedInThemselves()
{
    const auto scans = wording::featureOf({"scan", "scan", "tumour", "flag"});
    QCOMPARE(scans.actsIn(u"46 of 100"_s), u"flags 46 of 100 scans"_s);
    QCOMPARE(scans.acted().many, u"are flagged"_s);
    QCOMPARE(scans.everyOne(), u"every scan"_s);
    const auto alerts = wording::featureOf({"alert", "payment", "fraud", "raise"});
    QCOMPARE(alerts.actsIn(u"3 of 100"_s), u"raises alerts in 3 of 100 payments"_s);
    QCOMPARE(alerts.acted().one, u"raises an alert"_s);
    QCOMPARE(alerts.everyOne(), u"an alert for every payment"_s);
    const auto usual = wording::featureOf({});
    QCOMPARE(usual.actsIn(u"3 of 100"_s), u"shows suggestions in 3 of 100 uses"_s);
    QCOMPARE(usual.everyOne(), u"every suggestion"_s);
}

void TestFeature::verb_inAnyForm_isTheSameFeature()
{
    for (const char *typed : {"raise", "raises", "raised", "raising", "to raise"}) {
        const auto feature = wording::featureOf({"alert", "payment", "fraud", typed});
        QCOMPARE(feature.verb, u"raise"_s);
        QCOMPARE(feature.verbs, u"raises"_s);
        QCOMPARE(feature.done, u"raised"_s);
        QCOMPARE(feature.missed.many, u"raise no alert"_s);
    }
}

void TestFeature::unit_named_standsBesideTheNumber()
{
    FeatureWords words{"alert", "payment"};
    QCOMPARE(wording::featureOf(words).perThousand(), u" per 1,000 payments"_s);
    QCOMPARE(wording::featureOf(words).unitSaid(), u"points"_s);
    words.unit = "euros";
    const wording::Feature feature = wording::featureOf(words);
    QCOMPARE(feature.perThousand(), u" euros per 1,000 payments"_s);
    QCOMPARE(feature.amount(u"42"_s), u"42 euros"_s);
    QCOMPARE(feature.valueHeading(), u"Euros per\n1,000 payments"_s);
}

void TestFeature::headings_longWords_keepTheUsualOnes()
{
    const wording::Feature feature = wording::featureOf(
            {"message", "direct message between strangers", "harmful message", "flag"});
    QCOMPARE(feature.positivesBriefly(), u"positives"_s);
    QCOMPARE(feature.useCaseBriefly(), u"uses"_s);
    QCOMPARE(feature.paceLabel(), u"Uses a week"_s);
}

ONEINN_TEST(TestFeature)

} // namespace tests::wording_feature

#include "tst_feature.moc"
