// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/classesread.h"

#include "core/classes/classdecision.h"
#include "core/eigenindex.h"
#include "ingest/againstrest.h"
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
    auto read = ingest::classTable(
            file, {.label = asked.label, .weight = asked.weight, .where = asked.where});
    auto *table = std::get_if<ingest::ClassTable>(&read);
    if (!table)
        return nullptr;
    const std::size_t classes = table->rows.names.size();
    ClassesAnswer answer{.table = std::move(*table),
                         .report = {},
                         .costs = evenCosts(classes),
                         .thresholds = {},
                         .ownCosts = !asked.costs.empty(),
                         .columns = {}};
    Eigen::ArrayXd thresholds =
            Eigen::ArrayXd::Constant(eigenIndex(classes), -std::numeric_limits<double>::infinity());
    if (!asked.thresholds.empty() && answer.table.scores)
        answer.thresholds.resize(classes);
    for (const ClassThreshold &each : asked.thresholds) {
        if (each.of >= answer.thresholds.size())
            continue;
        thresholds[each.of] = each.score;
        answer.thresholds[each.of] = each.score;
    }
    if (answer.table.scores)
        answer.table.rows.decided = decidedByScore(*answer.table.scores, thresholds);
    for (const ClassCost &each : asked.costs) {
        if (each.actual < classes && each.decided <= classes)
            answer.costs(each.actual, each.decided) = each.cost;
    }
    answer.report = classReport(answer.table.rows, answer.costs);
    for (const auto &column : file.columns())
        answer.columns.push_back(column.name);
    return std::make_shared<const ClassesAnswer>(std::move(answer));
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
    if (!ingest::classAgainstRest(data.file.mapping))
        return m_reading.forget();
    Asked asked{data.source.path, data.reference.sha256, data.file.mapping.label.value,
                m_session->scenario().selection.where};
    if (const auto &weight = data.file.mapping.weight)
        asked.weight = weight->value;
    forgetOfOther(asked);
    asked.costs = m_costs;
    asked.thresholds = m_thresholds;
    m_reading.ask(asked, ofOpenTable(*m_session, [asked](const ingest::TableFile &file) {
                      return classesIn(file, asked);
                  }));
}

void ClassesRead::forgetOfOther(const Asked &asked)
{
    const QString of = asked.path + QChar(0) + QString::fromStdString(asked.label);
    if (of == m_ownOf)
        return;
    m_ownOf = of;
    m_costs.clear();
    m_thresholds.clear();
}

void ClassesRead::setCost(const ClassCost &cost)
{
    std::erase_if(m_costs, [&cost](const ClassCost &each) {
        return each.actual == cost.actual && each.decided == cost.decided;
    });
    const double even = cost.actual == cost.decided ? 0.0 : 1.0;
    if (cost.cost != even)
        m_costs.push_back(cost);
    follow();
}

void ClassesRead::setThreshold(std::uint32_t of, std::optional<double> score)
{
    std::erase_if(m_thresholds, [of](const ClassThreshold &each) { return each.of == of; });
    if (score)
        m_thresholds.push_back({of, *score});
    follow();
}

void ClassesRead::forgetCosts()
{
    m_costs.clear();
    m_thresholds.clear();
    follow();
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
