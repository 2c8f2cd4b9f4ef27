// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/segments/segmenttable.h"

#include "core/metrics/proportion.h"
#include "core/policies/ownbudgets.h"
#include "core/policies/ownthresholds.h"
#include "core/segments/holm.h"
#include "core/segments/shrinkage.h"
#include "core/usesanswer.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace oneinn {

namespace {

using Compared = SegmentRow::Compared;

/// Uses as the file counts them, restated where the question says so.
struct CountedUses {
    Waterfall counted;
    Shares shares;
};

CountedUses countedUses(const SegmentIndex &index, const SegmentsQuestion &question,
                        const Waterfall &counted, const ClusterMomentsPtr &clusters)
{
    const Waterfall uses = counted.rebased(restatement(counted, question.baseRate));
    return {counted, Shares(uses, shareContextOf(index.slice(), question, uses), clusters)};
}

Waterfall without(const Waterfall &whole, const Waterfall &part)
{
    Waterfall rest;
    for (std::size_t i = 0; i < useParts; ++i) {
        const auto each = static_cast<UsePart>(i);
        rest[each] = whole[each] - part[each];
    }
    return rest;
}

/// All other uses, as alike as all uses are.
std::optional<Proportion> elsewhere(const SegmentIndex &index, const SegmentsQuestion &question,
                                    const Waterfall &rest, Share share, const Shares &whole)
{
    const CountedUses others = countedUses(index, question, rest, nullptr);
    const auto own = others.shares[share];
    if (!own || !whole.clusters())
        return own;
    auto clustered = proportion(own->yes, own->all - own->yes, whole.effectOf(share));
    if (clustered)
        clustered->value = own->value;
    return clustered;
}

/// Absent where none has one of its own by one of the columns.
Budget ownBudget(const SegmentIndex &index, const SegmentsQuestion &question, std::size_t segment)
{
    if (!question.budgets || !question.budget)
        return std::nullopt;
    const std::vector<std::string> &columns = index.by().columns;
    const auto place = std::ranges::find(columns, question.budgets->column);
    if (place == columns.end())
        return std::nullopt;
    const auto &values = index.segments()[segment].values;
    return budgetOf(question, *place, values[static_cast<std::size_t>(place - columns.begin())]);
}

bool differsBelow(double difference, double reach, double least)
{
    return difference - reach > -least && difference + reach < least;
}

Compared compared(Share share, const Proportion &here, const std::optional<Proportion> &there)
{
    Compared result{.share = share, .elsewhere = valueOf(there)};
    if (!there || here.tooFewClusters() || there->reliability != Reliability::Stated)
        return result;
    result.differs = SegmentDifference::CannotBeToldApart;
    result.p = differenceP(here, *there);
    result.leastP = leastDifferenceP(here, *there);
    // Few cases hide an interval, and not a certainty.
    if (here.reliability != Reliability::Stated)
        return result;
    const auto variance = [](const Proportion &of) {
        return of.value * (1.0 - of.value) / of.effectiveN;
    };
    constexpr double standardErrors = 1.96;
    const double reach = standardErrors * std::sqrt(variance(here) + variance(*there));
    if (differsBelow(here.value - there->value, reach, smallestThatMatters))
        result.differs = SegmentDifference::NoneThatMatters;
    return result;
}

template<typename Elsewhere>
std::vector<Compared> comparedWithRest(const Shares &shares, Elsewhere elsewhere)
{
    std::vector<Compared> result;
    for (const Share share : comparedInSegments) {
        if (const auto here = shares[share])
            result.push_back(compared(share, *here, elsewhere(share)));
    }
    return result;
}

/// Every difference of the table that could have been named, with the share here; of the others
/// nothing can be said.
std::vector<std::pair<Compared *, double>> familyOf(std::vector<SegmentRow> &rows)
{
    std::vector<std::pair<Compared *, double>> all;
    std::vector<double> least;
    for (SegmentRow &row : rows) {
        for (Compared &each : row.compared) {
            if (each.differs == SegmentDifference::TooFew)
                continue;
            all.emplace_back(&each, row.shares[each.share]->value);
            least.push_back(each.leastP);
        }
    }
    const std::vector<bool> could = couldHold(least);
    std::vector<std::pair<Compared *, double>> family;
    for (std::size_t i = 0; i < all.size(); ++i) {
        Compared &each = *all[i].first;
        if (could[i])
            family.push_back(all[i]);
        else if (each.differs == SegmentDifference::CannotBeToldApart)
            each.differs = SegmentDifference::TooFew;
    }
    return family;
}

void nameWhatHolds(std::vector<SegmentRow> &rows)
{
    const auto family = familyOf(rows);
    std::vector<double> p(family.size());
    std::ranges::transform(family, p.begin(), [](const auto &each) { return each.first->p; });
    const std::vector<bool> holds = holmHolds(p);
    for (std::size_t i = 0; i < family.size(); ++i) {
        const auto [each, here] = family[i];
        if (holds[i])
            each->differs =
                    here > *each->elsewhere ? SegmentDifference::Higher : SegmentDifference::Lower;
    }
}

std::optional<Interval> valueInterval(double value, const std::optional<InfluenceSpread> &spread)
{
    if (!spread || spread->clusters < fewestClusters)
        return std::nullopt;
    return Interval{value - spread->reach(), value + spread->reach()};
}

/// By what each is ranked; infinity: its value is not told.
std::vector<double> ranks(const std::vector<SegmentRow> &rows, const SegmentSpreads *spreads)
{
    std::vector<double> rank(rows.size(), std::numeric_limits<double>::infinity());
    std::vector<std::size_t> known;
    std::vector<double> mean, variance;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (!rows[i].tellsValue())
            continue;
        rank[i] = *rows[i].valuePerUse;
        const auto &spread = spreads ? spreads->value[i] : std::nullopt;
        if (!spread || !(spread->variance > 0.0))
            continue;
        known.push_back(i);
        mean.push_back(rank[i]);
        variance.push_back(spread->variance);
    }
    const Shrinkage towards = shrunk(mean, variance);
    for (std::size_t i = 0; i < towards.means.size(); ++i)
        rank[known[i]] = towards.means[i];
    return rank;
}

/// The smaller, the surer it is that more is missed, wrong or late; infinite where that is not
/// sure.
double leastWorseP(const SegmentRow &row)
{
    double key = std::numeric_limits<double>::infinity();
    for (const Compared &each : row.compared) {
        if (each.differs == SegmentDifference::Higher)
            key = std::min(key, each.p);
    }
    return key;
}

std::vector<SegmentRow> worstFirst(std::vector<SegmentRow> rows, const SegmentSpreads *spreads)
{
    const std::vector<double> rank = ranks(rows, spreads);
    std::stable_sort(rows.begin(), rows.end(), [&](const SegmentRow &a, const SegmentRow &b) {
        if (leastWorseP(a) != leastWorseP(b))
            return leastWorseP(a) < leastWorseP(b);
        if (rank[a.segment] != rank[b.segment])
            return rank[a.segment] < rank[b.segment];
        return std::isinf(rank[a.segment]) && a.rows > b.rows;
    });
    return rows;
}

} // namespace

const Compared *SegmentRow::of(Share share) const
{
    const auto found = std::find_if(compared.begin(), compared.end(),
                                    [share](const Compared &each) { return each.share == share; });
    return found == compared.end() ? nullptr : &*found;
}

const Compared *SegmentRow::mostDifferent() const
{
    const Compared *most = nullptr;
    for (const Compared &each : compared) {
        const bool holds = each.differs == SegmentDifference::Higher
                || each.differs == SegmentDifference::Lower;
        if (holds && (!most || each.p < most->p))
            most = &each;
    }
    return most;
}

SegmentDifference SegmentRow::differs() const
{
    if (const Compared *most = mostDifferent())
        return most->differs;
    const auto any = [this](SegmentDifference what) {
        return std::any_of(compared.begin(), compared.end(),
                           [what](const Compared &each) { return each.differs == what; });
    };
    if (any(SegmentDifference::CannotBeToldApart))
        return SegmentDifference::CannotBeToldApart;
    return any(SegmentDifference::NoneThatMatters) ? SegmentDifference::NoneThatMatters
                                                   : SegmentDifference::TooFew;
}

bool SegmentRow::countsOnly() const
{
    const auto good = shares[Share::Good];
    return !good || good->reliability == Reliability::CountsOnly;
}

bool SegmentRow::tellsValue() const
{
    const auto good = shares[Share::Good];
    return valuePerUse && good && !good->tooFewClusters()
            && good->effectiveN >= fewestUsesOfSegment;
}

Waterfall everyUse(const SegmentIndex &index, const SegmentsQuestion &question,
                   const std::vector<Threshold> &thresholds)
{
    Waterfall all = index.slice().waterfall(question.threshold);
    for (std::size_t segment = 0; segment < thresholds.size(); ++segment) {
        if (thresholds[segment] == question.threshold)
            continue;
        all = without(all, index.waterfall(segment, question.threshold));
        const Waterfall own = index.waterfall(segment, thresholds[segment]);
        for (std::size_t i = 0; i < useParts; ++i)
            all[static_cast<UsePart>(i)] += own[static_cast<UsePart>(i)];
    }
    return all;
}

Threshold scoreThreshold(const SegmentIndex &index, const SegmentsQuestion &question,
                         std::size_t segment, Threshold dial)
{
    const auto *own = thresholdsBySegment(question.combination);
    if (!own)
        return dial;
    const std::vector<std::string> &columns = index.by().columns;
    const auto place = std::ranges::find(columns, own->column);
    if (place == columns.end())
        return dial;
    const auto &values = index.segments()[segment].values;
    return thresholdOf(question.combination, own->column,
                       values[static_cast<std::size_t>(place - columns.begin())], dial);
}

SegmentBefore segmentAt(const SegmentIndex &index, const SegmentsQuestion &question,
                        std::size_t segment, Threshold threshold)
{
    const CountedUses uses =
            countedUses(index, question, index.waterfall(segment, threshold), nullptr);
    return {uses.shares, valuePerUse(uses.shares.uses(), question.values)};
}

SegmentBefore everyoneAt(const SegmentIndex &index, const SegmentsQuestion &question)
{
    const CountedUses uses =
            countedUses(index, question, index.slice().waterfall(question.threshold), nullptr);
    return {uses.shares, valuePerUse(uses.shares.uses(), question.values)};
}

SegmentTable segmentTable(const SegmentIndex &index, const SegmentsQuestion &question,
                          const SegmentSpreads *spreads, const std::vector<Threshold> &thresholds)
{
    SegmentTable table{.by = index.by(),
                       .segmentsLeftOut = index.segmentsLeftOut(),
                       .rowsLeftOut = index.rowsLeftOut()};
    const CountedUses all = countedUses(index, question, everyUse(index, question, thresholds),
                                        spreads ? spreads->whole : nullptr);
    table.whole = all.shares;
    table.wholeValue = valuePerUse(all.shares.uses(), question.values);
    for (std::size_t i = 0; i < index.segments().size(); ++i) {
        const SegmentIndex::Segment &segment = index.segments()[i];
        SegmentRow row{.segment = i, .values = segment.values, .rows = segment.rows};
        const Threshold dial = thresholds.empty() ? question.threshold : thresholds[i];
        row.threshold = scoreThreshold(index, question, i, dial);
        row.budget = ownBudget(index, question, i);
        const CountedUses own = countedUses(index, question, index.waterfall(i, dial),
                                            spreads ? spreads->moments[i] : nullptr);
        row.shares = own.shares;
        row.valuePerUse = valuePerUse(own.shares.uses(), question.values);
        if (row.valuePerUse && spreads && row.tellsValue())
            row.valueInterval = valueInterval(*row.valuePerUse, spreads->value[i]);
        const double whole = all.counted.uses().weight;
        row.shareOfUses = whole > 0.0 ? own.counted.uses().weight / whole : 0.0;
        const Waterfall rest = without(all.counted, own.counted);
        row.compared = comparedWithRest(row.shares, [&](Share share) {
            return elsewhere(index, question, rest, share, all.shares);
        });
        table.rows.push_back(std::move(row));
    }
    nameWhatHolds(table.rows);
    table.rows = worstFirst(std::move(table.rows), spreads);
    return table;
}

} // namespace oneinn
