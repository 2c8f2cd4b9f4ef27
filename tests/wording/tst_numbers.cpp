// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/frequency.h"
#include "wording/numbers.h"

#include "support/testprogram.h"

#include <QTest>

#include <limits>
#include <random>

namespace tests::wording_numbers {

using namespace oneinn;
using namespace oneinn::wording;
using namespace Qt::Literals::StringLiterals;

namespace {
constexpr double infinity = std::numeric_limits<double>::infinity();
}

class TestNumbers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void thresholdText_intervals_useFewestDecimals_data();
    void thresholdText_intervals_useFewestDecimals();
    void thresholdText_ofBins_isWhereOneBegins();
    void thresholdText_anyInterval_decidesAsWritten();
    void millisecondsText_spans_haveThreeDigits_data();
    void millisecondsText_spans_haveThreeDigits();
    void anyNumber_ofAnySize_isSaidInFewCharacters();
    void budgetText_none_isSaid();
    void signedText_values_haveTheirSign_data();
    void signedText_values_haveTheirSign();
    void shareText_shares_nameTheirDenominator_data();
    void shareText_shares_nameTheirDenominator();
    void rateText_rates_areAsSet_data();
    void rateText_rates_areAsSet();
    void frequencyText_kinds_readAloud_data();
    void frequencyText_kinds_readAloud();
    void shareFormOf_proportions_passTheGate_data();
    void shareFormOf_proportions_passTheGate();
    void shareFormOf_rowsThatWeighUnequally_areNotCounted();
};

void TestNumbers::thresholdText_intervals_useFewestDecimals_data()
{
    QTest::addColumn<double>("threshold");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<QString>("text");
    QTest::newRow("two at least") << 0.6 << 0.4 << 0.7 << u"0.60"_s;
    QTest::newRow("rounds within") << 0.55371 << 0.553 << 0.571 << u"0.554"_s;
    QTest::newRow("two suffice") << 0.5612 << 0.553 << 0.571 << u"0.56"_s;
    QTest::newRow("narrow") << 0.1234567 << 0.1234566 << 0.1234568 << u"0.1234567"_s;
    QTest::newRow("below every score") << 0.0 << -infinity << 0.1 << u"0.00"_s;
    QTest::newRow("negative") << -3.27 << -3.4 << -3.2 << u"\u22123.3"_s;
    QTest::newRow("large") << 12345.0 << 12000.0 << 12400.0 << u"12,345"_s;
    QTest::newRow("tiny") << 2.5e-12 << 2e-12 << 3e-12 << u"2.5E\u221212"_s;
    QTest::newRow("nothing") << infinity << 0.9 << infinity << u"none shown"_s;
    QTest::newRow("above all, finite") << 1.5 << 0.9 << infinity << u"2"_s;
}

void TestNumbers::thresholdText_intervals_useFewestDecimals()
{
    QFETCH(double, threshold);
    QFETCH(double, low);
    QFETCH(double, high);
    QTEST(thresholdText({threshold}, {low, high}), "text");
}

void TestNumbers::thresholdText_ofBins_isWhereOneBegins()
{
    QCOMPARE(thresholdText({0.6}, {0.4, 0.6, true}), u"0.60"_s);
    QCOMPARE(thresholdText({0.553}, {0.5, 0.553, true}), u"0.553"_s);
    QCOMPARE(thresholdText({0.1234567891}, {0.1, 0.1234567891, true}), u"0.123457"_s);
    QCOMPARE(thresholdText({12.0}, {11.0, 12.0, true}), u"12"_s);
    QCOMPARE(thresholdText({infinity}, {0.9, infinity, true}), u"none shown"_s);
}

void TestNumbers::thresholdText_anyInterval_decidesAsWritten()
{
    std::mt19937 random(3);
    std::uniform_real_distribution<double> exponent(-15.0, 4.0);
    std::uniform_real_distribution<double> unit(0.0, 1.0);
    for (int i = 0; i < 3000; ++i) {
        const double low = (unit(random) - 0.3) * std::pow(10.0, exponent(random));
        const double high = low + std::pow(10.0, exponent(random));
        const double threshold = low + (high - low) * unit(random);
        const ThresholdInterval same{low, high};
        if (!same.contains({threshold}))
            continue;
        QString text = thresholdText({threshold}, same);
        text.replace(QChar(0x2212), u'-').remove(u',');
        bool isNumber = false;
        const double read = text.toDouble(&isNumber);
        QVERIFY2(isNumber && same.contains({read}), qPrintable(text));
    }
}

void TestNumbers::millisecondsText_spans_haveThreeDigits_data()
{
    QTest::addColumn<double>("ms");
    QTest::addColumn<QString>("text");
    QTest::newRow("0") << 0.0 << u"0 ms"_s;
    QTest::newRow("0.35") << 0.35 << u"0.35 ms"_s;
    QTest::newRow("0.3517") << 0.3517 << u"0.352 ms"_s;
    QTest::newRow("12") << 12.0 << u"12 ms"_s;
    QTest::newRow("400") << 400.0 << u"400 ms"_s;
    QTest::newRow("400.4") << 400.4 << u"400 ms"_s;
    QTest::newRow("999.9 is a second") << 999.9 << u"1 s"_s;
    QTest::newRow("1200") << 1200.0 << u"1.2 s"_s;
    QTest::newRow("1250") << 1250.0 << u"1.25 s"_s;
    QTest::newRow("150000") << 150000.0 << u"150 s"_s;
    QTest::newRow("timed out") << infinity << u"timed out"_s;
}

void TestNumbers::millisecondsText_spans_haveThreeDigits()
{
    QFETCH(double, ms);
    QTEST(millisecondsText(ms), "text");
}

void TestNumbers::anyNumber_ofAnySize_isSaidInFewCharacters()
{
    constexpr double huge = std::numeric_limits<double>::max();
    QCOMPARE(countText(1e18), u"1E+18"_s);
    QCOMPARE(countText(-1e15), u"\u22121E+15"_s);
    QCOMPARE(countText(999999999999999.0), u"999,999,999,999,999"_s);
    QCOMPARE(rateText(0.0), u"0 of 100"_s);
    QCOMPARE(millisecondsText(0.0), u"0 ms"_s);
    for (const double value :
         {0.0, -0.0, 5e-324, -5e-324, 1e-300, 1e-9, 1e15, 1e100, -1e300, huge, -huge, infinity}) {
        const QStringList texts{countText(value),
                                numberText(value, 2),
                                scoreText(value),
                                thresholdText({value}, {std::nextafter(value, -infinity), value}),
                                millisecondsText(std::abs(value)),
                                signedText(value),
                                rateText(std::clamp(value, 0.0, 1.0))};
        for (const QString &text : texts) {
            QVERIFY2(text.size() < 40, qPrintable(text));
            for (const auto *word : {"inf", "nan", "-"})
                QVERIFY2(!text.contains(QLatin1String(word)), qPrintable(text));
            QVERIFY2(text != u"\u22120"_s, qPrintable(text));
        }
    }
}

void TestNumbers::budgetText_none_isSaid()
{
    QCOMPARE(budgetText({}), u"none"_s);
    QCOMPARE(budgetText(Milliseconds{400}), u"400 ms"_s);
}

void TestNumbers::signedText_values_haveTheirSign_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("text");
    QTest::newRow("62") << 62.4 << u"+62"_s;
    QTest::newRow("-41") << -41.2 << u"\u221241"_s;
    QTest::newRow("0") << 0.0 << u"0"_s;
    QTest::newRow("rest") << -1e-13 << u"0"_s;
    QTest::newRow("6.25") << 6.25 << u"+6.3"_s;
    QTest::newRow("-0.0625") << -0.0625 << u"\u22120.063"_s;
    QTest::newRow("1234.6") << 1234.6 << u"+1,235"_s;
    QTest::newRow("99.7") << 99.7 << u"+100"_s;
}

void TestNumbers::signedText_values_haveTheirSign()
{
    QFETCH(double, value);
    QTEST(signedText(value), "text");
}

void TestNumbers::shareText_shares_nameTheirDenominator_data()
{
    QTest::addColumn<double>("share");
    QTest::addColumn<int>("of");
    QTest::addColumn<QString>("text");
    QTest::newRow("13 %") << 0.13 << 0 << u"13 of 100"_s;
    QTest::newRow("0.45 %") << 0.0045 << 0 << u"5 of 1,000"_s;
    QTest::newRow("none") << 0.0 << 0 << u"0 of 100"_s;
    QTest::newRow("all") << 1.0 << 0 << u"100 of 100"_s;
    QTest::newRow("not quite all") << 0.9999 << 0 << u"more than 99 of 100"_s;
    QTest::newRow("not quite none") << 0.0001 << 0 << u"fewer than 1 of 1,000"_s;
    QTest::newRow("asked of 100") << 0.0045 << 100 << u"fewer than 1 of 100"_s;
    QTest::newRow("asked of 1,000") << 0.13 << 1000 << u"130 of 1,000"_s;
}

void TestNumbers::shareText_shares_nameTheirDenominator()
{
    QFETCH(double, share);
    QFETCH(int, of);
    QTEST(of == 0 ? shareText(share) : shareText(share, of), "text");
}

void TestNumbers::rateText_rates_areAsSet_data()
{
    QTest::addColumn<double>("rate");
    QTest::addColumn<QString>("text");
    QTest::newRow("1 in 20") << 0.05 << u"1 in 20"_s;
    QTest::newRow("1 in 3") << 0.333 << u"1 in 3"_s;
    QTest::newRow("1 in 2,000") << 0.0005 << u"1 in 2,000"_s;
    QTest::newRow("half") << 0.5 << u"half"_s;
    QTest::newRow("30 %") << 0.3 << u"30 of 100"_s;
    QTest::newRow("90 %") << 0.9 << u"90 of 100"_s;
    QTest::newRow("13 %") << 0.13 << u"13 of 100"_s;
}

void TestNumbers::rateText_rates_areAsSet()
{
    QFETCH(double, rate);
    QTEST(rateText(rate), "text");
}

void TestNumbers::frequencyText_kinds_readAloud_data()
{
    QTest::addColumn<double>("share");
    QTest::addColumn<QString>("frequency");
    QTest::addColumn<QString>("times");
    QTest::newRow("0") << 0.0 << u"none"_s << u"no time seen"_s;
    QTest::newRow("rare") << 0.0005 << u"fewer than 1 in 1,000"_s
                          << u"fewer than 1 in 1,000 times"_s;
    QTest::newRow("13 %") << 0.13 << u"1 in 8"_s << u"1 in 8 times"_s;
    QTest::newRow("0.1 %") << 0.001 << u"1 in 1,000"_s << u"1 in 1,000 times"_s;
    QTest::newRow("77 %") << 0.77 << u"3 in 4"_s << u"3 in 4 times"_s;
    QTest::newRow("50 %") << 0.5 << u"half"_s << u"half the time"_s;
    QTest::newRow("96 %") << 0.96 << u"almost every"_s << u"almost every time"_s;
    QTest::newRow("100 %") << 1.0 << u"every"_s << u"every time"_s;
}

void TestNumbers::frequencyText_kinds_readAloud()
{
    QFETCH(double, share);
    QTEST(frequencyText(naturalFrequency(share)), "frequency");
    QTEST(timesText(naturalFrequency(share)), "times");
}

void TestNumbers::shareFormOf_proportions_passTheGate_data()
{
    QTest::addColumn<double>("yes");
    QTest::addColumn<double>("all");
    QTest::addColumn<ShareForm>("form");
    QTest::newRow("3 of 7") << 3.0 << 7.0 << ShareForm::Counts;
    QTest::newRow("0 of 7") << 0.0 << 7.0 << ShareForm::Counts;
    QTest::newRow("8 of 20") << 8.0 << 20.0 << ShareForm::TooFew;
    QTest::newRow("0 of 20") << 0.0 << 20.0 << ShareForm::TooFew;
    QTest::newRow("16 of 32: interval too wide") << 16.0 << 32.0 << ShareForm::TooFew;
    QTest::newRow("0 of 40") << 0.0 << 40.0 << ShareForm::None;
    QTest::newRow("40 of 40") << 40.0 << 40.0 << ShareForm::Every;
    QTest::newRow("15 of 120: factor above 2") << 15.0 << 120.0 << ShareForm::Wide;
    QTest::newRow("287 of 2210") << 287.0 << 2210.0 << ShareForm::Stated;
    QTest::newRow("280 of 300") << 280.0 << 300.0 << ShareForm::Stated;
}

void TestNumbers::shareFormOf_proportions_passTheGate()
{
    QFETCH(double, yes);
    QFETCH(double, all);
    const auto share = proportion({yes, yes, yes}, {all - yes, all - yes, all - yes});
    QVERIFY(share);
    QTEST(shareFormOf(*share), "form");
}

/// "3 of 8" beside a share of 95 %.
void TestNumbers::shareFormOf_rowsThatWeighUnequally_areNotCounted()
{
    const Tally right{5.0, 5.0, 5.0};
    const auto weighted = proportion({3.0, 102.0, 10002.0}, right);
    QVERIFY(weighted && weighted->reliability == Reliability::CountsOnly);
    QCOMPARE(shareFormOf(*weighted), ShareForm::TooFew);
    const auto restated = proportion(Tally{3.0, 3.0, 3.0}.scaled(40.0), right);
    QVERIFY(restated && restated->reliability == Reliability::CountsOnly);
    QCOMPARE(shareFormOf(*restated), ShareForm::TooFew);
    QCOMPARE(shareFormOf(*proportion(Tally{3.0, 3.0, 3.0}.scaled(40.0), right.scaled(40.0))),
             ShareForm::Counts);
}

ONEINN_TEST(TestNumbers)

} // namespace tests::wording_numbers

#include "tst_numbers.moc"
