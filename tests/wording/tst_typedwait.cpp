// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/typedwait.h"

#include "support/testprogram.h"

#include <QTest>

namespace tests::wording_typedwait {

using namespace oneinn::wording;
using namespace Qt::StringLiterals;

class TestTypedWait : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wait_asPeopleTypeIt_isInMilliseconds_data();
    void wait_asPeopleTypeIt_isInMilliseconds();
    void wait_none_isAbsent_data();
    void wait_none_isAbsent();
    void wait_typedKeyByKey_isBegunAllTheWay();
};

void TestTypedWait::wait_asPeopleTypeIt_isInMilliseconds_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<double>("milliseconds");
    QTest::newRow("bare") << u"350"_s << 350.0;
    QTest::newRow("milliseconds") << u"350 ms"_s << 350.0;
    QTest::newRow("together") << u"350MS"_s << 350.0;
    QTest::newRow("a second") << u"1 s"_s << 1000.0;
    QTest::newRow("with a point") << u" 1.5 s "_s << 1500.0;
    QTest::newRow("with a comma") << u"0,25s"_s << 250.0;
    QTest::newRow("none at all") << u"0"_s << 0.0;
}

void TestTypedWait::wait_asPeopleTypeIt_isInMilliseconds()
{
    QFETCH(const QString, typed);
    QTEST(typedWait(typed).value_or(-1.0), "milliseconds");
}

void TestTypedWait::wait_none_isAbsent_data()
{
    QTest::addColumn<QString>("typed");
    for (const char *typed : {"", "s", "-1", "1 m", "1 min", "1.2.3", "soon", "1e999"})
        QTest::newRow(typed) << QString::fromLatin1(typed);
}

void TestTypedWait::wait_none_isAbsent()
{
    QFETCH(const QString, typed);
    QVERIFY(!typedWait(typed));
}

void TestTypedWait::wait_typedKeyByKey_isBegunAllTheWay()
{
    for (const QString &whole : {u"1.5 s"_s, u"350 ms"_s, u"20s"_s}) {
        for (qsizetype length = 0; length <= whole.size(); ++length)
            QVERIFY2(beginsWait(whole.left(length)), qPrintable(whole.left(length)));
    }
    for (const QString &none : {u"1  s"_s, u" 1"_s, u"1 b"_s, u"1 sm"_s, u"ms"_s})
        QVERIFY2(!beginsWait(none), qPrintable(none));
}

ONEINN_TEST(TestTypedWait)

} // namespace tests::wording_typedwait

#include "tst_typedwait.moc"
