// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/plotframe.h"
#include "charts/pointsitem.h"
#include "core/comparison/frontierplaces.h"
#include "core/featurewords.h"

#include <QList>
#include <QPointF>
#include <QRectF>

#include <memory>
#include <string>
#include <vector>

namespace oneinn {

/// Every candidate compared, and where each stands.
struct PoliciesAnswer {
    FrontierView view;
    std::shared_ptr<const ComparedPolicies> compared; ///< null: there is nothing to compare
    std::vector<FrontierPlace> places;                ///< by policy
};

/// What the frontier's chart draws.
struct FrontierPicture {
    charts::AxisSpec horizontal;
    charts::AxisSpec vertical;
    std::vector<charts::NamedPoint> points; ///< ids are the policies' places in the answer
    QList<QPointF> front;                   ///< steps from one to the next
};

/// The models that a policy asks: columns, each once.
std::vector<Eigen::Index> modelsAsked(const Policy &policy);

/// Of models by their columns.
std::vector<std::string> namesOf(const ComparedPolicies &compared,
                                 const std::vector<Eigen::Index> &models);

/// Of the policies that ask none but the `drawn` models (columns, sorted), and of now. Those whose
/// quality is undefined are left out; which break the limits is said. The answer must have
/// policies.
FrontierPicture frontierPicture(const PoliciesAnswer &answer,
                                const std::vector<Eigen::Index> &drawn, const FeatureWords &words,
                                const Targets &limits);

/// The part of the picture that is beyond the limit on the quality that is shown; none without one.
QList<QRectF> beyondLimit(const FrontierView &view, const Targets &limits,
                          const charts::PlotFrame &frame);

} // namespace oneinn
