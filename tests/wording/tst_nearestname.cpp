// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/nearestname.h"

#include "support/testprogram.h"

#include <QTest>

namespace tests::wording_nearestname {

using namespace oneinn::wording;
using namespace Qt::StringLiterals;

class TestNearestName : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void name_misspelt_isFound_data();
    void name_misspelt_isFound();
    void name_ofAll_isItself();
    void name_longerThanAnyoneWrites_isNotCompared();
};

namespace {

const QStringList names{u"show"_s,  u"question"_s, u"threshold"_s, u"budgetMs"_s, u"model"_s,
                        u"where"_s, u"answer"_s,   u"reveal"_s,    u"tp"_s,       u"fp"_s};

} // namespace

void TestNearestName::name_misspelt_isFound_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("nearest");
    QTest::newRow("a letter is missing") << u"treshold"_s << u"threshold"_s;
    QTest::newRow("one too many") << u"modell"_s << u"model"_s;
    QTest::newRow("a wrong one") << u"revael"_s << u"reveal"_s;
    QTest::newRow("changed about") << u"pt"_s << QString(); // one of two letters is none
    QTest::newRow("capitals") << u"BUDGETMS"_s << u"budgetMs"_s;
    QTest::newRow("changed about in a longer one") << u"anwser"_s << u"answer"_s;
    QTest::newRow("another word") << u"colour"_s << QString();
    QTest::newRow("nothing") << QString() << QString();
}

void TestNearestName::name_misspelt_isFound()
{
    QFETCH(const QString, name);
    QTEST(nearestName(name, names), "nearest");
}

void TestNearestName::name_ofAll_isItself()
{
    for (const QString &each : names)
        QCOMPARE(nearestName(each, names), each);
}

void TestNearestName::name_longerThanAnyoneWrites_isNotCompared()
{
    QCOMPARE(nearestName(QString(199, u'x'), {QString(200, u'x')}), QString(200, u'x'));
    const QStringList hostile(100, QString(1'000'000, u'x'));
    QCOMPARE(nearestName(hostile.first(), hostile), QString());
}

ONEINN_TEST(TestNearestName)

} // namespace tests::wording_nearestname

#include "tst_nearestname.moc"
