// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "report/namedpoint.h"

#include <QByteArray>
#include <QString>

/// An answer as numbers, for other programs. They read back as the same doubles, whatever the
/// language.
namespace oneinn::report {

/// One row for each point, comma-separated with a header line, in UTF-8; undefined cells are empty.
/// Thresholds are in the units of the file.
QByteArray pointsCsv(const NamedPoints &points, bool lowerIsPositive = false);

/// Where an operating point comes from.
struct OperatingPointSource {
    QString fileName;             ///< without its folder
    QByteArray sha256;            ///< of its bytes, in hex; empty: not known
    QString date;                 ///< ISO 8601
    bool lowerIsPositive = false; ///< a low score means positive: shown when score <= threshold
};

/// What a service has to be configured with to do as this scenario says, as JSON;
/// docs/operating-point.md describes it.
QByteArray operatingPointJson(const Scenario &scenario, const OperatingPointSource &source);

} // namespace oneinn::report
