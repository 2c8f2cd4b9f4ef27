// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/input.h"

#include "cli/bandoptions.h"
#include "cli/budgetoptions.h"
#include "cli/firstselection.h"
#include "cli/inputassumptions.h"
#include "cli/inputtable.h"
#include "cli/json.h"
#include "cli/labelswarning.h"
#include "cli/notes.h"
#include "cli/thresholdoptions.h"
#include "core/assessment.h"
#include "core/classes/classnoun.h"
#include "core/mostvaluablealone.h"
#include "core/policies/combinedpolicy.h"
#include "core/policies/ownthresholds.h"
#include "core/predictions/mixedpredictions.h"
#include "document/bytesdigest.h"
#include "document/documentfile.h"
#include "ingest/againstrest.h"
#include "ingest/memoryneed.h"
#include "ingest/tablefile.h"
#include "wording/conditionwords.h"
#include "wording/names.h"
#include "wording/phrases.h"
#include "wording/problemwords.h"
#include "wording/trafficwords.h"

#include <algorithm>

namespace oneinn::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostListed = 20;

/// "a, b and c"; of many, the first ones.
QString listText(const QStringList &parts)
{
    return parts.size() > mostListed ? wording::listed(parts, mostListed)
                                     : wording::joined(parts, u"and"_s);
}

QString valuesText(const std::vector<std::string> &values)
{
    QStringList quoted;
    for (const std::string &value : values)
        quoted.append(u'\'' + wording::nameText(value) + u'\'');
    return listText(quoted);
}

/// Nothing if any value of the column meets it; otherwise which ones it has.
std::optional<Unusable> valueProblem(const CategoryColumn &column, const Selection::Where &where,
                                     const std::string &file)
{
    if (std::ranges::any_of(column.values,
                            [&where](const std::string &value) { return where.admits(value); }))
        return std::nullopt;
    const std::string wanted = where.match == Selection::Match::Is
            ? where.value
            : wording::conditionValue(where).toStdString();
    const auto words = wording::problemWords({.kind = ProblemKind::ValueMissing,
                                              .file = file,
                                              .column = column.name,
                                              .detail = wanted},
                                             wording::Reader::CommandLine);
    return Unusable{words.sentence() + u" Its values are "_s + valuesText(column.values) + u'.'};
}

QString fileText(const Options &options)
{
    return wording::middleElided(wording::visible(options.file), wording::mostPathCharacters);
}

std::optional<Unusable> selectionProblem(const Options &options, const Predictions &predictions)
{
    const std::string file = options.file.toStdString();
    if (options.model) {
        if (!predictions.model())
            return Unusable{u"--model needs a column that says which model a row is from, and none "
                            "was found. Name it with --model-column."_s};
        if (auto problem = valueProblem(*predictions.model(), {{}, *options.model}, file))
            return problem;
    }
    for (const auto &where : options.where) {
        // The reader has loaded it, or refused the file.
        const auto column = std::find_if(
                predictions.segments().begin(), predictions.segments().end(),
                [&](const CategoryColumn &candidate) { return candidate.name == where.column; });
        if (auto problem = valueProblem(*column, where, file))
            return problem;
    }
    return std::nullopt;
}

std::optional<Unusable> latencyProblem(const Options &options, const PredictionIndex &index)
{
    const bool needed = options.scenario.budget
            || (options.command == Command::Curve && options.curve == CurveKind::Latency);
    if (!needed || !index.latency().empty())
        return std::nullopt;
    if (index.predictions()->hasLatency())
        return Unusable{u"None of these rows has a known latency, so none can be said to be on "
                        "time. Choose other rows, or leave the budget out."_s};
    return Unusable{
            u"'%1' has no column with latencies, so nothing can be said about a budget. "
            "Name the column with --latency, or leave the budget out."_s.arg(fileText(options))};
}

/// Another model than a session's answers alone.
Scenario withSelection(Scenario scenario, const Selection &selection)
{
    if (scenario.selection.model != selection.model)
        scenario.combination.reset();
    scenario.selection = selection;
    return scenario;
}

/// What keeps the late policy or the patience that was asked for from being computed.
std::optional<Unusable> policyProblem(const Options &options, const PredictionIndex &index)
{
    const Scenario &scenario = options.scenario;
    const bool plain = scenario.latePolicy == LatePolicy::ShowNothing
            || scenario.latePolicy == LatePolicy::Unanswered;
    if (options.command == Command::Curve && (!plain || !scenario.patience.everyoneWaits()))
        return Unusable{u"curve knows --late show-nothing and unanswered, and no --patience. Leave "
                        "these out, or ask metrics for single points."_s};
    if (!scenario.patience.everyoneWaits() && index.latency().empty())
        return Unusable{u"'%1' has no known latencies, so nobody can be said to wait. Name the "
                        "column with --latency, or leave --patience out."_s.arg(fileText(options))};
    if (const Scenario asked = withSelection(scenario, index.selection()); asked.combination
        && !combinedPredictions(*index.predictions(), index.selection(), *asked.combination))
        return Unusable{u"The session combines several models, and no example of '%1' has a row of "
                        "all of them. Name one with --model."_s.arg(fileText(options))};
    if (scenario.latePolicy != LatePolicy::FallBack)
        return std::nullopt;
    const std::string &other =
            options.fallback ? options.fallback->model : scenario.fallback->model;
    const auto joined = joinedModels(*index.predictions(), index.selection().where,
                                     {index.selection().model.value_or(std::string()), other});
    if (std::holds_alternative<PairedRows>(joined))
        return std::nullopt;
    return Unusable{u"No example of '%1' has a row of both the model and '%2', so '%2' cannot "
                    "answer for it. Name another with --fallback; rows are paired by a column of "
                    "example ids."_s.arg(fileText(options), wording::nameText(other))};
}

/// A cost of a model that the file lacks would be passed over in silence.
std::optional<Unusable> costProblem(const Options &options, const Predictions &predictions)
{
    if (options.scenario.costPerCall.empty() || !options.costsAreNamed)
        return std::nullopt;
    if (!predictions.model())
        return Unusable{u"--cost-per-call needs a column that says which model a row is from, and "
                        "none was found. Name it with --model-column."_s};
    for (const auto &[model, cost] : options.scenario.costPerCall) {
        if (auto problem =
                    valueProblem(*predictions.model(), {{}, model}, options.file.toStdString()))
            return problem;
    }
    return std::nullopt;
}

QStringList costNotes(const Options &options, const Predictions &predictions)
{
    QStringList withoutCost;
    if (options.costsAreNamed && predictions.model()) {
        for (const std::string &model : predictions.model()->values) {
            if (!options.scenario.costPerCall.count(model))
                withoutCost.append(wording::nameText(model));
        }
    }
    if (withoutCost.isEmpty())
        return {};
    return {u"A call of %1 is taken to cost 1, since no cost is given (--cost-per-call)."_s.arg(
            listText(withoutCost))};
}

/// Who answers instead, at the threshold asked for or the most valuable one, which is noted.
std::optional<FallbackModel> fallbackOf(const Options &options, const PredictionIndex &index,
                                        ScoreUnits units, QStringList &notes)
{
    if (!options.fallback)
        return std::nullopt;
    const std::string &model = options.fallback->model;
    if (options.fallback->threshold)
        return FallbackModel{model, units.fromFile(*options.fallback->threshold)};
    Scenario scenario = options.scenario;
    scenario.selection = index.selection();
    const auto threshold = mostValuableAlone(index.predictions(), aloneQuestion(scenario, model));
    if (!threshold)
        return std::nullopt;
    notes.append(u"%1 answers from the threshold %2, the most valuable one of that model alone "
                 "(--fallback %1:T for another)."_s.arg(
                         wording::nameText(model), decidedThreshold(units.inFile(*threshold))));
    return FallbackModel{model, *threshold};
}

/// Completes the mix that was asked for, and has the rows weigh accordingly.
std::optional<Unusable> mixRows(Options &options, ingest::LoadedFile &file)
{
    if (!options.scenario.mix)
        return std::nullopt;
    const auto model = options.model ? options.model
            : options.everyModel     ? std::nullopt
                                     : firstSelection(options, *file.predictions).selection.model;
    const TrafficMix named = *options.scenario.mix;
    const auto mix = completedMix(*file.predictions, model, named);
    if (const auto *problem = std::get_if<MixProblem>(&mix)) {
        const CategoryColumn *column = segmentNamed(*file.predictions, named.column);
        return Unusable{
                u"--mix: "_s + wording::mixProblemText(named, *problem)
                + (column ? u" Its values are "_s + valuesText(column->values) + u'.' : QString())};
    }
    options.scenario.mix = std::get<TrafficMix>(mix);
    file.predictions = mixedPredictions(file.predictions, options.scenario.mix);
    return std::nullopt;
}

struct ReadInput {
    ingest::LoadedFile file;
    DataReference reference;
    ingest::TableFile::Ptr table; ///< null: nothing more is to be read of it
};

/// Reads the file once; its checksum is worked out meanwhile where anything will speak of it.
Result<ReadInput> readInput(const Options &options)
{
    const auto bytes = inputBytes(options);
    if (!bytes)
        return bytes.problem();
    std::optional<BytesDigest> digest;
    if (options.command == Command::Answer || options.command == Command::OperatingPoint
        || options.session)
        digest.emplace(bytes.value());
    const auto table = inputTable(options, bytes.value());
    if (!table)
        return table.problem();
    auto loaded = table.value()->load(options.columns);
    if (!loaded)
        return loaded.problem();
    const bool readsStages = options.command == Command::Answer && loaded.value().hasStages;
    return ReadInput{std::move(loaded).value(), digest ? digest->reference() : DataReference(),
                     readsStages ? table.value() : nullptr};
}

/// Makes the file's rows those of the options' assumptions.
std::optional<Unusable> assumeOfRows(Options &options, ingest::LoadedFile &file,
                                     QStringList &assumptions)
{
    if (auto problem = assumedOfRows(options, file, assumptions))
        return problem;
    if (auto problem = mixRows(options, file))
        return problem;
    return goldProblem(options, file);
}

/// What is asked of rows that they cannot give.
std::optional<Unusable> problemOfRows(const Options &options, const Predictions &predictions,
                                      const PredictionIndex &index)
{
    if (auto problem = ownThresholdsProblem(options, predictions))
        return Unusable{*problem};
    if (auto problem = latencyProblem(options, index))
        return problem;
    if (auto problem = ownBudgetsProblem(options, predictions))
        return Unusable{*problem};
    if (auto problem = policyProblem(options, index))
        return problem;
    return costProblem(options, predictions);
}

using Opened = std::variant<Input, Unusable>;

Opened opened(const Options &asked)
{
    Options options = asked;
    auto read = readInput(options);
    if (!read)
        return Unusable{
                wording::problemWords(read.problem(), wording::Reader::CommandLine).sentence()};
    auto [file, reference, table] = std::move(read).value();
    if (auto problem = selectionProblem(options, *file.predictions))
        return *problem;

    QStringList assumptions;
    if (auto problem = assumeOfRows(options, file, assumptions))
        return *problem;
    QStringList warnings = assumptions + warningsOf(file.mapping);
    QStringList notes = guessNotes(file.mapping) + warnings;
    if (!options.session)
        notes += wordsNotes(file, options.scenario.words);
    if (options.session && isChanged(options.session->expected, reference))
        notes.append(
                u"'%1' has changed since the session was saved, so the numbers may have, too."_s
                        .arg(options.file));
    auto [selection, ofSample] = firstSelection(options, *file.predictions);
    if (options.model)
        selection.model = options.model;
    else if (options.everyModel)
        selection.model.reset();
    else
        notes += modelNotes(*file.predictions, selection, ofSample);

    auto index = PredictionIndex::build(file.predictions, std::move(selection));
    if (!index) {
        // Each value occurs, as was checked: it is their combination that does not.
        return Unusable{u"No record of '%1' has all of the values asked for at once. Leave out one "
                        "of --model and --where."_s.arg(fileText(options))};
    }
    if (auto problem = problemOfRows(options, *file.predictions, *index.value()))
        return *problem;
    const QStringList ofRows = rowsWarnings(*index.value(), options.scenario.words);
    warnings += ofRows;
    notes += ofRows;
    const ScoreUnits units(file.mapping.lowerIsPositive.value);
    if (const auto problem = labelsProblem(options, *index.value(), units, {&warnings, &notes}))
        return Unusable{*problem};
    RowAccount account = accountOf(*index.value());
    notes += costNotes(options, *file.predictions);
    const auto fallback = fallbackOf(options, *index.value(), units, notes);
    auto stages = table ? stagesIn(*table, stagesAsked(file.mapping, index.value()->selection()))
                        : nullptr;
    return Input{.file = std::move(file),
                 .reference = std::move(reference),
                 .account = std::move(account),
                 .index = std::move(index).value(),
                 .units = units,
                 .notes = std::move(notes),
                 .warnings = warnings,
                 .assumptions = assumptions,
                 .fallback = fallback,
                 .stages = std::move(stages)};
}

} // namespace

std::variant<Input, Unusable> openInput(const Options &options)
{
    auto result = ingest::withinMemory([&]() -> Result<Opened> { return opened(options); });
    if (result)
        return std::move(result).value();
    Problem problem = result.problem();
    problem.file = options.file.toStdString();
    return Unusable{wording::problemWords(problem, wording::Reader::CommandLine).sentence()};
}

std::shared_ptr<const UseSlice> sliceOf(const Scenario &scenario, const Input &input)
{
    return ScenarioRows::around(input.index, scenario)->at(scenario);
}

Reach withinLimits(const UseSlice &slice, const Scenario &scenario)
{
    return reachAt(slice, limitsQuestion(scenario)).value();
}

Scenario scenarioOf(const Options &options, const Input &input)
{
    Scenario scenario = withSelection(options.scenario, input.index->selection());
    scenario.mix = input.predictions().mix();
    const auto taken = ingest::classAgainstRest(input.file.mapping);
    if (taken && !options.session)
        scenario.words = wordsAgainstRest(scenario.words, *taken);
    if (options.threshold)
        scenario.threshold = input.units.fromFile(*options.threshold);
    if (options.thresholdsBy)
        scenario.combination = inUnits(*options.thresholdsBy, scenario.threshold, input.units);
    scenario.combination = onScale(scenario.combination, input.predictions());
    if (options.fallback)
        scenario.fallback = input.fallback;
    return scenario;
}

DecidedSetting decidedSetting(const Options &options, const Input &input, const QString &said)
{
    DecidedSetting decided{
            .scenario = scenarioOf(options, input), .rows = {}, .slice = {}, .notes = {}};
    decided.rows = ScenarioRows::around(input.index, decided.scenario);
    decided.slice = decided.rows->at(decided.scenario);
    if (const QString note = withoutBandNote(options); !note.isEmpty())
        decided.notes.append(note);
    if (options.threshold || options.session)
        return decided;
    Threshold &threshold = decided.scenario.threshold;
    threshold = outlook(*decided.slice, decided.scenario)->mostValuable.threshold;
    decided.notes.append(u"%1 %2, the most valuable one (--threshold for another)."_s.arg(
            said, decidedThreshold(input.units.inFile(threshold))));
    return decided;
}

} // namespace oneinn::cli
