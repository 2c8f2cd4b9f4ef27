// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/keptsince.h"

#include "core/predictions/predictionssince.h"

#include <variant>

namespace oneinn::cli {

using namespace Qt::StringLiterals;

namespace {

QString sinceTrouble(SinceTrouble trouble, const QString &since)
{
    switch (trouble) {
    case SinceTrouble::NoDays:
        return u"--since needs a column of days, and none was found. Name it with --day."_s;
    case SinceTrouble::OtherForm:
        return u"--since %1: the days of the file are written in another way, or in several. Write "
               "it as the file does, with the year first."_s.arg(since);
    case SinceTrouble::NothingLeft:
        break;
    }
    return u"No use is of %1 or later. Choose an earlier day."_s.arg(since);
}

} // namespace

std::optional<Unusable> keepSince(Input &input, const QString &since)
{
    if (since.isEmpty())
        return std::nullopt;
    const auto kept = predictionsSince(input.file.predictions, since.toStdString());
    if (const auto *trouble = std::get_if<SinceTrouble>(&kept))
        return Unusable{sinceTrouble(*trouble, since)};
    auto index = PredictionIndex::build(std::get<PredictionsPtr>(kept), input.index->selection());
    if (!index)
        return Unusable{sinceTrouble(SinceTrouble::NothingLeft, since)};
    input.index = std::move(index).value();
    return std::nullopt;
}

} // namespace oneinn::cli
