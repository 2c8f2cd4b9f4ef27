// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/classesoutput.h"

#include "cli/assessmentjson.h"
#include "cli/table.h"
#include "core/eigenindex.h"
#include "report/csv.h"
#include "wording/classwords.h"

namespace oneinn::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t worstConfusions = 7; ///< told in text

wording::ToldClasses toldOf(const AnsweredClasses &answer)
{
    return {.report = answer.report,
            .names = answer.table.rows.names,
            .thresholds = answer.thresholds,
            .ownCosts = answer.ownCosts};
}

QString classText(const std::string &name)
{
    return QString::fromStdString(name);
}

Json classShareJson(const std::optional<Proportion> &share)
{
    if (!share)
        return {};
    return Json::Object{
            {u"share"_s, share->value},
            {u"interval"_s, share->tooFewClusters() ? Json() : intervalJson(share->interval)},
            {u"holds"_s, share->yes.rows},
            {u"of"_s, share->all.rows},
            {u"counts_only"_s, share->reliability == Reliability::CountsOnly}};
}

Json meansJson(const ClassMeans &means)
{
    return Json::Object{{u"precision"_s, means.precision.value},
                        {u"recall"_s, means.recall.value},
                        {u"f1"_s, means.f1.value},
                        {u"classes"_s,
                         Json::Object{{u"precision"_s, means.precision.classes},
                                      {u"recall"_s, means.recall.classes},
                                      {u"f1"_s, means.f1.classes}}}};
}

Json matrixRows(const ClassReport &report, double Tally::*part)
{
    Json::Array rows;
    for (const auto &cells : report.matrix) {
        Json::Array row;
        for (std::size_t decided = 0; decided + 1 < cells.size(); ++decided)
            row.emplace_back(cells[decided].*part);
        rows.emplace_back(std::move(row));
    }
    return rows;
}

Json undecidedJson(const ClassReport &report)
{
    Json::Array undecided;
    for (const auto &cells : report.matrix)
        undecided.emplace_back(cells.back().rows);
    return undecided;
}

Json perClassJson(const AnsweredClasses &answer)
{
    Json::Array rows;
    for (std::size_t at = 0; at < answer.report.classes.size(); ++at) {
        const ClassRow &row = answer.report.classes[at];
        rows.emplace_back(Json::Object{
                {u"class"_s, classText(answer.table.rows.names[at])},
                {u"rows"_s, row.rows.rows},
                {u"decided"_s, row.decided.rows},
                {u"threshold"_s, answer.thresholds.empty() ? Json() : Json(answer.thresholds[at])},
                {u"precision"_s, classShareJson(row.precision)},
                {u"recall"_s, classShareJson(row.recall)},
                {u"f1"_s, row.f1}});
    }
    return rows;
}

Json confusionsJson(const AnsweredClasses &answer)
{
    const auto told = toldOf(answer);
    Json::Array confusions;
    for (const Confusion &confusion : answer.report.confusions) {
        const bool undecided = confusion.decided == told.names.size();
        confusions.emplace_back(Json::Object{
                {u"actual"_s, classText(told.names[confusion.actual])},
                {u"decided"_s, undecided ? Json() : Json(classText(told.names[confusion.decided]))},
                {u"share"_s, classShareJson(confusion.share)},
                {u"cost"_s, confusion.cost},
                {u"sentence"_s, wording::confusionText(told, confusion)}});
    }
    return confusions;
}

Json costsJson(const AnsweredClasses &answer)
{
    if (!answer.ownCosts)
        return {};
    Json::Array rows;
    for (Eigen::Index actual = 0; actual < answer.costs.rows(); ++actual) {
        Json::Array row;
        for (Eigen::Index decided = 0; decided < answer.costs.cols(); ++decided)
            row.emplace_back(answer.costs(actual, decided));
        rows.emplace_back(std::move(row));
    }
    return rows;
}

Json accountOfClasses(const ingest::ClassTable &table)
{
    return Json::Object{{u"records"_s, table.records},
                        {u"used"_s, table.rows.size()},
                        {u"set_aside"_s,
                         Json::Object{{u"label_missing"_s, table.labelMissing},
                                      {u"score_missing"_s, table.scoreMissing},
                                      {u"weight_missing"_s, table.weightMissing},
                                      {u"outside_selection"_s, table.outside}}}};
}

Json columnsOfClasses(const AnsweredClasses &answer)
{
    const ingest::ClassColumns &read = answer.table.columns;
    const auto name = [&](const std::optional<std::size_t> &column) {
        return column ? Json(classText(answer.columns[*column])) : Json();
    };
    return Json::Object{
            {u"label"_s, name(read.label)},
            {u"decision"_s, name(read.decision)},
            {u"scores"_s, read.decision ? Json() : Json(classText(read.pattern))},
            {u"weight"_s, name(read.weight)},
            {u"user"_s, name(answer.table.rows.user.size() > 0 ? read.user : std::nullopt)},
            {u"day"_s, name(answer.table.rows.day.size() > 0 ? read.day : std::nullopt)}};
}

QString decidedByKey(const AnsweredClasses &answer)
{
    if (answer.table.columns.decision)
        return u"column"_s;
    return answer.byCost ? u"cost"_s : u"score"_s;
}

QString classesJson(const AnsweredClasses &answer)
{
    const ClassReport &report = answer.report;
    Json::Array classes;
    for (const std::string &name : answer.table.rows.names)
        classes.emplace_back(classText(name));
    const bool weighs = answer.table.columns.weight.has_value();
    const auto told = toldOf(answer);
    const Json json = Json::Object{
            {u"account"_s, accountOfClasses(answer.table)},
            {u"warnings"_s, Json::strings(answer.warnings)},
            {u"columns"_s, columnsOfClasses(answer)},
            {u"decided_by"_s, decidedByKey(answer)},
            {u"classes"_s, std::move(classes)},
            {u"matrix"_s, matrixRows(report, &Tally::rows)},
            {u"matrix_weights"_s, weighs ? matrixRows(report, &Tally::weight) : Json()},
            {u"undecided"_s, undecidedJson(report)},
            {u"right"_s, classShareJson(report.right)},
            {u"left_undecided"_s, classShareJson(report.undecided)},
            {u"macro"_s, meansJson(report.macro)},
            {u"micro"_s,
             Json::Object{{u"precision"_s, report.microPrecision},
                          {u"recall"_s, report.microRecall},
                          {u"f1"_s, report.microF1}}},
            {u"weighted"_s, meansJson(report.weighted)},
            {u"per_class"_s, perClassJson(answer)},
            {u"costs"_s, costsJson(answer)},
            {u"cost"_s, report.cost},
            {u"cost_per_row"_s, report.costPerRow()},
            {u"confusions"_s, confusionsJson(answer)},
            {u"confusions_left_out"_s, report.confusionsLeftOut},
            {u"sentences"_s,
             Json::strings(wording::classSentences(told)
                           + wording::confusionSentences(told, worstConfusions))}};
    return json.text() + u'\n';
}

QStringList shareColumns(const std::optional<Proportion> &share)
{
    const bool told = share && !share->tooFewClusters();
    return {report::csvNumber(valueOf(share)),
            report::csvNumber(told ? std::optional(share->interval.low) : std::nullopt),
            report::csvNumber(told ? std::optional(share->interval.high) : std::nullopt)};
}

/// A line for each class: its numbers, then its line of the matrix.
QString classesCsv(const AnsweredClasses &answer)
{
    const auto &names = answer.table.rows.names;
    QStringList header{u"class"_s,          u"rows"_s,      u"decided"_s,
                       u"threshold"_s,      u"precision"_s, u"precision_low"_s,
                       u"precision_high"_s, u"recall"_s,    u"recall_low"_s,
                       u"recall_high"_s,    u"f1"_s};
    for (const std::string &name : names)
        header.append(report::csvText(u"called "_s + classText(name)));
    header.append(u"undecided"_s);
    QString csv = report::csvRow(header);
    for (std::size_t at = 0; at < names.size(); ++at) {
        const ClassRow &row = answer.report.classes[at];
        QStringList cells{report::csvText(classText(names[at])), report::csvNumber(row.rows.rows),
                          report::csvNumber(row.decided.rows),
                          report::csvNumber(answer.thresholds.empty() ? std::nullopt
                                                                      : answer.thresholds[at])};
        cells += shareColumns(row.precision) + shareColumns(row.recall);
        cells.append(report::csvNumber(row.f1));
        for (const Tally &cell : answer.report.matrix[at])
            cells.append(report::csvNumber(cell.rows));
        csv += report::csvRow(cells);
    }
    return csv;
}

QString classesText(const AnsweredClasses &answer)
{
    const auto told = toldOf(answer);
    return wording::classSentences(told).join(u'\n')
            + (answer.ownCosts ? u"\n\nThe most costly confusions:\n"_s
                               : u"\n\nThe commonest confusions:\n"_s)
            + wording::confusionSentences(told, worstConfusions).join(u'\n') + u"\n\n"_s
            + alignedCells(wording::classMeanLines(answer.report)) + u'\n'
            + alignedCells(wording::classLines(told))
            + u"\nIntervals of 95 %. The whole matrix: --format csv.\n"_s;
}

} // namespace

QString classesOutput(const AnsweredClasses &answer, Format format)
{
    switch (format) {
    case Format::Csv:
        return classesCsv(answer);
    case Format::Text:
        return classesText(answer);
    case Format::Json:
    case Format::Svg: // not asked for
        break;
    }
    return classesJson(answer);
}

} // namespace oneinn::cli
