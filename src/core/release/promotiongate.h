// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

/// Whether a release goes on to more users: only where it is ruled out that it is worse by a
/// margin. That no difference was found is no reason.
namespace oneinn {

/// Labelled ones of what was shown.
struct CheckedShown {
    double wrong = 0.0;
    double checked = 0.0; ///< > 0, independent ones, or as many as tell as much
};

/// How much more of what is shown may be wrong in the release than beside it at the same time: the
/// upper limit, one-sided 95 %, of the difference of the two shares (Newcombe 1998, method 10).
double worseByAtMost(const CheckedShown &release, const CheckedShown &beside);
/// That it is less than the margin.
bool goesOn(const CheckedShown &release, const CheckedShown &beside, double margin);

/// Of a stage: how many are checked in it and beside it, and what counts as worse.
struct PromotionGate {
    int release = 0; ///< > 0
    int beside = 0;  ///< > 0
    double margin = 0.0;
};
/// The chance that a release goes on of which a share `wrong` is wrong, while `besideWrong` is
/// beside it: exact for independent cases, summed over both binomial counts.
double chanceToGoOn(const PromotionGate &gate, double wrong, double besideWrong);

struct GateQuestion {
    double share = 0.05; ///< of all uses that the release gets, in (0, 1)
    double wrong = 0.0;  ///< of what is shown now, in (0, 1)
    double margin = 0.0; ///< > 0
    double passed = 0.8; ///< by a release that is no worse, in (0.5, 1)
};
/// So many have to be checked in the release, all others of the same days beside it: (z_.95 +
/// z_passed)^2 p q (1 + share / (1 - share)) / margin^2, rounded up.
double casesForGate(const GateQuestion &question);

} // namespace oneinn
