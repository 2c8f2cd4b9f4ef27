// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/doubts/firstandlast.h"

#include "core/decision/nearbest.h"
#include "core/doubts/dayorder.h"
#include "core/doubts/slicerows.h"
#include "core/doubts/thresholdcuts.h"
#include "core/parallel.h"
#include "core/policies/scenariorows.h"
#include "core/rowends.h"

#include <algorithm>
#include <array>

namespace oneinn {

namespace {

enum DayPart : std::uint8_t { First, Last, Neither };
constexpr std::size_t dayParts = 2;

/// Of one class of uses.
struct ClassWorth {
    double weight = 0.0;
    double silent = 0.0; ///< summed value where nothing is shown

    ClassWorth &operator+=(const ClassWorth &other)
    {
        weight += other.weight;
        silent += other.silent;
        return *this;
    }
};

/// What the uses of one part of the days are worth.
struct PartWorth {
    double rows = 0.0;
    ClassWorth positive;
    ClassWorth negative;
    ClassFactors factors = {};

    PartWorth &operator+=(const PartWorth &other)
    {
        rows += other.rows;
        positive += other.positive;
        negative += other.negative;
        return *this;
    }
    double uses() const
    {
        return positive.weight * factors.positive + negative.weight * factors.negative;
    }
    double silent() const
    {
        return positive.silent * factors.positive + negative.silent * factors.negative;
    }
    double gain(const ValueGain &gain, const ClassWeights &shown) const
    {
        return gain(shown.positive * factors.positive, shown.negative * factors.negative);
    }
    double slack(const ValueGain &gain) const
    {
        return gain.slack(positive.weight * factors.positive, negative.weight * factors.negative);
    }
};

/// By column of a use's entries, what so much of it is worth.
std::array<double, clusterColumns> worthByColumn(const OutcomeValues &values)
{
    std::array<double, clusterColumns> worth{};
    const auto set = [&worth](UseParts parts, double value) {
        for (std::size_t i = 0; i < useParts; ++i) {
            if (parts.contains(static_cast<UsePart>(i)))
                worth[i] = value;
        }
    };
    set({UsePart::RightShown}, values.tp());
    set({UsePart::WrongShown}, values.fp());
    set({UsePart::MissedByModel, UsePart::MissedByLateness}, values.fn());
    set({UsePart::RightlySilent}, values.tn());
    set(goneUses | lostUses | UseParts{UsePart::UnansweredBad}, values.late());
    // These are among the missed as well.
    set({UsePart::UnansweredGood}, values.late() - values.fn());
    return worth;
}

/// By day's code, the part it belongs to.
struct PartedDays {
    std::vector<std::uint8_t> partOfCode;
    std::size_t first = 0;
    std::size_t last = 0;
};

std::optional<PartedDays> parted(const CategoryColumn &days, const std::vector<std::uint32_t> &rows)
{
    const auto order = dayOrder(days.values);
    if (!order)
        return std::nullopt;
    std::vector<bool> used(days.values.size());
    for (const std::uint32_t row : rows)
        used[days.codes[row]] = true;
    std::vector<std::uint32_t> places;
    for (std::size_t code = 0; code < used.size(); ++code) {
        if (used[code] && (*order)[code])
            places.push_back(*(*order)[code]);
    }
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
    if (places.size() < 2)
        return std::nullopt;
    PartedDays result;
    result.first = std::max<std::size_t>(1, places.size() * 2 / 3);
    result.last = places.size() - result.first;
    const std::uint32_t firstOfLast = places[result.first];
    for (const auto &place : *order)
        result.partOfCode.push_back(!place ? Neither : *place < firstOfLast ? First : Last);
    return result;
}

class ByDayParts {
public:
    ByDayParts(const UseSlice &slice, const ValueQuestion &question, const PartedDays &days)
        : m_slice(slice)
        , m_codes(slice.rows().all()->predictions()->day()->codes)
        , m_days(days)
        , m_gain(question.values)
    {
    }

    void weigh(const ValueQuestion &question, const std::vector<std::uint32_t> &rows,
               unsigned threads)
    {
        const Predictions &predictions = *m_slice.rows().all()->predictions();
        const RowEnds ends(m_slice, question, Threshold::alertOnNothing());
        const auto worth = worthByColumn(question.values);
        // As many sums whatever the threads: their order decides how they round.
        constexpr std::size_t runs = 32;
        std::array<PartsWorth, runs> sums;
        inParts(runs, threadsFor(rows.size(), threads),
                [&](unsigned, std::size_t begin, std::size_t end) {
                    for (std::size_t run = begin; run < end; ++run) {
                        for (std::size_t i = run * rows.size() / runs;
                             i < (run + 1) * rows.size() / runs; ++i)
                            addRow(sums[run], rows[i], predictions.label()[rows[i]] != 0,
                                   ends.of(rows[i]), worth);
                    }
                });
        for (const PartsWorth &sum : sums) {
            for (std::size_t part = 0; part < dayParts; ++part)
                m_worth[part] += sum[part];
        }
        if (question.baseRate && haveBothClasses()) {
            for (PartWorth &sum : m_worth)
                sum.factors =
                        classFactors(sum.positive.weight, sum.negative.weight, *question.baseRate);
        }
    }
    bool haveBothClasses() const
    {
        return std::all_of(m_worth.begin(), m_worth.end(), [](const PartWorth &part) {
            return part.positive.weight > 0.0 && part.negative.weight > 0.0;
        });
    }
    bool tellAnything() const
    {
        return std::all_of(m_worth.begin(), m_worth.end(), [](const PartWorth &part) {
            return part.rows >= fewestToTell && part.uses() > 0.0;
        });
    }

    FirstAndLast chosen(unsigned threads)
    {
        numberPositions(threads);
        forEachDecisionEnd(m_slice.staying(), [this](std::size_t position) {
            countUpTo(position);
            for (const std::uint8_t part : {First, Last}) {
                const double gain = m_worth[part].gain(m_gain, m_shown[part]);
                if (gain > m_best[part].gain + m_worth[part].slack(m_gain))
                    m_best[part] = {position, gain, m_shown[Last]};
            }
        });
        const double judged = m_worth[Last].gain(m_gain, m_best[First].shownOnLast);
        return {m_days.first,
                m_days.last,
                m_worth[Last].rows,
                {thresholdsAt(m_best[First].position), perUse(judged)},
                {thresholdsAt(m_best[Last].position), perUse(m_best[Last].gain)}};
    }

private:
    static constexpr ClusterColumns allUsesColumns = allUses;

    using PartsWorth = std::array<PartWorth, dayParts>;

    std::uint8_t partOf(std::uint32_t row) const { return m_days.partOfCode[m_codes[row]]; }
    void addRow(PartsWorth &sums, std::uint32_t row, bool positive, const UseEntries &use,
                const std::array<double, clusterColumns> &worth) const
    {
        const std::uint8_t part = partOf(row);
        if (part == Neither)
            return;
        sums[part].rows += 1.0;
        ClassWorth &of = positive ? sums[part].positive : sums[part].negative;
        for (const UseEntries::Entry &entry : use) {
            of.silent += entry.weight * worth[entry.column];
            of.weight += allUsesColumns.contains(entry.column) ? entry.weight : 0.0;
        }
    }
    void numberPositions(unsigned threads)
    {
        const SliceRows rows(m_slice);
        m_partAt.resize(rows.size());
        rows.forEach(
                threads, [this](std::uint32_t row) { __builtin_prefetch(&m_codes[row]); },
                [this](std::size_t position, std::uint32_t row) {
                    m_partAt[position] = partOf(row);
                });
    }
    void countUpTo(std::size_t position)
    {
        const ScoreOrder &order = m_slice.staying().order();
        const std::int32_t end = m_slice.staying().onTimeRanks().end;
        for (; m_counted < position; ++m_counted) {
            if (order.latencyKeys()[m_counted] >= end)
                continue;
            const std::uint8_t part = m_partAt[m_counted];
            if (part == Neither)
                continue;
            ClassWeights &shown = m_shown[part];
            (order.positive(m_counted) ? shown.positive : shown.negative) +=
                    order.weights() ? order.weights()[m_counted] : 1.0;
        }
    }
    /// On the last days.
    double perUse(double gain) const
    {
        return (m_worth[Last].silent() + gain) / m_worth[Last].uses();
    }
    ThresholdInterval thresholdsAt(std::size_t position) const
    {
        const BudgetSlice &slice = m_slice.staying();
        return slice.sameDecisions(position == 0 ? Threshold::alertOnNothing()
                                                 : Threshold{slice.order().score(position - 1)});
    }

    struct BestCut {
        std::size_t position = 0;
        double gain = 0.0;
        ClassWeights shownOnLast = {};
    };

    const UseSlice &m_slice;
    const CodeColumn &m_codes;
    const PartedDays &m_days;
    ValueGain m_gain;
    std::vector<std::uint8_t> m_partAt; ///< by position
    PartsWorth m_worth;
    std::array<ClassWeights, dayParts> m_shown;
    std::array<BestCut, dayParts> m_best;
    std::size_t m_counted = 0;
};

} // namespace

std::optional<FirstAndLast> firstAndLast(const UseSlice &slice, const ValueQuestion &question,
                                         const std::vector<std::uint32_t> &rows, unsigned threads)
{
    const Predictions &predictions = *slice.rows().all()->predictions();
    const auto days = predictions.day() ? parted(*predictions.day(), rows) : std::nullopt;
    if (!days)
        return std::nullopt;
    ByDayParts parts(slice, question, *days);
    parts.weigh(question, rows, threads);
    if (!parts.tellAnything() || (question.baseRate && !parts.haveBothClasses()))
        return std::nullopt;
    return parts.chosen(threads);
}

} // namespace oneinn
