// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/classesread.h"

#include "core/classes/classdecision.h"
#include "core/eigenindex.h"
#include "results/paces.h"
#include "results/tablework.h"
#include "session/session.h"

#include <algorithm>
#include <limits>
#include <memory>
#include <utility>
#include <variant>

namespace oneinn {

namespace {

std::shared_ptr<const ClassesAnswer> classesIn(const ingest::TableFile &file,
                                               const ClassesRead::Asked &asked)
{
    auto read = ingest::classTable(file, {.label = asked.label, .where = asked.where});
    auto *table = std::get_if<ingest::ClassTable>(&read);
    if (!table)
        return nullptr;
    const std::size_t classes = table->rows.names.size();
    if (table->scores)
        table->rows.decided =
                decidedByScore(*table->scores,
                               Eigen::ArrayXd::Constant(eigenIndex(classes),
                                                        -std::numeric_limits<double>::infinity()));
    ClassesAnswer answer{.table = std::move(*table), .report = {}, .columns = {}};
    answer.report = classReport(answer.table.rows, evenCosts(classes));
    for (const auto &column : file.columns())
        answer.columns.push_back(column.name);
    return std::make_shared<const ClassesAnswer>(std::move(answer));
}

bool hasSeveralClasses(const ingest::ResolvedMapping &mapping)
{
    return std::ranges::any_of(mapping.notes, [](const ReadingNote &note) {
        return note.kind == ReadingNote::Kind::AgainstRest;
    });
}

} // namespace

ClassesRead::ClassesRead(Session *session, Workers &workers, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_reading(workers, atOncePace, {})
{
    connect(session, &Session::assessmentChanged, this, &ClassesRead::follow);
}

void ClassesRead::follow()
{
    const OpenedData &data = m_session->data();
    if (!hasSeveralClasses(data.file.mapping))
        return m_reading.forget();
    const Asked asked{data.source.path, data.reference.sha256, data.file.mapping.label.value,
                      m_session->scenario().selection.where};
    m_reading.ask(asked, ofOpenTable(*m_session, [asked](const ingest::TableFile &file) {
                      return classesIn(file, asked);
                  }));
}

Source ClassesRead::against(std::size_t taken) const
{
    Source source{.path = m_session->data().source.path,
                  .mapping = m_session->data().source.mapping};
    const auto answer = m_reading.current();
    if (!answer || taken >= answer->table.rows.names.size())
        return source;
    const ingest::ClassColumns &columns = answer->table.columns;
    source.mapping.label = answer->columns[columns.label];
    source.mapping.positive = answer->table.rows.names[taken];
    if (!columns.scores.empty())
        source.mapping.score = answer->columns[columns.scores[taken]];
    return source;
}

} // namespace oneinn

#include "moc_classesread.cpp"
