// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/labelswarning.h"

#include "core/labels/labelsbyscore.h"
#include "wording/datalimitwords.h"

namespace oneinn::cli {

using namespace Qt::StringLiterals;

namespace {

bool saysSoItself(Command command)
{
    switch (command) {
    case Command::Metrics:
    case Command::Answer:
    case Command::OperatingPoint:
    case Command::Learn:
    case Command::Rows:
    case Command::Classes:
    case Command::Columns:
    case Command::Check:
    case Command::LoadBearing:
    case Command::Practise:
        return true;
    default:
        return false;
    }
}

} // namespace

std::optional<QString> labelsProblem(const Options &options, const PredictionIndex &index,
                                     const ScoreUnits &units,
                                     std::initializer_list<QStringList *> told)
{
    const auto labels = labelsByScore(*index.predictions(), index.selection());
    if (!labels)
        return std::nullopt;
    const double middle = units.inFile(labels->middle);
    if (options.command == Command::Reach && options.scenario.targets.missed)
        return wording::missedLimitUnknownText(*labels, middle);
    if (saysSoItself(options.command))
        return std::nullopt;
    for (QStringList *one : told)
        one->append(wording::labelsWarning(*labels, middle));
    return std::nullopt;
}

} // namespace oneinn::cli
