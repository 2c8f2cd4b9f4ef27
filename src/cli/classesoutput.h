// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/options.h"
#include "core/classes/classreport.h"
#include "ingest/classtable.h"

#include <QString>
#include <QStringList>

namespace oneinn::cli {

/// A report with all that is told beside it.
struct AnsweredClasses {
    const ingest::ClassTable &table;
    const std::vector<std::string> &columns; ///< names of the file's
    ClassReport report;
    ClassCosts costs;
    std::vector<std::optional<double>> thresholds = {}; ///< empty: none
    bool ownCosts = false;
    bool byCost = false;
    QStringList warnings = {};
};

QString classesOutput(const AnsweredClasses &answer, Format format);

} // namespace oneinn::cli
