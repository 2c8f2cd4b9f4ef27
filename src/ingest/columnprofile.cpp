// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/columnprofile.h"

#include "ingest/delimitedreader.h"
#include "ingest/dictionary.h"
#include "ingest/headerguess.h"
#include "ingest/memoryneed.h"
#include "ingest/numbers.h"
#include "ingest/readingstages.h"
#include "ingest/writingguess.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <string>

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
        if (m_counts.size() > ColumnProfile::classLimit)
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
    ColumnSample comparable(const NumberWriting &writing) const
    {
        ColumnSample result;
        for (const auto &cell : m_sample) {
            const auto number = readNumber(cell, writing);
            result.numbers.push_back(number.kind == CellKind::Number
                                             ? number.value
                                             : std::numeric_limits<double>::quiet_NaN());
            const auto code = m_values.find(cell);
            result.values.push_back(code && *code < m_counts.size()
                                            ? static_cast<std::uint16_t>(*code)
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

NumberShape shapeOf(const std::vector<std::string> &cells, const NumberWriting &writing)
{
    NumberShape shape;
    std::vector<double> numbers;
    for (const auto &cell : cells) {
        const auto number = readNumber(cell, writing);
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

/// A first number as it stands in the cells, and a first one with thousands parted.
void showWriting(const std::vector<std::string> &cells, ColumnProfile &column)
{
    auto ungrouped = column.writing;
    ungrouped.grouping = '\0';
    for (const auto &cell : cells) {
        if (readNumber(cell, column.writing).kind != CellKind::Number)
            continue;
        if (column.written.empty())
            column.written = cell;
        if (readNumber(cell, ungrouped).kind != CellKind::Number) {
            column.grouped = cell;
            return;
        }
    }
}

/// Of one place in the lists of a column.
ColumnProfile listed(const ColumnTally &tally, const ColumnProfile &lists, std::size_t element)
{
    ColumnProfile column;
    column.name = lists.name + '[' + std::to_string(element) + ']';
    column.field = lists.field;
    column.writing = {.form = NumberForm::Element, .element = element};
    column.ofList = lists.name;
    column.listSize = lists.listSize;
    column.numbers = shapeOf(tally.cells(), column.writing);
    column.sample = tally.comparable(column.writing);
    showWriting(tally.cells(), column);
    ColumnTally elements;
    for (const double number : column.sample.numbers) {
        if (!std::isnan(number))
            elements.add(textOf(number));
    }
    column.values = elements.values();
    return column;
}

/// In part only when it was stopped.
void takeListsApart(const std::vector<ColumnTally> &tallies, TableProfile &table,
                    const JobControl &job)
{
    constexpr std::size_t mostOfAllLists = 1000;
    const std::size_t own = table.columns.size();
    for (std::size_t i = 0; i < own && !job.stopRequested(); ++i) {
        const auto size = table.columns[i].listSize;
        if (size < 2 || size > ColumnProfile::mostListed
            || table.columns.size() + size > own + mostOfAllLists)
            continue;
        for (std::size_t element = 0; element < size; ++element)
            table.columns.push_back(listed(tallies[i], table.columns[i], element));
    }
    for (std::size_t i = 0; i < own; ++i)
        table.columns[i].listSize = 0;
}

/// In part only when it was stopped.
void describe(const std::vector<ColumnTally> &tallies, TableProfile &table, const JobControl &job)
{
    constexpr std::size_t profilesBetweenReports = 1024;
    const auto cellsOf = [&](std::size_t i) -> const std::vector<std::string> & {
        return tallies[i].cells();
    };
    const auto writings = guessWritings(tallies.size(), cellsOf, table.delimiter, job);
    for (std::size_t i = 0; i < tallies.size() && !job.stopRequested(); ++i) {
        if (i % profilesBetweenReports == 0)
            job.report(readingShare + (1.0 - readingShare) * double(i) / double(tallies.size()));
        auto &column = table.columns[i];
        const auto &cells = tallies[i].cells();
        column.listSize = writings[i].listSize;
        // A list as a whole is a text.
        if (column.listSize == 0)
            column.writing = writings[i].writing;
        column.values = tallies[i].values();
        column.numbers = shapeOf(cells, column.writing);
        column.sample = tallies[i].comparable(column.writing);
        showWriting(cells, column);
    }
    takeListsApart(tallies, table, job);
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
                                  std::uint64_t recordLimit, std::size_t firstLine)
{
    auto header = readHeader(text, delimiter, firstLine, job.stop);
    if (!header)
        return header.problem();
    TableProfile table;
    table.delimiter = delimiter;
    table.headerIsData = header.value().isData;
    table.headerIsCounted = header.value().isCounted;
    const auto &names = header.value();
    for (std::size_t i = 0; i < names.names.size(); ++i) {
        auto &column = table.columns.emplace_back();
        column.name = names.names[i];
        column.header = names.written[i];
        column.field = i;
    }
    DelimitedReader reader(text, delimiter, job.stop, firstLine);
    if (!table.headerIsData)
        reader.next();
    reader.expectFields(table.columns.size());
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
