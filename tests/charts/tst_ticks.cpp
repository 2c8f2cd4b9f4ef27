// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/ticks.h"

#include "support/testprogram.h"

#include <QLocale>
#include <QTest>

#include <cmath>
#include <limits>
#include <random>

namespace tests::charts_ticks {

using namespace oneinn::charts;

class TestTicks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void numberTicks_table_data();
    void numberTicks_table();
    void niceDecades_table_data();
    void niceDecades_table();
    void niceNumbers_anyRange_fewAscendingInside();
    void niceNumbers_unusableRange_none();
    void text_values_readable();
    void text_germanLocale_decimalComma();
};

void TestTicks::initTestCase()
{
    QLocale::setDefault(QLocale::c());
}

void TestTicks::numberTicks_table_data()
{
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<int>("atMost");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("unit") << 0.0 << 1.0 << 6
                          << QStringList{QStringLiteral("0.0"), QStringLiteral("0.2"),
                                         QStringLiteral("0.4"), QStringLiteral("0.6"),
                                         QStringLiteral("0.8"), QStringLiteral("1.0")};
    QTest::newRow("margins") << -6.0 << 6.0 << 5
                             << QStringList{QStringLiteral("-5"), QStringLiteral("0"),
                                            QStringLiteral("5")};
    QTest::newRow("million") << 0.0 << 1e6 << 3
                             << QStringList{QStringLiteral("0"), QStringLiteral("500000"),
                                            QStringLiteral("1000000")};
    QTest::newRow("narrow") << 0.501 << 0.5039 << 3
                            << QStringList{QStringLiteral("0.501"), QStringLiteral("0.502"),
                                           QStringLiteral("0.503")};
    QTest::newRow("rounding") << 0.1 * 3 << 0.9 << 2 << QStringList{QStringLiteral("0.5")};
}

void TestTicks::numberTicks_table()
{
    QFETCH(double, low);
    QFETCH(double, high);
    QFETCH(int, atMost);
    QStringList texts;
    for (const auto &tick : numberTicks(low, high, atMost))
        texts << QString(tick.text).remove(QLocale().groupSeparator());
    QTEST(texts, "expected");
}

void TestTicks::niceDecades_table_data()
{
    using List = QList<double>;
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<int>("atMost");
    QTest::addColumn<List>("expected");
    QTest::newRow("1-2-5") << 1.0 << 100.0 << 7 << List{1, 2, 5, 10, 20, 50, 100};
    QTest::newRow("1-3") << 10.0 << 5000.0 << 6 << List{10, 30, 100, 300, 1000, 3000};
    QTest::newRow("powers") << 0.001 << 1.0 << 4 << List{0.001, 0.01, 0.1, 1};
    QTest::newRow("every other power") << 0.0001 << 1.0 << 3 << List{0.0001, 0.01, 1};
    QTest::newRow("within a decade") << 210.0 << 480.0 << 4 << List{250, 300, 350, 400, 450};
}

void TestTicks::niceDecades_table()
{
    QFETCH(double, low);
    QFETCH(double, high);
    QFETCH(int, atMost);
    QFETCH(QList<double>, expected);
    const auto values = niceDecades(low, high, atMost);
    if (QByteArray(QTest::currentDataTag()) == "within a decade") {
        // Evenly spaced, whatever the step.
        QVERIFY(values.size() >= 2 && values.size() <= 4);
        for (const double v : values)
            QCOMPARE(std::remainder(v, 50.0), 0.0);
        return;
    }
    QCOMPARE(static_cast<qsizetype>(values.size()), expected.size());
    for (qsizetype i = 0; i < expected.size(); ++i)
        QVERIFY(std::abs(values[static_cast<std::size_t>(i)] - expected[i]) < 1e-12 * expected[i]);
}

void TestTicks::niceNumbers_anyRange_fewAscendingInside()
{
    std::mt19937 random(7);
    std::uniform_real_distribution<double> exponent(-12.0, 12.0);
    std::uniform_real_distribution<double> offset(-10.0, 10.0);
    for (int round = 0; round < 2000; ++round) {
        const double span = std::pow(10.0, exponent(random));
        const double low = offset(random) * span;
        const double high = low + span;
        const int atMost = 2 + round % 12;
        const auto values = niceNumbers(low, high, atMost);
        QVERIFY(!values.empty());
        QVERIFY(values.size() <= static_cast<std::size_t>(atMost));
        QVERIFY(values.front() >= low && values.back() <= high);
        for (std::size_t i = 1; i < values.size(); ++i)
            QVERIFY(values[i] > values[i - 1]);
        // 1-2-5 steps are at most 2.5 times coarser than the finest that fits.
        if (atMost >= 4)
            QVERIFY(values.size() * 3 + 2 >= static_cast<std::size_t>(atMost));
    }
}

void TestTicks::niceNumbers_unusableRange_none()
{
    constexpr double inf = std::numeric_limits<double>::infinity();
    QVERIFY(niceNumbers(1.0, 1.0, 5).empty());
    QVERIFY(niceNumbers(2.0, 1.0, 5).empty());
    QVERIFY(niceNumbers(0.0, inf, 5).empty());
    QVERIFY(niceNumbers(std::nan(""), 1.0, 5).empty());
    QVERIFY(niceNumbers(0.0, 1.0, 0).empty());
    QVERIFY(niceDecades(0.0, 1.0, 5).empty());
    QVERIFY(niceDecades(-1.0, 1.0, 5).empty());
    const auto huge = niceNumbers(-1.7e308, 1.7e308, 5);
    QVERIFY(huge.size() >= 2 && std::isfinite(huge.front()) && std::isfinite(huge.back()));
}

void TestTicks::text_values_readable()
{
    const QChar space(0x00a0);
    QCOMPARE(percentText(1.0), QStringLiteral("100") + space + u'%');
    QCOMPARE(percentText(0.125), QStringLiteral("12.5") + space + u'%');
    QCOMPARE(percentText(0.001), QStringLiteral("0.1") + space + u'%');
    QCOMPARE(percentText(0.0), QStringLiteral("0") + space + u'%');
    QCOMPARE(durationText(300.0), QStringLiteral("300") + space + QStringLiteral("ms"));
    QCOMPARE(durationText(999.0), QStringLiteral("999") + space + QStringLiteral("ms"));
    QCOMPARE(durationText(1500.0), QStringLiteral("1.5") + space + QStringLiteral("s"));
    QCOMPARE(durationText(0.3), QStringLiteral("0.3") + space + QStringLiteral("ms"));
    QCOMPARE(numberText(0.30000000000000004, 0.1), QStringLiteral("0.3"));
    QCOMPARE(numberText(2e12, 1e12), QStringLiteral("2e+12"));
}

void TestTicks::text_germanLocale_decimalComma()
{
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    const auto percent = percentText(0.125);
    const auto number = numberText(0.25, 0.01);
    QLocale::setDefault(QLocale::c());
    QCOMPARE(percent, QStringLiteral("12,5") + QChar(0x00a0) + u'%');
    QCOMPARE(number, QStringLiteral("0,25"));
}

ONEINN_TEST(TestTicks)

} // namespace tests::charts_ticks

#include "tst_ticks.moc"
