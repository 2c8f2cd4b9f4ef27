// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/ticks.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>

namespace oneinn::charts {

namespace {

constexpr QChar noBreakSpace(0x00a0);

bool isUsable(double low, double high, int atMost)
{
    return std::isfinite(low) && std::isfinite(high) && low < high && atMost >= 1;
}

/// Multiples of the step inside the range; the tolerance keeps an end that is only a rounding error
/// away.
std::vector<double> multiples(double low, double high, double step)
{
    constexpr double tolerance = 1e-9;
    const double first = std::ceil(low / step - tolerance);
    const double last = std::floor(high / step + tolerance);
    std::vector<double> values;
    for (double k = first; k <= last && values.size() < 1000; k += 1.0) {
        const double value = std::clamp(k * step, low, high);
        values.push_back(value == 0.0 ? 0.0 : value); // never -0
        if (k + 1.0 == k)
            break;
    }
    return values;
}

std::vector<double> mantissaTicks(double low, double high, std::initializer_list<double> mantissas)
{
    constexpr double slack = 1e-12;
    std::vector<double> values;
    const int last = static_cast<int>(std::floor(std::log10(high) + slack));
    for (int e = static_cast<int>(std::floor(std::log10(low) - slack)); e <= last; ++e) {
        for (const double mantissa : mantissas) {
            const double value = mantissa * std::pow(10.0, e);
            if (value >= low * (1.0 - slack) && value <= high * (1.0 + slack))
                values.push_back(std::clamp(value, low, high));
        }
    }
    return values;
}

QString trimmed(double value, int decimals, const QLocale &locale)
{
    QString text = locale.toString(value, 'f', decimals);
    if (decimals == 0)
        return text;
    while (text.endsWith(locale.zeroDigit()))
        text.chop(1);
    if (text.endsWith(locale.decimalPoint()))
        text.chop(locale.decimalPoint().size());
    return text;
}

/// Enough decimals for three significant digits of a small number.
int decimalsFor(double value)
{
    const double size = std::abs(value);
    if (size == 0.0 || size >= 100.0)
        return 0;
    return std::clamp(2 - static_cast<int>(std::floor(std::log10(size))), 0, 17);
}

} // namespace

std::vector<double> niceNumbers(double low, double high, int atMost)
{
    if (!isUsable(low, high, atMost))
        return {};
    // Half the span: the whole one may overflow.
    const double half = high / 2.0 - low / 2.0;
    double power = std::pow(10.0, std::floor(std::log10(half) - std::log10(atMost)) - 1.0);
    for (int decade = 0; decade < 6; ++decade, power *= 10.0) {
        for (const double mantissa : {1.0, 2.0, 5.0}) {
            const double step = mantissa * power;
            if (step <= 0.0 || !std::isfinite(step) || half / step > atMost)
                continue;
            auto values = multiples(low, high, step);
            if (values.size() <= static_cast<std::size_t>(atMost))
                return values;
        }
    }
    return {};
}

std::vector<double> niceDecades(double low, double high, int atMost)
{
    if (!isUsable(low, high, atMost) || low <= 0.0)
        return {};
    const auto limit = static_cast<std::size_t>(atMost);
    for (const auto &mantissas :
         {std::initializer_list<double>{1.0, 2.0, 5.0}, {1.0, 3.0}, {1.0}}) {
        auto values = mantissaTicks(low, high, mantissas);
        if (values.size() > limit)
            continue;
        if (values.size() >= 3)
            return values;
        auto even = niceNumbers(low, high, atMost);
        return even.size() > values.size() && high / low < 10.0 ? even : values;
    }
    auto powers = mantissaTicks(low, high, {1.0});
    const std::size_t stride = (powers.size() + limit - 1) / limit;
    std::vector<double> values;
    // From the top, so that the largest power, which ends the scale, is always there.
    for (std::size_t i = 0; i < powers.size(); i += stride)
        values.insert(values.begin(), powers[powers.size() - 1 - i]);
    return values;
}

std::vector<Tick> numberTicks(double low, double high, int atMost, const QLocale &locale)
{
    const auto values = niceNumbers(low, high, atMost);
    const double step = values.size() > 1 ? values[1] - values[0] : std::abs(high - low);
    std::vector<Tick> ticks;
    ticks.reserve(values.size());
    for (const double value : values)
        ticks.push_back({value, numberText(value, step, locale)});
    return ticks;
}

std::vector<Tick> percentTicks(double low, double high, int atMost, const QLocale &locale)
{
    std::vector<Tick> ticks;
    for (const double value : niceNumbers(low, high, atMost))
        ticks.push_back({value, percentText(value, locale)});
    return ticks;
}

QString numberText(double value, double step, const QLocale &locale)
{
    const double size = std::max(std::abs(value), std::abs(step));
    if (size >= 1e9 || (std::abs(step) < 1e-6 && size < 1e-3))
        return locale.toString(value, 'g', 6);
    constexpr double slack = 1e-9; // a step of 0.1 that is really 0.09999
    const double exponent = step > 0.0 ? std::floor(std::log10(step) + slack) : 0.0;
    return locale.toString(value, 'f', std::clamp(static_cast<int>(-exponent), 0, 15));
}

QString percentText(double share, const QLocale &locale)
{
    const double percent = share * 100.0;
    return trimmed(percent, decimalsFor(percent), locale) + noBreakSpace + locale.percent();
}

QString durationText(double milliseconds, const QLocale &locale)
{
    const bool seconds = milliseconds >= 1000.0;
    const double value = seconds ? milliseconds / 1000.0 : milliseconds;
    return trimmed(value, decimalsFor(value), locale) + noBreakSpace
            + (seconds ? QStringLiteral("s") : QStringLiteral("ms"));
}

} // namespace oneinn::charts
