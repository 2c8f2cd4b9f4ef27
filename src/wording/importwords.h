// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/columnpart.h"
#include "core/rolejudgement.h"
#include "core/trialnumbers.h"

#include <QString>

#include <cstddef>
#include <optional>
#include <vector>

/// What a person reads while saying which column of a file is what.
namespace oneinn::wording {

/// "label", "score", "not used", ...
QString partName(ColumnPart part);
/// What it means, for whom the name says little: "what was really so".
QString partHint(ColumnPart part);
/// "label · day", "not used"; the parts of one column.
QString partNames(const std::vector<ColumnPart> &parts);

/// "sure", "likely", "ask".
QString certaintyWord(RoleCertainty certainty);
/// One character that tells them apart without a colour.
QString certaintyMark(RoleCertainty certainty);
/// In place of "sure", of what a person has chosen: nobody judged it.
QString chosenWord();

/// "Two things to say before anything is counted"; things >= 1.
QString thingsToSay(std::size_t things);
/// Why a file cannot be opened yet. taken: the answer that the numbers are those of; may be "".
QString firstSayText(std::size_t things, const QString &taken);

/// A number that tells what a choice does, and what it is one of.
struct ImportFact {
    QString value;
    QString detail;
    QString all = {}; ///< where there is more to it than has room
};

/// Rows used, set aside, how many are positive, how the score orders them, what is waited. every:
/// of so many records in a row one was looked at, of `records` in the file. lowerIsPositive: as the
/// file has it, its scores are told.
std::vector<ImportFact> importFacts(const TrialNumbers &numbers, std::size_t records,
                                    std::size_t every, bool lowerIsPositive);

/// "seconds: half of them within 2.01 s" of a median in that unit; the unit alone without one.
QString unitChoiceText(const QString &unitName, std::optional<double> medianMs);

/// "60 of 80,001 columns are shown: those with a part, and the first"; found: only those whose name
/// holds what was looked for.
QString columnsShownText(std::size_t shown, std::size_t all, bool found);

/// Of a file that was read with what was chosen for another.
QString recalledText();

} // namespace oneinn::wording
