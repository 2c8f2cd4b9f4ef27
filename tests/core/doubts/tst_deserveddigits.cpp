// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/doubts/deserveddigits.h"

#include "support/testprogram.h"
#include "support/vectors.h"

#include <QTest>

#include <cmath>
#include <random>

namespace tests::doubts_deserveddigits {

using namespace oneinn;

class TestDeservedDigits : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void decimals_ofARange_asWritten_data();
    void decimals_ofARange_asWritten();
    void number_ofAnyRange_isNoFinerThanItHasToBe();
    void number_ofNoRange_isItself();
};

void TestDeservedDigits::decimals_ofARange_asWritten_data()
{
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<double>("value");
    QTest::addColumn<int>("decimals");
    QTest::addColumn<double>("told");
    QTest::newRow("a fifth wide") << 0.52 << 0.72 << 0.6137 << 1 << 0.6;
    QTest::newRow("a tenth wide") << 0.2 << 0.3 << 0.2479 << 2 << 0.25;
    QTest::newRow("a little less") << 0.2 << 0.299 << 0.2479 << 2 << 0.25;
    QTest::newRow("a hundredth wide") << 0.44 << 0.45 << 0.44371 << 3 << 0.444;
    QTest::newRow("rounded out of the range") << 0.52 << 0.70 << 0.53 << 1 << 0.53;
    QTest::newRow("and from above") << 0.31 << 0.49 << 0.48 << 1 << 0.48;
    QTest::newRow("below the range") << 0.06 << 0.39 << 0.053 << 1 << 0.05;
    QTest::newRow("below zero") << -4.0 << -1.0 << -2.72 << 0 << -3.0;
    QTest::newRow("in thousands") << 12000.0 << 31000.0 << 17654.0 << -4 << 20000.0;
}

void TestDeservedDigits::decimals_ofARange_asWritten()
{
    QFETCH(const double, low);
    QFETCH(const double, high);
    QFETCH(const double, value);
    QFETCH(const int, decimals);
    QFETCH(const double, told);
    QCOMPARE(deservedDecimals({low, high}), std::optional(decimals));
    COMPARE_NEAR(deservedNumber(value, {low, high}), told, 1e-12);
}

void TestDeservedDigits::number_ofAnyRange_isNoFinerThanItHasToBe()
{
    std::mt19937 random(3);
    std::uniform_real_distribution<double> share;
    for (int i = 0; i < 2000; ++i) {
        const double low = share(random);
        const Interval range{low, low + std::pow(10.0, -3.0 * share(random))};
        const double value = range.low + share(random) * range.width();
        const double told = deservedNumber(value, range);
        const double step = std::pow(10.0, -*deservedDecimals(range));
        QVERIFY(step >= range.width() / 10.0 * (1.0 - 1e-9));
        QVERIFY(step < range.width() * (1.0 + 1e-9));
        const double finer = step / 10.0;
        QVERIFY(std::abs(told / finer - std::round(told / finer)) < 1e-6);
        const bool isFiner = std::abs(told / step - std::round(told / step)) > 1e-6;
        QVERIFY(told >= range.low - finer && told <= range.high + finer);
        QVERIFY(std::abs(told - value) <= (isFiner ? finer : step) * 0.5 * (1.0 + 1e-6));
    }
}

void TestDeservedDigits::number_ofNoRange_isItself()
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    QVERIFY(!deservedDecimals({0.3, 0.3}).has_value());
    QVERIFY(!deservedDecimals({0.3, infinity}).has_value());
    QCOMPARE(deservedNumber(0.31415, {0.31415, 0.31415}), 0.31415);
    QCOMPARE(deservedNumber(infinity, {0.3, 0.6}), infinity);
}

ONEINN_TEST(TestDeservedDigits)

} // namespace tests::doubts_deserveddigits

#include "tst_deserveddigits.moc"
