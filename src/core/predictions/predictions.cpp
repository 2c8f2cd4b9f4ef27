// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/predictions/predictions.h"

#include "core/predictions/columncalled.h"

#include <algorithm>
#include <cassert>
#include <limits>
#include <utility>

namespace oneinn {

namespace {

/// What a column's code must be.
struct Codes {
    const CodeColumn *of;
    std::uint32_t code;
    std::vector<bool> admitted = {}; ///< by code, where it may be one of several; empty: the one

    bool keep(Eigen::Index row) const
    {
        const std::uint32_t found = (*of)[row];
        return admitted.empty() ? found == code : admitted[found];
    }
};

/// Absent where no value of the column meets it.
std::optional<Codes> codesOf(const CategoryColumn &column, const Selection::Where &where)
{
    if (where.match == Selection::Match::Is) {
        const auto code = column.codeOf(where.value);
        return code ? std::optional(Codes{&column.codes, *code}) : std::nullopt;
    }
    Codes codes{&column.codes, 0};
    codes.admitted.reserve(column.values.size());
    for (const std::string &value : column.values)
        codes.admitted.push_back(where.admits(value));
    if (std::ranges::find(codes.admitted, true) == codes.admitted.end())
        return std::nullopt;
    return codes;
}

[[maybe_unused]] bool isCategory(const CategoryColumn &column, Eigen::Index rows)
{
    return column.codes.size() == rows && (column.codes < column.values.size()).all();
}

[[maybe_unused]] bool isCategory(const std::optional<CategoryColumn> &column, Eigen::Index rows)
{
    return !column || isCategory(*column, rows);
}

[[maybe_unused]] bool isLatency(const std::optional<Eigen::ArrayXd> &latency, Eigen::Index rows)
{
    return !latency || (latency->size() == rows && (latency->isNaN() || *latency >= 0.0).all());
}

[[maybe_unused]] bool isWeight(const std::optional<Eigen::ArrayXd> &weight, Eigen::Index rows)
{
    return !weight || (weight->size() == rows && weight->isFinite().all() && (*weight > 0.0).all());
}

[[maybe_unused]] bool isFailed(const PredictionColumns &columns)
{
    const auto &failed = columns.failed;
    return !failed
            || (failed->size() == columns.score.size() && (*failed <= callRefused).all()
                && (!columns.latency || (*failed == 0 || columns.latency->isNaN()).all()));
}

[[maybe_unused]] bool isValid(const PredictionColumns &columns)
{
    const auto rows = columns.score.size();
    return rows > 0 && rows <= std::numeric_limits<std::uint32_t>::max()
            && columns.score.isFinite().all() && columns.label.size() == rows
            && (columns.label <= 1).all() && isLatency(columns.latency, rows)
            && isLatency(columns.firstWait, rows) && isLatency(columns.wholeWait, rows)
            && isWeight(columns.weight, rows) && isFailed(columns)
            && isCategory(columns.model, rows) && isCategory(columns.exampleId, rows)
            && isCategory(columns.userId, rows) && isCategory(columns.day, rows)
            && std::all_of(columns.segments.begin(), columns.segments.end(),
                           [rows](const auto &segment) { return isCategory(segment, rows); });
}

/// What a row must have; absent where no row can.
std::optional<std::vector<Codes>> filterOf(const PredictionColumns &columns,
                                           const Selection &selection)
{
    std::vector<Codes> wanted;
    if (selection.model) {
        const auto code = columns.model ? columns.model->codeOf(*selection.model) : std::nullopt;
        if (!code)
            return std::nullopt;
        wanted.push_back({&columns.model->codes, *code});
    }
    for (const auto &where : selection.where) {
        const CategoryColumn *column = columnCalled(columns.segments, columns.day, where.column);
        auto codes = column ? codesOf(*column, where) : std::nullopt;
        if (!codes)
            return std::nullopt;
        wanted.push_back(std::move(*codes));
    }
    return wanted;
}

/// Whether any model has two rows of one example. An empty id is nobody's.
bool anyExampleTwice(const PredictionColumns &columns)
{
    if (!columns.exampleId)
        return false;
    const CategoryColumn &ids = *columns.exampleId;
    const std::size_t models = columns.model ? columns.model->values.size() : 1;
    constexpr std::size_t mostPlacesPerRow = 64; ///< else a table of all would be too large
    const auto rows = static_cast<std::size_t>(ids.codes.size());
    if (ids.values.size() * models > mostPlacesPerRow * rows)
        return false;
    const auto nobody = ids.codeOf({});
    std::vector<bool> seen(ids.values.size() * models);
    for (std::size_t row = 0; row < rows; ++row) {
        const auto at = static_cast<Eigen::Index>(row);
        const std::uint32_t id = ids.codes[at];
        if (id == nobody)
            continue;
        const std::size_t place = id * models + (columns.model ? columns.model->codes[at] : 0);
        if (seen[place])
            return true;
        seen[place] = true;
    }
    return false;
}

bool keeps(const std::vector<Codes> &wanted, Eigen::Index row)
{
    return std::all_of(wanted.begin(), wanted.end(),
                       [row](const Codes &codes) { return codes.keep(row); });
}

} // namespace

std::optional<std::uint32_t> CategoryColumn::codeOf(const std::string &value) const
{
    const auto found = std::find(values.begin(), values.end(), value);
    if (found == values.end())
        return std::nullopt;
    return static_cast<std::uint32_t>(found - values.begin());
}

Predictions::Predictions(PredictionColumns columns, RowAccount account,
                         std::vector<RowAccount> modelAccounts)
    : m_account(std::move(account))
    , m_modelAccounts(std::move(modelAccounts))
{
    assert(isValid(columns));
    m_weight = std::move(columns.weight);
    columns.weight.reset();
    m_columns = std::make_shared<const PredictionColumns>(std::move(columns));
    m_repeatsExamples = anyExampleTwice(*m_columns);
    if (const auto &calls = m_columns->failed) {
        m_anyRefused = (*calls == callRefused).any();
        m_anyFailed = !m_anyRefused || (*calls == callFailed).any();
    }
}

std::shared_ptr<const Predictions> Predictions::reweighted(
        const std::shared_ptr<const Predictions> &read, Eigen::ArrayXd weight, TrafficMix mix)
{
    assert(!read->asRead() && isWeight(weight, read->rows()));
    auto other = std::make_shared<Predictions>(*read);
    other->m_weight = std::move(weight);
    other->m_read = read;
    other->m_mix = std::move(mix);
    return other;
}

std::shared_ptr<const Predictions> Predictions::alike(
        const std::shared_ptr<const Predictions> &read, RowsAlike alike)
{
    assert(!read->asRead());
    auto other = std::make_shared<Predictions>(*read);
    other->m_alike = alike;
    return other;
}

std::shared_ptr<const Predictions> Predictions::rescored(
        const std::shared_ptr<const Predictions> &read, Eigen::ArrayXd score,
        std::shared_ptr<const SetAsideRows> setAside)
{
    assert(!read->asRead() && score.size() == read->rows() && score.isFinite().all());
    auto other = std::make_shared<Predictions>(*read);
    PredictionColumns columns = *read->m_columns;
    columns.score = std::move(score);
    if (setAside)
        columns.setAside = std::move(setAside);
    other->m_columns = std::make_shared<const PredictionColumns>(std::move(columns));
    return other;
}

std::shared_ptr<const Predictions> Predictions::steered(const Predictions &read,
                                                        Eigen::ArrayXd score)
{
    assert(score.size() == read.rows() && score.isFinite().all());
    auto other = std::make_shared<Predictions>(read);
    other->m_score = std::make_shared<const Eigen::ArrayXd>(std::move(score));
    return other;
}

std::shared_ptr<const Predictions> Predictions::paced(const Predictions &read,
                                                      Eigen::ArrayXd latency, RowPaces paces)
{
    assert(!read.isPaced() && latency.size() == read.rows());
    auto other = std::make_shared<Predictions>(read);
    other->m_latency = std::make_shared<const std::optional<Eigen::ArrayXd>>(std::move(latency));
    other->m_paces = std::make_shared<const RowPaces>(std::move(paces));
    return other;
}

std::shared_ptr<const Predictions> Predictions::retimed(
        const std::shared_ptr<const Predictions> &read, Eigen::ArrayXd latency)
{
    assert(!read->asRead());
    auto other = std::make_shared<Predictions>(*read);
    PredictionColumns columns = *read->m_columns;
    columns.latency = std::move(latency);
    assert(isLatency(columns.latency, read->rows()) && isFailed(columns));
    other->m_columns = std::make_shared<const PredictionColumns>(std::move(columns));
    return other;
}

const RowAccount &Predictions::accountOf(const std::optional<std::string> &model) const
{
    const auto code = model && m_columns->model ? m_columns->model->codeOf(*model) : std::nullopt;
    return code && *code < m_modelAccounts.size() ? m_modelAccounts[*code] : m_account;
}

std::vector<std::uint32_t> Predictions::select(const Selection &selection, Calls calls) const
{
    const auto wanted = filterOf(*m_columns, selection);
    if (!wanted)
        return {};
    std::vector<std::uint32_t> kept;
    if (wanted->empty())
        kept.reserve(static_cast<std::size_t>(rows()));
    for (Eigen::Index row = 0; row < rows(); ++row) {
        if (isOf(calls, row) && keeps(*wanted, row))
            kept.push_back(static_cast<std::uint32_t>(row));
    }
    return kept;
}

bool Predictions::hasAny(const Selection &selection, Calls calls) const
{
    const auto wanted = filterOf(*m_columns, selection);
    if (!wanted)
        return false;
    for (Eigen::Index row = 0; row < rows(); ++row) {
        if (isOf(calls, row) && keeps(*wanted, row))
            return true;
    }
    return false;
}

} // namespace oneinn
