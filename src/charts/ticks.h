// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLocale>
#include <QString>

#include <vector>

namespace oneinn::charts {

/// A labelled place on an axis.
struct Tick {
    double axis = 0.0; ///< in axis units
    QString text;

    bool operator==(const Tick &) const = default;
};

/// Multiples of 1, 2 or 5 times a power of ten inside [low, high], ascending: as many as fit, never
/// more than atMost. Empty when the range is not finite, is empty, or atMost < 1.
std::vector<double> niceNumbers(double low, double high, int atMost);

/// The same for a logarithmic scale over [low, high], 0 < low: 1-2-5, 1-3, or every k-th power of
/// ten, whichever is the densest that fits; evenly spaced numbers when the range is too narrow for
/// three of those.
std::vector<double> niceDecades(double low, double high, int atMost);

/// Axis units are the number itself.
std::vector<Tick> numberTicks(double low, double high, int atMost, const QLocale &locale = {});

/// Axis units are shares (1 = 100 %).
std::vector<Tick> percentTicks(double low, double high, int atMost, const QLocale &locale = {});

/// "0.25" with as many decimals as a scale of this step needs; "2e+12" where digits would not fit.
QString numberText(double value, double step, const QLocale &locale = {});

/// 0.125 -> "12.5 %".
QString percentText(double share, const QLocale &locale = {});

/// 300 -> "300 ms", 1500 -> "1.5 s".
QString durationText(double milliseconds, const QLocale &locale = {});

} // namespace oneinn::charts
