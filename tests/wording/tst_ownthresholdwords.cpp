// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/ownthresholdwords.h"

#include "support/testprogram.h"
#include "wording/combinationwords.h"

#include <QTest>

namespace tests::wording_ownthresholdwords {

using namespace oneinn;
using namespace Qt::StringLiterals;

class TestOwnThresholdWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void several_eachIsNamed();
    void moved_hasNoBinaryNoise();
    void one_isNamedAlone();
    void many_areNotAllNamed();
    void lowerIsPositive_staysInTheFilesUnits();
    void name_hasTheModelIfThereIsOne();
};

void TestOwnThresholdWords::several_eachIsNamed()
{
    const ThresholdsBySegment own{"kind", {0.05}, {{"app", {0.04}}, {"", {0.06}}}};
    QCOMPARE(wording::ownThresholdsPhrase(own, {0.05}, false),
             u"each kind has a threshold of its own: app 0.04, (empty) 0.06; any other 0.05"_s);
    // The dial moves all.
    QCOMPARE(wording::ownThresholdsPhrase(own, {0.25}, false),
             u"each kind has a threshold of its own: app 0.24, (empty) 0.26; any other 0.25"_s);
}

void TestOwnThresholdWords::moved_hasNoBinaryNoise()
{
    const ThresholdsBySegment own{"kind", {0.0597305}, {{"app", {0.002645}}, {"web", {0.11}}}};
    // A place between two scores, as sums make it.
    const Threshold dial{0.058145499999999996};
    QCOMPARE(wording::ownThresholdsPhrase(own, dial, false),
             u"each kind has a threshold of its own: app 0.00106, web 0.108415; any other "
             "0.0581455"_s);
}

void TestOwnThresholdWords::one_isNamedAlone()
{
    QCOMPARE(wording::ownThresholdsPhrase({"kind", {0.5}, {{"app", {0.25}}}}, {0.5}, false),
             u"kind app has a threshold of its own, 0.25; any other has 0.50"_s);
}

void TestOwnThresholdWords::many_areNotAllNamed()
{
    ThresholdsBySegment own{"kind", {0.5}, {}};
    for (int i = 0; i < 30; ++i)
        own.values.push_back({"k" + std::to_string(i), {0.01 * (i + 1)}});
    const QString phrase = wording::ownThresholdsPhrase(own, {0.5}, false);
    QVERIFY2(phrase.contains(u"and 22 more; any other 0.50"), qPrintable(phrase));
}

void TestOwnThresholdWords::lowerIsPositive_staysInTheFilesUnits()
{
    QCOMPARE(wording::ownThresholdsPhrase({"kind", {-0.5}, {{"app", {-0.25}}}}, {-0.5}, true),
             u"kind app has a threshold of its own, 0.25; any other has 0.50"_s);
}

void TestOwnThresholdWords::name_hasTheModelIfThereIsOne()
{
    const Combination own = ThresholdsBySegment{"kind", {0.5}, {{"app", {0.25}}}};
    QCOMPARE(wording::answererName(std::nullopt, own), u"thresholds by kind"_s);
    QCOMPARE(wording::answererName(std::string("fast"), own), u"fast, thresholds by kind"_s);
}

ONEINN_TEST(TestOwnThresholdWords)

} // namespace tests::wording_ownthresholdwords

#include "tst_ownthresholdwords.moc"
