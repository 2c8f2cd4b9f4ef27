// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/frequency.h"

#include "wording/numbers.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace oneinn::wording {

using namespace Qt::Literals::StringLiterals;

QString frequencyText(const NaturalFrequency &frequency)
{
    using Kind = NaturalFrequency::Kind;
    switch (frequency.kind) {
    case Kind::NoneSeen:
        return u"none"_s;
    case Kind::Rare:
        return u"fewer than 1 in 1,000"_s;
    case Kind::AInB:
        return countText(frequency.a) + u" in "_s + countText(frequency.b);
    case Kind::Half:
        return u"half"_s;
    case Kind::AlmostEvery:
        return u"almost every"_s;
    case Kind::EveryOne:
        return u"every"_s;
    }
    return {};
}

QString timesText(const NaturalFrequency &frequency)
{
    using Kind = NaturalFrequency::Kind;
    switch (frequency.kind) {
    case Kind::NoneSeen:
        return u"no time seen"_s;
    case Kind::Half:
        return u"half the time"_s;
    case Kind::AlmostEvery:
    case Kind::EveryOne:
        return frequencyText(frequency) + u" time"_s;
    case Kind::Rare:
    case Kind::AInB:
        return frequencyText(frequency) + u" times"_s;
    }
    return {};
}

bool readsAsKept(double share, double rounded, std::optional<double> limit)
{
    constexpr double rounding = 1e-12;
    return limit && share > *limit + rounding && rounded <= *limit + rounding;
}

namespace {

bool frequencyReadsAsKept(double share, const NaturalFrequency &told, std::optional<double> limit)
{
    switch (told.kind) {
    case NaturalFrequency::Kind::AInB:
        return readsAsKept(share, double(told.a) / told.b, limit);
    case NaturalFrequency::Kind::Half:
        return readsAsKept(share, 1.0 / 2.0, limit);
    default:
        return false;
    }
}

} // namespace

QString frequencyText(double share, std::optional<double> limit)
{
    const NaturalFrequency told = naturalFrequency(share);
    return (frequencyReadsAsKept(share, told, limit) ? u"more than "_s : QString())
            + frequencyText(told);
}

QString timesText(double share, std::optional<double> limit)
{
    const NaturalFrequency told = naturalFrequency(share);
    return (frequencyReadsAsKept(share, told, limit) ? u"more than "_s : QString())
            + timesText(told);
}

namespace {

/// Whether the share is the one of its rows: not where they weigh unequally, or the share of good
/// ones is another than the file's.
bool rowsTell(const Proportion &share)
{
    return std::abs(share.yes.rows - share.value * share.all.rows) < 1e-6 * share.all.rows;
}

} // namespace

ShareForm shareFormOf(const Proportion &proportion)
{
    if (proportion.reliability == Reliability::CountsOnly
        && (rowsTell(proportion) || proportion.tooFewClusters()))
        return ShareForm::Counts;
    if (proportion.reliability != Reliability::Stated)
        return ShareForm::TooFew;
    if (proportion.value <= 0.0)
        return ShareForm::None;
    if (proportion.value >= 1.0)
        return ShareForm::Every;
    return proportion.interval.high > 2.0 * proportion.interval.low ? ShareForm::Wide
                                                                    : ShareForm::Stated;
}

int denominatorOf(const Proportion &proportion)
{
    return proportion.value > 0.0 && proportion.value < 0.02 ? 1000 : 100;
}

QString betweenText(const Interval &interval, int of)
{
    const int low = countOf(std::clamp(interval.low, 0.0, 1.0), of);
    const int high = countOf(std::clamp(interval.high, 0.0, 1.0), of);
    if (low == of)
        return u"more than "_s + countText(of - 1);
    if (high == 0)
        return u"fewer than 1"_s;
    if (low == high)
        return u"about "_s + countText(low);
    if (low == 0)
        return u"at most "_s + countText(high);
    if (high == of)
        return u"at least "_s + countText(low);
    return u"between "_s + countText(low) + u" and "_s + countText(high);
}

QString somewhereText(const Interval &interval)
{
    constexpr int of = 100;
    const int low = countOf(std::clamp(interval.low, 0.0, 1.0), of);
    const int high = countOf(std::clamp(interval.high, 0.0, 1.0), of);
    const bool twoEnds = low > 0 && low < high && high < of;
    return (twoEnds ? u"somewhere "_s : QString()) + betweenText(interval, of) + u" of every 100"_s;
}

std::vector<int> apportioned(const std::vector<double> &shares, int total)
{
    std::vector<int> counts(shares.size(), 0);
    std::vector<double> remainder(shares.size(), 0.0);
    int left = total;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        // 0.209 * 1000 is 208.99999999999997 in binary.
        counts[i] = static_cast<int>(std::floor(shares[i] * total + 1e-9));
        remainder[i] = shares[i] * total - counts[i];
        left -= counts[i];
    }
    for (; left > 0; --left) {
        const auto largest = std::max_element(remainder.begin(), remainder.end());
        ++counts[static_cast<std::size_t>(largest - remainder.begin())];
        *largest -= 1.0;
    }
    return counts;
}

} // namespace oneinn::wording
