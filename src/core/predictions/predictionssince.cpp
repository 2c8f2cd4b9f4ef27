// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/predictions/predictionssince.h"

#include "core/doubts/dayorder.h"

#include <cassert>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace oneinn {

namespace {

using KeptRows = std::vector<Eigen::Index>;

template<typename Column> Column keptOf(const Column &column, const KeptRows &rows)
{
    Column kept(static_cast<Eigen::Index>(rows.size()));
    for (std::size_t i = 0; i < rows.size(); ++i)
        kept[static_cast<Eigen::Index>(i)] = column[rows[i]];
    return kept;
}

template<typename Column>
std::optional<Column> keptOf(const std::optional<Column> &column, const KeptRows &rows)
{
    return column ? std::optional<Column>(keptOf(*column, rows)) : std::nullopt;
}

CategoryColumn keptWords(const CategoryColumn &column, const KeptRows &rows)
{
    return {.name = column.name, .values = column.values, .codes = keptOf(column.codes, rows)};
}

std::optional<CategoryColumn> keptWords(const std::optional<CategoryColumn> &column,
                                        const KeptRows &rows)
{
    return column ? std::optional(keptWords(*column, rows)) : std::nullopt;
}

std::optional<LabelColumn> keptCalls(const Predictions &read, const KeptRows &rows)
{
    if (!read.hasFailures())
        return std::nullopt;
    LabelColumn calls(static_cast<Eigen::Index>(rows.size()));
    for (std::size_t i = 0; i < rows.size(); ++i)
        calls[static_cast<Eigen::Index>(i)] = read.callOf(rows[i]);
    return calls;
}

std::optional<CodeColumn> keptLines(const Predictions &read, const KeptRows &rows)
{
    if (!read.line())
        return std::nullopt;
    CodeColumn lines(static_cast<Eigen::Index>(rows.size()));
    for (std::size_t i = 0; i < rows.size(); ++i)
        lines[static_cast<Eigen::Index>(i)] = (*read.line())[rows[i]];
    return lines;
}

/// Days in another form than the others' are of no period.
std::shared_ptr<const SetAsideRows> keptSetAside(const Predictions &read, const std::string &day)
{
    const auto &rows = read.setAside();
    if (!rows || !rows->day)
        return nullptr;
    std::vector<std::string> days = rows->day->values;
    days.push_back(day);
    const auto order = dayOrder(days);
    if (!order)
        return nullptr;
    std::vector<std::size_t> places;
    for (std::size_t place = 0; place < rows->day->codes.size(); ++place) {
        const auto when = (*order)[rows->day->codes[place]];
        if (when && *when >= *order->back())
            places.push_back(place);
    }
    return std::make_shared<const SetAsideRows>(rows->kept(places));
}

PredictionsPtr keptRows(const Predictions &read, const KeptRows &rows, const std::string &day)
{
    std::vector<CategoryColumn> segments;
    for (const CategoryColumn &segment : read.segments())
        segments.push_back(keptWords(segment, rows));
    PredictionColumns columns{.label = keptOf(read.label(), rows),
                              .score = keptOf(read.score(), rows),
                              .latency = keptOf(read.latency(), rows),
                              .firstWait = keptOf(read.firstWait(), rows),
                              .wholeWait = keptOf(read.wholeWait(), rows),
                              .weight = keptOf(read.weight(), rows),
                              .failed = keptCalls(read, rows),
                              .model = keptWords(read.model(), rows),
                              .segments = std::move(segments),
                              .alike = read.alike(),
                              .exampleId = keptWords(read.exampleId(), rows),
                              .repeatedId = keptOf(read.repeatedId(), rows),
                              .userId = keptWords(read.userId(), rows),
                              .day = keptWords(read.day(), rows),
                              .modelsShareRecords = read.modelsShareRecords(),
                              .setAside = keptSetAside(read, day),
                              .line = keptLines(read, rows)};
    return std::make_shared<const Predictions>(std::move(columns), read.account());
}

} // namespace

std::variant<PredictionsPtr, SinceTrouble> predictionsSince(const PredictionsPtr &read,
                                                            const std::string &day)
{
    assert(!read->asRead());
    if (!read->day())
        return SinceTrouble::NoDays;
    std::vector<std::string> days = read->day()->values;
    days.push_back(day);
    const auto order = dayOrder(days);
    if (!order || !order->back())
        return SinceTrouble::OtherForm;
    KeptRows rows;
    for (Eigen::Index row = 0; row < read->rows(); ++row) {
        const auto place = (*order)[read->day()->codes[row]];
        if (place && *place >= *order->back())
            rows.push_back(row);
    }
    if (rows.empty())
        return SinceTrouble::NothingLeft;
    return keptRows(*read, rows, day);
}

} // namespace oneinn
