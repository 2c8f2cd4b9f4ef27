// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/columnmemory.h"

#include <QByteArrayView>
#include <QCryptographicHash>

#include <algorithm>
#include <string_view>

namespace oneinn {

std::string headerKey(const std::vector<ingest::ColumnProfile> &columns)
{
    std::vector<std::string_view> names;
    names.reserve(columns.size());
    for (const ingest::ColumnProfile &column : columns)
        names.emplace_back(column.name);
    std::sort(names.begin(), names.end());
    QCryptographicHash hash(QCryptographicHash::Sha256);
    constexpr char end = '\0'; // "a", "bc" is not "ab", "c"
    for (const std::string_view name : names) {
        hash.addData(QByteArrayView(name.data(), static_cast<qsizetype>(name.size())));
        hash.addData(QByteArrayView(&end, 1));
    }
    return hash.result().toHex().toStdString();
}

} // namespace oneinn
