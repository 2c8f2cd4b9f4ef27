// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ingest/confusionrows.h"

#include <QString>
#include <QStringList>

#include <cstddef>
#include <string>
#include <vector>

/// Rows of one class that were called another, as a person reads them.
namespace oneinn {

struct ConfusionWish {
    std::uint32_t actual = 0;
    std::uint32_t decided = 0; ///< the number of classes: undecided
    std::size_t most = 20;
    std::vector<std::string> shown = {}; ///< columns besides, personal or not
    bool personal = false;               ///< all columns, personal or not

    friend bool operator==(const ConfusionWish &, const ConfusionWish &) = default;
};

struct ConfusionListing {
    QString actual, decided; ///< "undecided" where it is none
    QStringList columns;     ///< of the file: what says which row it is
    QStringList scores;      ///< the columns with the scores of both classes, or one, or none
    QStringList hidden;      ///< columns that look personal, and were not asked for
    ingest::ConfusionRows found;

    /// text: makes what the file says fit for where it is to stand.
    QStringList header(QString (*text)(const QString &)) const;
    QStringList line(std::size_t at, QString (*text)(const QString &)) const;
};

/// The first columns that are neither the label nor a class's score, without those that look
/// personal, and those that are asked for. table: with what was decided.
ConfusionListing confusionListing(const ingest::TableFile &file, const ingest::ClassTable &table,
                                  const ConfusionWish &wish);
/// A heading and a line for each. A text that begins like a formula gets an apostrophe.
QString confusionCsv(const ConfusionListing &listing);

} // namespace oneinn
