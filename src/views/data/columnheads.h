// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/rolejudgement.h"
#include "session/columntrial.h"

#include <QString>

#include <optional>
#include <string>

namespace oneinn {

/// What stands under a column's name: its parts, how sure they are, and why.
struct ColumnHead {
    QString parts;
    std::optional<RoleCertainty> certainty; ///< absent: there is nothing to say
    QString reason;

    bool isUsed = false;
    bool isChosen = false; ///< by a person, and nothing speaks against it
};

/// wanted: what a person gave; it is all there is where the columns cannot be told.
ColumnHead columnHead(const ColumnTrial &trial, const ingest::ColumnMapping &wanted,
                      const std::string &column);

/// How sure a choice is that is not judged, but was made by a name or by what the column holds.
RoleCertainty certaintyOf(ingest::GuessReason reason);

} // namespace oneinn
