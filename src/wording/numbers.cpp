// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/numbers.h"

#include "core/experience/naturalfrequency.h"

#include <algorithm>
#include <cmath>

namespace oneinn::wording {

using namespace Qt::Literals::StringLiterals;

QLocale displayLocale()
{
    return {QLocale::English, QLocale::UnitedStates};
}

namespace {

constexpr int mostDecimals = 9;
/// From here on digits are no longer read one by one; the rest are zeros that nobody counted.
constexpr double longNumber = 1e15;

QString shortened(double value)
{
    if (std::isinf(value))
        return value > 0.0 ? u"∞"_s : u"-∞"_s;
    return displayLocale().toString(value, 'g', 6);
}

QString withTrueMinus(QString text)
{
    return text.replace(u'-', QChar(0x2212));
}

QString withoutTrailingZeros(QString text, int keepDecimals)
{
    const auto point = text.indexOf(u'.');
    if (point < 0)
        return text;
    while (text.endsWith(u'0') && text.size() - point - 1 > keepDecimals)
        text.chop(1);
    if (text.endsWith(u'.'))
        text.chop(1);
    return text;
}

/// Decimals that show this many significant digits.
int decimalsFor(double value, int significantDigits)
{
    if (value == 0.0 || !std::isfinite(value))
        return 0;
    const int magnitude = static_cast<int>(std::floor(std::log10(std::abs(value))));
    return std::clamp(significantDigits - 1 - magnitude, 0, 15);
}

double roundedTo(double value, int significantDigits)
{
    return QString::number(value, 'e', significantDigits - 1).toDouble();
}

} // namespace

bool liesInUnit(double score)
{
    return score >= 0.0 && score <= 1.0;
}

QString countText(double count)
{
    if (!(std::abs(count) < longNumber))
        return withTrueMinus(shortened(count));
    return withTrueMinus(displayLocale().toString(static_cast<qlonglong>(std::llround(count))));
}

QString numberText(double value, int decimals)
{
    if (!(std::abs(value) < longNumber))
        return withTrueMinus(shortened(value));
    if (QString::number(value, 'f', decimals).toDouble() == 0.0)
        value = 0.0;
    return withTrueMinus(displayLocale().toString(value, 'f', decimals));
}

namespace {

/// Where a bin begins is told as it is, another number nearby would lie within one; as long as that
/// can be read.
QString binStartText(double value)
{
    constexpr int mostDigits = 6;
    for (int decimals = liesInUnit(value) ? 2 : 0; decimals <= mostDigits; ++decimals) {
        if (QString::number(value, 'f', decimals).toDouble() == value)
            return numberText(value, decimals);
    }
    return withTrueMinus(displayLocale().toString(value, 'g', mostDigits));
}

} // namespace

QString thresholdText(Threshold threshold, const ThresholdInterval &sameDecisions)
{
    const double value = threshold.value;
    if (std::isinf(value))
        return value > 0.0 ? u"none shown"_s : u"all shown"_s;
    if (sameDecisions.isOfBins)
        return binStartText(value);
    for (int decimals = liesInUnit(value) ? 2 : 0;
         decimals <= mostDecimals && std::abs(value) < longNumber; ++decimals) {
        if (sameDecisions.contains({QString::number(value, 'f', decimals).toDouble()}))
            return numberText(value, decimals);
    }
    for (int digits = 1; digits < 17; ++digits) {
        if (sameDecisions.contains({QString::number(value, 'g', digits).toDouble()}))
            return withTrueMinus(displayLocale().toString(value, 'g', digits));
    }
    return withTrueMinus(displayLocale().toString(value, 'g', 17));
}

QString thresholdText(Threshold threshold, const ThresholdInterval &sameDecisions,
                      bool lowerIsPositive)
{
    if (!lowerIsPositive || !std::isfinite(threshold.value))
        return thresholdText(threshold, sameDecisions);
    const double inFile = 0.0 - threshold.value;
    for (int decimals = 2; decimals <= mostDecimals; ++decimals) {
        const double rounded = QString::number(inFile, 'f', decimals).toDouble();
        if (sameDecisions.contains({-rounded}))
            return numberText(rounded, decimals);
    }
    return scoreText(inFile);
}

QString scoreText(double score)
{
    if (std::isinf(score))
        return thresholdText({score}, {});
    if (score == 0.0)
        return u"0.00"_s;
    return withoutTrailingZeros(numberText(score, decimalsFor(score, 4)),
                                liesInUnit(score) ? 2 : 0);
}

QString millisecondsText(double ms)
{
    if (std::isinf(ms))
        return u"timed out"_s;
    const double rounded = roundedTo(ms, 3);
    if (rounded == 0.0)
        return u"0 ms"_s;
    const bool seconds = rounded >= 1000.0;
    const double shown = seconds ? rounded / 1000.0 : rounded;
    return withoutTrailingZeros(numberText(shown, decimalsFor(shown, 3)), 0)
            + (seconds ? u" s"_s : u" ms"_s);
}

QString budgetText(Budget budget)
{
    return budget ? millisecondsText(budget->value) : u"none"_s;
}

bool isShownAsNothing(double value)
{
    constexpr double roundingRest = 1e-9;
    return std::abs(value) < roundingRest;
}

QString signedText(double value, int significantDigits)
{
    if (isShownAsNothing(value))
        return u"0"_s;
    return (value > 0.0 ? u"+"_s : QString()) + plainNumberText(value, significantDigits);
}

QString plainNumberText(double value, int significantDigits)
{
    if (isShownAsNothing(value))
        return u"0"_s;
    const double rounded = roundedTo(value, significantDigits);
    const int decimals = std::abs(rounded) >= 100.0 ? 0 : decimalsFor(rounded, significantDigits);
    return withoutTrailingZeros(numberText(value, decimals), 0);
}

namespace {

int usualDenominator(double share)
{
    constexpr double rare = 0.02;
    return share > 0.0 && share < rare ? 1000 : 100;
}

} // namespace

QString shareText(double share)
{
    return shareText(share, usualDenominator(share));
}

bool isBelowOne(double share)
{
    return share > 0.0 && countOf(share, usualDenominator(share)) == 0;
}

QString shareCountText(double share, int of, const QString &fewer, const QString &more)
{
    const int count = countOf(share, of);
    if (count == 0 && share > 0.0)
        return fewer + u" 1"_s;
    if (count == of && share < 1.0)
        return more + u' ' + countText(of - 1);
    return countText(count);
}

QString shareText(double share, int of)
{
    return shareCountText(share, of, u"fewer than"_s, u"more than"_s) + u" of "_s + countText(of);
}

QString boundText(double bound)
{
    constexpr int digits = 9;
    return QString::number(bound, 'g', digits)
            .replace(u"e+"_s, u"e"_s)
            .replace(u"e-0"_s, u"e-"_s)
            .replace(u"e0"_s, u"e"_s);
}

bool isRoundRate(double rate)
{
    constexpr double closeEnough = 0.005;
    return rate > 0.0 && rate <= 0.5
            && (rate == 0.5 || std::abs(std::round(1.0 / rate) * rate - 1.0) < closeEnough);
}

QString rateText(double rate)
{
    if (rate <= 0.0)
        return u"0 of 100"_s;
    if (isRoundRate(rate))
        return rate == 0.5 ? u"half"_s : u"1 in "_s + countText(std::round(1.0 / rate));
    const double percent = roundedTo(100.0 * rate, 3);
    return withoutTrailingZeros(numberText(percent, decimalsFor(percent, 3)), 0) + u" of 100"_s;
}

} // namespace oneinn::wording
