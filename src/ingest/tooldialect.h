// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ingest/columnprofile.h"
#include "ingest/latencyunit.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace oneinn::ingest {

/// A tool that writes tables with columns of its own, known by their names.
enum class Tool { JMeter, K6, Locust, Jaeger, OpenTelemetry, LangSmith, MlflowEvaluate, Inspect };

/// The tool whose columns these are; absent where none is recognised. Sources: the tools' manuals
/// (JMeter "CSV log format", k6 "Metrics", locust "Retrieve stats in CSV format", Jaeger and
/// OpenTelemetry span exports, LangSmith run exports, MLflow evaluation tables, inspect_ai logs).
std::optional<Tool> toolOf(const std::vector<ColumnProfile> &columns);

/// What the tool measures a column's waits in; absent for a column that is not the tool's own.
std::optional<LatencyUnit> unitOf(Tool tool, std::string_view column);

/// Whether the column is the whole wait of the tool's requests, of several times it tells.
bool isWholeWait(Tool tool, std::string_view column);

/// Whether the tool calls something else than the truth by such a name: a request's, of JMeter.
bool isNoLabel(Tool tool, std::string_view column);

} // namespace oneinn::ingest
