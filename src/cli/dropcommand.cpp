// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/dropcommand.h"

#include "cli/dropoutput.h"
#include "cli/notes.h"
#include "core/assessment.h"
#include "core/periods/drop.h"
#include "wording/dropwords.h"
#include "wording/feature.h"
#include "wording/names.h"
#include "wording/numbers.h"
#include "wording/phrases.h"

#include <algorithm>

namespace oneinn::cli {

using namespace Qt::StringLiterals;

namespace {

/// The later file, with the parts that columns of the earlier one play.
Options laterOptions(const Options &options, const Input &before)
{
    Options later = options;
    if (options.split) {
        later.where.push_back({options.split->column, options.split->later});
        return later;
    }
    const ingest::ResolvedMapping &mapping = before.file.mapping;
    later.file = options.later;
    later.columns.label = mapping.label.value;
    later.columns.positive = mapping.positive.value;
    later.columns.score = mapping.score.value;
    later.columns.lowerIsPositive = mapping.lowerIsPositive.value;
    if (mapping.latency) {
        later.columns.latency = mapping.latency->value;
        later.columns.unit = mapping.unit.value;
    }
    if (mapping.userId)
        later.columns.userId = mapping.userId->value;
    return later;
}

QStringList columnNotes(const Input &before, const Input &after)
{
    const auto lacking = [](const std::vector<std::string> &there,
                            const std::vector<std::string> &here) {
        std::vector<std::string> names;
        std::ranges::copy_if(there, std::back_inserter(names), [&](const std::string &name) {
            return std::ranges::find(here, name) == here.end();
        });
        return names;
    };
    QStringList notes;
    if (const auto gone = lacking(before.file.columns, after.file.columns); !gone.empty())
        notes.append(u"The second file lacks columns of the first: %1."_s.arg(
                wording::listedNames(gone)));
    if (const auto added = lacking(after.file.columns, before.file.columns); !added.empty())
        notes.append(u"The second file has columns that the first has not: %1."_s.arg(
                wording::listedNames(added)));
    return notes;
}

/// Both periods as they were read, and what is asked of them.
struct OpenedPeriods {
    Input before, after;
    Scenario scenario, later;
};

std::variant<OpenedPeriods, Unusable> openPeriods(const Options &asked)
{
    Options options = asked;
    // All versions together: which of them it is, is asked.
    options.everyModel = !options.model;
    Options earlier = options;
    if (options.split) {
        options.columns.extraSegments.push_back(options.split->column);
        earlier = options;
        earlier.where.push_back({options.split->column, options.split->earlier});
    }
    auto before = openInput(earlier);
    if (const auto *unusable = std::get_if<Unusable>(&before))
        return *unusable;
    const Options second = laterOptions(options, std::get<Input>(before));
    auto after = openInput(second);
    if (const auto *unusable = std::get_if<Unusable>(&after))
        return *unusable;
    OpenedPeriods opened{
            std::get<Input>(std::move(before)), std::get<Input>(std::move(after)), {}, {}};
    opened.scenario = scenarioOf(earlier, opened.before);
    if (!options.threshold)
        opened.scenario.threshold =
                outlook(*sliceOf(opened.scenario, opened.before), opened.scenario)
                        ->mostValuable.threshold;
    opened.later = scenarioOf(second, opened.after);
    opened.later.threshold = opened.scenario.threshold;
    return opened;
}

/// There must be uses in both periods.
OldThreshold oldThreshold(const OpenedPeriods &opened)
{
    const auto best = outlook(*sliceOf(opened.later, opened.after), opened.later)->mostValuable;
    const auto worth = periodUses(opened.after.index, opened.later, DropMeasure::Value);
    const double kept = (worth->rows.weight * worth->measured).sum() / worth->rows.weight.sum();
    OldThreshold old{.kept = opened.before.units.inFile(opened.later.threshold),
                     .best = opened.after.units.inFile(best.threshold),
                     .cost = std::max(0.0, best.best - kept),
                     .heldOut = {}};
    const auto before = shownOrNot(opened.before.index, opened.scenario);
    const auto after = shownOrNot(opened.after.index, opened.later);
    if (before && after)
        old.heldOut = keepingCost(*before, *after, opened.later.threshold);
    return old;
}

} // namespace

std::variant<Outcome, Unusable> dropCommand(const Options &options)
{
    const auto read = openPeriods(options);
    if (const auto *unusable = std::get_if<Unusable>(&read))
        return *unusable;
    const auto &opened = std::get<OpenedPeriods>(read);
    const auto before = periodUses(opened.before.index, opened.scenario, options.measure);
    const auto after = periodUses(opened.after.index, opened.later, options.measure);
    if (!before || !after)
        return Unusable{u"One of the two periods has no uses to compare: choose others."_s};
    Dropped dropped{.diagnosis = diagnosedDrop(*before, *after, opened.scenario),
                    .waterfall = {},
                    .threshold = oldThreshold(opened)};
    // Nobody stops a command line but by ending it.
    dropped.waterfall =
            dropWaterfall(*before, *after, opened.later.threshold, splitFor(dropped.diagnosis))
                    .value();
    Outcome outcome;
    outcome.notes = opened.before.notes + columnNotes(opened.before, opened.after);
    outcome.text = dropOutput(dropped, options);
    return outcome;
}

} // namespace oneinn::cli
