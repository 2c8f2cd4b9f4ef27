// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/noun.h"
#include "wording/phrases.h"

#include "support/testprogram.h"

#include <QTest>

namespace tests::wording_noun {

using namespace oneinn::wording;

class TestNoun : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nounOf_words_haveTheirPlural_data();
    void nounOf_words_haveTheirPlural();
    void counted_numbers_agree_data();
    void counted_numbers_agree();
    void ordinal_numbers_readAloud_data();
    void ordinal_numbers_readAloud();
    void durationText_weeks_readAloud_data();
    void durationText_weeks_readAloud();
};

void TestNoun::nounOf_words_haveTheirPlural_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("singular");
    QTest::addColumn<QString>("plural");
    const auto row = [](const char *word, const char *singular, const char *plural) {
        QTest::newRow(word) << QString::fromLatin1(word) << QString::fromLatin1(singular)
                            << QString::fromLatin1(plural);
    };
    row("suggestion", "suggestion", "suggestions");
    row("reply", "reply", "replies");
    row("match", "match", "matches");
    row("survey", "survey", "surveys");
    row("diagnosis", "diagnosis", "diagnoses");
    row("class", "class", "classes");
    row("box", "box", "boxes");
    row("bus", "bus", "buses");
    row("bias", "bias", "biases");
    row("lens", "lens", "lenses");
    row("person", "person", "people");
    row("flagged message", "flagged message", "flagged messages");
    row("alerts", "alert", "alerts");
    row("replies", "reply", "replies");
    row("matches", "match", "matches");
    row("  fraud   alert ", "fraud alert", "fraud alerts");
    row("100% match", "100% match", "100% matches");
    row("SMS", "SMS", "SMSs");
    row("a bad one", "bad one", "bad ones");
    row("hero", "hero", "heroes");
    row("sheep", "sheep", "sheep");
    row("MRI", "MRI", "MRIs");
    row("MRIs", "MRI", "MRIs");
    row("CT scan", "CT scan", "CT scans");
    row("request for review", "request for review", "requests for review");
    row("requests for review", "request for review", "requests for review");
    row("proof of payment", "proof of payment", "proofs of payment");
    row("out of stock item", "out of stock item", "out of stock items");
    row("child", "child", "children");
    row("people", "person", "people");
    row("diagnoses", "diagnosis", "diagnoses");
    row("purchases", "purchase", "purchases");
    row("", "result", "results");
    row("   ", "result", "results");
}

void TestNoun::nounOf_words_haveTheirPlural()
{
    QFETCH(QString, word);
    const Noun noun = nounOf(word.toStdString());
    QTEST(noun.singular, "singular");
    QTEST(noun.plural, "plural");
}

void TestNoun::counted_numbers_agree_data()
{
    QTest::addColumn<double>("n");
    QTest::addColumn<QString>("text");
    QTest::newRow("0") << 0.0 << QStringLiteral("0 replies");
    QTest::newRow("1") << 1.0 << QStringLiteral("1 reply");
    QTest::newRow("2") << 2.0 << QStringLiteral("2 replies");
    QTest::newRow("1000") << 1000.0 << QStringLiteral("1,000 replies");
}

void TestNoun::counted_numbers_agree()
{
    QFETCH(double, n);
    QTEST(counted(n, nounOf("reply")), "text");
}

void TestNoun::ordinal_numbers_readAloud_data()
{
    QTest::addColumn<int>("n");
    QTest::addColumn<QString>("text");
    const std::pair<int, const char *> expected[]{
            {1, "first"},  {2, "second"}, {3, "third"}, {5, "fifth"},  {9, "ninth"},
            {10, "tenth"}, {11, "11th"},  {12, "12th"}, {13, "13th"},  {21, "21st"},
            {22, "22nd"},  {23, "23rd"},  {24, "24th"}, {111, "111th"}};
    for (const auto &[n, text] : expected)
        QTest::addRow("%d", n) << n << QString::fromLatin1(text);
}

void TestNoun::ordinal_numbers_readAloud()
{
    QFETCH(int, n);
    QTEST(ordinal(n), "text");
}

void TestNoun::durationText_weeks_readAloud_data()
{
    QTest::addColumn<double>("weeks");
    QTest::addColumn<QString>("text");
    const std::pair<double, const char *> expected[]{{0.05, "less than a day"},
                                                     {1.0 / 7, "about a day"},
                                                     {0.3, "about 2 days"},
                                                     {0.525, "about half a week"},
                                                     {0.8, "about 6 days"},
                                                     {1.0, "about a week"},
                                                     {2.6, "about 3 weeks"},
                                                     {13.0, "about 3 months"},
                                                     {52.0, "about a year"},
                                                     {500.0, "about 10 years"},
                                                     {1e6, "more than a working life"}};
    for (const auto &[weeks, text] : expected)
        QTest::addRow("%g", weeks) << weeks << QString::fromLatin1(text);
}

void TestNoun::durationText_weeks_readAloud()
{
    QFETCH(double, weeks);
    QTEST(durationText(weeks), "text");
}

ONEINN_TEST(TestNoun)

} // namespace tests::wording_noun

#include "tst_noun.moc"
