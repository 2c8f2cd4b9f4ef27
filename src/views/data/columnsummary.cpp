// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/data/columnsummary.h"

#include "ingest/latencyunit.h"
#include "wording/names.h"
#include "wording/phrases.h"

#include <QObject>
#include <QStringList>

namespace oneinn {

namespace {

QString named(const ingest::ResolvedColumn &column)
{
    return wording::nameText(column.value);
}

} // namespace

QString columnSummary(const ingest::ResolvedMapping &mapping)
{
    QStringList parts;
    parts.append(QObject::tr("label %1 (positive: %2)")
                         .arg(named(mapping.label), wording::nameText(mapping.positive.value)));
    parts.append(mapping.lowerIsPositive.value
                         ? QObject::tr("score %1 (lower is positive)").arg(named(mapping.score))
                         : QObject::tr("score %1").arg(named(mapping.score)));
    if (mapping.decision)
        parts.append(QObject::tr("of the class in %1").arg(named(*mapping.decision)));
    if (mapping.latency)
        parts.append(QObject::tr("latency %1 in %2")
                             .arg(named(*mapping.latency),
                                  QString::fromUtf8(ingest::symbolOf(mapping.unit.value).data())));
    for (const ingest::WideModel &model : mapping.wide)
        parts.append(QObject::tr("model %1 in %2")
                             .arg(wording::nameText(model.name), wording::nameText(model.score)));
    if (!mapping.failed.empty())
        parts.append(QObject::tr("failed where %1").arg(failedCellsText(mapping.failed)));
    if (!mapping.refused.empty())
        parts.append(QObject::tr("refused where %1").arg(failedCellsText(mapping.refused)));
    if (mapping.model)
        parts.append(QObject::tr("model %1").arg(named(*mapping.model)));
    else if (!mapping.modelsPooled.empty())
        parts.append(QObject::tr("no model (%1 has more than 50 values)")
                             .arg(wording::nameText(mapping.modelsPooled)));
    if (mapping.weight)
        parts.append(QObject::tr("weight %1").arg(named(*mapping.weight)));
    if (mapping.count)
        parts.append(QObject::tr("count %1").arg(named(*mapping.count)));
    if (mapping.userId)
        parts.append(QObject::tr("user %1").arg(named(*mapping.userId)));
    if (mapping.day)
        parts.append(QObject::tr("day %1").arg(named(*mapping.day)));
    QStringList segments;
    for (const ingest::ResolvedColumn &segment : mapping.segments)
        segments.append(named(segment));
    if (!segments.isEmpty())
        parts.append(QObject::tr("segments %1").arg(wording::listed(segments)));
    return QObject::tr("Columns: %1").arg(parts.join(QLatin1String("; ")));
}

QString failedCellsText(const std::vector<ingest::FailedCells> &cells)
{
    QStringList parts;
    for (const auto &each : cells) {
        const QString column = wording::nameText(each.column);
        parts.append(each.value
                             ? QObject::tr("%1 is %2").arg(column, wording::nameText(*each.value))
                             : QObject::tr("%1 says so").arg(column));
    }
    return wording::joined(parts, QObject::tr("or"));
}

QString reasonText(ingest::GuessReason reason)
{
    using ingest::GuessReason;
    switch (reason) {
    case GuessReason::Given:
        return QObject::tr("Chosen by you");
    case GuessReason::Name:
        return QObject::tr("Guessed by its name");
    case GuessReason::NamePart:
        return QObject::tr("Guessed by a part of its name");
    case GuessReason::Values:
        return QObject::tr("Guessed by what is in it");
    case GuessReason::Rarer:
        return QObject::tr("Guessed as the rarer of the two values");
    case GuessReason::Default:
        return QObject::tr("Taken because nothing speaks for another");
    }
    Q_UNREACHABLE();
}

} // namespace oneinn
