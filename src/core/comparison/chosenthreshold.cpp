// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/comparison/chosenthreshold.h"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <vector>

namespace oneinn {

namespace {

/// Uses from the highest score down, and what showing each more gains.
class Gains {
public:
    Gains(const PairedRows &rows, const ThresholdValues &values)
        : m_use(static_cast<std::size_t>(rows.uses()))
    {
        std::iota(m_use.begin(), m_use.end(), Eigen::Index(0));
        std::stable_sort(m_use.begin(), m_use.end(), [&](Eigen::Index a, Eigen::Index b) {
            return values.score[a] > values.score[b];
        });
        for (std::size_t i = 0; i < m_use.size(); ++i) {
            const Eigen::Index use = m_use[i];
            m_gain.push_back(rows.weight[use] * (values.shown[use] - values.silent[use]));
            m_endsTie.push_back(i + 1 == m_use.size()
                                || values.score[m_use[i + 1]] < values.score[use]);
        }
    }

    /// By how many uses are shown at the best cut, and what that and another gain.
    struct Best {
        std::size_t shown = 0;
        double gain = 0.0;
        double other = 0.0;
    };
    /// times: of each use, how often it is there.
    template<typename Times> Best best(const Times &times, std::size_t other) const
    {
        Best best;
        double sum = 0.0;
        for (std::size_t i = 0; i < m_use.size(); ++i) {
            sum += times(m_use[i]) * m_gain[i];
            if (m_endsTie[i] && sum > best.gain)
                best = {i + 1, sum, best.other};
            if (i + 1 == other)
                best.other = sum;
        }
        return best;
    }

private:
    std::vector<Eigen::Index> m_use;
    std::vector<double> m_gain;
    std::vector<bool> m_endsTie;
};

} // namespace

double thresholdOptimism(const PairedRows &rows, const ThresholdValues &values,
                         const BootstrapOptions &options, const JobControl &job)
{
    const Gains gains(rows, values);
    const auto once = [](Eigen::Index) { return 1.0; };
    const double weight = rows.weight.sum();
    const Gains::Best here = gains.best(once, 0);
    const ResampleUnits units(rows);
    std::vector<std::uint16_t> times;
    double sum = 0.0;
    for (std::size_t resample = 0; resample < options.resamples; ++resample) {
        if (job.stopRequested())
            return 0.0;
        units.draw(options, resample, times);
        const auto drawn = [&](Eigen::Index use) { return double(times[units.unitOf(use)]); };
        double drawnWeight = 0.0;
        for (Eigen::Index use = 0; use < rows.uses(); ++use)
            drawnWeight += drawn(use) * rows.weight[use];
        if (!(drawnWeight > 0.0))
            continue;
        const Gains::Best there = gains.best(drawn, here.shown);
        const double inTruth = gains.best(once, there.shown).other;
        sum += (there.gain - there.other) / drawnWeight - (inTruth - here.gain) / weight;
    }
    return std::max(0.0, sum / static_cast<double>(options.resamples));
}

} // namespace oneinn
