// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "databases/place.h"

#include "core/dataplace.h"
#include "databases/databaserows.h"
#include "ingest/databaseaddress.h"

#include <utility>

namespace oneinn::databases {

namespace {

Result<std::string> rowsAt(const std::string &place, const std::string &table,
                           const JobControl &job)
{
    auto address = ingest::databaseAddress(place);
    if (!address)
        return address.problem();
    ingest::DatabaseAddress named = std::move(address).value();
    if (named.table.empty() && named.query.empty())
        named.table = table;
    return databaseRows(named, job);
}

} // namespace

Result<ingest::FileBytes::Ptr> bytesAt(const std::filesystem::path &place, const std::string &table,
                                       const JobControl &job)
{
    if (!isDatabaseAddress(place.string()))
        return ingest::FileBytes::read(place, job);
    job.report(0.0);
    auto rows = rowsAt(place.string(), table, job);
    if (!rows) {
        Problem problem = rows.problem();
        if (problem.kind != ProblemKind::DatabaseAddressWrong) // which leaves a password out
            problem.file = place.string();
        return problem;
    }
    job.report(1.0);
    return ingest::FileBytes::from(place, std::move(rows).value());
}

std::string tableWithin(const std::filesystem::path &place, const std::string &table)
{
    return isDatabaseAddress(place.string()) ? std::string() : table;
}

} // namespace oneinn::databases
