// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/curves/curveband.h"

#include "core/curves/dragsafe.h"
#include "core/curves/largestdeviations.h"
#include "core/doubts/drawunits.h"
#include "core/metricintervals.h"

#include <algorithm>
#include <cassert>

namespace oneinn {

namespace {

constexpr std::uint64_t bandSeed = 1;

ClustersQuestion askedAt(const CurveBandQuestion &question, Threshold threshold)
{
    return {question, threshold, question.baseRate};
}

std::vector<Threshold> bandThresholds(const UseSlice &slice, std::size_t most)
{
    assert(most >= 2);
    const Eigen::ArrayXd scores = slice.decided()->vertices().threshold;
    const auto all = static_cast<std::size_t>(scores.size());
    const std::size_t count = std::min(all, most);
    std::vector<Threshold> thresholds;
    thresholds.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t row = count < 2 ? 0 : i * (all - 1) / (count - 1);
        thresholds.push_back({scores[static_cast<Eigen::Index>(row)]});
    }
    return thresholds;
}

bool anyTooFew(const MetricIntervals &intervals)
{
    return intervals.recall->tooFewClusters() || intervals.fpr->tooFewClusters();
}

BandRow bandRowOf(Threshold threshold, const MetricIntervals &intervals)
{
    BandRow row{.threshold = threshold,
                .recall = intervals.recall->value,
                .fpr = intervals.fpr->value,
                .precision = valueOf(intervals.precision),
                .recallWithin = intervals.recall->interval,
                .fprWithin = intervals.fpr->interval,
                .precisionWithin = {}};
    if (intervals.precision)
        row.precisionWithin = intervals.precision->interval;
    return row;
}

std::optional<CurveBand> pointwiseBand(const UseSlice &slice, const CurveBandQuestion &question,
                                       const std::vector<Threshold> &thresholds,
                                       const JobControl &job)
{
    CurveBand band{.kind = BandKind::Pointwise, .source = BandSource::EachThreshold, .rows = {}};
    for (const Threshold threshold : thresholds) {
        const MetricIntervals intervals =
                metricIntervalsAt(slice, askedAt(question, threshold), job);
        if (job.stopRequested())
            return std::nullopt;
        if (!intervals.recall || !intervals.fpr)
            return band;
        if (anyTooFew(intervals)) {
            band.tooFewUnits = true;
            band.rows.clear();
            return band;
        }
        band.rows.push_back(bandRowOf(threshold, intervals));
        job.report(static_cast<double>(band.rows.size()) / static_cast<double>(thresholds.size()));
    }
    return band;
}

/// All that a drag-safe band needs to know of a file.
class DragSafeFacts {
public:
    DragSafeFacts(const UseSlice &slice, const CurveBandQuestion &question, const JobControl &job)
        : m_stated(question.baseRate)
    {
        const ClustersQuestion anywhere = askedAt(question, Threshold::alertOnNothing());
        const MetricIntervals intervals = metricIntervalsAt(slice, anywhere, job);
        if (job.stopRequested() || !intervals.recall || !intervals.fpr)
            return;
        m_good = intervals.recall->all;
        m_bad = intervals.fpr->all;
        m_isDefined = true;
        const ClusterMomentsPtr clusters = clusterMoments(slice, anywhere, job);
        const bool weighted = slice.rows().all()->predictions()->weight().has_value();
        if (clusters)
            m_effect =
                    clusters->ownEffectOf({OwnCell::Tp, OwnCell::Fn}, {OwnCell::Fp, OwnCell::Tn});
        m_tooFew = anyTooFew(intervals);
        m_isDrawn = !m_tooFew && (clusters || weighted);
        if (m_isDrawn)
            m_drawn = largestDeviations(slice, anywhere, bandResamples, bandSeed, job);
    }

    bool isDefined() const { return m_isDefined; }
    bool isDrawn() const { return m_isDrawn; }
    bool hasTooFew() const { return m_tooFew; }

    /// In how many parts all of it may fail.
    int parts() const { return m_stated ? 2 : 3; }

    CurveReach reach(int parts) const
    {
        const double error = errorOfEach(parts);
        CurveReach reach{dkwReach(kishEffectiveN(m_good), error),
                         dkwReach(kishEffectiveN(m_bad), error)};
        if (!m_isDrawn)
            return reach;
        // Never narrower than of independent uses: draws of few distinct scores say too little.
        return {std::max(reach.recall, drawnReach(m_drawn.recall, m_drawn.units, error)),
                std::max(reach.fpr, drawnReach(m_drawn.fpr, m_drawn.units, error))};
    }

    Interval prevalence() const
    {
        if (m_stated)
            return {*m_stated, *m_stated};
        const double error = errorOfEach(parts());
        if (!m_isDrawn)
            return clopperPearsonInterval(m_good.rows, m_good.rows + m_bad.rows, 1.0 - error);
        return {lowerLimit(m_good, m_bad, m_effect, error / 2.0),
                upperLimit(m_good, m_bad, m_effect, error / 2.0)};
    }

private:
    std::optional<double> m_stated;
    Tally m_good, m_bad;
    std::optional<ClusterEffect> m_effect;
    LargestDeviations m_drawn;
    bool m_isDefined = false;
    bool m_isDrawn = false;
    bool m_tooFew = false;
};

/// The shares themselves, without asking how sure they are.
BandRow sharesAtThreshold(const UseSlice &slice, const CurveBandQuestion &question,
                          Threshold threshold)
{
    const OperatingCounts counts = slice.counts(threshold);
    const ClassFactors factors = restatement(slice.withAnsweredFailures(counts), question.baseRate);
    const PointMetrics metrics =
            pointMetrics(slice.endsIfAllWait(threshold, counts).rebased(factors).matrix());
    return {.threshold = threshold,
            .recall = metrics.recall.value_or(0.0),
            .fpr = metrics.fpr.value_or(0.0),
            .precision = metrics.precision,
            .recallWithin = {},
            .fprWithin = {},
            .precisionWithin = {}};
}

std::optional<CurveBand> dragSafeBand(const UseSlice &slice, const CurveBandQuestion &question,
                                      const std::vector<Threshold> &thresholds,
                                      const JobControl &job)
{
    const DragSafeFacts known(slice, question, job);
    if (job.stopRequested())
        return std::nullopt;
    CurveBand band{.kind = BandKind::DragSafe,
                   .source = known.isDrawn() ? BandSource::DrawnAgain : BandSource::IndependentUses,
                   .rows = {},
                   .tooFewUnits = known.hasTooFew()};
    if (!known.isDefined() || band.tooFewUnits)
        return band;
    const CurveReach rates = known.reach(2);
    const CurveReach wider = known.reach(known.parts());
    const Interval prevalence = known.prevalence();
    for (const Threshold threshold : thresholds) {
        BandRow row = sharesAtThreshold(slice, question, threshold);
        row.recallWithin = reaching(row.recall, rates.recall);
        row.fprWithin = reaching(row.fpr, rates.fpr);
        const PrecisionCorners corners = precisionCorners(reaching(row.recall, wider.recall),
                                                          reaching(row.fpr, wider.fpr), prevalence);
        if (row.precision)
            row.precisionWithin = {corners.low.value_or(0.0), corners.high.value_or(1.0)};
        band.rows.push_back(row);
    }
    return band;
}

} // namespace

CurveBandQuestion curveBandQuestion(const Scenario &scenario, BandKind kind)
{
    CurveBandQuestion question;
    static_cast<UsesQuestion &>(question) = scenario;
    question.baseRate = scenario.baseRate;
    question.kind = kind;
    return question;
}

std::optional<CurveBand> curveBand(const UseSlice &slice, const CurveBandQuestion &question,
                                   const JobControl &job)
{
    return curveBand(slice, question, bandThresholds(slice, question.most), job);
}

std::optional<CurveBand> curveBand(const UseSlice &slice, const CurveBandQuestion &question,
                                   const std::vector<Threshold> &thresholds, const JobControl &job)
{
    assert(slice.rows().fit(question));
    return question.kind == BandKind::Pointwise ? pointwiseBand(slice, question, thresholds, job)
                                                : dragSafeBand(slice, question, thresholds, job);
}

} // namespace oneinn
