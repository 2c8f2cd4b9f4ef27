// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/sqlcommand.h"

#include "cli/askpassword.h"
#include "cli/commandline.h"
#include "cli/inputtable.h"
#include "cli/optionvalues.h"
#include "databases/look.h"
#include "ingest/databaseaddress.h"
#include "ingest/groupedsql.h"
#include "ingest/sqledges.h"
#include "wording/databasewords.h"
#include "wording/names.h"
#include "wording/problemwords.h"

#include <algorithm>
#include <functional>
#include <map>

namespace oneinn::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr int fewestSteps = 2;
constexpr int mostSteps = int(ingest::mostSqlSteps);

QString sqlUsage()
{
    QString text =
            u"Usage: one-in-n-cli sql --dialect D|--connect ADDRESS --table T --label C --score C [options]\n"_s
            + sqlSummary()
            + u"\nFor example:\n  one-in-n-cli sql --dialect postgresql --table payments --label "
              "is_fraud \\\n      --score fraud_score --score-edges 0:1:1000 | psql --csv > "
              "counted.csv\n  one-in-n counted.csv\n"_s;
    for (const CommandUse &option : sqlOptions())
        text += u"  %1\n      %2\n"_s.arg(option.usage, option.help);
    return text;
}

QString dialectNames()
{
    QStringList names;
    for (const auto &each : ingest::sqlDialects())
        names.append(QString::fromUtf8(each.name.data(), qsizetype(each.name.size())));
    return names.join(u", "_s);
}

struct Wish {
    ingest::GroupedSql sql;
    std::optional<ingest::DatabaseAddress> database = {}; ///< absent: it is only written
    bool hasDialect = false;
    bool hasUnit = false;
};

/// Takes what stands behind an option; a sentence where it is nothing of the kind.
using Take = std::function<QString(Wish &, const QString &)>;

Take text(std::string ingest::GroupedSql::*which)
{
    return [which](Wish &wish, const QString &value) {
        wish.sql.*which = value.toStdString();
        return QString();
    };
}

Take steps(ingest::SqlBins ingest::GroupedSql::*which)
{
    return [which](Wish &wish, const QString &value) {
        const auto many = countingNumber(value);
        if (!many || *many < fewestSteps || *many > mostSteps)
            return u"is a number of steps from %1 to %2"_s.arg(fewestSteps).arg(mostSteps);
        (wish.sql.*which).steps = std::size_t(*many);
        return QString();
    };
}

Take edges(ingest::SqlBins ingest::GroupedSql::*which)
{
    return [which](Wish &wish, const QString &value) {
        (wish.sql.*which).edges = ingest::sqlEdges(value.toStdString());
        return (wish.sql.*which).edges.size() > 1
                ? QString()
                : u"is two or more ascending numbers (0,0.1,0.5,1) or even steps (0:1:1000)"_s;
    };
}

QString takeDialect(Wish &wish, const QString &value)
{
    const auto dialect = ingest::sqlDialectNamed(value.toStdString());
    wish.hasDialect = dialect.has_value();
    wish.sql.dialect = dialect.value_or(wish.sql.dialect);
    return dialect ? QString() : u"is one of "_s + dialectNames();
}

QString takeDatabase(Wish &wish, const QString &value)
{
    const auto address = ingest::databaseAddress(value.toStdString());
    if (!address)
        return u"is an address like postgresql://USER@HOST:5432/DATABASE (%1)"_s.arg(
                QString::fromStdString(address.problem().detail));
    wish.database = address.value();
    if (wish.sql.table.empty())
        wish.sql.table = wish.database->table;
    return {};
}

QString takeUnit(Wish &wish, const QString &value)
{
    using enum ingest::LatencyUnit;
    for (const auto unit : {Nanoseconds, Microseconds, Milliseconds, Seconds}) {
        if (value.toStdString() == ingest::symbolOf(unit)) {
            wish.sql.unit = unit;
            wish.hasUnit = true;
            return {};
        }
    }
    return u"is ns, us, ms or s"_s;
}

QString takeSegment(Wish &wish, const QString &value)
{
    wish.sql.segments.push_back(value.toStdString());
    return {};
}

const std::map<QString, Take> &takers()
{
    using Sql = ingest::GroupedSql;
    static const std::map<QString, Take> all{{u"--connect"_s, takeDatabase},
                                             {u"--dialect"_s, takeDialect},
                                             {u"--table"_s, text(&Sql::table)},
                                             {u"--label"_s, text(&Sql::label)},
                                             {u"--score"_s, text(&Sql::score)},
                                             {u"--latency"_s, text(&Sql::latency)},
                                             {u"--latency-unit"_s, takeUnit},
                                             {u"--model-column"_s, text(&Sql::model)},
                                             {u"--segment"_s, takeSegment},
                                             {u"--weight"_s, text(&Sql::weight)},
                                             {u"--filter"_s, text(&Sql::filter)},
                                             {u"--score-steps"_s, steps(&Sql::scoreBins)},
                                             {u"--score-edges"_s, edges(&Sql::scoreBins)},
                                             {u"--latency-steps"_s, steps(&Sql::waitBins)},
                                             {u"--latency-edges"_s, edges(&Sql::waitBins)}};
    return all;
}

/// What is missing, or said twice; empty: nothing.
QString faultOf(Wish &wish)
{
    auto &sql = wish.sql;
    if (wish.database && wish.hasDialect)
        wish.database->dialect = sql.dialect;
    else if (wish.database)
        sql.dialect = wish.database->spoken();
    else if (!wish.hasDialect)
        return u"--dialect says which engine it is for: "_s + dialectNames() + u'.';
    if (sql.table.empty() || sql.label.empty() || sql.score.empty())
        return u"--table, --label and --score say what is counted."_s;
    if (!sql.latency.empty() && !wish.hasUnit) {
        const auto unit = ingest::unitInName(sql.latency);
        if (!unit)
            return u"The name %1 does not say in which unit it is: give --latency-unit ms or s."_s
                    .arg(wording::quotedName(sql.latency));
        sql.unit = *unit;
    }
    std::vector<std::string> columns = sql.segments;
    columns.push_back(sql.label);
    for (const std::string_view own :
         {ingest::scoreFromName, ingest::countedRowsName, ingest::meanWeightName})
        columns.emplace_back(own);
    columns.push_back(std::string(ingest::waitUpToName) + '_'
                      + std::string(ingest::symbolOf(sql.unit)));
    if (!sql.model.empty())
        columns.push_back(sql.model);
    std::ranges::sort(columns);
    const auto twice = std::ranges::adjacent_find(columns);
    if (twice != columns.end())
        return u"Two columns of the result would be called %1. Rename it in a view, and count that."_s
                .arg(wording::quotedName(*twice));
    return {};
}

/// The first thing that is wrong with the arguments; empty: nothing.
QString read(const QStringList &arguments, Wish &wish)
{
    for (qsizetype i = 0; i < arguments.size(); i += 2) {
        const auto taker = takers().find(arguments.at(i));
        if (taker == takers().end())
            return u"There is no option %1 of sql; see one-in-n-cli sql --help."_s.arg(
                    wording::quotedName(arguments.at(i).toStdString()));
        if (i + 1 == arguments.size() || arguments.at(i + 1).isEmpty())
            return arguments.at(i) + u" needs a value."_s;
        const QString wrong = taker->second(wish, arguments.at(i + 1));
        if (!wrong.isEmpty())
            return u"%1 %2, not %3."_s.arg(arguments.at(i), wrong,
                                           wording::quotedName(arguments.at(i + 1).toStdString()));
    }
    return faultOf(wish);
}

/// What stays there and what moves, before anything does.
QString movingText(const databases::Look &seen, const ingest::GroupedSql &sql)
{
    const bool isParted = !sql.model.empty() || !sql.segments.empty();
    return wording::countingThere(seen.rows ? std::optional(seen.rows->rows) : std::nullopt,
                                  databases::mostCountedRows(sql), isParted);
}

Result<ingest::FileBytes::Ptr> countedNow(const Wish &wish, QTextStream &err)
{
    ingest::DatabaseAddress address = *wish.database;
    address.table = wish.sql.table;
    address.query.clear();
    address.counted = wish.sql;
    const std::string place = ingest::addressText(address);
    const auto seen = askingForPassword([&]() -> Result<databases::Look> {
        auto look = databases::lookAt(address, {});
        if (look)
            return look;
        Problem problem = look.problem();
        problem.file = place;
        return problem;
    });
    if (!seen)
        return seen.problem();
    err << movingText(seen.value(), wish.sql) << u'\n';
    err.flush();
    auto bytes = inputBytes(QString::fromStdString(place), {});
    if (bytes)
        err << u"To count it again and look at it: one-in-n '%1'\n"_s.arg(
                QString::fromStdString(place));
    return bytes;
}

} // namespace

bool isSqlCommand(const QStringList &arguments)
{
    return arguments.value(1) == u"sql"_s;
}

QString sqlSummary()
{
    return u"Writes one statement that counts a table where it lies, however large it is; its "
           u"result "
           "as CSV opens like a file. It is exact at every threshold and budget where a bin "
           "begins. "
           "Users and days are not kept."_s;
}

const QList<CommandUse> &sqlOptions()
{
    static const QList<CommandUse> options{
            {u"--dialect D"_s, u"The engine: "_s + dialectNames() + u"."_s},
            {u"--connect ADDRESS"_s,
             u"Asks that database, and writes the counts as CSV in place of the statement: "
             "postgresql://USER@HOST:5432/DATABASE, odbc:///SOURCE (with --dialect), "
             "sqlite:///FILE. A password is asked for, or taken from PGPASSWORD or ~/.pgpass."_s},
            {u"--table T"_s, u"The table; a dot parts schema and table."_s},
            {u"--label C"_s, u"Its column with what was really so."_s},
            {u"--score C"_s, u"Its column with the score."_s},
            {u"--score-steps N"_s,
             u"Bins with as many rows each, as the engine finds them. Default: 2000."_s},
            {u"--score-edges E,E,..."_s,
             u"These bins in its place, from the least score on; 0:1:1000 for a thousand even "
             "ones. For several servers, and where an engine has to sort for quantiles."_s},
            {u"--latency C"_s, u"Its column with how long a user waits."_s},
            {u"--latency-unit ns|us|ms|s"_s, u"Default: as the column's name says."_s},
            {u"--latency-steps N"_s, u"As for scores. Default: 100."_s},
            {u"--latency-edges E,E,..."_s,
             u"As for scores, up to the longest wait: every budget you may want is one."_s},
            {u"--model-column C"_s, u"Its column with the model's name."_s},
            {u"--segment C"_s, u"A column to look at apart; may be given several times."_s},
            {u"--weight C"_s, u"Its column with weights."_s},
            {u"--filter CONDITION"_s,
             u"Only some rows: a condition in the engine's words, as day >= '2026-11-01'."_s}};
    return options;
}

int runSqlCommand(const QStringList &arguments, QTextStream &out, QTextStream &err)
{
    const QStringList rest = arguments.mid(2);
    if (rest.contains(u"--help"_s) || rest.contains(u"-h"_s)) {
        out << sqlUsage();
        return Success;
    }
    Wish wish;
    if (const QString wrong = read(rest, wish); !wrong.isEmpty()) {
        err << wording::visible(wrong) << u'\n';
        return WrongUsage;
    }
    if (!wish.database) {
        out << QString::fromStdString(ingest::groupedSql(wish.sql));
        return Success;
    }
    const auto counted = countedNow(wish, err);
    if (!counted) {
        err << wording::problemWords(counted.problem(), wording::Reader::CommandLine).sentence()
            << u'\n';
        return UnusableData;
    }
    const std::string_view text = counted.value()->text();
    out << QString::fromUtf8(text.data(), qsizetype(text.size()));
    return Success;
}

} // namespace oneinn::cli
