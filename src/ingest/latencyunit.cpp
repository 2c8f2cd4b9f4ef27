// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/latencyunit.h"

#include "ingest/columnnames.h"

#include <algorithm>
#include <array>

namespace oneinn::ingest {

namespace {

struct UnitWord {
    std::string_view word;
    LatencyUnit unit;
};

constexpr std::array unitWords{
        UnitWord{"ms", LatencyUnit::Milliseconds},
        UnitWord{"msec", LatencyUnit::Milliseconds},
        UnitWord{"millis", LatencyUnit::Milliseconds},
        UnitWord{"milliseconds", LatencyUnit::Milliseconds},
        UnitWord{"us", LatencyUnit::Microseconds},
        UnitWord{"usec", LatencyUnit::Microseconds},
        UnitWord{"micros", LatencyUnit::Microseconds},
        UnitWord{"microseconds", LatencyUnit::Microseconds},
        UnitWord{"ns", LatencyUnit::Nanoseconds},
        UnitWord{"nanos", LatencyUnit::Nanoseconds},
        UnitWord{"nanoseconds", LatencyUnit::Nanoseconds},
        UnitWord{"s", LatencyUnit::Seconds},
        UnitWord{"sec", LatencyUnit::Seconds},
        UnitWord{"secs", LatencyUnit::Seconds},
        UnitWord{"sek", LatencyUnit::Seconds},
        UnitWord{"sekunden", LatencyUnit::Seconds},
        UnitWord{"segundos", LatencyUnit::Seconds},
        UnitWord{"secondes", LatencyUnit::Seconds},
        UnitWord{"millisekunden", LatencyUnit::Milliseconds},
        UnitWord{"seconds", LatencyUnit::Seconds},
};

bool endsWithWait(std::string_view name)
{
    constexpr std::array<std::string_view, 8> waits{"latency", "time", "duration", "elapsed",
                                                    "runtime", "ttft", "zeit",     "dauer"};
    return std::any_of(waits.begin(), waits.end(),
                       [name](std::string_view wait) { return name.ends_with(wait); });
}

} // namespace

std::string_view symbolOf(LatencyUnit unit)
{
    switch (unit) {
    case LatencyUnit::Nanoseconds:
        return "ns";
    case LatencyUnit::Microseconds:
        return "us";
    case LatencyUnit::Milliseconds:
        return "ms";
    case LatencyUnit::Seconds:
        return "s";
    }
    return {};
}

double toMilliseconds(double value, LatencyUnit unit)
{
    switch (unit) {
    case LatencyUnit::Nanoseconds:
        return value / 1e6;
    case LatencyUnit::Microseconds:
        return value / 1e3;
    case LatencyUnit::Milliseconds:
        return value;
    case LatencyUnit::Seconds:
        return value * 1e3;
    }
    return value;
}

std::optional<LatencyUnit> unitInName(std::string_view column)
{
    for (const auto &word : wordsOf(column)) {
        const auto found = std::find_if(unitWords.begin(), unitWords.end(),
                                        [&](const UnitWord &u) { return u.word == word; });
        if (found != unitWords.end())
            return found->unit;
    }
    // Glued on, as in latencyms; but durations are no "duratio" in nanoseconds. A glued s says
    // nothing: it may be a plural.
    const auto name = normalised(column);
    for (const auto &[suffix, unit] :
         {UnitWord{"ms", LatencyUnit::Milliseconds}, UnitWord{"us", LatencyUnit::Microseconds},
          UnitWord{"ns", LatencyUnit::Nanoseconds}}) {
        if (name.ends_with(suffix)
            && endsWithWait(std::string_view(name).substr(0, name.size() - suffix.size())))
            return unit;
    }
    return std::nullopt;
}

std::vector<LatencyUnit> plausibleUnits(double median, std::string_view column)
{
    using enum LatencyUnit;
    const auto name = normalised(column);
    constexpr std::array<std::string_view, 5> answers{"latency", "response", "latenz", "latenc",
                                                      "antwort"};
    const bool calledAnswer = std::ranges::any_of(answers, [&name](std::string_view answer) {
        return name.find(answer) != std::string::npos;
    });
    constexpr double shortestUsual = 60.0;
    constexpr double longestTask = 300.0; // of an agent, say: seconds
    if (median < 1.0)
        return {Seconds};
    if (median < (calledAnswer ? shortestUsual : longestTask))
        return {Seconds, Milliseconds};
    if (median < 1e5)
        return {Milliseconds};
    if (median < 5e6)
        return {Microseconds};
    return median < 1e8 ? std::vector{Microseconds, Nanoseconds} : std::vector{Nanoseconds};
}

} // namespace oneinn::ingest
