// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <string>

namespace oneinn::wording {

/// What the feature shows, in the person's own word.
struct Noun {
    QString singular;
    QString plural;
};

/// From Scenario::noun, e.g. "reply" -> reply, replies. A word that is already a plural is taken as
/// one; of a phrase only the word that the others belong to is changed: "fraud alerts", "requests
/// for review"; nothing at all becomes "result".
Noun nounOf(const std::string &noun);

/// "1 suggestion", "0 suggestions", "1,000 suggestions".
QString counted(double n, const Noun &noun);

} // namespace oneinn::wording
