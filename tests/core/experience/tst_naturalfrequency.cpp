// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/experience/naturalfrequency.h"

#include "support/testprogram.h"
#include "support/vectors.h"

#include <QTest>

namespace tests::experience_naturalfrequency {

using oneinn::NaturalFrequency;
using Kind = NaturalFrequency::Kind;

namespace {

Kind kindOf(const QString &key, int b)
{
    if (key == QLatin1String("a_in_b"))
        return b == 2 ? Kind::Half : Kind::AInB;
    if (key == QLatin1String("half"))
        return Kind::Half;
    if (key == QLatin1String("almost_every"))
        return Kind::AlmostEvery;
    if (key == QLatin1String("every"))
        return Kind::EveryOne;
    if (key == QLatin1String("rare"))
        return Kind::Rare;
    if (key == QLatin1String("zero"))
        return Kind::NoneSeen;
    qFatal("unknown kind of headline %s", qPrintable(key));
}

} // namespace

class TestNaturalFrequency : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void naturalFrequency_vectorShares_sayWhatTheyShould_data();
    void naturalFrequency_vectorShares_sayWhatTheyShould();
    void naturalFrequency_edges_followTheRule_data();
    void naturalFrequency_edges_followTheRule();
    void naturalFrequency_everyShare_staysNearIt();
    void countOf_halves_roundUp_data();
    void countOf_halves_roundUp();
};

void TestNaturalFrequency::naturalFrequency_vectorShares_sayWhatTheyShould_data()
{
    QTest::addColumn<QJsonObject>("expected");
    const auto vector = testsupport::vector(QStringLiteral("T4.wording"));
    const auto expected = vector.expected.toArray();
    QCOMPARE(expected.size(), vector.input.value(QLatin1String("p")).toArray().size());
    for (const auto &entry : expected) {
        const auto object = entry.toObject();
        QTest::addRow("%g", object.value(QLatin1String("p")).toDouble()) << object;
    }
}

void TestNaturalFrequency::naturalFrequency_vectorShares_sayWhatTheyShould()
{
    QFETCH(QJsonObject, expected);
    const auto actual = oneinn::naturalFrequency(expected.take(QLatin1String("p")).toDouble());
    auto headline = expected.take(QLatin1String("headline")).toObject();
    const int a = headline.take(QLatin1String("a")).toInt();
    const int b = headline.take(QLatin1String("b")).toInt();
    QCOMPARE(actual.kind, kindOf(headline.take(QLatin1String("kind")).toString(), b));
    QCOMPARE(actual.a, a);
    QCOMPARE(actual.b, b);
    headline.remove(QLatin1String("text")); // prose is wording's
    QVERIFY(headline.isEmpty());

    const auto of = expected.take(QLatin1String("of"));
    QCOMPARE(actual.companion.has_value(), of.isArray());
    if (actual.companion) {
        QCOMPARE(actual.companion->count, of.toArray().at(0).toInt());
        QCOMPARE(actual.companion->of, of.toArray().at(1).toInt());
    }
    QVERIFY2(expected.isEmpty(), qPrintable(expected.keys().join(QLatin1Char(' '))));
}

void TestNaturalFrequency::naturalFrequency_edges_followTheRule_data()
{
    QTest::addColumn<double>("share");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<int>("a");
    QTest::addColumn<int>("b");
    QTest::newRow("smallest said as 1 in N") << 0.001 << Kind::AInB << 1 << 1000;
    QTest::newRow("just too rare") << 0.000999 << Kind::Rare << 0 << 0;
    QTest::newRow("nearest 10 above 100") << 1.0 / 114 << Kind::AInB << 1 << 110;
    QTest::newRow("half of ten goes up") << 1.0 / 115 << Kind::AInB << 1 << 120;
    QTest::newRow("nearest 5 below 100") << 1.0 / 72 << Kind::AInB << 1 << 70;
    QTest::newRow("below 50 whole") << 1.0 / 49 << Kind::AInB << 1 << 49;
    QTest::newRow("tie between thirds of ten") << 0.225 << Kind::AInB << 1 << 4;
    QTest::newRow("tie at 0.45 is half") << 0.45 << Kind::Half << 0 << 0;
    QTest::newRow("tie at 0.55 is half") << 0.55 << Kind::Half << 0 << 0;
    QTest::newRow("tie at 0.775") << 0.775 << Kind::AInB << 3 << 4;
    QTest::newRow("tie at 0.85") << 0.85 << Kind::AInB << 4 << 5;
    QTest::newRow("three tenths") << 0.30 << Kind::AInB << 3 << 10;
    QTest::newRow("seven tenths") << 0.71 << Kind::AInB << 7 << 10;
    QTest::newRow("almost every") << 0.95 << Kind::AlmostEvery << 0 << 0;
    QTest::newRow("not quite every") << 0.9999999 << Kind::AlmostEvery << 0 << 0;
}

void TestNaturalFrequency::naturalFrequency_edges_followTheRule()
{
    QFETCH(double, share);
    const auto actual = oneinn::naturalFrequency(share);
    QTEST(actual.kind, "kind");
    QTEST(actual.a, "a");
    QTEST(actual.b, "b");
}

void TestNaturalFrequency::naturalFrequency_everyShare_staysNearIt()
{
    for (int i = 1; i < 20000; ++i) {
        const double share = i / 20000.0;
        const auto said = oneinn::naturalFrequency(share);
        if (said.kind == Kind::AInB) {
            // 1 in 5 for 0.1819 is the coarsest step there is.
            const double spoken = static_cast<double>(said.a) / said.b;
            QVERIFY2(std::abs(spoken - share) <= 0.125 * share, qPrintable(QString::number(share)));
        }
        if (said.companion) {
            const double spoken = static_cast<double>(said.companion->count) / said.companion->of;
            QVERIFY(std::abs(spoken - share) <= 0.5 / said.companion->of + 1e-9);
            QCOMPARE(said.companion->of, share < 0.02 ? 1000 : 100);
        }
    }
}

void TestNaturalFrequency::countOf_halves_roundUp_data()
{
    QTest::addColumn<double>("share");
    QTest::addColumn<int>("of");
    QTest::addColumn<int>("count");
    QTest::newRow("0.285 is below a half in binary") << 0.285 << 100 << 29;
    QTest::newRow("0.0045") << 0.0045 << 1000 << 5;
    QTest::newRow("0") << 0.0 << 100 << 0;
    QTest::newRow("1") << 1.0 << 1000 << 1000;
    QTest::newRow("0.4949") << 0.4949 << 100 << 49;
}

void TestNaturalFrequency::countOf_halves_roundUp()
{
    QFETCH(double, share);
    QFETCH(int, of);
    QTEST(oneinn::countOf(share, of), "count");
}

ONEINN_TEST(TestNaturalFrequency)

} // namespace tests::experience_naturalfrequency

#include "tst_naturalfrequency.moc"
