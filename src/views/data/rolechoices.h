// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/rolejudgement.h"
#include "ingest/columnmapping.h"
#include "session/columntrial.h"

#include <QString>

#include <vector>

namespace oneinn {

/// One way to settle what is doubtful, as a button: what it says, and what is to be read then.
struct RoleChoice {
    QString text;
    ingest::ColumnMapping mapping;
    bool isTaken = false; ///< it is what would be read as things stand
};

/// What is asked, or was noticed: a sentence and the ways to settle it.
struct RoleQuestion {
    QString sentence;
    std::vector<RoleChoice> choices;
    std::vector<RoleChoice> more = {}; ///< too many for buttons: those that are less common
    /// An answer is all that is needed: where nothing else is asked it opens the file.
    bool opens = false;
};

/// How the columns would be read, and what a person gave so far.
struct RolesRead {
    const ingest::ColumnMapping &wanted;
    const ingest::ResolvedMapping &mapping;
};

/// Every way to settle a judgement that is not sure: the candidates, or yes and no.
std::vector<RoleChoice> choicesFor(const RoleJudgement &judgement, const RolesRead &read);

/// All that has to be settled before the file can be opened.
std::vector<RoleQuestion> questionsOf(const ColumnTrial &trial, const ingest::TableFile &table,
                                      const ingest::ColumnMapping &wanted);
/// The first answer that is taken as long as none is given; "" where none is.
QString takenIn(const std::vector<RoleQuestion> &questions);
/// What is likely, and assumed unless a person says otherwise.
std::vector<RoleQuestion> noticedIn(const ColumnTrial &trial, const ingest::ColumnMapping &wanted);

/// "nanoseconds", ...
QString unitName(ingest::LatencyUnit unit);

} // namespace oneinn
