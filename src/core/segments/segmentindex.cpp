// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/segments/segmentindex.h"

#include <algorithm>
#include <cassert>
#include <numeric>
#include <optional>
#include <utility>

namespace oneinn {

namespace {

/// The columns seen as one.
class CrossedColumns {
public:
    /// Absent: one of them is not there.
    static std::optional<CrossedColumns> of(const Predictions &predictions, const SegmentsBy &by)
    {
        CrossedColumns crossed;
        for (const std::string &name : by.columns) {
            const auto found =
                    std::find_if(predictions.segments().begin(), predictions.segments().end(),
                                 [&](const CategoryColumn &column) { return column.name == name; });
            if (found == predictions.segments().end())
                return std::nullopt;
            crossed.m_columns.push_back(&*found);
        }
        return crossed;
    }
    std::uint64_t of(std::uint32_t row) const
    {
        std::uint64_t code = 0;
        for (const CategoryColumn *column : m_columns)
            code = code * column->values.size() + column->codes[row];
        return code;
    }
    std::vector<std::string> valuesOf(std::uint64_t code) const
    {
        std::vector<std::string> values(m_columns.size());
        for (std::size_t i = m_columns.size(); i-- > 0;) {
            values[i] = m_columns[i]->values[code % m_columns[i]->values.size()];
            code /= m_columns[i]->values.size();
        }
        return values;
    }

private:
    std::vector<const CategoryColumn *> m_columns;
};

struct CountedCode {
    std::uint64_t code = 0;
    std::size_t rows = 0;
};

/// In order of their codes.
std::vector<CountedCode> countedCodes(std::vector<std::uint64_t> codes)
{
    std::sort(codes.begin(), codes.end());
    std::vector<CountedCode> result;
    for (const std::uint64_t code : codes) {
        if (result.empty() || result.back().code != code)
            result.push_back({code, 0});
        ++result.back().rows;
    }
    return result;
}

/// The most frequent ones, in order of their codes.
std::vector<CountedCode> mostFrequent(std::vector<CountedCode> all, std::size_t most)
{
    if (all.size() <= most)
        return all;
    std::stable_sort(all.begin(), all.end(),
                     [](const CountedCode &a, const CountedCode &b) { return a.rows > b.rows; });
    all.resize(most);
    std::sort(all.begin(), all.end(),
              [](const CountedCode &a, const CountedCode &b) { return a.code < b.code; });
    return all;
}

constexpr std::uint32_t noSegment = 0xffffffffU;

} // namespace

Result<SegmentIndex::Ptr> SegmentIndex::build(const ScenarioRows &rows,
                                              const UsesQuestion &question, const SegmentsBy &by,
                                              const JobControl &job)
{
    const Predictions &predictions = *rows.all()->predictions();
    const auto columns = CrossedColumns::of(predictions, by);
    if (!columns || by.columns.empty()) {
        Problem problem{.kind = ProblemKind::ColumnMissing};
        problem.column = by.columns.empty() ? std::string() : by.columns.back();
        for (const CategoryColumn &column : predictions.segments())
            problem.names.push_back(column.name);
        return problem;
    }
    std::shared_ptr<SegmentIndex> index(new SegmentIndex);
    index->m_by = by;
    index->m_question = question;
    index->m_slice = rows.at(question);
    index->m_ends =
            std::make_shared<const RowEnds>(*index->m_slice, question, Threshold::alertOnNothing());
    const std::vector<std::uint32_t> selected = predictions.select(question.selection, Calls::All);
    std::vector<std::uint64_t> codes(selected.size());
    std::transform(selected.begin(), selected.end(), codes.begin(),
                   [&](std::uint32_t row) { return columns->of(row); });
    const auto all = countedCodes(codes);
    const auto kept = mostFrequent(all, mostSegments);
    index->m_leftOut = all.size() - kept.size();
    for (const CountedCode &each : kept)
        index->m_segments.push_back({columns->valuesOf(each.code), each.rows});

    std::vector<std::uint32_t> segmentOf(static_cast<std::size_t>(predictions.rows()), noSegment);
    for (std::size_t place = 0; place < selected.size(); ++place) {
        const auto found = std::lower_bound(
                kept.begin(), kept.end(), codes[place],
                [](const CountedCode &each, std::uint64_t code) { return each.code < code; });
        if (found != kept.end() && found->code == codes[place])
            segmentOf[selected[place]] = static_cast<std::uint32_t>(found - kept.begin());
    }
    index->group(segmentOf);
    index->m_rowsLeftOut = selected.size() - index->m_rows.size();
    index->m_firstSums.push_back(0);
    for (std::size_t segment = 0; segment < kept.size() && !job.stopRequested(); ++segment) {
        index->sumSegment(segment);
        job.report(static_cast<double>(segment + 1) / static_cast<double>(kept.size()));
    }
    if (job.stopRequested())
        return Problem{.kind = ProblemKind::Cancelled};
    return Ptr(std::move(index));
}

/// Calls that failed have no score, and stand last.
void SegmentIndex::group(const std::vector<std::uint32_t> &segmentOfRow)
{
    m_begin.assign(m_segments.size() + 1, 0);
    for (std::size_t segment = 0; segment < m_segments.size(); ++segment)
        m_begin[segment + 1] = m_begin[segment] + m_segments[segment].rows;
    m_rows.resize(m_begin.back());
    std::vector<std::size_t> next(m_begin.begin(), m_begin.end() - 1);
    const auto add = [&](std::uint32_t row) {
        if (segmentOfRow[row] != noSegment)
            m_rows[next[segmentOfRow[row]]++] = row;
    };
    const ScenarioRows &rows = m_slice->rows();
    const ScoreOrder &order = rows.all()->order();
    for (std::size_t position = 0; position < order.size(); ++position)
        add(order.row(position));
    m_answeredEnd = next;
    for (const std::uint32_t row :
         rows.all()->predictions()->select(m_question.selection, Calls::Failed))
        add(row);
}

void SegmentIndex::sumSegment(std::size_t segment)
{
    const auto rows = rowsOf(segment);
    const std::size_t stretches = (rows.size() + stretch - 1) / stretch;
    const std::size_t first = m_sums.size();
    m_sums.resize(first + stretches + 1);
    for (std::size_t i = 0; i < stretches; ++i) {
        Sums &sums = m_sums[first + i];
        Sums &next = m_sums[first + i + 1];
        next.shown = sums.shown;
        for (const std::uint32_t row :
             rows.subspan(i * stretch, std::min(stretch, rows.size() - i * stretch))) {
            if (const auto end = m_ends->endIf(row, true))
                next.shown.add(*end);
            if (const auto end = m_ends->endIf(row, false))
                sums.silent.add(*end);
        }
    }
    for (std::size_t i = stretches; i-- > 0;)
        m_sums[first + i].silent += m_sums[first + i + 1].silent;
    m_firstSums.push_back(m_sums.size());
}

double SegmentIndex::scoreOf(std::uint32_t row) const
{
    return m_slice->rows().all()->predictions()->score()[row];
}

Waterfall SegmentIndex::waterfall(std::size_t segment, Threshold threshold) const
{
    const auto rows = rowsOf(segment);
    const auto *const shownEnd = std::partition_point(
            rows.data(), rows.data() + (m_answeredEnd[segment] - m_begin[segment]),
            [&](std::uint32_t row) { return scoreOf(row) >= threshold.value; });
    const auto shown = static_cast<std::size_t>(shownEnd - rows.data());
    const std::size_t at = shown / stretch;
    const Sums *sums = &m_sums[m_firstSums[segment]];
    WaterfallSums all = sums[at].shown;
    const std::size_t begin = at * stretch;
    const std::size_t end = std::min(rows.size(), begin + stretch);
    for (std::size_t i = begin; i < end; ++i) {
        if (const auto use = m_ends->endIf(rows[i], i < shown))
            all.add(*use);
    }
    if (begin < end)
        all += sums[at + 1].silent;
    return all.waterfall();
}

} // namespace oneinn
