// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/comparison/modelcomparison.h"

#include "core/comparison/pairedprecision.h"
#include "core/comparison/pairedshares.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <functional>
#include <utility>

namespace oneinn {

namespace {

constexpr double usualConfidence = 0.95;
constexpr double mostMoreUses = 1e9;

/// Columns of ones and zeros, and of values.
struct Columns {
    enum Place {
        CaughtA,
        CaughtB,
        WrongA,
        WrongB,
        Positive,
        Negative,
        LateA,
        LateB,
        All,
        ValueA,
        ValueB,
        ValueDifference,
        Count
    };
    std::vector<Eigen::ArrayXd> column;

    explicit Columns(Eigen::Index uses)
        : column(Count, Eigen::ArrayXd::Zero(uses))
    {
        column[All].setOnes();
    }
};

/// 1 where it holds.
Eigen::ArrayXd column(Eigen::Index uses, const std::function<bool(std::size_t use)> &holds)
{
    return Eigen::ArrayXd::NullaryExpr(uses, [&holds](Eigen::Index i) {
        return holds(static_cast<std::size_t>(i)) ? 1.0 : 0.0;
    });
}

Columns columnsOf(const PairedRows &rows, const UseOutcomes &a, const UseOutcomes &b)
{
    const Eigen::Index uses = rows.uses();
    const auto shownBy = [uses](const UseOutcomes &model) {
        return column(uses,
                      [&model](std::size_t i) { return model.decision[i] == UseDecision::Shown; });
    };
    const auto lateWith = [uses](const UseOutcomes &model) {
        return column(uses, [&model](std::size_t i) { return model.late[i] != 0; });
    };
    Columns columns(uses);
    auto &all = columns.column;
    all[Columns::Positive] = rows.label.cast<double>();
    all[Columns::Negative] = 1.0 - all[Columns::Positive];
    all[Columns::CaughtA] = shownBy(a) * all[Columns::Positive];
    all[Columns::CaughtB] = shownBy(b) * all[Columns::Positive];
    all[Columns::WrongA] = shownBy(a) * all[Columns::Negative];
    all[Columns::WrongB] = shownBy(b) * all[Columns::Negative];
    all[Columns::LateA] = lateWith(a);
    all[Columns::LateB] = lateWith(b);
    return columns;
}

/// Everything that measures are made from.
class ModelAgainstModel {
public:
    ModelAgainstModel(const PairedRows &rows, Columns columns, ResampledMeans means)
        : m_rows(rows)
        , m_columns(std::move(columns))
        , m_means(std::move(means))
        , m_countable((rows.weight == rows.weight[0]).all()
                      && ResampleUnits(rows.uses(), rows.user).usesAreUnits())
    {
    }

    using Place = Columns::Place;

    /// Two shares of the same rows.
    std::optional<MeasureComparison> share(Place a, Place b, Place of, BetterQuality better) const
    {
        const double all = m_means.sum[of];
        if (!(all > 0.0))
            return std::nullopt;
        MeasureComparison result{.a = m_means.sum[a] / all, .b = m_means.sum[b] / all};
        result.difference = (m_means.sum[a] - m_means.sum[b]) / all;
        if (m_countable) {
            const PairedCounts counts = pairedCounts(a, b, of);
            result.interval = newcombeDifference(counts, usualConfidence)->interval;
            const auto test = mcNemarTest(counts.onlyA, counts.onlyB);
            result.p = test ? test->midP : 1.0;
        } else {
            const auto n = m_means.resampledSum.col(of);
            resample(result, m_means.resampledSum.col(a), n, m_means.resampledSum.col(b), n);
        }
        return judged(result, better, m_rows.uses());
    }

    std::optional<MeasureComparison> precision() const
    {
        const double shownA = m_means.sum[Columns::CaughtA] + m_means.sum[Columns::WrongA];
        const double shownB = m_means.sum[Columns::CaughtB] + m_means.sum[Columns::WrongB];
        if (!(shownA > 0.0) || !(shownB > 0.0))
            return std::nullopt;
        MeasureComparison result{.a = m_means.sum[Columns::CaughtA] / shownA,
                                 .b = m_means.sum[Columns::CaughtB] / shownB};
        result.difference = result.a - result.b;
        if (m_countable) {
            const auto counted = pairedPrecision(pairedAlerts(), usualConfidence);
            result.interval = counted->difference.interval;
            result.p = counted->p.value_or(1.0);
        } else {
            const auto &sums = m_means.resampledSum;
            resample(result, sums.col(Columns::CaughtA),
                     sums.col(Columns::CaughtA) + sums.col(Columns::WrongA),
                     sums.col(Columns::CaughtB),
                     sums.col(Columns::CaughtB) + sums.col(Columns::WrongB));
        }
        return judged(result, BetterQuality::Higher, m_rows.uses());
    }

    MeasureComparison value() const
    {
        // The difference has its own column: where values are large, little of it would be left.
        MeasureComparison result{.a = m_means.mean(Columns::ValueA),
                                 .b = m_means.mean(Columns::ValueB),
                                 .difference = m_means.mean(Columns::ValueDifference)};
        result.interval = *percentileInterval(m_means.resampledMean(Columns::ValueDifference),
                                              usualConfidence);
        result.basis = resamplingBasis();
        return judged(result, BetterQuality::Higher, m_rows.uses());
    }

    /// Uses that `from` gets right and `to` does not.
    Flips flips(const UseOutcomes &from, const UseOutcomes &to) const
    {
        Tally flipped[2]; // [positive]
        Tally other[2];
        for (Eigen::Index i = 0; i < m_rows.uses(); ++i) {
            const bool positive = m_rows.label[i] != 0;
            const auto right = positive ? UseDecision::Shown : UseDecision::NotShown;
            const auto use = static_cast<std::size_t>(i);
            const bool flips = from.decision[use] == right && to.decision[use] != right;
            const double weight = m_rows.weight[i];
            (flips ? flipped : other)[positive] += Tally{1.0, weight, weight * weight};
        }
        return {proportion(flipped[0] + flipped[1], other[0] + other[1]),
                proportion(flipped[1], other[1]), proportion(flipped[0], other[0])};
    }

private:
    PairedCounts pairedCounts(Place a, Place b, Place of) const
    {
        PairedCounts counts;
        const auto &column = m_columns.column;
        counts.both = (column[a] * column[b] * column[of]).sum();
        counts.onlyA = (column[a] * (1.0 - column[b]) * column[of]).sum();
        counts.onlyB = ((1.0 - column[a]) * column[b] * column[of]).sum();
        counts.neither = column[of].sum() - counts.both - counts.onlyA - counts.onlyB;
        return counts;
    }

    PairedAlerts pairedAlerts() const
    {
        const auto &column = m_columns.column;
        PairedAlerts alerts;
        alerts.trueA = column[Columns::CaughtA].sum();
        alerts.alertsA = alerts.trueA + column[Columns::WrongA].sum();
        alerts.trueB = column[Columns::CaughtB].sum();
        alerts.alertsB = alerts.trueB + column[Columns::WrongB].sum();
        alerts.bothTrue = (column[Columns::CaughtA] * column[Columns::CaughtB]).sum();
        alerts.bothFalse = (column[Columns::WrongA] * column[Columns::WrongB]).sum();
        return alerts;
    }

    ComparisonBasis resamplingBasis() const
    {
        return m_means.drawn ? ComparisonBasis::Resamples : ComparisonBasis::NormalApproximation;
    }

    /// Interval of a difference of ratios; resamples in which one is undefined are left out.
    void resample(MeasureComparison &result, const Eigen::ArrayXd &a, const Eigen::ArrayXd &ofA,
                  const Eigen::ArrayXd &b, const Eigen::ArrayXd &ofB) const
    {
        std::vector<double> differences;
        for (Eigen::Index i = 0; i < a.size(); ++i) {
            if (ofA[i] > 0.0 && ofB[i] > 0.0)
                differences.push_back(a[i] / ofA[i] - b[i] / ofB[i]);
        }
        const auto interval = percentileInterval(std::move(differences), usualConfidence);
        // Never defined in a resample: nothing is known.
        result.interval = interval.value_or(Interval{-1.0, 1.0});
        result.basis = resamplingBasis();
    }

    const PairedRows &m_rows;
    Columns m_columns;
    ResampledMeans m_means;
    bool m_countable; ///< rows of equal weight and each its own: they can be counted
};

} // namespace

MeasureComparison judged(MeasureComparison measure, BetterQuality better, Eigen::Index uses)
{
    const bool above = measure.interval.low > 0.0;
    const bool below = measure.interval.high < 0.0;
    if (above || below) {
        measure.verdict = above == (better == BetterQuality::Higher) ? ComparisonVerdict::AIsBetter
                                                                     : ComparisonVerdict::BIsBetter;
        return measure;
    }
    if (measure.difference == 0.0)
        return measure;
    const double half = measure.interval.width() / 2.0;
    const double ratio = half / measure.difference;
    const double more = std::max(1.0, std::ceil(static_cast<double>(uses) * (ratio * ratio - 1.0)));
    if (more <= mostMoreUses)
        measure.moreUses = more;
    return measure;
}

Result<ModelComparison> compareModels(const PairedRows &rows, const UseOutcomes &a,
                                      const UseOutcomes &b, const Eigen::ArrayXd &valueA,
                                      const Eigen::ArrayXd &valueB, const BootstrapOptions &options,
                                      const JobControl &job)
{
    assert(rows.uses() > 0);
    Columns columns = columnsOf(rows, a, b);
    columns.column[Columns::ValueA] = valueA;
    columns.column[Columns::ValueB] = valueB;
    columns.column[Columns::ValueDifference] = valueA - valueB;
    auto means = resampledMeans(rows, columns.column, options, job);
    if (!means)
        return means.problem();

    const ModelAgainstModel comparison(rows, std::move(columns), std::move(means).value());
    using Place = Columns::Place;
    return ModelComparison{
            .recall = comparison.share(Place::CaughtA, Place::CaughtB, Place::Positive,
                                       BetterQuality::Higher),
            .falseAlarmRate = comparison.share(Place::WrongA, Place::WrongB, Place::Negative,
                                               BetterQuality::Lower),
            .precision = comparison.precision(),
            .valuePerUse = comparison.value(),
            .lateShare =
                    *comparison.share(Place::LateA, Place::LateB, Place::All, BetterQuality::Lower),
            .negativeFlips = comparison.flips(b, a),
            .positiveFlips = comparison.flips(a, b),
    };
}

} // namespace oneinn
