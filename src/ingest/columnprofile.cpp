// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/columnprofile.h"

#include "ingest/delimitedreader.h"
#include "ingest/dictionary.h"
#include "ingest/numbers.h"

#include <algorithm>
#include <cmath>

namespace oneinn::ingest {

namespace {

constexpr std::size_t sampleLimit = 4096;
constexpr std::size_t recordsBetweenReports = 4096;

/// Which records belong to the sample: every stride-th, the stride doubling as the file goes on.
class SampleRhythm {
public:
    bool isDue(std::size_t record) const { return record % m_stride == 0; }
    void slowDown() { m_stride *= 2; }

private:
    std::size_t m_stride = 1;
};

/// Collects what one column holds.
class ColumnTally {
public:
    void add(std::string_view cell)
    {
        if (m_counts.size() > ColumnProfile::valueLimit)
            return;
        const auto code = m_values.insert(trimmed(cell));
        if (code == m_counts.size())
            m_counts.push_back(0);
        ++m_counts[code];
    }

    void sample(std::string_view cell) { m_sample.emplace_back(trimmed(cell)); }

    void thinSample()
    {
        for (std::size_t i = 0; 2 * i < m_sample.size(); ++i)
            m_sample[i] = std::move(m_sample[2 * i]);
        m_sample.resize((m_sample.size() + 1) / 2);
    }

    std::size_t sampled() const { return m_sample.size(); }
    const std::vector<std::string> &cells() const { return m_sample; }

    std::vector<ColumnProfile::Value> values() const
    {
        std::vector<ColumnProfile::Value> result;
        for (std::size_t code = 0; code < m_counts.size(); ++code)
            result.push_back({m_values.words()[code], m_counts[code]});
        return result;
    }

private:
    Dictionary m_values;
    std::vector<std::size_t> m_counts;
    std::vector<std::string> m_sample;
};

/// "1,234": a thousand, or one and a bit.
bool looksLikeThousands(std::string_view cell)
{
    if (cell.starts_with('-') || cell.starts_with('+'))
        cell.remove_prefix(1);
    const auto comma = cell.find(',');
    return comma >= 1 && comma <= 3 && cell.front() != '0' && cell.size() - comma == 4;
}

struct CommaEvidence {
    bool decimal = false;   ///< some comma can be nothing but a decimal mark
    bool ambiguous = false; ///< some comma could be one
    bool against = false;   ///< a decimal point is used
};

CommaEvidence commaEvidence(const std::vector<std::string> &cells)
{
    CommaEvidence evidence;
    for (const auto &cell : cells) {
        if (cell.find('.') != std::string::npos) {
            evidence.against |= readNumber(cell).kind == CellKind::Number;
        } else if (cell.find(',') != std::string::npos
                   && readNumber(cell, ',').kind == CellKind::Number) {
            (looksLikeThousands(cell) ? evidence.ambiguous : evidence.decimal) = true;
        }
    }
    return evidence;
}

void decideDecimalMarks(const std::vector<ColumnTally> &tallies, TableProfile &table)
{
    if (table.delimiter == ',')
        return;
    std::vector<CommaEvidence> evidence;
    evidence.reserve(tallies.size());
    for (const auto &tally : tallies)
        evidence.push_back(commaEvidence(tally.cells()));
    const bool anyDecimal = std::any_of(evidence.begin(), evidence.end(),
                                        [](const auto &e) { return e.decimal && !e.against; });
    for (std::size_t i = 0; i < evidence.size(); ++i) {
        const auto &e = evidence[i];
        if (!e.against && (e.decimal || (e.ambiguous && anyDecimal)))
            table.columns[i].decimalMark = ',';
    }
}

NumberShape shapeOf(const std::vector<std::string> &cells, char decimalMark)
{
    NumberShape shape;
    std::vector<double> numbers;
    for (const auto &cell : cells) {
        const auto number = readNumber(cell, decimalMark);
        if (number.kind == CellKind::Missing || number.kind == CellKind::NotFinite
            || isTimeOut(cell))
            continue;
        ++shape.cells;
        if (number.kind != CellKind::Number)
            continue;
        numbers.push_back(number.value);
        shape.integers = shape.integers && number.value == std::floor(number.value);
    }
    shape.numbers = numbers.size();
    if (numbers.empty())
        return shape;
    const auto [low, high] = std::minmax_element(numbers.begin(), numbers.end());
    shape.low = *low;
    shape.high = *high;
    const auto middle = numbers.begin() + static_cast<std::ptrdiff_t>((numbers.size() - 1) / 2);
    std::nth_element(numbers.begin(), middle, numbers.end());
    shape.median = *middle;
    return shape;
}

Result<TableProfile> readHeader(DelimitedReader &reader, char delimiter)
{
    if (!reader.next())
        return reader.problem().value_or(Problem{.kind = ProblemKind::FileEmpty});
    TableProfile table;
    table.delimiter = delimiter;
    table.headerIsData = true;
    for (const auto field : reader.fields()) {
        auto &column = table.columns.emplace_back();
        column.name = trimmed(field);
        const auto kind = readNumber(column.name, delimiter == ',' ? '.' : ',').kind;
        table.headerIsData = table.headerIsData
                && (kind == CellKind::Number || readNumber(column.name).kind == CellKind::Number);
    }
    reader.expectFields(table.columns.size());
    return table;
}

void describe(const std::vector<ColumnTally> &tallies, TableProfile &table)
{
    decideDecimalMarks(tallies, table);
    for (std::size_t i = 0; i < tallies.size(); ++i) {
        auto &column = table.columns[i];
        column.values = tallies[i].values();
        column.numbers = shapeOf(tallies[i].cells(), column.decimalMark);
    }
}

} // namespace

std::vector<std::string> TableProfile::names() const
{
    std::vector<std::string> result;
    result.reserve(columns.size());
    for (const auto &column : columns)
        result.push_back(column.name);
    return result;
}

std::optional<std::size_t> TableProfile::find(std::string_view name) const
{
    const auto found = std::find_if(columns.begin(), columns.end(),
                                    [name](const auto &column) { return column.name == name; });
    if (found == columns.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - columns.begin());
}

bool TableProfile::isAmbiguous(std::string_view name) const
{
    return std::count_if(columns.begin(), columns.end(),
                         [name](const auto &column) { return column.name == name; })
            > 1;
}

namespace {

/// Tallies every cell of the current record; a sample of them takes part in what numbers look like.
void addRecord(const DelimitedReader &reader, std::size_t record, std::vector<ColumnTally> &tallies,
               SampleRhythm &rhythm)
{
    const bool sampled = rhythm.isDue(record);
    for (std::size_t i = 0; i < tallies.size(); ++i) {
        tallies[i].add(reader.fields()[i]);
        if (sampled)
            tallies[i].sample(reader.fields()[i]);
    }
    if (tallies.front().sampled() == sampleLimit) {
        std::for_each(tallies.begin(), tallies.end(), [](auto &tally) { tally.thinSample(); });
        rhythm.slowDown();
    }
}

} // namespace

Result<TableProfile> profileTable(std::string_view text, char delimiter, const JobControl &job,
                                  std::uint64_t recordLimit)
{
    DelimitedReader reader(text, delimiter);
    auto header = readHeader(reader, delimiter);
    if (!header)
        return header;
    auto table = std::move(header).value();

    std::vector<ColumnTally> tallies(table.columns.size());
    SampleRhythm rhythm;
    while (reader.next()) {
        const auto record = table.records++;
        if (table.records > recordLimit)
            return Problem{.kind = ProblemKind::TooLarge, .found = table.records};
        if (record % recordsBetweenReports == 0) {
            if (job.stopRequested())
                return Problem{.kind = ProblemKind::Cancelled};
            job.report(static_cast<double>(reader.offset()) / static_cast<double>(text.size()));
        }
        addRecord(reader, record, tallies, rhythm);
    }
    if (reader.problem())
        return *reader.problem();
    if (table.records == 0)
        return Problem{.kind = ProblemKind::HeaderOnly};
    describe(tallies, table);
    job.report(1.0);
    return table;
}

} // namespace oneinn::ingest
