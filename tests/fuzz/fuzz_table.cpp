// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A table's bytes through every step of reading one, and the index on what comes out. The first
// byte chooses what is asked for, the second which columns.

#include "core/limits.h"
#include "core/predictions/defaultselection.h"
#include "core/predictions/predictionindex.h"
#include "fuzz/fuzztarget.h"
#include "ingest/columnguess.h"
#include "ingest/delimitedreader.h"
#include "ingest/delimiterguess.h"
#include "ingest/predictionsbuilder.h"
#include "ingest/textcheck.h"

#include <cmath>

namespace {

using namespace oneinn;
using namespace oneinn::ingest;
using fuzz::require;

ColumnMapping mappingFor(unsigned how, unsigned which, const TableProfile &table)
{
    const auto name = [&](unsigned i) { return table.columns[i % table.columns.size()].name; };
    ColumnMapping wanted;
    wanted.lowerIsPositive = (how & 16U) != 0;
    if (how & 32U)
        wanted.unit = LatencyUnit(which % 4);
    if (how & 64U) {
        wanted.label = name(which);
        wanted.score = name(which >> 2U);
    }
    if (how & 128U) {
        wanted.latency = name(which >> 1U);
        wanted.weight = name(which >> 3U);
        wanted.model = name(which >> 4U);
        wanted.extraSegments = {name(which >> 5U)};
        wanted.exampleId = name(which >> 6U);
    }
    return wanted;
}

void checkAccount(const Predictions &predictions, std::size_t records, std::string_view input)
{
    const RowAccount &account = predictions.account();
    std::size_t aside = 0;
    for (std::size_t i = 0; i < setAsideReasonCount; ++i)
        aside += account.setAside(SetAsideReason(i));
    require(account.records() == records, "records are lost", input);
    require(account.used() + aside == records, "does not add up", input);
    require(std::size_t(predictions.rows()) == account.used(), "rows", input);
    require(predictions.rows() > 0, "no rows", input);
}

void checkRows(const Predictions &predictions, std::string_view input)
{
    for (Eigen::Index i = 0; i < predictions.rows(); ++i) {
        require(predictions.label()[i] <= 1, "label", input);
        require(std::abs(predictions.score()[i]) <= limits::largestScore, "score", input);
        if (const auto &weight = predictions.weight())
            require((*weight)[i] >= limits::leastWeight && (*weight)[i] <= limits::mostWeight,
                    "weight", input);
        if (const auto &latency = predictions.latency())
            require(!((*latency)[i] < 0.0), "latency", input);
        for (const auto &segment : predictions.segments())
            require(segment.codes[i] < segment.values.size(), "code", input);
    }
}

void table(std::string_view input)
{
    if (input.size() < 3)
        return;
    const auto how = static_cast<unsigned char>(input[0]);
    const auto which = static_cast<unsigned char>(input[1]);
    const std::string_view bytes = input.substr(2);
    if (textProblem(bytes))
        return;
    const auto text = withoutByteOrderMark(bytes);
    constexpr std::string_view delimiters = ",;\t|";
    const auto profile = profileTable(text, how & 8U ? delimiters[how & 3U] : guessDelimiter(text));
    if (!profile)
        return;
    const auto resolved = resolveMapping(profile.value(), mappingFor(how, which, profile.value()));
    if (!resolved)
        return;
    const auto built = buildPredictions(text, profile.value(), resolved.value());
    if (!built)
        return;
    checkAccount(*built.value(), profile.value().records, input);
    checkRows(*built.value(), input);
    const auto index = PredictionIndex::build(built.value(), defaultSelection(*built.value()));
    require(index.ok(), "index", input);
}

} // namespace

ONEINN_FUZZ_TARGET(table, table);
