// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>

/// How alike the uses of one user are, from the users of a file.
namespace oneinn {

/// Sums over users, in uses; y: chance that a use is a bad one.
struct UserSums {
    double users = 0.0;
    double usersWithEnough = 0.0; ///< with at least usesForCorrelation uses
    double uses = 0.0;
    double squaredUses = 0.0;  ///< sum of the squares of users' uses
    double bad = 0.0;          ///< sum of y
    double squaresAUse = 0.0;  ///< sum over users of (their sum of y)^2 / their uses
    double meansOfUsers = 0.0; ///< sum of their means of y
};

/// The one-way analysis of variance of bad uses by user (Ridout, Demetrio & Firth 1999 compare
/// such estimators).
struct UserCorrelation {
    double meanOfUses = 0.0;
    double meanOfUsers = 0.0; ///< what half of users meet goes by this one
    double betweenUsers = 0.0;
    double withinUsers = 0.0;
    double usesAUser = 0.0; ///< (N - sum m^2 / N) / (G - 1)
    /// Intra-user correlation, in [0, 1]; absent where all uses are bad, or none.
    std::optional<double> correlation;
    bool usable = false; ///< enough users have enough uses
};

inline constexpr double usesForCorrelation = 5.0;
inline constexpr double usersForCorrelation = 30.0;

/// Absent with fewer than two users, or where nobody has two uses.
std::optional<UserCorrelation> userCorrelation(const UserSums &sums);

} // namespace oneinn
