// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/setasidebuilder.h"

#include "core/limits.h"
#include "ingest/columnindex.h"
#include "ingest/numbers.h"

#include <cmath>
#include <limits>
#include <utility>

namespace oneinn::ingest {

namespace {
constexpr double noScore = std::numeric_limits<double>::quiet_NaN();
}

SetAsideBuilder::SetAsideBuilder(const TableProfile &table, const ResolvedMapping &mapping)
{
    const ColumnIndex index(table.columns);
    const auto column = [&](const std::string &name) {
        return Column{name, table.columns[*index.find(name)].field, {}, {}};
    };
    if (mapping.model)
        m_model = column(mapping.model->value);
    if (mapping.day)
        m_day = column(mapping.day->value);
    for (const WideModel &model : mapping.wide)
        m_wide.push_back(model.name);
    if (m_wide.size() > 1)
        m_model = Column{"model", 0, {}, {}};
    for (const ResolvedColumn &segment : mapping.segments)
        m_segments.push_back(column(segment.value));
}

void SetAsideBuilder::add(SetAsideReason reason, const std::optional<double> &score,
                          const Fields &fields, std::size_t model)
{
    if (reason > SetAsideReason::ScoreInvalid)
        return;
    m_reason.push_back(reason);
    m_score.push_back(score && std::abs(*score) <= limits::largestScore ? *score : noScore);
    if (m_day)
        m_day->codes.push_back(m_day->words.insert(trimmed(fields[m_day->field])));
    if (m_model) {
        const std::string_view name = m_wide.size() > 1 ? std::string_view(m_wide[model])
                                                        : trimmed(fields[m_model->field]);
        m_model->codes.push_back(m_model->words.insert(name));
    }
    for (Column &segment : m_segments)
        segment.codes.push_back(segment.words.insert(trimmed(fields[segment.field])));
}

SetAsideRows::Words SetAsideBuilder::Column::finish()
{
    return {std::move(name), words.takeWords(), std::move(codes)};
}

std::shared_ptr<const SetAsideRows> SetAsideBuilder::finish()
{
    if (m_score.empty())
        return nullptr;
    auto rows = std::make_shared<SetAsideRows>();
    rows->reason = std::move(m_reason);
    rows->score = std::move(m_score);
    if (m_day)
        rows->day = m_day->finish();
    if (m_model)
        rows->model = m_model->finish();
    for (Column &segment : m_segments)
        rows->segments.push_back(segment.finish());
    return rows;
}

} // namespace oneinn::ingest
