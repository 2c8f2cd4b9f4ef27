// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/predictions/predictions.h"

#include <cstdint>
#include <optional>

/// How often one user has a use: what turns "by use 20" into weeks.
namespace oneinn {

/// As the rows of a file tell it. A lower bound where the file holds a part of what its users did.
struct PaceInFile {
    double uses = 0.0;  ///< whose user and day are known
    double users = 0.0; ///< who have at least one of them
    double weeks = 0.0; ///< from the first of their days to the last, both of them in it

    double usesPerWeek() const { return uses / users / weeks; }
    friend bool operator==(const PaceInFile &, const PaceInFile &) = default;
};

/// Conventions of ours. Below, it is not told: of a part of a week nobody knows the rest; and who
/// is in a file has a use there by being in it, which with fewer uses each is most of the number.
inline constexpr double fewestWeeksOfPace = 1.0;
inline constexpr double fewestUsersOfPace = 10.0;
inline constexpr double fewestUsesEachOfPace = 2.0;

/// Mean uses of a user in a week, over all weeks observed: a week without a use counts as one, and
/// a part of a week as that part. Each row is as many uses as it weighs in the file, whatever the
/// traffic it stands for; failed calls are uses. Records without a label, of which no user is
/// known, are taken to be of the same users. Of a model's rows where all models answer the same
/// uses; else, as each use has one of the models, of all.
/// Absent without user ids or days in use (RowsAlike), where days cannot be counted (dayNumbers()),
/// with too few weeks, users or uses, and with several models looked at together that answer the
/// same uses.
std::optional<PaceInFile> paceInFile(const Predictions &predictions, const Selection &selection);

enum class PaceFrom : std::uint8_t {
    Person, ///< who said it: an assumption
    File,   ///< measured
    Usual   ///< of the kind of feature: an assumption
};

/// The one number that all weeks are told by.
struct Pace {
    double usesPerWeek = 20.0; ///< of one user, > 0
    PaceFrom from = PaceFrom::Usual;
    std::optional<PaceInFile> inFile; ///< where it can be told, whether it is taken or not

    friend bool operator==(const Pace &, const Pace &) = default;
};

/// What a person says goes before what the file tells, and that before what is usual.
Pace paceOf(const std::optional<double> &said, const std::optional<PaceInFile> &inFile,
            double usual);

} // namespace oneinn
