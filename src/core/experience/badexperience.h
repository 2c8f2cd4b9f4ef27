// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <vector>

/// From a rate per use to what a user meets over time. Uses are taken as independent.
namespace oneinn {

/// The chance that a user notices each kind of failure; in [0, 1]. An assumption of the person.
struct Noticed {
    double wrong = 1.0;
    double missed = 1.0;
    double late = 1.0;

    friend bool operator==(const Noticed &, const Noticed &) = default;
};

/// Chance that one use is a bad one: the sum of share x noticed. Shares are of all uses and exclude
/// one another.
double badUseRate(double wrongShare, double missedShare, double lateShare, const Noticed &noticed);

/// Number of uses up to and including the k-th bad one. A quantile beyond 2^53 uses is +infinity:
/// where users differ much and bad uses are rare, most of them never get there.
struct UsesUntil {
    std::optional<double> mean;                                      ///< absent where infinite
    std::optional<double> standardDeviation;                         ///< absent where infinite
    double p10 = 0.0, p25 = 0.0, median = 0.0, p75 = 0.0, p90 = 0.0; ///< whole numbers >= k
};

/// Negative binomial: every user meets bad uses at the same rate p in (0, 1]; k >= 1. The
/// q-quantile is the smallest n with P(Bin(n, p) >= k) >= q. Absent for p = 0: it never happens.
std::optional<UsesUntil> usesUntilBad(double p, int k);

/// The same when users differ: rates follow a beta distribution with mean p in (0, 1) and
/// intra-user correlation rho in (0, 1), alpha + beta = 1/rho - 1; mean k (a+b-1)/(a-1), absent for
/// a <= 1. Absent for p = 0. For p = 1 everyone is alike.
std::optional<UsesUntil> usesUntilBad(double p, int k, double rho);

/// Share of users who meet at least k bad ones in `uses` uses (binomial).
double shareMeeting(double p, int uses, int k);
/// The same when the number of uses varies around `uses` (Poisson), uses >= 0.
double shareMeetingVaryingUses(double p, double uses, int k);
/// The same when users differ (beta-binomial), rho in (0, 1).
double shareMeeting(double p, int uses, int k, double rho);

/// Uses until k bad ones fall within `window` consecutive uses: users who forgive. p in (0, 1),
/// 1 <= k <= window <= 20. All +infinity where the chance per use is below what a double holds.
struct UsesUntilWindow {
    double mean = 0.0;
    double p10 = 0.0, median = 0.0, p90 = 0.0;
};
UsesUntilWindow usesUntilBadWithin(double p, int k, int window);

/// Share of users still there after t periods, shifted beta-geometric (Fader & Hardie 2007):
/// B(alpha, beta + t) / B(alpha, beta); alpha, beta > 0, t >= 0.
double retentionSurvival(double alpha, double beta, double t);
/// Share of those there at t - 1 who stay for t: (beta + t - 1) / (alpha + beta + t - 1), t >= 1.
double retentionRate(double alpha, double beta, double t);

} // namespace oneinn
