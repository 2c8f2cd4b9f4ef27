// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/inputtable.h"

#include "cli/askpassword.h"
#include "databases/place.h"

#include <QFile>

namespace oneinn::cli {

using namespace Qt::StringLiterals;

std::filesystem::path inputPath(const QString &file)
{
    return file == u"-"_s ? "/dev/stdin" : QFile::encodeName(file).toStdString();
}

Result<ingest::FileBytes::Ptr> inputBytes(const QString &place, const std::string &table)
{
    return askingForPassword([&] { return databases::bytesAt(inputPath(place), table); });
}

Result<ingest::FileBytes::Ptr> inputBytes(const Options &options)
{
    return inputBytes(options.file, options.columns.table.value_or(std::string()));
}

Result<ingest::TableFile::Ptr> inputTable(const Options &options,
                                          const ingest::FileBytes::Ptr &bytes)
{
    auto table = ingest::TableFile::of(
            bytes, options.columns.delimiter, {}, options.columns.format,
            databases::tableWithin(bytes->path(), options.columns.table.value_or(std::string())));
    if (!table || options.truth.isEmpty())
        return table;
    const auto truthBytes = inputBytes(options.truth, {});
    if (!truthBytes)
        return truthBytes.problem();
    auto truth = ingest::TableFile::of(truthBytes.value());
    if (!truth)
        return truth;
    return ingest::TableFile::joined(table.value(), truth.value(), options.joinedBy);
}

} // namespace oneinn::cli
