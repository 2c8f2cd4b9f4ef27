// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/columnscommand.h"

#include "cli/assessmentjson.h"
#include "cli/input.h"
#include "cli/inputtable.h"
#include "cli/json.h"
#include "cli/notes.h"
#include "document/writebytes.h"
#include "ingest/tablefile.h"
#include "results/setasidecsv.h"
#include "wording/columnwords.h"
#include "wording/datawarnings.h"
#include "wording/names.h"
#include "wording/phrases.h"
#include "wording/problemwords.h"
#include "wording/readingnotewords.h"

#include <algorithm>

namespace oneinn::cli {

using namespace Qt::StringLiterals;

namespace {

QString columnsText(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

QString certaintyKey(RoleCertainty certainty)
{
    switch (certainty) {
    case RoleCertainty::Sure:
        return u"sure"_s;
    case RoleCertainty::Likely:
        return u"likely"_s;
    case RoleCertainty::Ask:
        return u"ask"_s;
    }
    return {};
}

Json aucJson(const std::optional<Ordering> &ordering)
{
    if (!ordering)
        return {};
    return Json::Object{
            {u"value"_s, ordering->auc}, {u"low"_s, ordering->low}, {u"high"_s, ordering->high}};
}

/// certainty, reason, rivals; with the order of the label where one was worked out.
Json::Object judgementJson(const RoleJudgement &judgement)
{
    Json::Array rivals;
    for (const auto &rival : judgement.rivals)
        rivals.emplace_back(columnsText(rival.name));
    Json::Object result{{u"certainty"_s, certaintyKey(judgement.certainty)},
                        {u"reason"_s, wording::roleReasonText(judgement)},
                        {u"rivals"_s, std::move(rivals)}};
    if (judgement.ordering)
        result.emplace_back(u"auc"_s, aucJson(judgement.ordering));
    return result;
}

/// The worst of what is said of a part: of the score itself, its direction, and whose it is.
RoleJudgement worstOf(const ingest::ResolvedMapping &mapping, std::initializer_list<Role> roles)
{
    RoleJudgement worst;
    for (const Role role : roles) {
        const auto *judgement = mapping.judgementOf(role);
        const bool first = role == *roles.begin();
        if (judgement != nullptr && (first || judgement->certainty > worst.certainty))
            worst = *judgement;
    }
    return worst;
}

using Fields = Json::Object;

Fields withJudgement(Fields fields, const RoleJudgement &judgement)
{
    for (auto &field : judgementJson(judgement))
        fields.push_back(std::move(field));
    return fields;
}

/// A part that a column may play or not; null where nothing was said of it.
Json optionalRole(const std::optional<ingest::ResolvedColumn> &column,
                  const RoleJudgement *judgement)
{
    if (!column && judgement == nullptr)
        return {};
    Fields fields{{u"column"_s, column ? Json(columnsText(column->value)) : Json()}};
    return withJudgement(std::move(fields), judgement != nullptr ? *judgement : RoleJudgement{});
}

Json labelJson(const ingest::FilePreview &preview)
{
    const auto &mapping = preview.mapping;
    auto judgement = worstOf(mapping, {Role::Label});
    Json::Array values;
    for (const auto &value : preview.labelValues)
        values.emplace_back(columnsText(value.text));
    Fields fields{{u"column"_s, columnsText(mapping.label.value)},
                  {u"positive"_s, columnsText(mapping.positive.value)},
                  {u"negative"_s, columnsText(mapping.negative)},
                  {u"values"_s, std::move(values)}};
    if (!preview.positiveIsClear)
        judgement.certainty = RoleCertainty::Ask;
    return withJudgement(std::move(fields), judgement);
}

Json scoreJson(const ingest::ResolvedMapping &mapping)
{
    Fields fields{{u"column"_s, columnsText(mapping.score.value)},
                  {u"direction"_s, mapping.lowerIsPositive.value ? u"low"_s : u"high"_s},
                  {u"of"_s, mapping.decision ? u"predicted class"_s : u"positive"_s},
                  {u"decision"_s,
                   mapping.decision ? Json(columnsText(mapping.decision->value)) : Json()}};
    return withJudgement(std::move(fields),
                         worstOf(mapping, {Role::Score, Role::Decision, Role::Direction}));
}

Json latencyJson(const ingest::ResolvedMapping &mapping)
{
    const auto *judgement = mapping.judgementOf(Role::Latency);
    if (!mapping.latency)
        return optionalRole(std::nullopt, judgement);
    const auto *unit = mapping.judgementOf(Role::LatencyUnit);
    Fields fields{{u"column"_s, columnsText(mapping.latency->value)},
                  {u"unit"_s, columnsText(symbolOf(mapping.unit.value))},
                  {u"median_ms"_s,
                   unit != nullptr && unit->median
                           ? Json(toMilliseconds(*unit->median, mapping.unit.value))
                           : Json()}};
    if (unit != nullptr)
        fields.emplace_back(u"unit_reason"_s, wording::roleReasonText(*unit));
    return withJudgement(std::move(fields), worstOf(mapping, {Role::Latency, Role::LatencyUnit}));
}

Json cellsJson(const std::vector<ingest::FailedCells> &cells, const RoleJudgement *judgement)
{
    if (judgement == nullptr)
        return {};
    return withJudgement({{u"cells"_s, failedJson(cells)}}, *judgement);
}

Json exampleJson(const ingest::ResolvedMapping &mapping)
{
    if (!mapping.exampleId)
        return {};
    Fields fields{{u"column"_s, columnsText(mapping.exampleId->value)},
                  {u"with"_s,
                   mapping.exampleWith ? Json(columnsText(mapping.exampleWith->value)) : Json()}};
    return withJudgement(std::move(fields), RoleJudgement{});
}

Json rolesJson(const ingest::FilePreview &preview)
{
    const auto &mapping = preview.mapping;
    return Json::Object{
            {u"label"_s, labelJson(preview)},
            {u"score"_s, scoreJson(mapping)},
            {u"latency"_s, latencyJson(mapping)},
            {u"failed"_s, cellsJson(mapping.failed, mapping.judgementOf(Role::Failed))},
            {u"refused"_s, cellsJson(mapping.refused, mapping.judgementOf(Role::Refused))},
            {u"model"_s, optionalRole(mapping.model, mapping.judgementOf(Role::Model))},
            {u"weight"_s, optionalRole(mapping.weight, mapping.judgementOf(Role::Weight))},
            {u"count"_s, optionalRole(mapping.count, mapping.judgementOf(Role::Count))},
            {u"models"_s, modelScoresJson(mapping.wide)},
            {u"example_id"_s, exampleJson(mapping)},
            {u"user_id"_s, optionalRole(mapping.userId, nullptr)},
            {u"day"_s, optionalRole(mapping.day, nullptr)},
    };
}

/// What is likely, what is asked, and why no row can be read as things stand.
QStringList columnWarnings(const ingest::FilePreview &preview, const std::string &file)
{
    QStringList warnings = warningsOf(preview.mapping);
    for (const auto &judgement : preview.mapping.judgements) {
        if (judgement.certainty == RoleCertainty::Ask)
            warnings.append(wording::roleSentences(judgement, wording::Reader::CommandLine));
    }
    if (!preview.positiveIsClear) {
        warnings.append(wording::problemWords({.kind = ProblemKind::PositiveValueUnclear,
                                               .file = file,
                                               .column = preview.mapping.label.value,
                                               .names = {preview.mapping.positive.value,
                                                         preview.mapping.negative}},
                                              wording::Reader::CommandLine)
                                .sentence());
    }
    return warnings;
}

/// Null where a person has to choose first: no record is set aside before that.
Json recordsJson(const Result<ingest::LoadedFile> &loaded, std::size_t records)
{
    Json::Object account{{u"records"_s, records}};
    if (!loaded) {
        account.emplace_back(u"used"_s, Json());
        return account;
    }
    const RowAccount &rows = loaded.value().predictions->account();
    account.emplace_back(u"used"_s, rows.used());
    Json::Object reasons;
    for (std::size_t i = 0; i < setAsideReasonCount; ++i) {
        const auto reason = static_cast<SetAsideReason>(i);
        if (rows.setAside(reason) > 0)
            reasons.emplace_back(columnsText(keyOf(reason)), rows.setAside(reason));
    }
    account.emplace_back(u"set_aside"_s, std::move(reasons));
    return account;
}

QString plainText(const ingest::FilePreview &preview, const QStringList &warnings)
{
    QString text;
    for (const auto &judgement : preview.mapping.judgements) {
        const QString column =
                judgement.column.empty() ? u"none"_s : wording::quotedName(judgement.column);
        text += u"%1: %2, %3: %4.\n"_s.arg(wording::roleName(judgement.role), column,
                                           certaintyKey(judgement.certainty),
                                           wording::roleReasonText(judgement));
    }
    for (const QString &warning : warnings)
        text += warning + u'\n';
    return text;
}

/// What no column plays is for a person to name; absent for what is wrong with the options.
std::optional<Json> unresolvedRoles(const Problem &problem)
{
    const Json asked = Json::Object{
            {u"column"_s, Json()},
            {u"certainty"_s, certaintyKey(RoleCertainty::Ask)},
            {u"reason"_s, wording::problemWords(problem, wording::Reader::CommandLine).what},
            {u"rivals"_s, Json::Array()}};
    const bool label = problem.kind == ProblemKind::NoLabelColumn
            || problem.kind == ProblemKind::LabelNotBinary;
    if (!label && problem.kind != ProblemKind::NoScoreColumn)
        return std::nullopt;
    Json::Object roles{{u"label"_s, label ? asked : Json()}, {u"score"_s, label ? Json() : asked}};
    for (const auto &role : {u"latency"_s, u"failed"_s, u"refused"_s, u"model"_s, u"models"_s,
                             u"weight"_s, u"count"_s, u"example_id"_s, u"user_id"_s, u"day"_s})
        roles.emplace_back(role, Json());
    return Json(std::move(roles));
}

/// How fine the bins are in which a table was counted where it lies; null where rows were read.
Json resolutionJson(const std::vector<ReadingNote> &notes)
{
    const auto note = std::ranges::find(notes, ReadingNote::Kind::InSteps, &ReadingNote::kind);
    if (note == notes.end())
        return {};
    return Json::Object{{u"score_bins"_s, note->place},
                        {u"wait_bins"_s, note->value > 0.0 ? Json(note->value) : Json()},
                        {u"sentence"_s, wording::asSentence(wording::readingNoteText(*note))}};
}

Outcome tableOutcome(Json roles, const ingest::TableFile &table, Json account,
                     const QStringList &warnings, Json resolution = {})
{
    Json::Array columns;
    for (const auto &column : table.columns())
        columns.emplace_back(columnsText(column.name));
    const Json json = Json::Object{{u"roles"_s, std::move(roles)},
                                   {u"columns"_s, std::move(columns)},
                                   {u"delimiter"_s, QString(QLatin1Char(table.delimiter()))},
                                   {u"account"_s, std::move(account)},
                                   {u"resolution"_s, std::move(resolution)},
                                   {u"warnings"_s, Json::strings(warnings)}};
    return {json.text() + u'\n', {}};
}

/// The records set aside, where they were asked for.
std::variant<Outcome, Unusable> writeSetAside(const Options &options,
                                              const ingest::TableFile &table)
{
    const auto unusable = [](const Problem &problem) {
        return Unusable{wording::problemWords(problem, wording::Reader::CommandLine).sentence()};
    };
    const auto csv = setAsideCsv(table, options.columns, {options.model, options.where});
    if (!csv)
        return unusable(csv.problem());
    if (options.setAside == u"-")
        return Outcome{QString::fromUtf8(csv.value()), {}};
    const auto problem =
            writeBytes(options.setAside, csv.value(),
                       {.waitForReader = true, .neverOver = {systemPath(options.file)}});
    if (problem)
        return unusable(*problem);
    return Outcome{};
}

/// What is in the columns, as it was asked for.
std::variant<Outcome, Unusable> columnsOutcome(const Options &options,
                                               const ingest::TableFile &table)
{
    const auto preview = table.preview(options.columns);
    if (!preview) {
        const QString sentence =
                wording::problemWords(preview.problem(), wording::Reader::CommandLine).sentence();
        auto roles = unresolvedRoles(preview.problem());
        if (!roles)
            return Unusable{sentence};
        if (options.format == Format::Text)
            return Outcome{sentence + u'\n', {}};
        const Json account = Json::Object{{u"records"_s, table.records()}, {u"used"_s, Json()}};
        return tableOutcome(*std::move(roles), table, account, {sentence});
    }
    const auto warnings = columnWarnings(preview.value(), options.file.toStdString());
    const auto loaded = table.load(options.columns);
    if (options.format == Format::Text)
        return Outcome{
                plainText(preview.value(), loaded ? warningsOf(loaded.value().mapping) : warnings),
                {}};
    return tableOutcome(rolesJson(preview.value()), table,
                        recordsJson(loaded, preview.value().records),
                        loaded ? warningsOf(loaded.value().mapping) : warnings,
                        loaded ? resolutionJson(loaded.value().mapping.notes) : Json());
}

} // namespace

std::variant<Outcome, Unusable> columnsCommand(const Options &options)
{
    const auto bytes = inputBytes(options);
    if (!bytes)
        return Unusable{
                wording::problemWords(bytes.problem(), wording::Reader::CommandLine).sentence()};
    const auto table = inputTable(options, bytes.value());
    if (!table)
        return Unusable{
                wording::problemWords(table.problem(), wording::Reader::CommandLine).sentence()};
    if (!options.setAside.isEmpty()) {
        auto written = writeSetAside(options, *table.value());
        if (std::holds_alternative<Unusable>(written) || options.setAside == u"-")
            return written;
    }
    return columnsOutcome(options, *table.value());
}

} // namespace oneinn::cli
