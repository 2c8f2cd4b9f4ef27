// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/dropcommand.h"

#include "cli/dropoutput.h"
#include "cli/notes.h"
#include "core/periods/dropped.h"
#include "wording/combinationwords.h"
#include "wording/dropwords.h"

#include <algorithm>

namespace oneinn::cli {

using namespace Qt::StringLiterals;

namespace {

/// The later file, with the parts that columns of the earlier one play.
Options laterOptions(const Options &options, const Input &before)
{
    Options later = options;
    if (options.split) {
        later.where.push_back(options.split->later);
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
        options.columns.extraSegments.push_back(options.split->later.column);
        earlier = options;
        earlier.where.push_back(options.split->earlier);
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
    opened.later = scenarioOf(second, opened.after);
    return opened;
}

std::variant<Dropped, Unusable> droppedIn(const OpenedPeriods &opened, DropMeasure measure,
                                          KeptThreshold kept)
{
    // Nobody stops a command line but by ending it.
    auto told = dropped({.before = opened.before.index,
                         .after = opened.after.index,
                         .earlier = opened.scenario,
                         .later = opened.later,
                         .measure = measure,
                         .kept = kept});
    if (!told)
        return Unusable{u"One of the two periods has no uses to compare: choose others."_s};
    return *std::move(told);
}

KeptThreshold keptBy(const Options &options)
{
    return options.threshold ? KeptThreshold::Given : KeptThreshold::BestBefore;
}

} // namespace

std::variant<Dropped, Unusable> droppedSince(const Options &options,
                                             std::optional<double> threshold)
{
    Options periods = options;
    periods.file = options.before;
    periods.later = options.file;
    periods.threshold = threshold;
    const auto read = openPeriods(periods);
    if (const auto *unusable = std::get_if<Unusable>(&read))
        return *unusable;
    return droppedIn(std::get<OpenedPeriods>(read), options.measure, keptBy(periods));
}

std::variant<Outcome, Unusable> dropCommand(const Options &options)
{
    const auto read = openPeriods(options);
    if (const auto *unusable = std::get_if<Unusable>(&read))
        return *unusable;
    const auto &opened = std::get<OpenedPeriods>(read);
    const auto told = droppedIn(opened, options.measure, keptBy(options));
    if (const auto *unusable = std::get_if<Unusable>(&told))
        return *unusable;
    Outcome outcome;
    outcome.notes = opened.before.notes
            + wording::otherColumnsNotes(opened.before.file.columns, opened.after.file.columns);
    const QString order = wording::periodOrderNote(std::get<Dropped>(told).reversed);
    if (!options.split && !order.isEmpty())
        outcome.notes.prepend(order);
    const QString operated =
            wording::operatedPhrase(opened.scenario, opened.before.units.lowerIsPositive());
    if (!operated.isEmpty())
        outcome.notes.append(
                u"Both periods are judged with these: %1. A threshold that is told is that of all others, and moves the rest with it."_s
                        .arg(operated));
    outcome.text =
            dropOutput(std::get<Dropped>(told), opened.before.units, opened.after.units, options);
    return outcome;
}

} // namespace oneinn::cli
