// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/answercommand.h"

#include "cli/answeroutput.h"
#include "cli/bandoptions.h"
#include "cli/dropcommand.h"
#include "cli/notes.h"
#include "core/policies/ownthresholds.h"
#include "report/markdown.h"
#include "results/earlierperiod.h"
#include "wording/pinwords.h"
#include "wording/reviewbandwords.h"

#include <algorithm>
#include <memory>
#include <utility>
#include <variant>
#include <vector>

namespace oneinn::cli {

using namespace Qt::StringLiterals;

namespace {

QString misfitNote(const PinnedPoint &point, PinMisfit misfit, std::size_t place)
{
    return u"%1 is left out. %2"_s.arg(wording::pinTitle(point, place),
                                       wording::pinMisfitText(misfit, point.choice));
}

std::vector<PinnedPoint> pinsOf(const Options &options, const Input &input,
                                const Scenario &scenario)
{
    if (options.session) {
        std::vector<PinnedPoint> pins = options.session->pins;
        for (PinnedPoint &pin : pins)
            pin.choice.combination = onScale(pin.choice.combination, input.predictions());
        return pins;
    }
    const auto point = defaultNobodyChose(input.predictions(), scenario);
    return point ? std::vector{*point} : std::vector<PinnedPoint>();
}

/// What does not fit the data, beside what the session has to say.
QStringList notesOf(const Options &options, const AnswerParts &parts)
{
    QStringList notes = options.session ? options.session->notes : QStringList();
    notes += reviewerNotes(options);
    if (options.review.setting.isInForce && !parts.review)
        notes.append(wording::noReviewText());
    for (std::size_t place = 0; place < parts.pins.size(); ++place) {
        const AnswerParts::Pin &pin = parts.pins[place];
        if (pin.assessed && pin.assessed->misfit)
            notes.append(misfitNote(pin.point, *pin.assessed->misfit, place));
    }
    return notes;
}

/// As it stands in the file; absent: the one that was most valuable in the earlier period is meant.
std::optional<double> namedThreshold(const Options &options, const Input &input)
{
    const bool isNamed = options.threshold || (options.session && !options.session->atBestBefore);
    return isNamed ? std::optional(input.units.inFile(scenarioOf(options, input).threshold))
                   : std::nullopt;
}

bool keepsThreshold(const Dropped &dropped)
{
    return std::ranges::any_of(dropped.recoveries, [](const DropRecovery &recovery) {
        return recovery.remedy == DropRemedy::KeepThreshold;
    });
}

} // namespace

AnswerParts answerPartsOf(const Options &options, const Input &input,
                          const std::optional<Threshold> &kept)
{
    Scenario scenario = scenarioOf(options, input);
    const auto rows = ScenarioRows::around(input.index, scenario);
    if (kept)
        scenario.threshold = *kept;
    else if (!options.threshold && !options.session)
        scenario.threshold = outlook(*rows->at(scenario), scenario)->mostValuable.threshold;
    AnswerParts parts = answerParts(rows, scenario, pinsOf(options, input, scenario));
    if (options.session)
        parts.text = options.session->text;
    parts.provenance =
            provenanceOf(options.file, input.reference.sha256, input.account, input.file.mapping);
    parts.provenance.assumptions += input.assumptions;
    parts.stages = input.stages;
    parts.review = reviewInForce(*rows, scenario, reviewSettingOf(options, input));
    return parts;
}

std::variant<AnswerParts, Unusable> comparedParts(const Options &options, const Input &input,
                                                  KeptOld old)
{
    if (options.before.isEmpty())
        return answerPartsOf(options, input);
    auto dropped = droppedSince(options, namedThreshold(options, input));
    if (auto *unusable = std::get_if<Unusable>(&dropped))
        return std::move(*unusable);
    auto since = std::make_shared<const Dropped>(std::get<Dropped>(std::move(dropped)));
    // Else what is chosen and what is to be done would be two thresholds.
    std::optional<Threshold> kept;
    const bool keeps = old == KeptOld::Always || keepsThreshold(*since);
    if (!options.threshold && !options.session && keeps)
        kept = since->threshold.kept;
    AnswerParts parts = answerPartsOf(options, input, kept);
    parts.dropped = std::move(since);
    parts.periods = periodNames(EarlierFile{options.before}, options.file);
    return parts;
}

Outcome answerCommand(const Options &options, const Input &input)
{
    auto compared = comparedParts(options, input);
    if (const auto *unusable = std::get_if<Unusable>(&compared))
        return {{}, {}, unusable->sentence};
    const AnswerParts parts = std::get<AnswerParts>(std::move(compared));
    const QStringList notes = notesOf(options, parts);
    const QDate date = options.date.value_or(QDate::currentDate());
    if (isWebPage(options.output) && options.length == report::Length::Brief)
        return {{},
                notes,
                writeAnswer(parts.webPage(date,
                                          options.staticPage ? AnswerParts::PageDials::LeftOut
                                                             : AnswerParts::PageDials::Drawn),
                            options.output, options.file)};
    const report::Report report =
            parts.report(options.length, date,
                         options.length == report::Length::Brief ? AnswerParts::Figures::Drawn
                                                                 : AnswerParts::Figures::LeftOut);
    if (options.output.isEmpty())
        return {report::markdown(report), notes};
    return {{}, notes, writeAnswer(report, options.output, options.file, date)};
}

} // namespace oneinn::cli
