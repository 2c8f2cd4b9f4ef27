// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commandline.h"

#include "cli/answercommand.h"
#include "cli/calibrationcommand.h"
#include "cli/columnscommand.h"
#include "cli/curvecommand.h"
#include "cli/doubtscommand.h"
#include "cli/dropcommand.h"
#include "cli/input.h"
#include "cli/keptmemory.h"
#include "cli/loadbearingcommand.h"
#include "cli/metricscommand.h"
#include "cli/numberscommand.h"
#include "cli/options.h"
#include "cli/policiescommand.h"
#include "cli/reachcommand.h"
#include "cli/recommendcommand.h"
#include "cli/reviewcommand.h"
#include "cli/rowscommand.h"
#include "cli/segmentscommand.h"
#include "cli/sessionoptions.h"
#include "core/metrics/exactintervals.h"
#include "document/documentfile.h"
#include "ingest/memoryneed.h"
#include "wording/names.h"
#include "wording/problemwords.h"

namespace oneinn::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostSentenceCharacters = 4000; ///< of one line on standard error

Outcome outcomeOf(const Options &options, const Input &input)
{
    switch (options.command) {
    case Command::Metrics:
        return metricsCommand(options, input);
    case Command::Curve:
        return curveCommand(options, input);
    case Command::Recommend:
        return recommendCommand(options, input);
    case Command::LoadBearing:
        return loadBearingCommand(options, input);
    case Command::Policies:
        return policiesCommand(options, input);
    case Command::Answer:
        return answerCommand(options, input);
    case Command::Reach:
        return reachCommand(options, input);
    case Command::Calibration:
        return calibrationCommand(options, input);
    case Command::Doubts:
        return doubtsCommand(options, input);
    case Command::Segments:
        return segmentsCommand(options, input);
    case Command::Rows:
        return rowsCommand(options, input);
    case Command::Review:
        return reviewCommand(options, input);
    case Command::Drop: // opens two
    case Command::Columns:
        break; // needs no rows
    }
    return {};
}

/// Memory that is refused while it is worked out is told as any other failure.
Outcome outcomeWithinMemory(const Options &options, const Input &input)
{
    Outcome failed;
    failed.failure =
            wording::problemWords(ingest::memoryRanOut(), wording::Reader::CommandLine).sentence();
    try {
        return outcomeOf(options, input);
    } catch (const std::bad_alloc &) {
        return failed;
    } catch (const std::length_error &) {
        return failed;
    }
}

using KnownColumns = std::variant<Outcome, Unusable>;

KnownColumns columnsWithinMemory(const Options &options)
{
    auto known =
            ingest::withinMemory([&]() -> Result<KnownColumns> { return columnsCommand(options); });
    if (known)
        return std::move(known).value();
    return Unusable{
            wording::problemWords(known.problem(), wording::Reader::CommandLine).sentence()};
}

KnownColumns dropWithinMemory(const Options &options)
{
    auto told =
            ingest::withinMemory([&]() -> Result<KnownColumns> { return dropCommand(options); });
    if (told)
        return std::move(told).value();
    return Unusable{wording::problemWords(told.problem(), wording::Reader::CommandLine).sentence()};
}

} // namespace

int run(const QStringList &arguments, QTextStream &out, QTextStream &err)
{
    const auto say = [&err](const QString &sentence) {
        err << wording::middleElided(wording::visible(sentence), mostSentenceCharacters) << u'\n';
    };
    const Options usual;
    auto parsed = parseOptions(arguments, usual);
    if (const auto *first = std::get_if<Options>(&parsed); first && isSessionFile(first->file)) {
        const auto session = sessionOptions(first->file);
        if (const auto *unusable = std::get_if<Unusable>(&session)) {
            say(unusable->sentence);
            return UnusableData;
        }
        parsed = parseOptions(arguments, std::get<Options>(session));
    }
    if (const auto *information = std::get_if<Information>(&parsed)) {
        out << information->text;
        return Success;
    }
    if (const auto *error = std::get_if<UsageError>(&parsed)) {
        say(error->sentence);
        return WrongUsage;
    }
    const auto &options = std::get<Options>(parsed);
    std::optional<ExactIntervals> exact;
    if (options.intervals == IntervalKind::Exact)
        exact.emplace();
    if (options.command == Command::Columns) {
        const auto known = columnsWithinMemory(options);
        if (const auto *unusable = std::get_if<Unusable>(&known)) {
            say(unusable->sentence);
            return UnusableData;
        }
        out << wording::visibleLines(std::get<Outcome>(known).text);
        return Success;
    }
    if (options.counted || options.rates) {
        out << numbersCommand(options).text;
        return Success;
    }
    if (options.command == Command::Drop) {
        const auto told = dropWithinMemory(options);
        if (const auto *unusable = std::get_if<Unusable>(&told)) {
            say(unusable->sentence);
            return UnusableData;
        }
        const auto &outcome = std::get<Outcome>(told);
        for (const QString &note : outcome.notes)
            say(note);
        out << wording::visibleLines(outcome.text);
        return Success;
    }
    const auto opened = openInput(options);
    if (const auto *unusable = std::get_if<Unusable>(&opened)) {
        say(unusable->sentence);
        return UnusableData;
    }
    const auto &input = std::get<Input>(opened);
    keepFreedMemory();
    const Outcome outcome = outcomeWithinMemory(options, input);
    for (const QString &note : input.notes + outcome.notes)
        say(note);
    if (!outcome.failure.isEmpty()) {
        say(outcome.failure);
        return UnusableData;
    }
    if (options.format == Format::Text) {
        for (const QString &assumption : input.assumptions)
            out << wording::visibleLines(assumption) << u'\n';
    }
    out << wording::visibleLines(outcome.text);
    return Success;
}

} // namespace oneinn::cli
