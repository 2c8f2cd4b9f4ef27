// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/index/sortedrows.h"

#include "core/parallel.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cmath>
#include <memory>
#include <utility>

namespace oneinn {

namespace {

constexpr unsigned digitBits = 10;
constexpr int firstDigits = 4;               ///< so many high digits are sorted by at first
constexpr std::size_t mostRunsToSort = 1024; ///< rows that may always be sorted by comparison
constexpr std::size_t digits = std::size_t{1} << digitBits;
using DigitCounts = std::array<std::size_t, digits>;

/// A key and its row in 12 bytes: a 64-bit member would pad it to 16.
struct Entry {
    std::uint32_t high;
    std::uint32_t low;
    std::uint32_t row;

    std::uint64_t key() const { return std::uint64_t{high} << 32U | low; }
};

/// Unsigned integers that compare as the values do.
std::uint64_t ascendingKey(double value)
{
    assert(!std::isnan(value));
    constexpr std::uint64_t sign = std::uint64_t{1} << 63U;
    const auto bits = std::bit_cast<std::uint64_t>(value + 0.0); // -0 becomes 0
    return (bits & sign) != 0 ? ~bits : bits | sign;
}

/// Moves every entry to its place by one digit, keeping the order of equal digits: what an earlier
/// part holds of a digit precedes what a later part holds.
void sortByDigit(const Entry *from, Entry *to, std::size_t size, unsigned shift, unsigned threads)
{
    const auto digitOf = [shift](const Entry &entry) {
        return static_cast<std::size_t>(entry.key() >> shift) & (digits - 1);
    };
    std::vector<DigitCounts> places(threads);
    inParts(size, threads, [&](unsigned part, std::size_t begin, std::size_t end) {
        DigitCounts &count = places[part];
        count.fill(0);
        for (std::size_t i = begin; i < end; ++i)
            ++count[digitOf(from[i])];
    });
    std::size_t place = 0;
    for (std::size_t digit = 0; digit < digits; ++digit) {
        for (DigitCounts &part : places)
            place += std::exchange(part[digit], place);
    }
    assert(place == size);
    inParts(size, threads, [&](unsigned part, std::size_t begin, std::size_t end) {
        DigitCounts &next = places[part];
        for (std::size_t i = begin; i < end; ++i)
            to[next[digitOf(from[i])]++] = from[i];
    });
}

/// Entries are in order of their keys from bit `shift` up: puts runs in which these are equal into
/// full order. Gives up, with false, where that is too much work for a comparison sort.
// The work of one thread is one lambda.
// NOLINTNEXTLINE(readability-function-cognitive-complexity)
bool sortRuns(Entry *entries, std::size_t size, int shift, unsigned threads)
{
    const auto prefix = [=](std::size_t i) { return entries[i].key() >> unsigned(shift); };
    const auto less = [](const Entry &a, const Entry &b) { return a.key() < b.key(); };
    const auto runStart = [&](std::size_t i) {
        while (i > 0 && i < size && prefix(i) == prefix(i - 1))
            ++i;
        return i;
    };
    std::vector<std::uint8_t> gaveUp(threads, 0);
    inParts(size, threads, [&](unsigned part, std::size_t begin, std::size_t end) {
        const std::size_t last = runStart(end);
        std::size_t toSort = (end - begin) / 2 + mostRunsToSort;
        for (std::size_t i = runStart(begin); i < last && gaveUp[part] == 0;) {
            const std::size_t first = i;
            while (++i < last && prefix(i) == prefix(first)) { }
            if (std::is_sorted(entries + first, entries + i, less))
                continue;
            if (i - first > toSort)
                gaveUp[part] = 1;
            else
                std::stable_sort(entries + first, entries + i, less);
            toSort -= std::min(toSort, i - first);
        }
    });
    return std::find(gaveUp.begin(), gaveUp.end(), 1) == gaveUp.end();
}

} // namespace

// The work of one thread is one lambda.
// NOLINTNEXTLINE(readability-function-cognitive-complexity)
SortedRows sortedRows(const Eigen::Ref<const Eigen::ArrayXd> &values,
                      std::vector<std::uint32_t> rows, SortOrder order, unsigned threads,
                      const JobControl &job)
{
    const std::size_t size = rows.size();
    threads = threadsFor(size, threads);
    auto entries = std::make_unique_for_overwrite<Entry[]>(size);
    auto moved = std::make_unique_for_overwrite<Entry[]>(size);

    // Only digits in which some keys differ need a pass.
    const std::uint64_t flip = order == SortOrder::Descending ? ~std::uint64_t{0} : 0;
    const std::uint64_t first = size == 0 ? 0 : ascendingKey(values[rows[0]]) ^ flip;
    std::vector<std::uint64_t> differing(threads, 0);
    inParts(size, threads, [&](unsigned part, std::size_t begin, std::size_t end) {
        std::uint64_t different = 0;
        for (std::size_t i = begin; i < end; ++i) {
            const std::uint64_t key = ascendingKey(values[rows[i]]) ^ flip;
            different |= key ^ first;
            entries[i] = {static_cast<std::uint32_t>(key >> 32U), static_cast<std::uint32_t>(key),
                          rows[i]};
        }
        differing[part] = different;
    });
    std::uint64_t different = 0;
    for (const std::uint64_t part : differing)
        different |= part;

    // High digits first: they nearly always tell rows apart, and what is left are short runs.
    // Starting over with every digit keeps the order of equal keys.
    const int width = std::bit_width(different);
    const int lowest = different == 0 ? 0 : std::countr_zero(different);
    const auto sortFrom = [&](int from) {
        for (int shift = from; shift < width && !job.stopRequested(); shift += digitBits) {
            sortByDigit(entries.get(), moved.get(), size, static_cast<unsigned>(shift), threads);
            entries.swap(moved);
            job.report(double(shift - from) / (width - from));
        }
    };
    const int high = std::max(lowest, width - firstDigits * int{digitBits});
    sortFrom(high);
    if (high > lowest && !sortRuns(entries.get(), size, high, threads))
        sortFrom(lowest);
    moved.reset();

    SortedRows result{std::move(rows), std::vector<std::uint8_t>(size)};
    inParts(size, threads, [&](unsigned, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            result.row[i] = entries[i].row;
            result.firstOfTie[i] = i == 0 || entries[i].key() != entries[i - 1].key() ? 1 : 0;
        }
    });
    job.report(1.0);
    return result;
}

} // namespace oneinn
