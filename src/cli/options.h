// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/scenario.h"
#include "ingest/columnmapping.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <string>
#include <variant>
#include <vector>

/// What the command line asks for, checked before any file is opened.
namespace oneinn::cli {

enum class Command { Metrics, Curve, Recommend, Policies, LoadBearing };
enum class Format { Json, Csv, Text };
enum class CurveKind { PrecisionRecall, Roc, Threshold, Value, Latency };

struct Objective {
    enum class Kind { Value, F1, RecallAtPrecision, PrecisionAtRecall };
    Kind kind = Kind::Value;
    double limit = 0.0; ///< of the precision or the recall that is given; in [0, 1]
    QString text;       ///< as it was written
};

/// Who answers in place of a late model.
struct FallbackOption {
    std::string model;
    std::optional<double> threshold; ///< in the file's units; absent: the most valuable one
};

struct Options {
    Command command = Command::Metrics;
    QString file;
    ingest::ColumnMapping columns;
    std::optional<std::string> model;
    std::vector<Selection::Where> where;
    std::optional<double> threshold; ///< in the file's units
    std::optional<FallbackOption> fallback;
    bool costsAreNamed = false; ///< on the command line, not by a preset alone
    Scenario scenario;          ///< its threshold and selection follow from the file
    Format format = Format::Json;
    CurveKind curve = CurveKind::PrecisionRecall;
    Objective objective;
};

/// Asked for instead of a command: help, or the version.
struct Information {
    QString text;
};

struct UsageError {
    QString sentence; ///< what is wrong and what would be right
};

std::variant<Options, Information, UsageError> parseOptions(const QStringList &arguments);

} // namespace oneinn::cli
