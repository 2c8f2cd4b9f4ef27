// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/stagesread.h"

#include "results/paces.h"
#include "results/tablework.h"
#include "session/session.h"

#include <optional>
#include <utility>

namespace oneinn {

namespace {

std::optional<std::string> columnIn(const std::optional<ingest::ResolvedColumn> &role)
{
    return role ? std::optional(role->value) : std::nullopt;
}

} // namespace

ingest::StagesAsked stagesAsked(const ingest::ResolvedMapping &mapping, const Selection &selection)
{
    ingest::StagesAsked asked{.stages = {},
                              .weight = columnIn(mapping.weight ? mapping.weight : mapping.count),
                              .user = columnIn(mapping.userId),
                              .day = columnIn(mapping.day),
                              .where = selection.where};
    if (mapping.model && selection.model)
        asked.where.push_back({mapping.model->value, *selection.model});
    return asked;
}

std::shared_ptr<const StagesAnswer> stagesIn(const ingest::TableFile &file,
                                             const ingest::StagesAsked &asked)
{
    auto table = ingest::stageTable(file, asked);
    if (!table)
        return nullptr;
    StagesAnswer answer{.table = std::move(table).value(), .losses = {}, .columns = {}};
    answer.losses = *pipelineLosses(answer.table.rows);
    for (const auto &column : file.columns())
        answer.columns.push_back(column.name);
    return std::make_shared<const StagesAnswer>(std::move(answer));
}

StagesRead::StagesRead(Session *session, Workers &workers, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_reading(workers, atOncePace, {})
{
    connect(session, &Session::assessmentChanged, this, &StagesRead::follow);
}

void StagesRead::follow()
{
    const OpenedData &data = m_session->data();
    if (!data.file.hasStages)
        return m_reading.forget();
    const Asked asked{data.source.path, data.reference.sha256,
                      stagesAsked(data.file.mapping, m_session->scenario().selection)};
    m_reading.ask(asked, ofOpenTable(*m_session, [asked](const ingest::TableFile &file) {
                      return stagesIn(file, asked.stages);
                  }));
}

} // namespace oneinn

#include "moc_stagesread.cpp"
