// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/labelswarning.h"

#include "core/labels/labelsbyscore.h"
#include "wording/datalimitwords.h"
#include "wording/phrases.h"

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
    const QString missing = wording::labelsByScoreText(*labels, units.inFile(labels->middle));
    if (options.command == Command::Reach && options.scenario.targets.missed)
        return u"A limit on what is missed cannot be judged: %1. Label some that are not shown, drawn at random (learn says how many), or leave the limit out."_s
                .arg(missing);
    if (saysSoItself(options.command))
        return std::nullopt;
    for (QStringList *one : told)
        one->append(
                wording::asSentence(missing)
                + u" What follows counts labelled ones alone: what is missed, what anything is worth and thresholds below which hardly any has a label look better than they are."_s);
    return std::nullopt;
}

} // namespace oneinn::cli
