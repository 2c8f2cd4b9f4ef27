// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/releaseviewwords.h"
#include "wording/typedrelease.h"

#include "support/testprogram.h"

#include <QTest>

namespace tests::wording_typedrelease {

using namespace oneinn;
using namespace oneinn::wording;
using namespace Qt::StringLiterals;

class TestTypedRelease : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void count_asItIsWritten_isRead_data();
    void count_asItIsWritten_isRead();
    void refusedCount_saysWhichAndWhy_data();
    void refusedCount_saysWhichAndWhy();
    void stages_asTheyAreWritten_areRead_data();
    void stages_asTheyAreWritten_areRead();
    void days_asTheyAreWritten_areRead();
};

void TestTypedRelease::count_asItIsWritten_isRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("wrong"); // -1: none
    QTest::addColumn<int>("shown");
    const auto row = [](const char *name, const QString &text, int wrong, int shown) {
        QTest::newRow(name) << text << wrong << shown;
    };
    row("slash", u"13/60"_s, 13, 60);
    row("of", u"13 of 60"_s, 13, 60);
    row("in", u" 13 in 60 "_s, 13, 60);
    row("OF", u"13 OF 60"_s, 13, 60);
    row("two cells", u"13\t60"_s, 13, 60);
    row("two cells and the end of a row", u"13\t60\n"_s, 13, 60);
    row("one below the other", u"13\n60"_s, 13, 60);
    row("two cells with a blank", u"37 136"_s, 37, 136);
    row("said", u"13 wrong ones out of 60 checked"_s, 13, 60);
    row("thousands", u"1,300 of 12,000"_s, 1300, 12000);
    row("thousands, in a sheet", u"1 300\t12 000"_s, 1300, 12000);
    row("nothing yet", u"0/0"_s, 0, 0);
    row("all", u"60/60"_s, 60, 60);
    row("more wrong than shown", u"61/60"_s, -1, 0);
    row("one number", u"13"_s, -1, 0);
    row("three", u"1/2/3"_s, -1, 0);
    row("fraction", u"1.5 of 60"_s, -1, 0);
    row("negative", u"-1/60"_s, -1, 0);
    row("words", u"thirteen of sixty"_s, -1, 0);
    row("too many", u"1/99999999999"_s, -1, 0);
    row("empty", QString(), -1, 0);
}

void TestTypedRelease::count_asItIsWritten_isRead()
{
    QFETCH(const QString, text);
    QFETCH(const int, wrong);
    QFETCH(const int, shown);
    const auto count = typedRunningCount(text);
    QCOMPARE(count.has_value(), wrong >= 0);
    if (!count)
        return;
    QCOMPARE(count->wrong, wrong);
    QCOMPARE(count->shown, shown);
}

void TestTypedRelease::refusedCount_saysWhichAndWhy_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const QString &text, const QString &says) {
        QTest::newRow(name) << text << says;
    };
    row("more wrong than shown", u"61/60"_s, u"61 of 60: there cannot be more wrong ones"_s);
    row("one number", u"13"_s, u"13 wrong ones: of how many"_s);
    row("three", u"1/2/3"_s, u"3 numbers: two are wanted."_s);
    row("second missing", u"13 of"_s, u"Of how many is missing"_s);
    row("first missing", u"/60"_s, u"How many were wrong is missing"_s);
    row("empty", QString(), u"How many were wrong is missing"_s);
    row("fraction", u"1.5 of 60"_s, u"“1.5” is no whole number: type how many were wrong"_s);
    row("fraction shown", u"1 of 60.5"_s, u"“60.5” is no whole number: type of how many"_s);
    row("negative", u"-1/60"_s, u"“-1” is below nothing: type how many were wrong"_s);
    row("words", u"thirteen of 60"_s, u"“thirteen” is no number: type how many were wrong"_s);
    row("word shown", u"13 of sixty"_s, u"“sixty” is no number: type of how many"_s);
    row("too many", u"1/99999999999"_s, u"“99999999999” is more than can be counted here"_s);
}

/// Each kind by itself, and the part of what was typed that is at fault.
void TestTypedRelease::refusedCount_saysWhichAndWhy()
{
    QFETCH(QString, text);
    QFETCH(QString, says);
    QVERIFY(!typedRunningCount(text));
    QVERIFY2(runningCountFault(text).startsWith(says), qPrintable(runningCountFault(text)));
}

void TestTypedRelease::stages_asTheyAreWritten_areRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<double>>("shares"); // empty: none
    QTest::newRow("usual") << u"1,5,25,100"_s << QList{0.01, 0.05, 0.25, 1.0};
    QTest::newRow("with blanks") << u" 1, 5 , 25,100 "_s << QList{0.01, 0.05, 0.25, 1.0};
    QTest::newRow("semicolons") << u"10; 100"_s << QList{0.1, 1.0};
    QTest::newRow("percent") << u"10 %, 100 %"_s << QList{0.1, 1.0};
    QTest::newRow("part of one") << u"0.5,50"_s << QList{0.005, 0.5};
    QTest::newRow("one") << u"100"_s << QList{1.0};
    QTest::newRow("falling") << u"5,1"_s << QList<double>();
    QTest::newRow("twice") << u"5,5"_s << QList<double>();
    QTest::newRow("nothing") << u"0,5"_s << QList<double>();
    QTest::newRow("above all") << u"5,101"_s << QList<double>();
    QTest::newRow("not a number") << u"5,nan"_s << QList<double>();
    QTest::newRow("endless") << u"5,inf"_s << QList<double>();
    QTest::newRow("a gap") << u"5,,100"_s << QList<double>();
    QTest::newRow("empty") << QString() << QList<double>();
}

void TestTypedRelease::stages_asTheyAreWritten_areRead()
{
    QFETCH(const QString, text);
    QFETCH(const QList<double>, shares);
    const auto read = typedStages(text);
    QCOMPARE(read.has_value(), !shares.isEmpty());
    if (!read)
        return;
    QCOMPARE(QList<double>(read->begin(), read->end()), shares);
    QCOMPARE(typedStages(stagesAsTyped(*read)), read);
}

void TestTypedRelease::days_asTheyAreWritten_areRead()
{
    QCOMPARE(typedDays(u"2"_s), std::optional(2.0));
    QCOMPARE(typedDays(u" 2.5 "_s), std::optional(2.5));
    QCOMPARE(typedDays(u"2,5"_s), std::optional(2.5));
    QCOMPARE(typedDays(u"10000"_s), std::optional(10000.0));
    for (const QString &none : {u"10001"_s, u"-1"_s, u"two"_s, u"1e3"_s, QString()})
        QVERIFY2(!typedDays(none), qPrintable(none));
}

ONEINN_TEST(TestTypedRelease)

} // namespace tests::wording_typedrelease

#include "tst_typedrelease.moc"
