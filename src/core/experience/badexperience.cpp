// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/experience/badexperience.h"

#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/gamma.hpp>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

namespace oneinn {

namespace {

namespace policies = boost::math::policies;

// Overflow is expected for wide arguments and answered by the logarithmic way round.
using QuietAtTheEnds = policies::policy<policies::overflow_error<policies::ignore_error>,
                                        policies::underflow_error<policies::ignore_error>>;

// P(X <= n) = q exactly is common (p = 1/2); the tail as computed may lie an ulp below.
constexpr double probabilityGuard = 1e-12;
constexpr double mostUses = 9007199254740992.0; // 2^53: whole numbers end here

/// P(Bin(uses, p) >= k), p in (0, 1).
double binomialTail(double uses, int k, double p)
{
    return uses < k ? 0.0 : boost::math::ibeta(k, uses - k + 1.0, p, QuietAtTheEnds());
}

/// log(Gamma(x) / Gamma(x + delta)), without losing digits where both are large.
double logGammaRatio(double x, double delta)
{
    const double ratio = boost::math::tgamma_delta_ratio(x, delta, QuietAtTheEnds());
    if (std::isnormal(ratio))
        return std::log(ratio);
    return boost::math::lgamma(x, QuietAtTheEnds())
            - boost::math::lgamma(x + delta, QuietAtTheEnds());
}

struct Beta {
    double alpha = 0.0;
    double beta = 0.0;
};

Beta betaOf(double mean, double correlation)
{
    const double sum = 1.0 / correlation - 1.0;
    return {mean * sum, (1.0 - mean) * sum};
}

/// log P(X = 0) for X beta-binomial.
double logNoneBad(double uses, const Beta &rates)
{
    const auto [alpha, beta] = rates;
    if (uses > 256.0)
        return logGammaRatio(uses + beta, alpha) - logGammaRatio(beta, alpha);
    // Where rates hardly differ alpha and beta are huge and the gamma functions lose the digits
    // that decide whether a tail reaches one half.
    double sum = 0.0;
    const int terms = static_cast<int>(uses);
    for (int i = 0; i < terms; ++i)
        sum += std::log1p(-alpha / (alpha + beta + i));
    return sum;
}

/// P(X >= k) for X beta-binomial: 1 minus the k terms below, each from the one before.
double betaBinomialTail(double uses, int k, const Beta &rates)
{
    if (uses < k)
        return 0.0;
    const auto [alpha, beta] = rates;
    double logTerm = logNoneBad(uses, rates);
    double below = 0.0;
    for (int i = 0; i < k; ++i) {
        below += std::exp(logTerm);
        if (i < uses)
            logTerm += std::log((uses - i) / (i + 1.0) * (i + alpha) / (uses - i - 1.0 + beta));
    }
    return std::clamp(1.0 - below, 0.0, 1.0);
}

/// Smallest whole n >= `least` with tail(n) >= q, by doubling and bisection: the tail never
/// decreases.
template<typename Tail> double usesQuantile(double q, double least, const Tail &tail)
{
    const auto reached = [&](double uses) { return tail(uses) >= q - probabilityGuard; };
    double low = least - 1.0;
    double high = least;
    while (!reached(high)) {
        low = high;
        high *= 2.0;
        if (high > mostUses)
            return std::numeric_limits<double>::infinity();
    }
    while (high - low > 1.0) {
        const double middle = std::floor(low + (high - low) / 2.0);
        (reached(middle) ? high : low) = middle;
    }
    return high;
}

template<typename Tail>
UsesUntil usesUntil(std::optional<double> mean, std::optional<double> standardDeviation, int k,
                    const Tail &tail)
{
    // None lies before the one of fewer users.
    double least = k;
    const auto at = [&](double q) {
        if (std::isfinite(least))
            least = usesQuantile(q, least, tail);
        return least;
    };
    return {mean, standardDeviation, at(0.1), at(0.25), at(0.5), at(0.75), at(0.9)};
}

} // namespace

double badUseRate(double wrongShare, double missedShare, double lateShare, const Noticed &noticed)
{
    // Shares of one whole, each rounded, may add up to a little more than it.
    return std::min(1.0,
                    wrongShare * noticed.wrong + missedShare * noticed.missed
                            + lateShare * noticed.late);
}

std::optional<UsesUntil> usesUntilBad(double p, int k)
{
    assert(p >= 0.0 && p <= 1.0 && k >= 1);
    constexpr double never = 1e-300; // the mean would overflow
    if (p < never)
        return {};
    if (p == 1.0)
        return usesUntil(k, 0.0, k, [](double) { return 1.0; });
    return usesUntil(k / p, std::sqrt(k * (1.0 - p)) / p, k,
                     [&](double uses) { return binomialTail(uses, k, p); });
}

std::optional<UsesUntil> usesUntilBad(double p, int k, double rho)
{
    assert(p >= 0.0 && p <= 1.0 && k >= 1 && rho > 0.0 && rho < 1.0);
    constexpr double never = 1e-300;
    if (p < never || p == 1.0)
        return usesUntilBad(p, k);
    const Beta rates = betaOf(p, rho);
    const auto [a, b] = rates;
    std::optional<double> mean;
    std::optional<double> standardDeviation;
    if (a > 1.0)
        mean = k * (a + b - 1.0) / (a - 1.0);
    if (a > 2.0)
        standardDeviation =
                std::sqrt(k * (k + a - 1.0) * b * (a + b - 1.0) / (a - 2.0)) / (a - 1.0);
    return usesUntil(mean, standardDeviation, k,
                     [&](double uses) { return betaBinomialTail(uses, k, rates); });
}

double shareMeeting(double p, int uses, int k)
{
    assert(p >= 0.0 && p <= 1.0 && uses >= 0 && k >= 1);
    if (p == 0.0 || p == 1.0)
        return p == 1.0 && uses >= k ? 1.0 : 0.0;
    return binomialTail(uses, k, p);
}

double shareMeetingVaryingUses(double p, double uses, int k)
{
    assert(p >= 0.0 && p <= 1.0 && uses >= 0.0 && k >= 1);
    return boost::math::gamma_p(static_cast<double>(k), uses * p, QuietAtTheEnds());
}

double shareMeeting(double p, int uses, int k, double rho)
{
    assert(p >= 0.0 && p <= 1.0 && uses >= 0 && k >= 1 && rho > 0.0 && rho < 1.0);
    if (p == 0.0 || p == 1.0)
        return shareMeeting(p, uses, k);
    return betaBinomialTail(uses, k, betaOf(p, rho));
}

double retentionSurvival(double alpha, double beta, double t)
{
    assert(alpha > 0.0 && beta > 0.0 && t >= 0.0);
    return t == 0.0 ? 1.0 : std::exp(logGammaRatio(beta + t, alpha) - logGammaRatio(beta, alpha));
}

double retentionRate(double alpha, double beta, double t)
{
    assert(alpha > 0.0 && beta > 0.0 && t >= 1.0);
    return (beta + t - 1.0) / (alpha + beta + t - 1.0);
}

} // namespace oneinn
