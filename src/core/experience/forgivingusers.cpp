// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/experience/badexperience.h"

#include "core/infinity.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cmath>
#include <cstdint>
#include <vector>

namespace oneinn {

namespace {

/// Users by what they remember: one bit per remembered use, set where it was a bad one, the latest
/// use lowest. A user leaves with the k-th bad one among the remembered uses and this one.
class ForgivingUsers {
public:
    ForgivingUsers(double p, int k, int window)
        : m_p(p)
        , m_k(k)
        , m_staying(std::size_t{1} << (window - 1), 0.0)
        , m_next(m_staying.size(), 0.0)
    {
        m_staying[0] = 1.0;
    }

    /// One more use by everyone who is left. Returns the share of them that leave with it, and
    /// keeps the rest normalised to 1, so that a chance of 1e-200 keeps its digits.
    double use()
    {
        const auto mask = static_cast<std::uint32_t>(m_staying.size() - 1);
        std::fill(m_next.begin(), m_next.end(), 0.0);
        double leaving = 0.0;
        double left = 0.0;
        for (std::uint32_t memory = 0; memory <= mask; ++memory) {
            const double share = m_staying[memory];
            if (share == 0.0)
                continue;
            const std::uint32_t older = (memory << 1U) & mask;
            m_next[older] += share * (1.0 - m_p);
            left += share * (1.0 - m_p);
            if (std::popcount(memory) + 1 >= m_k) {
                leaving += share * m_p;
            } else {
                m_next[older | (1U & mask)] += share * m_p;
                left += share * m_p;
            }
        }
        for (double &share : m_next)
            share /= left;
        m_staying.swap(m_next);
        return leaving / (leaving + left);
    }

private:
    double m_p;
    int m_k;
    std::vector<double> m_staying;
    std::vector<double> m_next;
};

/// The uses by which 1, 5 and 9 of 10 users have left.
class Deciles {
public:
    /// uses: how many there have been; staying: share of users left after them.
    void see(double uses, double staying)
    {
        for (std::size_t i = 0; i < shares.size(); ++i) {
            if (std::isinf(m_uses[i]) && staying <= 1.0 - shares[i] + 1e-12)
                m_uses[i] = uses;
        }
    }

    /// From here on the same share of those left leaves with every use.
    void continueGeometrically(double uses, double staying, double hazard)
    {
        for (std::size_t i = 0; i < shares.size(); ++i) {
            if (std::isinf(m_uses[i]) && hazard > 0.0) {
                const double more = std::log((1.0 - shares[i]) / staying) / std::log1p(-hazard);
                m_uses[i] = uses + std::ceil(more - 1e-9);
            }
        }
    }

    double operator[](std::size_t i) const { return m_uses[i]; }

private:
    static constexpr std::array<double, 3> shares{0.1, 0.5, 0.9};
    std::array<double, 3> m_uses{infinity, infinity, infinity};
};

} // namespace

UsesUntilWindow usesUntilBadWithin(double p, int k, int window)
{
    assert(p > 0.0 && p < 1.0 && k >= 1 && k <= window && window <= 20);
    constexpr double gone = 1e-18;
    constexpr double settled = 1e-13;

    // The share that leaves per use soon stops changing (the memory is finite), and from there on
    // the rest is geometric: no need to walk through millions of uses.
    ForgivingUsers users(p, k, window);
    Deciles deciles;
    double mean = 0.0;
    double staying = 1.0;
    double hazard = 0.0;
    int unchanged = 0;
    int uses = 0;
    while (staying > gone && unchanged < window) {
        ++uses;
        mean += staying;
        const double before = hazard;
        hazard = users.use();
        staying *= 1.0 - hazard;
        unchanged = uses >= k && std::abs(hazard - before) <= settled * hazard ? unchanged + 1 : 0;
        deciles.see(uses, staying);
    }
    if (unchanged >= window) {
        deciles.continueGeometrically(uses, staying, hazard);
        mean = hazard > 0.0 ? mean + staying / hazard : infinity;
    }
    return {mean, deciles[0], deciles[1], deciles[2]};
}

} // namespace oneinn
