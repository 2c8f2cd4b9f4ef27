// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/options/frontierpoints.h"

#include "charts/axismapping.h"
#include "charts/decimate.h"
#include "core/comparison/alikepolicies.h"
#include "wording/frontierwords.h"
#include "wording/limitwords.h"
#include "wording/numbers.h"
#include "wording/policynames.h"
#include "wording/policywords.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <variant>

namespace oneinn {

using charts::NamedPoint;

namespace {

constexpr double per = 1000.0; ///< uses that values, shares and costs are said of

/// The numbers that an axis has to show.
class Span {
public:
    void add(double value)
    {
        if (!std::isfinite(value))
            return;
        m_low = std::min(m_low, value);
        m_high = std::max(m_high, value);
    }
    /// With room at both ends; never empty.
    Interval padded(double share) const
    {
        if (m_low > m_high)
            return {0.0, 1.0};
        const double room =
                m_high > m_low ? share * (m_high - m_low) : std::max(1.0, std::abs(m_high) * share);
        return {m_low - room, m_high + room};
    }
    double low() const { return m_low; }
    double high() const { return m_high; }

private:
    double m_low = std::numeric_limits<double>::infinity();
    double m_high = -std::numeric_limits<double>::infinity();
};

/// A policy's point in the numbers that are shown.
struct ShownPoint {
    std::size_t policy;
    double quality, low, high;
    double burden, left, right;
};

std::vector<ShownPoint> shownPoints(const PoliciesAnswer &answer,
                                    const std::vector<Eigen::Index> &drawn)
{
    const auto isDrawn = [&drawn](Eigen::Index model) {
        return std::ranges::binary_search(drawn, model);
    };
    const double burdenUnit = percentileOf(answer.view.burden) ? 1.0 : per;
    std::vector<ShownPoint> shown;
    const std::vector<std::size_t> first = firstAlike(*answer.compared);
    for (std::size_t i = 0; i < answer.compared->policies.size(); ++i) {
        if (first[i] != i)
            continue;
        const ComparedPolicy &policy = answer.compared->policies[i];
        const PolicyPoint point = pointOf(policy, answer.view);
        if (!point.quality || !point.burden)
            continue;
        if (i > 0 && !std::ranges::all_of(modelsAsked(policy.candidate.policy), isDrawn))
            continue;
        const Interval quality =
                point.qualityInterval.value_or(Interval{*point.quality, *point.quality});
        const Interval burden =
                point.burdenInterval.value_or(Interval{*point.burden, *point.burden});
        shown.push_back({i, per * *point.quality, per * quality.low, per * quality.high,
                         burdenUnit * *point.burden, burdenUnit * burden.low,
                         burdenUnit * burden.high});
    }
    return shown;
}

/// Times on a logarithmic axis, costs on a plain one.
charts::AxisMapping burdenMapping(const std::vector<ShownPoint> &points, bool isWait)
{
    Span span;
    for (const ShownPoint &point : points) {
        span.add(point.burden);
        span.add(point.left);
        span.add(point.right);
    }
    if (!isWait) {
        const Interval range = span.padded(0.08);
        return charts::AxisMapping::score(range.low, range.high);
    }
    constexpr double shortest = 0.001;
    constexpr double room = 1.35;
    const bool any = span.low() <= span.high();
    const double low = any ? std::max(shortest, span.low()) : 1.0;
    const double high = any ? std::max(low, span.high()) : 1000.0;
    return charts::AxisMapping::logTime(low / room, high * room);
}

NamedPoint::Look lookOf(const PoliciesAnswer &answer, std::size_t policy)
{
    if (policy == 0)
        return NamedPoint::Look::Here;
    return answer.places[policy].dominatedForSure ? NamedPoint::Look::Faded
                                                  : NamedPoint::Look::Plain;
}

/// What lies on top of what: now, then one model, then several; of either the front first and what
/// is surely worse last.
int rankOf(const PoliciesAnswer &answer, std::size_t policy)
{
    if (policy == 0)
        return 0;
    const FrontierPlace &place = answer.places[policy];
    const auto &candidate = answer.compared->policies[policy].candidate;
    const int several = std::holds_alternative<SingleModel>(candidate.policy) ? 0 : 1;
    const int behind = place.onFront ? 1 : place.dominatedForSure ? 3 : 2;
    return 3 * several + behind;
}

NamedPoint namedPoint(const PoliciesAnswer &answer, const ShownPoint &shown,
                      const charts::AxisMapping &burden, const FeatureWords &words,
                      const Targets &limits)
{
    const ComparedPolicies &compared = *answer.compared;
    const Candidate &candidate = compared.policies[shown.policy].candidate;
    NamedPoint point;
    point.id = static_cast<int>(shown.policy);
    point.axis = {burden.toAxis(shown.burden), shown.quality};
    point.low = shown.low;
    point.high = shown.high;
    point.left = burden.toAxis(shown.left);
    point.right = burden.toAxis(shown.right);
    point.look = lookOf(answer, shown.policy);
    point.label = wording::policyLabel(candidate, compared.models);
    point.toolTip = wording::policyPointText(
            compared, shown.policy, words,
            wording::beyondLimitsText(compared.policies[shown.policy].summary.shares, limits,
                                      words));
    return point;
}

/// The best that can be had up to each burden.
QList<QPointF> frontSteps(const PoliciesAnswer &answer, const std::vector<ShownPoint> &points,
                          const charts::AxisMapping &burden)
{
    QList<QPointF> front;
    for (const ShownPoint &point : points) {
        if (answer.places[point.policy].onFront)
            front.append(QPointF(burden.toAxis(point.burden), point.quality));
    }
    std::sort(front.begin(), front.end(), [](const QPointF &a, const QPointF &b) {
        return a.x() != b.x() ? a.x() < b.x() : a.y() < b.y();
    });
    return charts::stepPoints(front, charts::Step::After);
}

/// Where all have the same, the numbers beside it say nothing.
void labelOnlyBurden(charts::AxisSpec &axis, const std::vector<ShownPoint> &points,
                     const charts::AxisMapping &burden)
{
    const bool one = !points.empty() && std::ranges::all_of(points, [&](const ShownPoint &point) {
        return point.left == points.front().burden && point.right == points.front().burden;
    });
    if (!one)
        return;
    const double value = points.front().burden;
    const charts::Tick tick{burden.toAxis(value), wording::plainNumberText(value)};
    axis.ticks = [tick](int) { return std::vector{tick}; };
}

} // namespace

std::vector<Eigen::Index> modelsAsked(const Policy &policy)
{
    if (const auto *single = std::get_if<SingleModel>(&policy)) {
        if (single->budget && single->late == LatePolicy::FallBack)
            return {single->point.model, single->fallback.point.model};
        return {single->point.model};
    }
    if (const auto *cascade = std::get_if<Cascade>(&policy))
        return {cascade->small, cascade->large.model};
    if (const auto *mixture = std::get_if<Mixture>(&policy))
        return {mixture->first.model, mixture->second.model};
    return {std::get<Hedged>(policy).point.model};
}

std::vector<std::string> namesOf(const ComparedPolicies &compared,
                                 const std::vector<Eigen::Index> &models)
{
    std::vector<std::string> names;
    names.reserve(models.size());
    for (const Eigen::Index model : models)
        names.push_back(compared.models[static_cast<std::size_t>(model)]);
    return names;
}

FrontierPicture frontierPicture(const PoliciesAnswer &answer,
                                const std::vector<Eigen::Index> &drawn, const FeatureWords &words,
                                const Targets &limits)
{
    const bool isWait = percentileOf(answer.view.burden).has_value();
    const auto shown = shownPoints(answer, drawn);
    const charts::AxisMapping burden = burdenMapping(shown, isWait);
    Span quality;
    for (const ShownPoint &point : shown) {
        quality.add(point.low);
        quality.add(point.high);
    }
    const Interval range = quality.padded(0.08);

    FrontierPicture picture;
    picture.horizontal = charts::mappedAxis(
            burden,
            wording::burdenName(answer.view.burden, answer.compared->callsAreCounted, words));
    if (!isWait)
        labelOnlyBurden(picture.horizontal, shown, burden);
    picture.vertical = charts::numberAxis(wording::qualityName(answer.view.quality, words),
                                          range.low, range.high);
    auto ordered = shown;
    std::stable_sort(ordered.begin(), ordered.end(),
                     [&answer](const ShownPoint &a, const ShownPoint &b) {
                         return rankOf(answer, a.policy) < rankOf(answer, b.policy);
                     });
    for (const ShownPoint &point : ordered)
        picture.points.push_back(namedPoint(answer, point, burden, words, limits));
    picture.front = frontSteps(answer, shown, burden);
    return picture;
}

QList<QRectF> beyondLimit(const FrontierView &view, const Targets &limits,
                          const charts::PlotFrame &frame)
{
    std::optional<double> limit;
    if (view.quality == QualityMeasure::WrongOfShown)
        limit = limits.wrongOfShown;
    else if (view.quality == QualityMeasure::Missed)
        limit = limits.missed;
    if (!limit)
        return {};
    const QPointF corner(frame.horizontal().high, frame.vertical().high);
    return {QRectF(QPointF(frame.horizontal().low, std::min(per * *limit, corner.y())), corner)};
}

} // namespace oneinn
