// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/dropnumbers.h"

#include "core/addingup.h"
#include "wording/dropnames.h"
#include "wording/numbers.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace oneinn::wording {

using namespace Qt::StringLiterals;

namespace {

/// How many decimals three digits take.
int decimalsOf(double size)
{
    constexpr int digits = 3;
    constexpr int most = 6;
    if (size <= 0.0)
        return 0;
    return std::clamp(digits - 1 - static_cast<int>(std::floor(std::log10(size))), 0, most);
}

bool isSamePart(const DropAmount &one, const DropAmount &other)
{
    return one.cause == other.cause && one.column == other.column && one.value == other.value;
}

} // namespace

DropNumbers::DropNumbers(const Dropped &dropped)
    : m_measure(dropped.measure)
    , m_parts(dropped.waterfall.amounts)
{
    const DropDiagnosis &diagnosis = dropped.diagnosis;
    double largest = std::max(std::abs(diagnosis.measureBefore), std::abs(diagnosis.measureAfter));
    for (const DropAmount &part : m_parts)
        largest = std::max(largest, std::abs(part.amount));
    m_decimals = decimalsOf(thousand * largest);
    m_before = rounded(diagnosis.measureBefore);
    m_after = rounded(diagnosis.measureAfter);
    std::vector<double> parts;
    parts.reserve(m_parts.size());
    for (const DropAmount &part : m_parts)
        parts.push_back(dropPerThousand(part.amount));
    m_told = addingUp(parts, m_after - m_before, std::pow(10.0, -m_decimals));
}

double DropNumbers::rounded(double perUse) const
{
    const double scale = std::pow(10.0, m_decimals);
    return std::round(dropPerThousand(perUse) * scale) / scale;
}

QString DropNumbers::before() const
{
    return text(m_before, m_measure == DropMeasure::Value);
}

QString DropNumbers::after() const
{
    return text(m_after, m_measure == DropMeasure::Value);
}

QString DropNumbers::change() const
{
    return text(m_after - m_before, true);
}

double DropNumbers::told(const DropAmount &amount) const
{
    const auto found = std::ranges::find_if(
            m_parts, [&](const DropAmount &part) { return isSamePart(part, amount); });
    assert(found != m_parts.end());
    return m_told[static_cast<std::size_t>(found - m_parts.begin())];
}

QString DropNumbers::of(const DropAmount &amount) const
{
    return text(told(amount), true);
}

QString DropNumbers::signedOf(double perUse) const
{
    return text(rounded(perUse), true);
}

QString DropNumbers::range(const Interval &interval) const
{
    return interval.low < interval.high
            ? u"95 % interval from %1 to %2"_s.arg(signedOf(interval.low), signedOf(interval.high))
            : u"how far others differ is not known"_s;
}

QString DropNumbers::text(double perThousand, bool withSign) const
{
    constexpr int asRounded = 9; // digits
    return withSign ? signedText(perThousand, asRounded) : plainNumberText(perThousand, asRounded);
}

} // namespace oneinn::wording
