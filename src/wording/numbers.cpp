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

QString thresholdText(Threshold threshold, const ThresholdInterval &sameDecisions)
{
    const double value = threshold.value;
    if (std::isinf(value))
        return value > 0.0 ? u"none shown"_s : u"all shown"_s;
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

QString signedText(double value, int significantDigits)
{
    constexpr double roundingRest = 1e-9;
    if (std::abs(value) < roundingRest)
        return u"0"_s;
    const double rounded = roundedTo(value, significantDigits);
    const int decimals = std::abs(rounded) >= 100.0 ? 0 : decimalsFor(rounded, significantDigits);
    const QString text = withoutTrailingZeros(numberText(value, decimals), 0);
    return value > 0.0 ? u'+' + text : text;
}

QString plainNumberText(double value)
{
    const QString text = signedText(value);
    return text.startsWith(u'+') ? text.sliced(1) : text;
}

QString shareText(double share)
{
    return shareText(share, share > 0.0 && share < 0.02 ? 1000 : 100);
}

QString shareText(double share, int of)
{
    const int count = countOf(share, of);
    if (count == 0 && share > 0.0)
        return u"fewer than 1 of "_s + countText(of);
    if (count == of && share < 1.0)
        return u"more than "_s + countText(of - 1) + u" of "_s + countText(of);
    return countText(count) + u" of "_s + countText(of);
}

QString rateText(double rate)
{
    constexpr double closeEnough = 0.005;
    if (rate <= 0.0)
        return u"0 of 100"_s;
    if (rate == 0.5)
        return u"half"_s;
    const double oneIn = std::round(1.0 / rate);
    if (rate < 0.5 && std::abs(oneIn * rate - 1.0) < closeEnough)
        return u"1 in "_s + countText(oneIn);
    const double percent = roundedTo(100.0 * rate, 3);
    return withoutTrailingZeros(numberText(percent, decimalsFor(percent, 3)), 0) + u" of 100"_s;
}

} // namespace oneinn::wording
