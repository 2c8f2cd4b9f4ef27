// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/classescommand.h"

#include "cli/classesoutput.h"
#include "cli/inputtable.h"
#include "cli/json.h"
#include "cli/table.h"
#include "core/classes/classdecision.h"
#include "core/eigenindex.h"
#include "core/infinity.h"
#include "ingest/classtable.h"
#include "results/confusionlisting.h"
#include "wording/classviewwords.h"
#include "wording/classwords.h"
#include "wording/names.h"
#include "wording/problemwords.h"
#include "wording/rowwords.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace oneinn::cli {

using namespace Qt::StringLiterals;

namespace {

ingest::ClassesAsked classesAsked(const Options &options)
{
    return {.label = options.columns.label,
            .decision = options.columns.decision,
            .scores = options.classes.scores,
            .weight = options.columns.weight,
            .user = options.columns.userId,
            .day = options.columns.day,
            .where = options.where};
}

std::optional<Eigen::Index> classCalled(const std::vector<std::string> &names,
                                        const std::string &name)
{
    const auto found = std::ranges::find(names, ingest::classNameOf(name));
    return found == names.end() ? std::nullopt : std::optional<Eigen::Index>(found - names.begin());
}

Unusable unknownClass(const QString &option, const std::string &name,
                      const std::vector<std::string> &names)
{
    return Unusable{
            u"--%1 is refused. "_s.arg(option)
            + wording::classTroubleText(
                    {.kind = ClassTrouble::Kind::ClassUnknown, .column = name, .names = names})};
}

/// "A:D", parted where both are classes; names may hold a ':' themselves.
std::optional<std::pair<Eigen::Index, Eigen::Index>> confusionCalled(
        const std::vector<std::string> &names, const std::string &pair)
{
    for (std::size_t at = pair.find(':'); at != std::string::npos; at = pair.find(':', at + 1)) {
        const auto actual = classCalled(names, pair.substr(0, at));
        const auto decided = classCalled(names, pair.substr(at + 1));
        if (actual && decided)
            return std::pair(*actual, *decided);
    }
    return std::nullopt;
}

std::variant<ClassCosts, Unusable> costsOf(const ClassesOption &asked,
                                           const std::vector<std::string> &names)
{
    ClassCosts costs = evenCosts(names.size());
    if (asked.undecidedCost)
        costs.rightCols(1).setConstant(*asked.undecidedCost);
    for (const ClassCostOption &cost : asked.costs) {
        const auto cell = confusionCalled(names, cost.pair);
        if (!cell) {
            const std::size_t colon = cost.pair.find(':');
            const std::string actual = cost.pair.substr(0, colon);
            return unknownClass(u"cost"_s,
                                classCalled(names, actual) ? cost.pair.substr(colon + 1) : actual,
                                names);
        }
        costs(cell->first, cell->second) = cost.cost;
    }
    return costs;
}

std::variant<Eigen::ArrayXd, Unusable> thresholdsOf(const ClassesOption &asked,
                                                    const std::vector<std::string> &names)
{
    Eigen::ArrayXd thresholds = Eigen::ArrayXd::Constant(eigenIndex(names.size()),
                                                         -std::numeric_limits<double>::infinity());
    for (const auto &[name, threshold] : asked.thresholds) {
        const auto at = classCalled(names, name);
        if (!at)
            return unknownClass(u"class-threshold"_s, name, names);
        thresholds[*at] = threshold;
    }
    return thresholds;
}

std::vector<std::optional<double>> toldThresholds(const Eigen::ArrayXd &thresholds)
{
    std::vector<std::optional<double>> told;
    for (const double threshold : thresholds)
        told.push_back(std::isfinite(threshold) ? std::optional(threshold) : std::nullopt);
    return told;
}

/// What was guessed, and what may make the answer another.
QStringList classNotes(const ingest::ClassTable &table, const std::vector<std::string> &columns)
{
    const ingest::ClassColumns &read = table.columns;
    QStringList notes;
    const QString label = wording::quotedName(columns[read.label]);
    const QString decided = read.decision ? wording::quotedName(columns[*read.decision])
                                          : wording::quotedName(read.pattern);
    if (read.labelGuessed || read.decidedGuessed)
        notes.append(read.decision
                             ? u"Reading the class from %1, and what was decided from %2."_s.arg(
                                     label, decided)
                             : u"Reading the class from %1, and the classes' scores from %2."_s.arg(
                                     label, decided));
    if (!read.decisionUnused.empty())
        notes.append(u"%1 is not looked at: what is decided follows from the scores (--decision to "
                     "take it instead)."_s.arg(wording::quotedName(read.decisionUnused)));
    return notes;
}

QStringList classWarnings(const ingest::ClassTable &table, const std::vector<std::string> &columns)
{
    QStringList warnings = wording::classAccount(table.labelMissing, table.scoreMissing,
                                                 table.weightMissing, true);
    if (table.columns.weight && table.columns.weightGuessed)
        warnings.append(
                u"Every row counts for what %1 says, as its name suggests (--weight '' if it does not)."_s
                        .arg(wording::quotedName(columns[*table.columns.weight])));
    if (!table.columns.modelsMixed.empty())
        warnings.append(
                u"Rows of all models in %1 are taken together; --where %2=NAME looks at one."_s.arg(
                        wording::quotedName(table.columns.modelsMixed),
                        wording::nameText(table.columns.modelsMixed)));
    if (table.scores && !table.columns.addUpToOne)
        warnings += wording::classAccount(0, 0, 0, false);
    return warnings;
}

/// The decisions, where scores make them; or what keeps them from being made.
std::optional<Unusable> decide(ingest::ClassTable &table, const ClassesOption &asked,
                               const ClassCosts &costs, const Eigen::ArrayXd &thresholds)
{
    if (!table.scores) {
        if (asked.byCost || !asked.thresholds.empty())
            return Unusable{
                    u"%1 needs a score for each class, and the file has decisions alone."_s.arg(
                            asked.byCost ? u"--decide cost"_s : u"--class-threshold"_s)};
        return std::nullopt;
    }
    if (asked.byCost && !table.columns.addUpToOne)
        return Unusable{
                u"--decide cost needs probabilities, and these scores do not add up to 1."_s};
    table.rows.decided = asked.byCost ? decidedByCost(*table.scores, costs)
                                      : decidedByScore(*table.scores, thresholds);
    return std::nullopt;
}

std::variant<Outcome, Unusable> classesAnswer(const Options &options, ingest::ClassTable table,
                                              const std::vector<std::string> &columns)
{
    const ClassesOption &asked = options.classes;
    const auto costs = costsOf(asked, table.rows.names);
    if (const auto *unusable = std::get_if<Unusable>(&costs))
        return *unusable;
    const auto thresholds = thresholdsOf(asked, table.rows.names);
    if (const auto *unusable = std::get_if<Unusable>(&thresholds))
        return *unusable;
    if (auto unusable = decide(table, asked, std::get<ClassCosts>(costs),
                               std::get<Eigen::ArrayXd>(thresholds)))
        return *std::move(unusable);
    AnsweredClasses answer{.table = table,
                           .columns = columns,
                           .report = classReport(table.rows, std::get<ClassCosts>(costs)),
                           .costs = std::get<ClassCosts>(costs)};
    if (!asked.thresholds.empty())
        answer.thresholds = toldThresholds(std::get<Eigen::ArrayXd>(thresholds));
    answer.ownCosts = !asked.costs.empty() || asked.undecidedCost;
    answer.byCost = asked.byCost;
    answer.warnings = classWarnings(table, columns);
    return Outcome{classesOutput(answer, options.format),
                   classNotes(table, columns) + answer.warnings};
}

struct ReadClasses {
    ingest::TableFile::Ptr file;
    ingest::ClassTable table;
};

std::variant<ReadClasses, Unusable> readClassesOf(const Options &options)
{
    const auto problemText = [](const Problem &problem) {
        return Unusable{wording::problemWords(problem, wording::Reader::CommandLine).sentence()};
    };
    const auto bytes = inputBytes(options);
    if (!bytes)
        return problemText(bytes.problem());
    const auto file = inputTable(options, bytes.value());
    if (!file)
        return problemText(file.problem());
    auto read = ingest::classTable(*file.value(), classesAsked(options));
    if (const auto *trouble = std::get_if<ClassTrouble>(&read))
        return Unusable{wording::classTroubleText(*trouble)};
    return ReadClasses{file.value(), std::get<ingest::ClassTable>(std::move(read))};
}

std::vector<std::string> columnNames(const ingest::TableFile &file)
{
    std::vector<std::string> columns;
    for (const auto &column : file.columns())
        columns.push_back(column.name);
    return columns;
}

Json confusionRowsJson(const ConfusionListing &listing, const QString &sentence)
{
    Json::Array rows;
    for (const ingest::ConfusionRow &row : listing.found.rows) {
        Json::Object cells;
        for (std::size_t i = 0; i < row.cells.size(); ++i)
            cells.emplace_back(listing.columns[static_cast<qsizetype>(i)],
                               QString::fromStdString(row.cells[i]));
        rows.push_back(Json::Object{{u"row"_s, static_cast<std::size_t>(row.record)},
                                    {u"columns"_s, std::move(cells)},
                                    {u"score_of_class"_s, Json(row.own)},
                                    {u"score_of_called"_s, Json(row.other)}});
    }
    return Json::Object{{u"class"_s, listing.actual},
                        {u"called"_s, listing.decided},
                        {u"all"_s, listing.found.all},
                        {u"rows"_s, std::move(rows)},
                        {u"hidden_columns"_s, Json::strings(listing.hidden)},
                        {u"sentence"_s, sentence}};
}

QString confusionRowsText(const ConfusionListing &listing, const QString &sentence)
{
    const auto name = [](const QString &text) { return wording::nameText(text.toStdString()); };
    std::vector<QStringList> lines{listing.header(+name)};
    for (std::size_t i = 0; i < listing.found.rows.size(); ++i)
        lines.push_back(listing.line(i, +name));
    return sentence + u'\n' + alignedCells(lines);
}

std::variant<ConfusionWish, Unusable> confusionWish(const RowsOption &asked,
                                                    const std::vector<std::string> &names)
{
    const auto actual = classCalled(names, *asked.ofClass);
    if (!actual)
        return unknownClass(u"class"_s, *asked.ofClass, names);
    auto decided = classCalled(names, *asked.called);
    if (!decided && *asked.called == "undecided")
        decided = eigenIndex(names.size());
    if (!decided)
        return unknownClass(u"called"_s, *asked.called, names);
    return ConfusionWish{.actual = static_cast<std::uint32_t>(*actual),
                         .decided = static_cast<std::uint32_t>(*decided),
                         .most = asked.question.most,
                         .shown = asked.show};
}

} // namespace

std::variant<Outcome, Unusable> classesCommand(const Options &options)
{
    auto read = readClassesOf(options);
    if (auto *unusable = std::get_if<Unusable>(&read))
        return std::move(*unusable);
    auto &[file, table] = std::get<ReadClasses>(read);
    return classesAnswer(options, std::move(table), columnNames(*file));
}

std::variant<Outcome, Unusable> confusionCommand(const Options &options)
{
    auto read = readClassesOf(options);
    if (auto *unusable = std::get_if<Unusable>(&read))
        return std::move(*unusable);
    auto &[file, table] = std::get<ReadClasses>(read);
    const auto wish = confusionWish(options.rows, table.rows.names);
    if (const auto *unusable = std::get_if<Unusable>(&wish))
        return *unusable;
    const std::size_t classes = table.rows.names.size();
    if (auto unusable = decide(table, {}, evenCosts(classes),
                               Eigen::ArrayXd::Constant(eigenIndex(classes), -infinity)))
        return *std::move(unusable);
    const ConfusionListing listing = confusionListing(*file, table, std::get<ConfusionWish>(wish));
    const QString sentence = wording::confusionRowsSentence(
            listing.actual, listing.decided, listing.found.rows.size(), listing.found.all);
    Outcome outcome;
    outcome.notes =
            classNotes(table, columnNames(*file)) + classWarnings(table, columnNames(*file));
    if (!listing.hidden.isEmpty())
        outcome.notes.append(wording::personalHiddenText(listing.hidden));
    if (options.format == Format::Csv)
        outcome.text = confusionCsv(listing);
    else if (options.format == Format::Text)
        outcome.text = confusionRowsText(listing, sentence);
    else
        outcome.text = confusionRowsJson(listing, sentence).text() + u'\n';
    return outcome;
}

} // namespace oneinn::cli
