// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/rowscommand.h"

#include "cli/assessmentjson.h"
#include "cli/bandoptions.h"
#include "cli/notes.h"
#include "core/assessment.h"
#include "core/policies/ownthresholds.h"
#include "core/policies/scenariorows.h"
#include "results/answerparts.h"
#include "results/rowlisting.h"
#include "wording/names.h"
#include "wording/reviewwords.h"
#include "wording/rowwords.h"

#include <cstddef>
#include <cstdint>

namespace oneinn::cli {

using namespace Qt::StringLiterals;

namespace {

QString keyOf(RowCell cell)
{
    switch (cell) {
    case RowCell::Fp:
        return u"fp"_s;
    case RowCell::Fn:
        return u"fn"_s;
    case RowCell::Tp:
        return u"tp"_s;
    case RowCell::Tn:
        return u"tn"_s;
    case RowCell::Wrong:
        return u"wrong"_s;
    case RowCell::All:
        return u"all"_s;
    case RowCell::MissedByModel:
        return u"missed-by-model"_s;
    case RowCell::MissedByLateness:
        return u"missed-by-lateness"_s;
    case RowCell::Gone:
        return u"gone"_s;
    case RowCell::Late:
        break;
    }
    return u"late"_s;
}

Json rowJson(const RowListing &listing, std::uint32_t row, RowCell end)
{
    Json::Object segments;
    for (const CategoryColumn *column : listing.columns)
        segments.emplace_back(listing.nameOf(*column), listing.cellOf(*column, row));
    return Json::Object{{u"id"_s, listing.id ? Json(listing.cellOf(*listing.id, row)) : Json()},
                        {u"line"_s, Json(listing.lineOf(row))},
                        {u"score"_s, Json(listing.scoreOf(row))},
                        {u"threshold"_s, Json(listing.thresholdOf(row))},
                        {u"label"_s, listing.labelOf(row)},
                        {u"is"_s, wording::rowEndCode(end)},
                        {u"wait_ms"_s, Json(listing.waitOf(row))},
                        {u"segments"_s, std::move(segments)}};
}

struct ListedRows {
    const Input &input;
    RowListing listing;
    CellRowsQuestion question;
    CellRows found;
};

QString rowsJson(const ListedRows &listed, const FeatureWords &words)
{
    Json::Array rows;
    for (std::size_t i = 0; i < listed.found.rows.size(); ++i)
        rows.push_back(rowJson(listed.listing, listed.found.rows[i], listed.found.ends[i]));
    const CellRowsQuestion &question = listed.question;
    const Json json = Json::Object{
            {u"account"_s, accountJson(listed.input)},
            {u"warnings"_s, Json::strings(listed.input.warnings)},
            {u"selection"_s, selectionJson(question.selection)},
            {u"budget_ms"_s, question.budget ? Json(question.budget->value) : Json()},
            {u"threshold"_s, Json(listed.input.units.inFile(question.threshold))},
            {u"between"_s,
             question.scores ? intervalJson(listed.input.units.inFile(
                     ThresholdInterval{question.scores->from, question.scores->to}))
                             : Json()},
            {u"cell"_s, keyOf(question.cell)},
            {u"sort"_s, question.order == RowOrder::Nearest ? u"nearest"_s : u"wrongest"_s},
            {u"all"_s, listed.found.all},
            {u"missed_by_model"_s, listed.found.missedByModel},
            {u"missed_by_lateness"_s, listed.found.missedByLateness},
            {u"left"_s, listed.found.left},
            {u"rows"_s, std::move(rows)},
            {u"hidden_columns"_s, Json::strings(listed.listing.hidden)},
            {u"sentence"_s, wording::cellRowsSentence(listed.found, question, words)}};
    return json.text() + u'\n';
}

QString rowsText(const ListedRows &listed, const FeatureWords &words)
{
    const auto name = [](const QString &text) { return wording::nameText(text.toStdString()); };
    QString text = wording::cellRowsSentence(listed.found, listed.question, words) + u'\n';
    text += listed.listing.header(+name, u"outcome"_s).join(u"   "_s) + u'\n';
    for (std::size_t i = 0; i < listed.found.rows.size(); ++i)
        text += listed.listing
                        .line(listed.found.rows[i],
                              wording::rowEndText(listed.found.ends[i], words), +name)
                        .join(u"   "_s)
                + u'\n';
    return text;
}

QStringList rowsNotes(const ListedRows &listed)
{
    QStringList notes;
    if (!listed.listing.predictions->exampleId())
        notes.append((
                listed.listing.predictions->line()
                        ? u"Rows have no id here, and are told by their line in the file. Name the column with --example for its ids."_s
                        : u"Rows have no id here. Name the column with --example, or --show it."_s));
    if (!listed.listing.hidden.isEmpty())
        notes.append(wording::personalHiddenText(listed.listing.hidden));
    return notes;
}

/// What a person decides, where a band is asked for; and how that is to be read.
QString keepToBand(CellRowsQuestion &question, const DecidedSetting &decided,
                   const Options &options, const Input &input)
{
    if (!options.review.band)
        return {};
    ReviewSetting setting = reviewSettingOf(options, input);
    setting.isInForce = true;
    std::optional<BandThresholds> band = setting.band;
    if (!band) {
        const auto best = reviewInForce(*decided.rows, decided.scenario, setting);
        if (!best || !best->answer.band.isOpen())
            return u"No band is worth it here, so no row goes to a person; all rows are told."_s;
        band = BandThresholds{best->answer.band.from, best->answer.band.to};
    }
    question.scores = ScoreSpan{band->from.value, band->to.value};
    const QString low = decidedThreshold(input.units.inFile(band->from));
    const QString high = decidedThreshold(input.units.inFile(band->to));
    return u"Only rows that go to a person, between %1 and %2%3; what they end in is told as without one."_s
            .arg(low, high,
                 thresholdsBySegment(decided.scenario.combination)
                         ? u" on the dial of the thresholds by segment"_s
                         : QString());
}

} // namespace

Outcome rowsCommand(const Options &options, const Input &input)
{
    const DecidedSetting decided = decidedSetting(options, input);
    const Scenario &scenario = decided.scenario;
    const auto &slice = decided.slice;
    Outcome outcome;
    outcome.notes = decided.notes;
    CellRowsQuestion question = options.rows.question;
    static_cast<UsesQuestion &>(question) = scenario;
    question.threshold = scenario.threshold;
    if (const QString note = keepToBand(question, decided, options, input); !note.isEmpty())
        outcome.notes.append(note);
    const ScenarioRows &rows = slice->rows();
    const ListedRows listed{
            .input = input,
            .listing = rowListing(rows, question, input.file.mapping, options.rows.show),
            .question = question,
            .found = cellRows(rows, question)};
    outcome.notes += rowsNotes(listed);
    switch (options.format) {
    case Format::Csv:
        outcome.text = rowsCsv(listed.listing, listed.found);
        break;
    case Format::Text:
        outcome.text = rowsText(listed, scenario.words);
        break;
    case Format::Json:
    case Format::Svg: // not asked for
        outcome.text = rowsJson(listed, scenario.words);
        break;
    }
    return outcome;
}

} // namespace oneinn::cli
