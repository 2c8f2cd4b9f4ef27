// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/calibration/calibrationbybins.h"

#include "core/clusters/influencespread.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace oneinn {

namespace {

/// Sums of one bin.
struct Sums {
    Tally yes, no;
    double score = 0.0; ///< weighted
    double low = 0.0;
    double high = 0.0;
    std::optional<ClusterEffect> clusters;

    double weight() const { return yes.weight + no.weight; }
    void add(bool positive, double probability, double w)
    {
        low = weight() > 0.0 ? std::min(low, probability) : probability;
        high = std::max(high, probability);
        (positive ? yes : no) += Tally{1.0, w, w * w};
        score += w * probability;
    }
};

int usualBins(const CalibrationRows &rows)
{
    constexpr int most = 10;
    constexpr double rowsPerBin = 50.0;
    constexpr double ofRarerPerBin = 5.0;
    const double n = static_cast<double>(rows.size());
    const double positives = static_cast<double>((rows.label > 0).count());
    const double rarer = std::min(positives, n - positives);
    return std::min(
            {most, static_cast<int>(n / rowsPerBin), static_cast<int>(rarer / ofRarerPerBin)});
}

std::optional<ClusterEffect> effectOf(const CalibrationRows &rows,
                                      const std::vector<Eigen::Index> &some)
{
    return clusterEffect((rows.label(some) > 0).cast<double>(), rows.weight(some),
                         codesAt(rows.user, some), codesAt(rows.day, some));
}

std::vector<Sums> binned(const CalibrationRows &rows, int wanted)
{
    std::vector<Eigen::Index> order(static_cast<std::size_t>(rows.size()));
    std::iota(order.begin(), order.end(), Eigen::Index{0});
    std::sort(order.begin(), order.end(), [&rows](Eigen::Index a, Eigen::Index b) {
        return rows.probability[a] < rows.probability[b];
    });
    const std::size_t n = order.size();
    const auto bins = static_cast<std::size_t>(wanted);
    std::vector<Sums> found;
    std::size_t from = 0;
    for (std::size_t k = 1; k <= bins; ++k) {
        std::size_t end = (k * n + bins - 1) / bins;
        while (end < n && end > 0
               && rows.probability[order[end]] == rows.probability[order[end - 1]])
            ++end;
        if (end <= from)
            continue;
        Sums sums;
        sums.clusters = effectOf(rows,
                                 {order.begin() + static_cast<std::ptrdiff_t>(from),
                                  order.begin() + static_cast<std::ptrdiff_t>(end)});
        for (; from < end; ++from) {
            const Eigen::Index row = order[from];
            sums.add(rows.label[row] != 0, rows.probability[row], rows.weight[row]);
        }
        found.push_back(sums);
    }
    return found;
}

bool isNoneOrAll(const Sums &sums)
{
    return !(sums.yes.weight > 0.0) || !(sums.no.weight > 0.0);
}

/// How much less cases tell in the nearest bin in which both came, at least 1; absent without one.
std::optional<double> designEffectNear(const std::vector<Sums> &bins, std::size_t bin)
{
    for (std::size_t away = 1; away < bins.size(); ++away) {
        for (const std::size_t near : {bin + away, bin - away}) { // below 0 is beyond the end
            if (near < bins.size() && !isNoneOrAll(bins[near]) && bins[near].clusters)
                return std::max(1.0, bins[near].clusters->designEffect);
        }
    }
    return std::nullopt;
}

/// Where none came true, or all did, rows cannot tell how alike they are, and proportion() takes
/// those of one user or day for one. Beside bins in which that is known it would be a cliff: a bin
/// of as many rows with one positive more would be surer. So they are taken as alike as there.
std::optional<Proportion> observedIn(const std::vector<Sums> &bins, std::size_t bin)
{
    const Sums &sums = bins[bin];
    auto observed = proportion(sums.yes, sums.no, sums.clusters);
    const bool isCapped = observed && isNoneOrAll(sums) && observed->clusters > 0.0
            && !observed->tooFewClusters();
    const auto effect = isCapped ? designEffectNear(bins, bin) : std::nullopt;
    if (!effect)
        return observed;
    const double n = std::max(observed->effectiveN, effectiveRows(sums.yes, sums.no) / *effect);
    const double k = observed->value > 0.0 ? n : 0.0;
    observed->effectiveN = n;
    observed->interval = wilsonIntervalByT(k, n, observed->effectiveClusters - 1.0);
    observed->reliability = reliabilityOf(k, n);
    return observed;
}

void setBrier(CalibrationByBins &result, const CalibrationRows &rows)
{
    const Eigen::ArrayXd outcome = (rows.label > 0).cast<double>();
    const Eigen::ArrayXd &p = rows.probability;
    const double weight = rows.weight.sum();
    const double share = (rows.weight * outcome).sum() / weight;
    result.brier = (rows.weight * (p - outcome).square()).sum() / weight;
    result.uncertainty = share * (1.0 - share);
    for (const ReliabilityBin &bin : result.bins) {
        const double part = bin.observed.all.weight / weight;
        const double off = bin.meanScore - bin.observed.value;
        const double apart = bin.observed.value - share;
        result.reliability += part * off * off;
        result.resolution += part * apart * apart;
    }
    result.within = result.brier - result.reliability + result.resolution - result.uncertainty;
}

void setSpiegelhalter(CalibrationByBins &result, const CalibrationRows &rows)
{
    const Eigen::ArrayXd outcome = (rows.label > 0).cast<double>();
    const Eigen::ArrayXd &p = rows.probability;
    const Eigen::ArrayXd tilt = 1.0 - 2.0 * p;
    const double off = (rows.weight * (outcome - p) * tilt).sum();
    double variance = (rows.weight.square() * tilt.square() * p * (1.0 - p)).sum();
    if (rows.user.size() > 0 || rows.day.size() > 0)
        variance =
                influenceSpread(rows.weight * (outcome - p) * tilt, rows.user, rows.day).variance;
    if (!(variance > 0.0))
        return;
    result.spiegelhalterZ = off / std::sqrt(variance);
    result.spiegelhalterP = std::erfc(std::abs(*result.spiegelhalterZ) / std::numbers::sqrt2);
}

} // namespace

std::optional<CalibrationByBins> calibrationByBins(const CalibrationRows &rows,
                                                   std::optional<int> bins)
{
    constexpr std::size_t fewest = 3;
    const int wanted = bins.value_or(usualBins(rows));
    if (wanted < static_cast<int>(fewest))
        return std::nullopt;
    const std::vector<Sums> found = binned(rows, wanted);
    if (found.size() < fewest)
        return std::nullopt;
    CalibrationByBins result;
    const double weight = rows.weight.sum();
    double squares = 0.0;
    for (std::size_t bin = 0; bin < found.size(); ++bin) {
        const Sums &sums = found[bin];
        const auto observed = observedIn(found, bin);
        if (!observed)
            continue;
        const double mean = sums.score / sums.weight();
        const double part = sums.weight() / weight;
        const double n = observed->effectiveN;
        const double off = observed->value - mean;
        result.expectedError += part * std::abs(off);
        result.expectedErrorIfCalibrated +=
                part * std::sqrt(2.0 * mean * (1.0 - mean) / (std::numbers::pi * n));
        if (n > 1.0)
            squares += part * (off * off - observed->value * (1.0 - observed->value) / (n - 1.0));
        result.bins.push_back({(sums.yes + sums.no).rows, sums.low, sums.high, mean, *observed});
    }
    result.rmsErrorDebiased = std::sqrt(std::max(0.0, squares));
    setBrier(result, rows);
    setSpiegelhalter(result, rows);
    return result;
}

} // namespace oneinn
