// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/rowscommand.h"

#include "cli/assessmentjson.h"
#include "core/assessment.h"
#include "core/policies/scenariorows.h"
#include "ingest/columnnames.h"
#include "report/csv.h"
#include "wording/names.h"
#include "wording/reviewwords.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace oneinn::cli {

using namespace Qt::StringLiterals;

namespace {

bool looksPersonal(const std::string &column)
{
    constexpr std::array<std::string_view, 10> personalWords{
            "email",  "mail",    "name", "surname", "phone",
            "mobile", "address", "ip",   "birth",   "iban"};
    if (ingest::NameFits(column).of(ingest::ColumnRole::Personal))
        return true;
    return std::ranges::any_of(ingest::wordsOf(column), [&](const std::string &word) {
        return std::ranges::find(personalWords, word) != personalWords.end();
    });
}

struct ListedRows {
    const Input &input;
    const Predictions &predictions;
    CellRowsQuestion question;
    CellRows found;
    const CategoryColumn *id = nullptr; ///< null: none, or a personal one
    std::vector<const CategoryColumn *> columns;
    QStringList hidden; ///< columns that look personal
};

QString cellOf(const CategoryColumn &column, std::uint32_t row)
{
    return QString::fromStdString(column.values[column.codes[row]]);
}

QString nameOf(const CategoryColumn &column)
{
    return QString::fromStdString(column.name);
}

void chooseColumns(ListedRows &listed, const std::vector<std::string> &asked)
{
    const auto isAsked = [&asked](const CategoryColumn &column) {
        return std::ranges::find(asked, column.name) != asked.end();
    };
    const auto &id = listed.predictions.exampleId();
    if (id && (isAsked(*id) || !looksPersonal(id->name)))
        listed.id = &*id;
    else if (id)
        listed.hidden.append(nameOf(*id));
    for (const CategoryColumn &column : listed.predictions.segments()) {
        if (isAsked(column) || !looksPersonal(column.name))
            listed.columns.push_back(&column);
        else
            listed.hidden.append(nameOf(column));
    }
}

QString labelOf(const ListedRows &listed, std::uint32_t row)
{
    const auto &mapping = listed.input.file.mapping;
    return QString::fromStdString(listed.predictions.label()[row] != 0 ? mapping.positive.value
                                                                       : mapping.negative);
}

std::optional<double> waitOf(const ListedRows &listed, std::uint32_t row)
{
    const auto &latency = listed.predictions.latency();
    return latency && !std::isnan((*latency)[row]) ? std::optional((*latency)[row]) : std::nullopt;
}

double scoreOf(const ListedRows &listed, std::uint32_t row)
{
    return listed.input.units.converted(listed.predictions.score()[row]);
}

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
    case RowCell::Late:
        break;
    }
    return u"late"_s;
}

Json rowJson(const ListedRows &listed, std::uint32_t row)
{
    Json::Object segments;
    for (const CategoryColumn *column : listed.columns)
        segments.emplace_back(nameOf(*column), cellOf(*column, row));
    return Json::Object{{u"id"_s, listed.id ? Json(cellOf(*listed.id, row)) : Json()},
                        {u"score"_s, scoreOf(listed, row)},
                        {u"label"_s, labelOf(listed, row)},
                        {u"wait_ms"_s, Json(waitOf(listed, row))},
                        {u"segments"_s, std::move(segments)}};
}

QString rowsJson(const ListedRows &listed, const FeatureWords &words)
{
    Json::Array rows;
    for (const std::uint32_t row : listed.found.rows)
        rows.push_back(rowJson(listed, row));
    const CellRowsQuestion &question = listed.question;
    const Json json = Json::Object{
            {u"account"_s, accountJson(listed.input)},
            {u"warnings"_s, Json::strings(listed.input.warnings)},
            {u"selection"_s, selectionJson(question.selection)},
            {u"budget_ms"_s, question.budget ? Json(question.budget->value) : Json()},
            {u"threshold"_s, Json(listed.input.units.inFile(question.threshold))},
            {u"cell"_s, keyOf(question.cell)},
            {u"sort"_s, question.order == RowOrder::Nearest ? u"nearest"_s : u"wrongest"_s},
            {u"all"_s, listed.found.all},
            {u"rows"_s, std::move(rows)},
            {u"hidden_columns"_s, Json::strings(listed.hidden)},
            {u"sentence"_s, wording::cellRowsSentence(listed.found, question, words)}};
    return json.text() + u'\n';
}

std::vector<QStringList> linesOf(const ListedRows &listed, QString (*text)(const QString &))
{
    QStringList header;
    if (listed.id)
        header.append(text(nameOf(*listed.id)));
    header += {u"score"_s, u"label"_s, u"wait_ms"_s};
    for (const CategoryColumn *column : listed.columns)
        header.append(text(nameOf(*column)));
    std::vector<QStringList> lines{header};
    for (const std::uint32_t row : listed.found.rows) {
        QStringList line;
        if (listed.id)
            line.append(text(cellOf(*listed.id, row)));
        line += {report::csvNumber(scoreOf(listed, row)), text(labelOf(listed, row)),
                 report::csvNumber(waitOf(listed, row))};
        for (const CategoryColumn *column : listed.columns)
            line.append(text(cellOf(*column, row)));
        lines.push_back(line);
    }
    return lines;
}

QString rowsCsv(const ListedRows &listed)
{
    QString csv;
    for (const QStringList &line : linesOf(listed, report::csvText))
        csv += report::csvRow(line);
    return csv;
}

QString rowsText(const ListedRows &listed, const FeatureWords &words)
{
    const auto name = [](const QString &text) { return wording::nameText(text.toStdString()); };
    QString text = wording::cellRowsSentence(listed.found, listed.question, words) + u'\n';
    for (const QStringList &line : linesOf(listed, +name))
        text += line.join(u"   "_s) + u'\n';
    return text;
}

QStringList rowsNotes(const ListedRows &listed)
{
    QStringList notes;
    if (!listed.predictions.exampleId())
        notes.append(u"Rows have no id here. Name the column with --example, or --show it."_s);
    if (!listed.hidden.isEmpty())
        notes.append(u"Not shown, as they look personal: %1 (--show COLUMN for one)."_s.arg(
                listed.hidden.join(u", "_s)));
    return notes;
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
    ListedRows listed{.input = input,
                      .predictions = *slice->rows().all()->predictions(),
                      .question = question,
                      .found = cellRows(*slice, question),
                      .id = nullptr,
                      .columns = {},
                      .hidden = {}};
    chooseColumns(listed, options.rows.show);
    outcome.notes += rowsNotes(listed);
    switch (options.format) {
    case Format::Csv:
        outcome.text = rowsCsv(listed);
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
