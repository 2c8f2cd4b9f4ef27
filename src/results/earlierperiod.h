// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/predictions/selection.h"
#include "report/droppicture.h"

#include <QString>

#include <string>
#include <variant>

namespace oneinn {

/// The earlier period is another file, whose columns are used as those of the open one where it
/// has them, and have roles of their own where it has not.
struct EarlierFile {
    QString path;

    friend bool operator==(const EarlierFile &, const EarlierFile &) = default;
};

/// Both periods are in the open file: those of its uses where a column has one value or another, or
/// those before a value of it (`later`; `earlier` is "") and the rest.
struct EarlierPart {
    std::string column;
    std::string earlier;
    std::string later;
    bool isBoundary = false;

    Selection::Where before() const;
    Selection::Where after() const;

    friend bool operator==(const EarlierPart &, const EarlierPart &) = default;
};

using EarlierPeriod = std::variant<EarlierFile, EarlierPart>;

/// How a period is called: by its file, or by what a column has to be.
QString periodFileName(const QString &path);
report::PeriodNames periodNames(const EarlierPeriod &earlier, const QString &laterPath);

} // namespace oneinn
