// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/rowlisting.h"

#include "core/policies/ownthresholds.h"
#include "core/policies/scenariorows.h"
#include "core/predictions/mixedpredictions.h"
#include "core/readingnote.h"
#include "ingest/againstrest.h"
#include "ingest/columnnames.h"
#include "report/csv.h"
#include "wording/rowwords.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <string_view>

namespace oneinn {

namespace {

std::optional<RowThresholds> thresholdsOf(const Predictions &predictions,
                                          const CellRowsQuestion &question)
{
    const auto *thresholds = thresholdsBySegment(question.combination);
    const CategoryColumn *column =
            thresholds ? segmentNamed(predictions, thresholds->column) : nullptr;
    if (!column)
        return std::nullopt;
    RowThresholds own{column, std::vector(column->values.size(), question.threshold.value)};
    for (const auto &each : thresholdsNow(*thresholds, question.threshold)) {
        if (const auto code = column->codeOf(each.value))
            own.of[*code] = each.threshold.value;
    }
    return own;
}

/// Of several classes, which one a row is of is not known here: it is none of the one looked at.
QString negativeOf(const ingest::ResolvedMapping &mapping)
{
    return ingest::classAgainstRest(mapping)
            ? QStringLiteral("not ") + QString::fromStdString(mapping.positive.value)
            : QString::fromStdString(mapping.negative);
}

template<typename Wanted>
RowListing listingOf(const ScenarioRows &rows, const CellRowsQuestion &question,
                     const ingest::ResolvedMapping &mapping, Wanted isWanted)
{
    const bool ownScores = thresholdsBySegment(question.combination) != nullptr;
    const PredictionsPtr &predictions = ownScores ? rows.source() : rows.all()->predictions();
    RowListing listing{.predictions = predictions,
                       .thresholds = thresholdsOf(*predictions, question),
                       .positive = QString::fromStdString(mapping.positive.value),
                       .negative = negativeOf(mapping),
                       .lowerIsPositive = mapping.lowerIsPositive.value,
                       .id = nullptr,
                       .columns = {},
                       .hidden = {}};
    const auto &id = predictions->exampleId();
    if (id && isWanted(id->name))
        listing.id = &*id;
    else if (id)
        listing.hidden.append(RowListing::nameOf(*id));
    for (const CategoryColumn &column : predictions->segments()) {
        if (isWanted(column.name))
            listing.columns.push_back(&column);
        else
            listing.hidden.append(RowListing::nameOf(column));
    }
    return listing;
}

} // namespace

bool looksPersonal(const std::string &column)
{
    constexpr std::array<std::string_view, 10> personalWords{
            "email",  "mail",    "name", "surname", "phone",
            "mobile", "address", "ip",   "birth",   "iban"};
    if (ingest::NameFits(column).of(ingest::ColumnRole::Personal))
        return true;
    return std::ranges::any_of(ingest::wordsOf(column), [&](const std::string &word) {
        return std::ranges::find(personalWords, word) != personalWords.end();
    });
}

std::optional<double> RowListing::scoreOf(std::uint32_t row) const
{
    if (predictions->failed(row))
        return std::nullopt;
    return inFile(predictions->score()[row]);
}

std::optional<std::uint32_t> RowListing::lineOf(std::uint32_t row) const
{
    const auto &lines = predictions->line();
    return lines ? std::optional((*lines)[row]) : std::nullopt;
}

std::optional<double> RowListing::thresholdOf(std::uint32_t row) const
{
    if (!thresholds)
        return std::nullopt;
    return inFile(thresholds->of[thresholds->column->codes[row]]);
}

/// A difference, because -0.0 would be written as "-0".
double RowListing::inFile(double score) const
{
    return lowerIsPositive ? 0.0 - score : score;
}

QString RowListing::labelOf(std::uint32_t row) const
{
    return predictions->label()[row] != 0 ? positive : negative;
}

std::optional<double> RowListing::waitOf(std::uint32_t row) const
{
    const auto &wait = predictions->wait();
    return wait && !std::isnan((*wait)[row]) ? std::optional((*wait)[row]) : std::nullopt;
}

QString RowListing::cellOf(const CategoryColumn &column, std::uint32_t row)
{
    return QString::fromStdString(column.values[column.codes[row]]);
}

QString RowListing::nameOf(const CategoryColumn &column)
{
    return QString::fromStdString(column.name);
}

QStringList RowListing::header(QString (*text)(const QString &), const QString &outcome) const
{
    QStringList cells;
    if (id)
        cells.append(text(nameOf(*id)));
    else if (predictions->line())
        cells.append(QStringLiteral("line"));
    cells.append(QStringLiteral("score"));
    if (thresholds)
        cells.append(QStringLiteral("threshold"));
    cells += {QStringLiteral("label"), outcome};
    if (hasWaits())
        cells.append(QStringLiteral("wait_ms"));
    for (const CategoryColumn *column : columns)
        cells.append(text(nameOf(*column)));
    return cells;
}

QStringList RowListing::line(std::uint32_t row, const QString &end,
                             QString (*text)(const QString &)) const
{
    QStringList cells;
    if (id)
        cells.append(text(cellOf(*id, row)));
    else if (const auto line = lineOf(row))
        cells.append(QString::number(*line));
    cells.append(report::csvNumber(scoreOf(row)));
    if (thresholds)
        cells.append(report::csvNumber(thresholdOf(row)));
    cells += {text(labelOf(row)), end};
    if (hasWaits())
        cells.append(report::csvNumber(waitOf(row)));
    for (const CategoryColumn *column : columns)
        cells.append(text(cellOf(*column, row)));
    return cells;
}

RowListing rowListing(const ScenarioRows &rows, const CellRowsQuestion &question,
                      const ingest::ResolvedMapping &mapping, const std::vector<std::string> &asked)
{
    return listingOf(rows, question, mapping, [&asked](const std::string &column) {
        return std::ranges::find(asked, column) != asked.end() || !looksPersonal(column);
    });
}

RowListing wholeRowListing(const ScenarioRows &rows, const CellRowsQuestion &question,
                           const ingest::ResolvedMapping &mapping)
{
    return listingOf(rows, question, mapping, [](const std::string &) { return true; });
}

QString rowsCsv(const RowListing &listing, const CellRows &found)
{
    QString csv = report::csvRow(listing.header(report::csvText));
    for (std::size_t i = 0; i < found.rows.size(); ++i)
        csv += report::csvRow(
                listing.line(found.rows[i], wording::rowEndCode(found.ends[i]), report::csvText));
    return csv;
}

} // namespace oneinn
