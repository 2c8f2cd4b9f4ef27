// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/columntrial.h"

#include <algorithm>
#include <set>

namespace oneinn {

bool ColumnTrial::mayBeOpened() const
{
    return !problem && mapping && positiveIsClear && mapping->doubt() == nullptr;
}

ColumnTrial tryColumns(const ingest::TableFile &table, const ingest::ColumnMapping &mapping,
                       const JobControl &job)
{
    constexpr double isRead = 0.8;
    ColumnTrial trial{.records = table.records()};
    auto reading = table.tryOut(mapping, ColumnTrial::mostRecords, job.part(0.0, isRead));
    if (!reading) {
        trial.problem = reading.problem();
        return trial;
    }
    auto tried = std::move(reading).value();
    trial.every = tried.every;
    trial.positiveIsClear = tried.positiveIsClear;
    trial.mapping = std::move(tried.mapping);
    if (!tried.predictions) {
        trial.problem = tried.predictions.problem();
        return trial;
    }
    auto numbers = trialNumbers(tried.predictions.value(), job.part(isRead, 1.0));
    if (numbers)
        trial.numbers = std::move(numbers).value();
    else
        trial.problem = numbers.problem();
    return trial;
}

TableHead tableHead(const ingest::TableFile &table, const QString &find,
                    const std::vector<std::string> &first, const JobControl &job)
{
    const std::set<std::string> wanted(first.begin(), first.end());
    std::vector<std::size_t> preferred;
    std::vector<std::size_t> others;
    TableHead head;
    for (std::size_t i = 0; i < table.columns().size() && !job.stopRequested(); ++i) {
        const ingest::ColumnProfile &column = table.columns()[i];
        const bool isWanted = wanted.contains(column.name);
        if (!isWanted && !column.ofList.empty())
            continue;
        if (!QString::fromStdString(column.name).contains(find, Qt::CaseInsensitive))
            continue;
        ++head.matching;
        (isWanted ? preferred : others).push_back(i);
    }
    preferred.resize(std::min(preferred.size(), TableHead::mostColumns));
    others.resize(std::min(others.size(), TableHead::mostColumns - preferred.size()));
    head.columns = std::move(preferred);
    head.columns.insert(head.columns.end(), others.begin(), others.end());
    std::sort(head.columns.begin(), head.columns.end());
    if (!job.stopRequested())
        head.cells = table.firstRecords(TableHead::mostRecords, head.columns);
    return head;
}

} // namespace oneinn
