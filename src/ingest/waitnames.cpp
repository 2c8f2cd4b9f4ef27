// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/waitnames.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <span>
#include <string_view>

namespace oneinn::ingest {

namespace {

using WaitNames = std::span<const std::string_view>;

// Letters with accents are no part of a normalised name.
constexpr std::string_view latencyNames[]{"latencyms",
                                          "latencys",
                                          "latency",
                                          "latencyus",
                                          "latencyns",
                                          "durationms",
                                          "durations",
                                          "duration",
                                          "elapsed",
                                          "elapsedms",
                                          "responsetime",
                                          "responselatencyms",
                                          "endtoendlatencys",
                                          "totaltime",
                                          "workingtime",
                                          "inferencetime",
                                          "ttft",
                                          "ttftms",
                                          "ttfts",
                                          "runtime",
                                          "responsetimems",
                                          "httpreqduration",
                                          "processingtime",
                                          "elapsedtime",
                                          "tookms",
                                          "timetofirsttoken",
                                          "firsttoken",
                                          "waittime",
                                          "waitingtime",
                                          "requesttime",
                                          "requestduration",
                                          "responseduration",
                                          "callduration",
                                          "queryduration",
                                          "servicetime",
                                          "turnaroundtime",
                                          "roundtriptime",
                                          "timetolasttoken",
                                          "wait",
                                          "waited",
                                          "took",
                                          "timetaken",
                                          "answertime",
                                          "replytime",
                                          "roundtrip",
                                          "turnaround",
                                          "wartezeit",
                                          "antwortzeit",
                                          "reaktionszeit",
                                          "bearbeitungszeit",
                                          "verarbeitungszeit",
                                          "laufzeit",
                                          "gesamtzeit",
                                          "gesamtdauer",
                                          "dauer",
                                          "tempsdattente",
                                          "tempsdereponse",
                                          "tempsderponse",
                                          "tempsdetraitement",
                                          "delaidereponse",
                                          "dlaiderponse",
                                          "duree",
                                          "dure",
                                          "tiempodeespera",
                                          "tiempoderespuesta",
                                          "tiempodeproceso",
                                          "tiempodeprocesamiento",
                                          "duracion",
                                          "duracin"};
/// Waits only where a unit of time stands behind: "total_ms", but not the "total" of an order.
constexpr std::string_view waitsWithUnit[]{"total",     "wait",     "waited", "took",       "rtt",
                                           "e2e",       "endtoend", "delay",  "turnaround", "reply",
                                           "roundtrip", "response", "request"};
constexpr std::string_view latencyWords[]{"latency", "ttft",    "timing",  "timings",
                                          "latenz",  "latence", "latencia"};
constexpr std::string_view firstAnswerWords[]{"ttft", "first", "ttfb", "connect"};
constexpr std::string_view weakLatencyNames[]{"time", "timems", "times",  "seconds",
                                              "secs", "ms",     "millis", "milliseconds",
                                              "zeit", "temps",  "tiempo"};
constexpr std::string_view totalWords[]{"total", "overall", "e2e", "gesamt", "totale"};
/// More than the whole list of names is long.
constexpr int firstAnswerLoss = 100;
constexpr int totalGain = 100;

bool holds(WaitNames names, std::string_view name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool anyOf(WaitNames names, const std::vector<std::string> &words)
{
    return std::any_of(words.begin(), words.end(),
                       [names](const std::string &word) { return holds(names, word); });
}

/// Names in the list are the stronger the earlier they stand in it.
std::optional<NameFit> amongWaits(WaitNames names, std::string_view name, int strongest)
{
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end())
        return std::nullopt;
    return NameFit{strongest - static_cast<int>(found - names.begin()), GuessReason::Name};
}

/// Without the unit it ends with: "total_time_ms", "total (in ms)".
std::string withoutUnit(const std::string &whole, const std::vector<std::string> &words)
{
    constexpr std::array<std::string_view, 11> units{
            "ms",   "s",       "us",           "ns",     "sec",         "sek",
            "secs", "seconds", "milliseconds", "millis", "microseconds"};
    if (words.size() < 2 || !holds(units, words.back()))
        return whole;
    std::string stem = whole.substr(0, whole.size() - words.back().size());
    const std::string &before = words[words.size() - 2];
    if (before == "in" && words.size() > 2)
        stem.resize(stem.size() - before.size());
    return stem;
}

/// "timing.total", "model_latency".
std::optional<NameFit> waitPart(const std::vector<std::string> &words)
{
    if (!anyOf(latencyWords, words))
        return std::nullopt;
    return NameFit{knownPart + (anyOf(totalWords, words) ? totalGain : 0), GuessReason::NamePart};
}

} // namespace

std::optional<NameFit> waitNameFit(const std::string &whole, const std::vector<std::string> &words)
{
    const std::string stem = withoutUnit(whole, words);
    auto fit = amongWaits(latencyNames, whole, knownName);
    if (!fit)
        fit = amongWaits(latencyNames, stem, knownName);
    if (!fit && stem != whole)
        fit = amongWaits(waitsWithUnit, stem,
                         knownName - static_cast<int>(std::size(latencyNames)));
    if (!fit)
        fit = waitPart(words);
    if (!fit && holds(weakLatencyNames, whole))
        fit = NameFit{weakName, GuessReason::Name};
    if (fit && anyOf(firstAnswerWords, words))
        fit->strength -= firstAnswerLoss;
    return fit;
}

} // namespace oneinn::ingest
