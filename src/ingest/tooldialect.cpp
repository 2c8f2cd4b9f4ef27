// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/tooldialect.h"

#include "ingest/columnnames.h"

#include <algorithm>
#include <array>
#include <set>

namespace oneinn::ingest {

namespace {

/// A tool is recognised by a column of waits beside any one of its other columns.
struct Dialect {
    Tool tool;
    LatencyUnit unit;
    std::array<std::string_view, 3> waits; ///< normalised; the whole wait first; "" for no more
    std::array<std::string_view, 7> signs; ///< normalised; "" for no more
};

constexpr std::array dialects{
        Dialect{Tool::JMeter,
                LatencyUnit::Milliseconds,
                {"elapsed", "latency", "connect"},
                {"responsecode", "responsemessage", "threadname", "allthreads", "sentbytes",
                 "idletime", "samplecount"}},
        Dialect{Tool::K6,
                LatencyUnit::Milliseconds,
                {"httpreqduration", "httpreqwaiting", "iterationduration"},
                {"httpreqduration", "httpreqwaiting", "iterationduration"}},
        Dialect{Tool::Locust,
                LatencyUnit::Milliseconds,
                {"responsetime", "averageresponsetime", "medianresponsetime"},
                {"requesttype", "responselength", "requestcount", "averagecontentsize", "usercount",
                 "requestname"}},
        Dialect{Tool::Jaeger,
                LatencyUnit::Microseconds,
                {"duration"},
                {"operationname", "processid", "jaegertraceid"}},
        Dialect{Tool::OpenTelemetry,
                LatencyUnit::Nanoseconds,
                {"duration", "durationnano"},
                {"spanid", "traceid", "parentspanid", "spanname", "spankind", "servicename",
                 "statuscode"}},
        Dialect{Tool::LangSmith,
                LatencyUnit::Seconds,
                {"latency"},
                {"runtype", "tracename", "feedbackstats", "lssessionid", "firsttokentime",
                 "totalcost", "sessionid"}},
        Dialect{Tool::Inspect,
                LatencyUnit::Seconds,
                {"totaltime", "workingtime"},
                {"workingtime", "epoch", "evalid", "sampleid", "evalsetid", "totaltime"}},
};

bool holds(const std::set<std::string, std::less<>> &names, std::string_view name)
{
    return !name.empty() && names.find(name) != names.end();
}

/// "toxicity/v1/score".
bool isMlflowMetric(std::string_view name)
{
    return name.ends_with("/score") && name.find("/v") != std::string_view::npos;
}

} // namespace

std::optional<Tool> toolOf(const std::vector<ColumnProfile> &columns)
{
    std::set<std::string, std::less<>> names;
    bool mlflow = false;
    for (const auto &column : columns) {
        names.insert(normalised(column.name));
        mlflow = mlflow || isMlflowMetric(column.name);
    }
    for (const auto &dialect : dialects) {
        const auto isThere = [&names](std::string_view name) { return holds(names, name); };
        if (std::any_of(dialect.waits.begin(), dialect.waits.end(), isThere)
            && std::any_of(dialect.signs.begin(), dialect.signs.end(), isThere))
            return dialect.tool;
    }
    return mlflow && holds(names, "latency") ? std::optional(Tool::MlflowEvaluate) : std::nullopt;
}

std::optional<LatencyUnit> unitOf(Tool tool, std::string_view column)
{
    const auto name = normalised(column);
    if (tool == Tool::MlflowEvaluate)
        return name == "latency" ? std::optional(LatencyUnit::Seconds) : std::nullopt;
    for (const auto &dialect : dialects) {
        const bool own = dialect.tool == tool
                && std::find(dialect.waits.begin(), dialect.waits.end(), name)
                        != dialect.waits.end();
        if (own)
            return dialect.unit;
    }
    return std::nullopt;
}

bool isWholeWait(Tool tool, std::string_view column)
{
    const auto name = normalised(column);
    return std::any_of(dialects.begin(), dialects.end(), [&](const Dialect &dialect) {
        return dialect.tool == tool && dialect.waits.front() == name;
    });
}

bool isNoLabel(Tool tool, std::string_view column)
{
    return tool == Tool::JMeter && normalised(column) == "label";
}

} // namespace oneinn::ingest
