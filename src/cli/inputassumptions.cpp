// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/inputassumptions.h"

#include "core/calibration/recalibratedpredictions.h"
#include "core/clusters/rowclusters.h"
#include "core/predictions/mixedpredictions.h"
#include "wording/datalimitwords.h"
#include "wording/names.h"
#include "wording/recalibratedwords.h"
#include "wording/rowsalikewords.h"

#include <vector>

namespace oneinn::cli {

using namespace Qt::StringLiterals;

namespace {

/// An exact interval is of cases that are counted.
QString whyNotExact(const Options &options, const Predictions &predictions)
{
    const QString remedy = u" Leave that out, or give --interval wilson."_s;
    if (predictions.weight())
        return u"--interval exact needs rows that all count the same, and these weigh "
               "differently."_s
                + remedy;
    if (options.scenario.mix || options.scenario.baseRate)
        return u"--interval exact needs rows that all count the same, and another mix or base rate "
               "makes them weigh differently."_s
                + remedy;
    if (!options.scenario.patience.everyoneWaits())
        return u"--interval exact needs uses that do or do not end in a way, and patience gives "
               "only the chance that a user has left."_s
                + remedy;
    return {};
}

std::optional<Unusable> takeAsAlike(const Options &options, ingest::LoadedFile &file,
                                    QStringList &assumptions)
{
    const ClusterSource found = rowClusters(*file.predictions).source();
    switch (options.intervals) {
    case IntervalKind::Wilson:
    case IntervalKind::Exact: {
        const bool exact = options.intervals == IntervalKind::Exact;
        if (const QString why = exact ? whyNotExact(options, *file.predictions) : QString();
            !why.isEmpty())
            return Unusable{why};
        file.predictions = Predictions::alike(file.predictions, RowsAlike::Never);
        assumptions.append(wording::eachUseAloneText(exact, found, options.scenario.words));
        return std::nullopt;
    }
    case IntervalKind::Clustered:
        if (found == ClusterSource::Rows)
            return Unusable{u"--interval clustered needs uses that hang together, and no column "
                            "says which: name one with --user, --day or --cluster."_s};
        break;
    case IntervalKind::AsRead:
        break;
    }
    if (!options.cluster)
        return std::nullopt;
    file.predictions = Predictions::alike(file.predictions, RowsAlike::InGroups);
    assumptions.append(wording::groupedText(*file.predictions->userId(), options.scenario.words));
    return std::nullopt;
}

std::optional<Unusable> recalibrate(const Options &options, ingest::LoadedFile &file,
                                    QStringList &assumptions)
{
    if (!options.recalibrate)
        return std::nullopt;
    const auto bent = recalibratedPredictions(file.predictions, options.where);
    if (const auto *problem = std::get_if<RecalibrationProblem>(&bent))
        return Unusable{wording::recalibrationProblemText(*problem, options.scenario.words,
                                                          file.mapping.lowerIsPositive.value)};
    const auto &recalibrated = std::get<RecalibratedPredictions>(bent);
    file.predictions = recalibrated.predictions;
    assumptions.append(wording::recalibratedText(recalibrated.models));
    return std::nullopt;
}

std::optional<Unusable> takeBothBudgets(const Options &options, ingest::LoadedFile &file)
{
    const auto budgets = budgetsOf(options);
    if (!budgets)
        return std::nullopt;
    if (!file.predictions->wholeWait())
        return Unusable{u"--first-token-budget needs two waits, and the file has one alone. Name "
                        "the wait until the whole answer with --latency, beside --first-token."_s};
    file.predictions =
            Predictions::retimed(file.predictions, waitsUnder(*file.predictions, *budgets));
    // Neither of them is the wait alone.
    std::erase_if(file.mapping.notes, [](const ReadingNote &note) {
        return note.kind == ReadingNote::Kind::FirstToken;
    });
    return std::nullopt;
}

} // namespace

std::optional<WaitBudgets> budgetsOf(const Options &options)
{
    if (!options.firstTokenBudget || !options.scenario.budget)
        return std::nullopt;
    return WaitBudgets{*options.firstTokenBudget, *options.scenario.budget};
}

std::optional<Unusable> goldProblem(const Options &options, const ingest::LoadedFile &file)
{
    if (!options.gold)
        return std::nullopt;
    const CategoryColumn *column = segmentNamed(*file.predictions, *options.gold);
    const std::string &positive = file.mapping.positive.value;
    const std::string &negative = file.mapping.negative;
    if (column && (column->codeOf(positive) || column->codeOf(negative)))
        return std::nullopt;
    return Unusable{u"--gold: no cell of '%1' is '%2' or '%3', the values of the label."_s.arg(
            wording::nameText(*options.gold), wording::nameText(positive),
            wording::nameText(negative))};
}

std::optional<Unusable> assumedOfRows(const Options &options, ingest::LoadedFile &file,
                                      QStringList &assumptions)
{
    if (auto problem = takeBothBudgets(options, file))
        return problem;
    if (auto problem = takeAsAlike(options, file, assumptions))
        return problem;
    if (options.gold)
        assumptions.append(wording::uncorrectedText(file.mapping.label.value, *options.gold));
    return recalibrate(options, file, assumptions);
}

} // namespace oneinn::cli
