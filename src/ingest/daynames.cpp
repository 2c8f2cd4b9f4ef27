// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/daynames.h"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace oneinn::ingest {

namespace {

constexpr std::string_view namesOfMoments[]{
        "timestamp",  "ts",           "time",       "datetime",   "date",      "createdat",
        "eventtime",  "predictionts", "when",       "moment",     "utc",       "dt",
        "created",    "createdon",    "occurredat", "happenedat", "loggedat",  "recordedat",
        "receivedat", "requestedat",  "observedat", "scoredat",   "decidedat", "askedat",
        "sentat",     "datum",        "fecha"};
constexpr std::string_view namesOfDays[]{"day", "date", "dayid", "eventdate", "calldate"};
constexpr std::string_view lastOfDay[]{"date", "day", "at", "on", "datetime", "timestamp"};
// Days of something else than the use: of its person, of its label, of what came of it.
constexpr std::string_view otherThanUse[]{
        "birth",   "signup",   "registered", "joined",   "expiry",   "due",      "start",
        "started", "since",    "opened",     "hired",    "updated",  "end",      "closed",
        "paid",    "resolved", "label",      "labelled", "reviewed", "delivered"};

} // namespace

std::span<const std::string_view> timestampNames()
{
    return namesOfMoments;
}

std::span<const std::string_view> dayNames()
{
    return namesOfDays;
}

bool isDayOfUse(const std::vector<std::string> &words)
{
    if (words.size() < 2
        || std::find(std::begin(lastOfDay), std::end(lastOfDay), words.back())
                == std::end(lastOfDay))
        return false;
    return std::none_of(words.begin(), words.end(), [](const std::string &word) {
        return std::find(std::begin(otherThanUse), std::end(otherThanUse), word)
                != std::end(otherThanUse);
    });
}

} // namespace oneinn::ingest
