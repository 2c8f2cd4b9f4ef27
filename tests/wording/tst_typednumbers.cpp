// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/typednumbers.h"

#include "support/testprogram.h"

#include <QTest>

namespace tests::wording_typednumbers {

using namespace oneinn::wording;
using namespace Qt::StringLiterals;

class TestTypedNumbers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void share_asItIsWritten_isRead_data();
    void share_asItIsWritten_isRead();
    void count_asItIsWritten_isRead_data();
    void count_asItIsWritten_isRead();
};

void TestTypedNumbers::share_asItIsWritten_isRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("share"); // -1: none
    const auto row = [](const QString &text, double share) {
        QTest::newRow(qPrintable(text)) << text << share;
    };
    row(u"0.02"_s, 0.02);
    row(u"0,02"_s, 0.02);
    row(u" 2 % "_s, 0.02);
    row(u"2%"_s, 0.02);
    row(u"0.2\u00a0%"_s, 0.002);
    row(u"1 in 50"_s, 0.02);
    row(u"1in500"_s, 0.002);
    row(u"1/50"_s, 0.02);
    row(u"9 in 10"_s, 0.9);
    row(u"1 in 1,000"_s, 0.001);
    row(u"0"_s, 0.0);
    row(u"1"_s, 1.0);
    row(u".5"_s, 0.5);
    row(u"1.2"_s, -1.0);
    row(u"120 %"_s, -1.0);
    row(u"-0.1"_s, -1.0);
    row(u"1 in 0"_s, -1.0);
    row(u"3 in 2"_s, -1.0);
    row(u"many"_s, -1.0);
    row(u"nan"_s, -1.0);
    row(u"0.1.2"_s, -1.0);
    row(u""_s, -1.0);
}

void TestTypedNumbers::share_asItIsWritten_isRead()
{
    QFETCH(const QString, text);
    QFETCH(const double, share);
    const auto read = typedShare(text);
    QCOMPARE(read.has_value(), share >= 0.0);
    if (read)
        QCOMPARE(*read, share);
}

void TestTypedNumbers::count_asItIsWritten_isRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("count"); // -1: none
    const auto row = [](const QString &text, double count) {
        QTest::newRow(qPrintable(text)) << text << count;
    };
    row(u"0"_s, 0.0);
    row(u"9860"_s, 9860.0);
    row(u"9,860"_s, 9860.0);
    row(u"9 860"_s, 9860.0);
    row(u"9'860"_s, 9860.0);
    row(u"1,000,000"_s, 1e6);
    row(u"1.000.000"_s, 1e6);
    row(u"9.860"_s, -1.0); // which may be less than ten
    row(u"9.5"_s, -1.0);
    row(u"98,60"_s, -1.0);
    row(u"-4"_s, -1.0);
    row(u"1e6"_s, -1.0);
    row(u"99999999999999999"_s, -1.0);
    row(u"ten"_s, -1.0);
}

void TestTypedNumbers::count_asItIsWritten_isRead()
{
    QFETCH(const QString, text);
    QFETCH(const double, count);
    const auto read = typedCount(text);
    QCOMPARE(read.has_value(), count >= 0.0);
    if (read)
        QCOMPARE(*read, count);
}

ONEINN_TEST(TestTypedNumbers)

} // namespace tests::wording_typednumbers

#include "tst_typednumbers.moc"
