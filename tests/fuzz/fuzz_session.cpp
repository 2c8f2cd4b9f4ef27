// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A session's JSON: what can be read is written and read again, as the same.

#include "document/documentjson.h"
#include "fuzz/fuzztarget.h"

namespace {

using namespace oneinn;
using fuzz::require;

void session(std::string_view input)
{
    const QByteArray json(input.data(), qsizetype(input.size()));
    const auto first = readDocument(json, QStringLiteral("fuzz.oneinn"));
    if (!first)
        return;
    const QByteArray written = documentJson(first.value());
    const auto second = readDocument(written, QStringLiteral("again.oneinn"));
    require(second.ok(), "is not read again", written.toStdString());
    require(second.value() == first.value(), "is another when read again", written.toStdString());
}

} // namespace

ONEINN_FUZZ_TARGET(session, session);
