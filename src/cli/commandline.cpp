// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commandline.h"

#include "cli/answercommand.h"
#include "cli/calibrationcommand.h"
#include "cli/checkcommand.h"
#include "cli/classescommand.h"
#include "cli/columnscommand.h"
#include "cli/conventionscommand.h"
#include "cli/curvecommand.h"
#include "cli/doubtscommand.h"
#include "cli/dropcommand.h"
#include "cli/input.h"
#include "cli/keptmemory.h"
#include "cli/learncommand.h"
#include "cli/loadbearingcommand.h"
#include "cli/metricscommand.h"
#include "cli/numberscommand.h"
#include "cli/options.h"
#include "cli/policiescommand.h"
#include "cli/practisecommand.h"
#include "cli/reachcommand.h"
#include "cli/recommendcommand.h"
#include "cli/releasecommand.h"
#include "cli/reviewcommand.h"
#include "cli/rowscommand.h"
#include "cli/segmentscommand.h"
#include "cli/sessionoptions.h"
#include "cli/stagescommand.h"
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
    case Command::Practise:
        return practiseCommand(options, input);
    case Command::Reach:
        return reachCommand(options, input);
    case Command::Calibration:
        return calibrationCommand(options, input);
    case Command::Doubts:
        return doubtsCommand(options, input);
    case Command::Segments:
        return segmentsCommand(options, input);
    case Command::Release:
        return releaseCommand(options, input);
    case Command::Rows:
        return rowsCommand(options, input);
    case Command::Review:
        return reviewCommand(options, input);
    case Command::Conventions:
        return conventionsCommand(options, input);
    case Command::OperatingPoint:
        return operatingPointCommand(options, input);
    case Command::Learn:
        return learnCommand(options, input);
    case Command::Check: // opens two
    case Command::Drop:
    case Command::Classes:
    case Command::Stages:
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

using Told = std::variant<Outcome, Unusable>;

/// For the commands that open their files themselves.
Told toldWithinMemory(const Options &options, Told (*command)(const Options &))
{
    auto told = ingest::withinMemory([&]() -> Result<Told> { return command(options); });
    if (told)
        return std::move(told).value();
    return Unusable{wording::problemWords(told.problem(), wording::Reader::CommandLine).sentence()};
}

Told toldFromFile(const Options &options)
{
    auto opened = openInput(options);
    if (auto *unusable = std::get_if<Unusable>(&opened))
        return std::move(*unusable);
    auto &input = std::get<Input>(opened);
    keepFreedMemory();
    Outcome outcome = outcomeWithinMemory(options, input);
    outcome.notes = std::move(input.notes) + outcome.notes;
    if (options.format == Format::Text && !input.assumptions.isEmpty())
        outcome.text.prepend(input.assumptions.join(u'\n') + u'\n');
    return outcome;
}

Told toldBy(const Options &options)
{
    if (options.counted || options.rates)
        return numbersCommand(options);
    if (options.command == Command::Columns)
        return toldWithinMemory(options, columnsCommand);
    if (options.command == Command::Classes)
        return toldWithinMemory(options, classesCommand);
    if (options.command == Command::Rows && options.rows.ofClass)
        return toldWithinMemory(options, confusionCommand);
    if (options.command == Command::Stages)
        return toldWithinMemory(options, stagesCommand);
    if (options.command == Command::Drop)
        return toldWithinMemory(options, dropCommand);
    if (options.command == Command::Check)
        return toldWithinMemory(options, checkCommand);
    return toldFromFile(options);
}

using Parsed = std::variant<Options, Information, UsageError, Unusable>;

Parsed parsedFrom(const QStringList &arguments, const Options &start)
{
    return std::visit(
            [](auto &&parsed) -> Parsed { return std::forward<decltype(parsed)>(parsed); },
            parseOptions(arguments, start));
}

/// A session stands for the options that it was saved with; what is named beside it comes on top.
Parsed parsedArguments(const QStringList &arguments)
{
    Parsed parsed = parsedFrom(arguments, {});
    const auto *options = std::get_if<Options>(&parsed);
    if (!options || !isSessionFile(options->file))
        return parsed;
    auto session = sessionOptions(options->file);
    if (auto *unusable = std::get_if<Unusable>(&session))
        return std::move(*unusable);
    return parsedFrom(arguments, std::get<Options>(session));
}

} // namespace

bool asksBack(const QStringList &arguments)
{
    const bool asJson = arguments.contains(u"--format=json"_s)
            || arguments.value(arguments.indexOf(u"--format"_s) + 1) == u"json";
    return arguments.value(1) == u"practise" && !asJson;
}

int run(const QStringList &arguments, QTextStream &out, QTextStream &err, QTextStream *in)
{
    const auto say = [&err](const QString &sentence) {
        err << wording::middleElided(wording::visible(sentence), mostSentenceCharacters) << u'\n';
    };
    const Parsed parsed = parsedArguments(arguments);
    if (const auto *information = std::get_if<Information>(&parsed)) {
        out << information->text;
        return Success;
    }
    if (const auto *error = std::get_if<UsageError>(&parsed)) {
        say(error->sentence);
        return WrongUsage;
    }
    if (const auto *unusable = std::get_if<Unusable>(&parsed)) {
        say(unusable->sentence);
        return UnusableData;
    }
    const auto &options = std::get<Options>(parsed);
    std::optional<ExactIntervals> exact;
    if (options.intervals == IntervalKind::Exact)
        exact.emplace();
    const Told told = toldBy(options);
    if (const auto *unusable = std::get_if<Unusable>(&told)) {
        say(unusable->sentence);
        return UnusableData;
    }
    const auto &outcome = std::get<Outcome>(told);
    for (const QString &note : outcome.notes)
        say(note);
    if (!outcome.failure.isEmpty()) {
        say(outcome.failure);
        return UnusableData;
    }
    out << wording::visibleLines(outcome.text);
    if (outcome.talk) {
        QString nothing;
        QTextStream nobody(&nothing);
        outcome.talk(in ? *in : nobody, out);
    }
    return outcome.code;
}

} // namespace oneinn::cli
