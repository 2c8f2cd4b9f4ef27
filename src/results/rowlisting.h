// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/predictions/predictions.h"
#include "ingest/columnmapping.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// Rows one by one, as a person reads them: id, score, label, wait, and the segments they are of.
namespace oneinn {

struct RowListing {
    PredictionsPtr predictions;
    QString positive, negative;         ///< as the label's column has them
    bool lowerIsPositive = false;       ///< the file's score is the one here negated
    const CategoryColumn *id = nullptr; ///< null: none, or a personal one
    std::vector<const CategoryColumn *> columns;
    QStringList hidden; ///< columns that look personal, and were not asked for

    /// As it stands in the file.
    double scoreOf(std::uint32_t row) const;
    QString labelOf(std::uint32_t row) const;
    /// In milliseconds; +infinity: timed out; absent: not known.
    std::optional<double> waitOf(std::uint32_t row) const;
    static QString cellOf(const CategoryColumn &column, std::uint32_t row);
    static QString nameOf(const CategoryColumn &column);

    /// text: makes what the file says fit for where it is to stand.
    QStringList header(QString (*text)(const QString &)) const;
    QStringList line(std::uint32_t row, QString (*text)(const QString &)) const;
};

/// Without columns that look personal by their name, but for those that are asked for.
RowListing rowListing(const PredictionsPtr &predictions, const ingest::ResolvedMapping &mapping,
                      const std::vector<std::string> &asked);
/// As rowListing(), with every column.
RowListing wholeRowListing(const PredictionsPtr &predictions,
                           const ingest::ResolvedMapping &mapping);

/// A heading and a line for each. A text that begins like a formula gets an apostrophe.
QString rowsCsv(const RowListing &listing, const std::vector<std::uint32_t> &rows);

} // namespace oneinn
