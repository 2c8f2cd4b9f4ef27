// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/unlabelledbuilder.h"

#include "core/limits.h"
#include "ingest/columnindex.h"
#include "ingest/numbers.h"

#include <cmath>
#include <utility>

namespace oneinn::ingest {

UnlabelledBuilder::UnlabelledBuilder(const TableProfile &table, const ResolvedMapping &mapping)
{
    const ColumnIndex index(table.columns);
    const auto column = [&](const std::string &name) {
        return Column{name, table.columns[*index.find(name)].field, {}, {}};
    };
    if (mapping.model)
        m_model = column(mapping.model->value);
    for (const WideModel &model : mapping.wide)
        m_wide.push_back(model.name);
    if (m_wide.size() > 1)
        m_model = Column{"model", 0, {}, {}};
    for (const ResolvedColumn &segment : mapping.segments)
        m_segments.push_back(column(segment.value));
}

void UnlabelledBuilder::add(double score, const Fields &fields, std::size_t model)
{
    if (!(std::abs(score) <= limits::largestScore))
        return;
    m_score.push_back(score);
    if (m_model) {
        const std::string_view name = m_wide.size() > 1 ? std::string_view(m_wide[model])
                                                        : trimmed(fields[m_model->field]);
        m_model->codes.push_back(m_model->words.insert(name));
    }
    for (Column &segment : m_segments)
        segment.codes.push_back(segment.words.insert(trimmed(fields[segment.field])));
}

UnlabelledRows::Words UnlabelledBuilder::Column::finish()
{
    return {std::move(name), words.takeWords(), std::move(codes)};
}

std::shared_ptr<const UnlabelledRows> UnlabelledBuilder::finish()
{
    if (m_score.empty())
        return nullptr;
    auto rows = std::make_shared<UnlabelledRows>();
    rows->score = std::move(m_score);
    if (m_model)
        rows->model = m_model->finish();
    for (Column &segment : m_segments)
        rows->segments.push_back(segment.finish());
    return rows;
}

} // namespace oneinn::ingest
