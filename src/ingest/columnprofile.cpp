// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/columnprofile.h"

#include "ingest/delimitedreader.h"
#include "ingest/dictionary.h"
#include "ingest/memoryneed.h"
#include "ingest/numbers.h"
#include "ingest/readingstages.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace oneinn::ingest {

namespace {

constexpr double readingShare = 0.9;               ///< of the progress; the rest is describing
constexpr std::size_t memoryOfAColumn = 2048;      ///< while its cells are collected
constexpr std::size_t mostSampledCells = 1U << 20; ///< of all columns together

/// Which records belong to the sample: every stride-th, the stride doubling as the file goes on.
class SampleRhythm {
public:
    explicit SampleRhythm(std::size_t columns)
        : m_most(std::clamp<std::size_t>(mostSampledCells / columns, 32, 4096))
    {
    }

    bool isDue(std::size_t record) const { return record % m_stride == 0; }
    bool isFull(std::size_t sampled) const { return sampled == m_most; }
    void slowDown() { m_stride *= 2; }

private:
    std::size_t m_most;
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

    /// The sample as it is compared with that of other columns.
    ColumnSample comparable(char decimalMark) const
    {
        ColumnSample result;
        for (const auto &cell : m_sample) {
            const auto number = readNumber(cell, decimalMark);
            result.numbers.push_back(number.kind == CellKind::Number
                                             ? number.value
                                             : std::numeric_limits<double>::quiet_NaN());
            const auto code = m_values.find(cell);
            result.values.push_back(code && *code < m_counts.size()
                                            ? static_cast<std::uint8_t>(*code)
                                            : ColumnSample::otherValue);
            result.hashes.push_back(
                    static_cast<std::uint32_t>(std::hash<std::string_view>{}(cell)));
        }
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

/// In part only when it was stopped.
void decideDecimalMarks(const std::vector<ColumnTally> &tallies, TableProfile &table,
                        const JobControl &job)
{
    if (table.delimiter == ',')
        return;
    std::vector<CommaEvidence> evidence;
    evidence.reserve(tallies.size());
    for (const auto &tally : tallies) {
        if (job.stopRequested())
            return;
        evidence.push_back(commaEvidence(tally.cells()));
    }
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

/// In part only when it was stopped.
void describe(const std::vector<ColumnTally> &tallies, TableProfile &table, const JobControl &job)
{
    constexpr std::size_t profilesBetweenReports = 1024;
    decideDecimalMarks(tallies, table, job);
    for (std::size_t i = 0; i < tallies.size() && !job.stopRequested(); ++i) {
        if (i % profilesBetweenReports == 0)
            job.report(readingShare + (1.0 - readingShare) * double(i) / double(tallies.size()));
        auto &column = table.columns[i];
        column.values = tallies[i].values();
        column.numbers = shapeOf(tallies[i].cells(), column.decimalMark);
        column.sample = tallies[i].comparable(column.decimalMark);
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
    if (rhythm.isFull(tallies.front().sampled())) {
        std::for_each(tallies.begin(), tallies.end(), [](auto &tally) { tally.thinSample(); });
        rhythm.slowDown();
    }
}

Result<std::vector<ColumnTally>> tallyRecords(DelimitedReader &reader, std::size_t size,
                                              TableProfile &table, std::uint64_t recordLimit,
                                              const JobControl &job)
{
    std::vector<ColumnTally> tallies(table.columns.size());
    SampleRhythm rhythm(tallies.size());
    std::size_t nextReport = 0;
    while (reader.next()) {
        const auto record = table.records++;
        if (table.records > recordLimit)
            return Problem{.kind = ProblemKind::TooLarge, .found = table.records};
        if (reader.offset() >= nextReport) {
            nextReport = reader.offset() + bytesBetweenReports;
            if (job.stopRequested())
                return Problem{.kind = ProblemKind::Cancelled};
            job.report(readingShare * double(reader.offset()) / double(size));
        }
        addRecord(reader, record, tallies, rhythm);
    }
    if (reader.problem())
        return *reader.problem();
    return tallies;
}

} // namespace

Result<TableProfile> profileTable(std::string_view text, char delimiter, const JobControl &job,
                                  std::uint64_t recordLimit)
{
    DelimitedReader reader(text, delimiter, job.stop);
    auto header = readHeader(reader, delimiter);
    if (!header)
        return header;
    auto table = std::move(header).value();
    if (auto problem = memoryProblem(table.columns.size() * memoryOfAColumn, memoryAvailable()))
        return *problem;
    const auto tallies = tallyRecords(reader, text.size(), table, recordLimit, job);
    if (!tallies)
        return tallies.problem();
    if (table.records == 0)
        return Problem{.kind = ProblemKind::HeaderOnly};
    table.sampleIsWhole = tallies.value().front().sampled() == table.records;
    describe(tallies.value(), table, job);
    if (job.stopRequested())
        return Problem{.kind = ProblemKind::Cancelled};
    job.report(1.0);
    return table;
}

} // namespace oneinn::ingest
