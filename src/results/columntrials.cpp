// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/columntrials.h"

#include "results/paces.h"
#include "session/columnparts.h"

#include <QFile>

#include <algorithm>
#include <utility>

namespace oneinn {

namespace {

} // namespace

ColumnTrials::ColumnTrials(Workers &workers, QObject *parent)
    : QObject(parent)
    , m_reading(workers, atOncePace, {})
    , m_trial(workers, atOncePace, {})
    , m_head(workers, atOncePace, {})
{
    connect(&m_reading, &BackgroundState::changed, this, &ColumnTrials::takeTable);
    connect(&m_trial, &BackgroundState::changed, this, [this] {
        askHead();
        Q_EMIT changed();
    });
    connect(&m_head, &BackgroundState::changed, this, [this] {
        if (m_head.isAnswered())
            Q_EMIT headChanged();
    });
    for (const BackgroundState *part :
         {static_cast<BackgroundState *>(&m_reading), static_cast<BackgroundState *>(&m_trial)}) {
        connect(part, &BackgroundState::progressed, this, &ColumnTrials::progressed);
        connect(part, &BackgroundState::memoryRanOut, this, &ColumnTrials::changed);
    }
}

void ColumnTrials::setTable(ingest::TableFile::Ptr table)
{
    if (m_table == table)
        return;
    m_reading.forget();
    m_trial.forget();
    m_head.forget();
    m_table = std::move(table);
    askHead();
    askTrial();
}

void ColumnTrials::read(const Source &source)
{
    const TableAsked asked{source.path, source.mapping.delimiter};
    if (m_reading.asked() == asked && !m_reading.isCancelled())
        return;
    if (m_table && !m_reading.asked()
        && m_table->bytes().path() == QFile::encodeName(source.path).toStdString())
        return;
    forget();
    m_reading.ask(asked, [source](const JobControl &job) {
        return std::make_shared<const Result<ingest::TableFile::Ptr>>(readTableOf(source, job));
    });
}

void ColumnTrials::forget()
{
    m_reading.forget();
    m_trial.forget();
    m_head.forget();
    m_table.reset();
}

std::optional<Problem> ColumnTrials::problem() const
{
    const auto answer = m_reading.current();
    return answer && !*answer ? std::optional(answer->problem()) : std::nullopt;
}

void ColumnTrials::takeTable()
{
    const auto answer = m_reading.current();
    if (answer && *answer && m_table != answer->value()) {
        m_table = answer->value();
        askHead();
        askTrial();
    }
    Q_EMIT changed();
}

void ColumnTrials::tryOut(const ingest::ColumnMapping &mapping)
{
    m_mapping = mapping;
    askTrial();
}

void ColumnTrials::askTrial()
{
    if (!m_table || !m_mapping)
        return;
    m_trial.ask({m_table, *m_mapping},
                [table = m_table, mapping = *m_mapping](const JobControl &job) {
                    return std::make_shared<const ColumnTrial>(tryColumns(*table, mapping, job));
                });
}

void ColumnTrials::find(const QString &part)
{
    m_find = part;
    askHead();
}

/// Which columns are used is of account only where not all can be shown.
void ColumnTrials::askHead()
{
    if (!m_table)
        return;
    HeadAsked asked{m_table, m_find, {}};
    const auto trial = m_trial.answer();
    const bool mayLack = m_table->columns().size() > TableHead::mostColumns
            || std::ranges::any_of(m_table->columns(),
                                   [](const auto &column) { return !column.ofList.empty(); });
    if (mayLack && trial && trial->mapping)
        asked.first = usedColumns(*trial->mapping);
    m_head.ask(asked, [asked](const JobControl &job) {
        return std::make_shared<const TableHead>(
                tableHead(*asked.table, asked.find, asked.first, job));
    });
}

std::optional<double> ColumnTrials::progress() const
{
    return m_reading.progress() ? m_reading.progress() : m_trial.progress();
}

void ColumnTrials::cancel()
{
    m_reading.cancel();
    m_trial.cancel();
}

void ColumnTrials::resume()
{
    m_reading.resume();
    m_trial.resume();
}

} // namespace oneinn

#include "moc_columntrials.cpp"
