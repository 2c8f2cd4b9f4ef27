// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/comparison/frontier.h"

#include "core/binaryguard.h"
#include "core/comparison/policyverdicts.h"
#include "core/comparison/resampledpercentiles.h"
#include "core/comparison/sharedifferences.h"
#include "core/eigenindex.h"
#include "core/latency/percentile.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <set>
#include <utility>

namespace oneinn {

namespace {

constexpr std::size_t columnsEach = 4; ///< of a policy: quality, of what, burden, price
constexpr double sumRounding = 1e-12;

/// So that lower is better on both axes.
double badness(const FrontierPoint &point, BetterQuality better)
{
    return better == BetterQuality::Higher ? -point.quality : point.quality;
}

/// Less by more than sums in another order would make it.
bool clearlyLess(double a, double b)
{
    if (std::isinf(a) || std::isinf(b))
        return a < b;
    return b - a > sumRounding * (std::abs(a) + std::abs(b));
}

/// Columns of resampledMeans.
std::vector<Eigen::ArrayXd> columnsOf(const PairedRows &rows,
                                      const std::vector<FrontierPolicy> &policies,
                                      const std::vector<double> &burden, bool mean)
{
    std::vector<Eigen::ArrayXd> columns;
    for (std::size_t i = 0; i < policies.size(); ++i) {
        const FrontierPolicy &policy = policies[i];
        columns.push_back(policy.quality);
        columns.push_back(policy.qualityOf.size() > 0 ? policy.qualityOf
                                                      : Eigen::ArrayXd::Ones(rows.uses()).eval());
        columns.push_back(mean ? policy.burden
                               : (policy.burden <= burden[i]).cast<double>().eval());
        columns.push_back(policy.price.size() > 0 ? policy.price
                                                  : Eigen::ArrayXd::Zero(rows.uses()).eval());
    }
    return columns;
}

std::vector<const Eigen::ArrayXd *> burdensOf(const std::vector<FrontierPolicy> &policies)
{
    std::vector<const Eigen::ArrayXd *> burdens;
    burdens.reserve(policies.size());
    for (const FrontierPolicy &policy : policies)
        burdens.push_back(&policy.burden);
    return burdens;
}

/// Whether two columns differ, but on uses of fewer than fewestThatDiffer users (else days, else
/// uses).
bool differOnTooFew(const PairedRows &rows, const Eigen::ArrayXd &a, const Eigen::ArrayXd &b)
{
    const CodeColumn &codes = rows.user.size() > 0 ? rows.user : rows.day;
    std::set<Eigen::Index> units;
    for (Eigen::Index use = 0; use < std::min(a.size(), b.size()); ++use) {
        const bool bothFailed = std::isnan(a[use]) && std::isnan(b[use]);
        if (a[use] == b[use] || bothFailed)
            continue;
        units.insert(codes.size() > 0 ? static_cast<Eigen::Index>(codes[use]) : use);
        if (units.size() >= fewestThatDiffer)
            return false;
    }
    return !units.empty();
}

Eigen::Index columnOf(std::size_t policy)
{
    return eigenIndex(columnsEach * policy);
}

/// Points of all policies in the rows as they are, and in each resample.
class Resamples {
public:
    Resamples(const ResampledMeans &means, Eigen::ArrayXXd burdens)
        : m_means(means)
        , m_burdens(std::move(burdens))
    {
    }

    Eigen::Index count() const { return m_burdens.rows(); }
    std::optional<double> quality(std::size_t policy) const
    {
        return ratio(m_means.sum[columnOf(policy)], m_means.sum[columnOf(policy) + 1]);
    }
    std::optional<FrontierPoint> point(Eigen::Index resample, std::size_t policy) const
    {
        const auto quality = ratio(m_means.resampledSum(resample, columnOf(policy)),
                                   m_means.resampledSum(resample, columnOf(policy) + 1));
        if (!quality)
            return std::nullopt;
        return FrontierPoint{*quality, m_burdens(resample, eigenIndex(policy))};
    }
    double shareDominated(std::size_t policy, std::size_t by, BetterQuality better) const
    {
        Eigen::Index dominated = 0;
        for (Eigen::Index resample = 0; resample < count(); ++resample) {
            const auto mine = point(resample, policy);
            const auto other = point(resample, by);
            dominated += mine && other && dominates(*other, *mine, better) ? 1 : 0;
        }
        return static_cast<double>(dominated) / static_cast<double>(count());
    }

    /// Of some policies, more being better.
    MeasuredPolicies qualities(const std::vector<std::size_t> &policies,
                               const FrontierQuestion &question) const
    {
        const double sign = question.better == BetterQuality::Higher ? 1.0 : -1.0;
        MeasuredPolicies measure = empty(policies, question.smallestQuality);
        for (std::size_t i = 0; i < policies.size(); ++i) {
            const double told = quality(policies[i]).value_or(0.0);
            measure.estimate[eigenIndex(i)] = sign * told;
            for (Eigen::Index resample = 0; resample < count(); ++resample) {
                const auto drawn = point(resample, policies[i]);
                measure.resampled(resample, eigenIndex(i)) = sign * (drawn ? drawn->quality : told);
            }
        }
        return measure;
    }
    MeasuredPolicies burdens(const std::vector<std::size_t> &policies,
                             const std::vector<double> &told, double smallest) const
    {
        MeasuredPolicies measure = empty(policies, smallest);
        for (std::size_t i = 0; i < policies.size(); ++i) {
            measure.estimate[eigenIndex(i)] = -std::min(told[policies[i]], endless);
            measure.resampled.col(eigenIndex(i)) =
                    -m_burdens.col(eigenIndex(policies[i])).min(endless);
        }
        return measure;
    }
    MeasuredPolicies prices(const std::vector<std::size_t> &policies, double smallest) const
    {
        MeasuredPolicies measure = empty(policies, smallest);
        for (std::size_t i = 0; i < policies.size(); ++i) {
            const Eigen::Index column = columnOf(policies[i]) + 3;
            measure.estimate[eigenIndex(i)] = -m_means.mean(column);
            measure.resampled.col(eigenIndex(i)) = -m_means.resampledMean(column);
        }
        return measure;
    }

private:
    /// What is never over is longer than any wait.
    static constexpr double endless = 1e12;

    MeasuredPolicies empty(const std::vector<std::size_t> &policies, double smallest) const
    {
        return {Eigen::ArrayXd(eigenIndex(policies.size())),
                Eigen::ArrayXXd(count(), eigenIndex(policies.size())), smallest};
    }
    static std::optional<double> ratio(double part, double whole)
    {
        return whole > 0.0 ? std::optional(part / whole) : std::nullopt;
    }

    const ResampledMeans &m_means;
    Eigen::ArrayXXd m_burdens;
};

/// Burdens by resample and policy from columns: means, or percentiles where nothing is drawn.
Eigen::ArrayXXd burdensFrom(const ResampledMeans &means,
                            const std::vector<LatencyDistribution> &burdens,
                            std::optional<double> percentile)
{
    const std::size_t policies = static_cast<std::size_t>(means.sum.size()) / columnsEach;
    Eigen::ArrayXXd result(means.resampledWeight.size(), eigenIndex(policies));
    for (std::size_t policy = 0; policy < policies; ++policy) {
        const Eigen::Index column = columnOf(policy) + 2;
        result.col(eigenIndex(policy)) = means.resampledMean(column);
        if (!percentile)
            continue;
        for (double &burden : result.col(eigenIndex(policy))) {
            const double level = *percentile - (burden - means.mean(column));
            burden = *burdens[policy].percentile(std::clamp(level, binaryGuard, 1.0));
        }
    }
    return result;
}

/// Who dominates whom.
void findDominating(std::vector<FrontierPlace> &places, const Resamples &resamples,
                    BetterQuality better)
{
    const auto pointOf = [&places](std::size_t i) {
        return FrontierPoint{*places[i].quality, places[i].burden};
    };
    for (std::size_t i = 0; i < places.size(); ++i) {
        FrontierPlace &place = places[i];
        if (!place.quality)
            continue;
        for (std::size_t by = 0; by < places.size(); ++by) {
            if (!places[by].quality || !dominates(pointOf(by), pointOf(i), better))
                continue;
            const double share = resamples.shareDominated(i, by, better);
            if (place.dominatedBy && share <= place.dominatedShare)
                continue;
            place.dominatedBy = by;
            place.dominatedShare = share;
        }
        place.onFront = !place.dominatedBy;
    }
}

std::vector<std::size_t> definedPlaces(const std::vector<FrontierPlace> &places)
{
    std::vector<std::size_t> defined;
    defined.reserve(places.size());
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (places[i].quality)
            defined.push_back(i);
    }
    return defined;
}

void markDominated(std::vector<FrontierPlace> &places, const std::vector<std::size_t> &defined,
                   const std::vector<PairVerdicts> &pairs)
{
    std::vector<ComparisonVerdict> verdicts(pairs.size());
    const auto isWorse = [&](std::size_t a, std::size_t b) {
        std::ranges::transform(pairs, verdicts.begin(), [&](const PairVerdicts &pair) {
            return pair.of(eigenIndex(a), eigenIndex(b));
        });
        return overallVerdict(verdicts) == OverallVerdict::WorseForSure;
    };
    for (std::size_t a = 0; a < defined.size(); ++a) {
        for (std::size_t b = 0; b < defined.size(); ++b) {
            if (isWorse(a, b))
                places[defined[a]].dominatedForSure = true;
        }
    }
}

/// Every measure that counts, of the policies that have a quality.
struct Measured {
    MeasuredPolicies quality;
    std::optional<MeasuredPolicies> burden;
    std::optional<MeasuredPolicies> price;
};

FrontierPlace::AgainstFirst overallOf(FrontierPlace::AgainstFirst against)
{
    std::vector<ComparisonVerdict> verdicts{against.quality};
    for (const auto &one : {against.burden, against.price}) {
        if (one)
            verdicts.push_back(*one);
    }
    against.overall = overallVerdict(verdicts);
    return against;
}

void compareWithFirst(std::vector<FrontierPlace> &places, const std::vector<std::size_t> &defined,
                      const Measured &measured, const std::vector<FrontierPolicy> &policies)
{
    const auto verdictsOf = [](const std::optional<MeasuredPolicies> &measure) {
        return measure ? verdictsAgainstFirst(*measure) : std::vector<ComparisonVerdict>();
    };
    const auto quality = verdictsAgainstFirst(measured.quality);
    const auto burden = verdictsOf(measured.burden);
    const auto price = verdictsOf(measured.price);
    const auto at = [](const std::vector<ComparisonVerdict> &verdicts, std::size_t i) {
        return verdicts.empty() ? std::nullopt : std::optional(verdicts[i]);
    };
    for (std::size_t i = 1; i < defined.size(); ++i) {
        FrontierPlace &place = places[defined[i]];
        place.againstFirst =
                overallOf({.quality = policies[defined[i]].qualityAgainstFirst.value_or(quality[i]),
                           .burden = at(burden, i),
                           .price = at(price, i)});
        if (place.againstFirst->overall == OverallVerdict::WorseForSure)
            place.dominatedForSure = true;
    }
}

/// What all measures say of each policy against each other, and against the first.
void judge(std::vector<FrontierPlace> &places, const PairedRows &rows, const Resamples &resamples,
           const std::vector<double> &told, const FrontierQuestion &question,
           const std::vector<FrontierPolicy> &policies)
{
    const bool priced = std::ranges::any_of(
            policies, [](const FrontierPolicy &policy) { return policy.price.size() > 0; });
    const std::vector<std::size_t> defined = definedPlaces(places);
    if (defined.empty())
        return;
    const auto tooFewBy = [&](const Eigen::ArrayXd FrontierPolicy::*column) {
        return [&, column](Eigen::Index a, Eigen::Index b) {
            return differOnTooFew(rows, policies[defined[static_cast<std::size_t>(a)]].*column,
                                  policies[defined[static_cast<std::size_t>(b)]].*column);
        };
    };
    Measured measured{resamples.qualities(defined, question), {}, {}};
    for (const std::size_t policy : defined)
        measured.quality.optimism.push_back(policies[policy].optimism);
    measured.quality.tooFewDiffer = tooFewBy(&FrontierPolicy::quality);
    if (question.burdenCounts) {
        measured.burden = resamples.burdens(defined, told, question.smallestBurden);
        measured.burden->tooFewDiffer = tooFewBy(&FrontierPolicy::burden);
    }
    if (priced) {
        measured.price = resamples.prices(defined, question.smallestPrice);
        measured.price->tooFewDiffer = tooFewBy(&FrontierPolicy::price);
    }
    std::vector<PairVerdicts> pairs{PairVerdicts(measured.quality)};
    for (const auto *one : {&measured.burden, &measured.price}) {
        if (*one)
            pairs.emplace_back(**one);
    }
    markDominated(places, defined, pairs);
    if (defined.front() == 0)
        compareWithFirst(places, defined, measured, policies);
}

} // namespace

bool dominates(const FrontierPoint &point, const FrontierPoint &other, BetterQuality better)
{
    const double mine = badness(point, better);
    const double theirs = badness(other, better);
    if (clearlyLess(theirs, mine) || clearlyLess(other.burden, point.burden))
        return false;
    return clearlyLess(mine, theirs) || clearlyLess(point.burden, other.burden);
}

std::vector<bool> paretoFront(const std::vector<FrontierPoint> &points, BetterQuality better)
{
    std::vector<bool> front;
    front.reserve(points.size());
    for (const FrontierPoint &point : points) {
        front.push_back(std::none_of(points.begin(), points.end(), [&](const FrontierPoint &other) {
            return dominates(other, point, better);
        }));
    }
    return front;
}

Result<std::vector<FrontierPlace>> frontier(const PairedRows &rows,
                                            const std::vector<FrontierPolicy> &policies,
                                            const FrontierQuestion &question,
                                            const BootstrapOptions &options, const JobControl &job)
{
    assert(rows.uses() > 0);
    const auto percentile = question.burdenPercentile;
    std::vector<LatencyDistribution> distributions;
    std::vector<double> burdens;
    for (const FrontierPolicy &policy : policies) {
        if (percentile) {
            distributions.emplace_back(policy.burden, &rows.weight);
            burdens.push_back(*distributions.back().percentile(*percentile));
        } else {
            burdens.push_back((rows.weight * policy.burden).sum() / rows.weight.sum());
        }
    }
    const auto means = resampledMeans(rows, columnsOf(rows, policies, burdens, !percentile),
                                      options, job.part(0.0, 0.5));
    if (!means)
        return means.problem();
    const bool drawAgain = percentile && means.value().drawn;
    const Resamples resamples(
            means.value(),
            drawAgain ? resampledPercentiles(rows, burdensOf(policies), *percentile, options, job)
                      : burdensFrom(means.value(), distributions, percentile));
    if (job.stopRequested())
        return Problem{.kind = ProblemKind::Cancelled};

    std::vector<FrontierPlace> places;
    for (std::size_t i = 0; i < policies.size(); ++i) {
        FrontierPlace place;
        place.quality = resamples.quality(i);
        place.burden = burdens[i];
        places.push_back(place);
    }
    findDominating(places, resamples, question.better);
    judge(places, rows, resamples, burdens, question, policies);
    job.report(1.0);
    return places;
}

} // namespace oneinn
