// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/cellrows/cellrows.h"
#include "core/predictions/predictions.h"
#include "ingest/columnmapping.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// Rows one by one, as a person reads them: id or line, score, label, what they end in, wait, and
/// the segments they are of.
namespace oneinn {

/// Where segments have thresholds of their own: that of each row.
struct RowThresholds {
    const CategoryColumn *column = nullptr;
    std::vector<double> of; ///< by the column's codes
};

struct RowListing {
    PredictionsPtr predictions; ///< whose scores are those of the file
    std::optional<RowThresholds> thresholds;
    QString positive, negative;         ///< as the label's column has them
    bool lowerIsPositive = false;       ///< the file's score is the one here negated
    const CategoryColumn *id = nullptr; ///< null: none, or a personal one
    std::vector<const CategoryColumn *> columns;
    QStringList hidden; ///< columns that look personal, and were not asked for

    /// As it stands in the file; absent where the call failed.
    std::optional<double> scoreOf(std::uint32_t row) const;
    /// In the file, 1-based; absent where it has no lines. It stands in place of an id.
    std::optional<std::uint32_t> lineOf(std::uint32_t row) const;
    /// From which the row is shown (up to which, where lower is positive); absent: that of all.
    std::optional<double> thresholdOf(std::uint32_t row) const;
    bool hasWaits() const { return predictions->hasLatency(); }
    QString labelOf(std::uint32_t row) const;
    /// In milliseconds; +infinity: timed out; absent: not known.
    std::optional<double> waitOf(std::uint32_t row) const;
    static QString cellOf(const CategoryColumn &column, std::uint32_t row);
    static QString nameOf(const CategoryColumn &column);

    /// text: makes what the file says fit for where it is to stand.
    /// outcome: over what becomes of a row; files keep "is", by which they are read.
    QStringList header(QString (*text)(const QString &),
                       const QString &outcome = QStringLiteral("is")) const;
    /// end: what the row ends in, in the words of where it is to stand.
    QStringList line(std::uint32_t row, const QString &end, QString (*text)(const QString &)) const;

private:
    double inFile(double score) const;
};

/// By its name: of who somebody is, or how to reach them.
bool looksPersonal(const std::string &column);

/// Of the rows that cellRows() finds for the question: with their scores in the file where segments
/// have thresholds of their own, and those of all calls together where several are one. Without
/// columns that look personal by their name, but for those that are asked for.
RowListing rowListing(const ScenarioRows &rows, const CellRowsQuestion &question,
                      const ingest::ResolvedMapping &mapping,
                      const std::vector<std::string> &asked);
/// As rowListing(), with every column.
RowListing wholeRowListing(const ScenarioRows &rows, const CellRowsQuestion &question,
                           const ingest::ResolvedMapping &mapping);

/// A heading and a line for each. A text that begins like a formula gets an apostrophe.
QString rowsCsv(const RowListing &listing, const CellRows &found);

} // namespace oneinn
