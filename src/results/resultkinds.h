// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/assessment.h"
#include "core/calibration/scorecalibration.h"
#include "core/comparison/frontierplaces.h"
#include "core/curves/curveband.h"
#include "core/doubts/labelworth.h"
#include "core/doubts/thresholddoubts.h"
#include "core/labels/labelsbyscore.h"
#include "core/loadbearing/scenarioload.h"
#include "core/rivals.h"
#include "core/targets/reachtargets.h"
#include "core/valueplane.h"
#include "results/asked.h"
#include "results/background.h"

#include <optional>
#include <vector>

namespace oneinn {

/// What is worked out in the background, by what is asked and what is answered.
struct ResultKinds {
    using Clusters = Background<AskedOfRows<ClustersQuestion>, ClusterMoments>;
    using Outlooks = Background<AskedOfRows<OutlookQuestion>, Outlook>;
    using Load = Background<AskedOfRows<LoadQuestion>, ScenarioLoad>;
    using Reach = Background<AskedOfRows<ReachQuestion>, ReachAnswer>;
    using Within = Background<AskedOfRows<ReachQuestion>, oneinn::Reach>;
    using Rivals = Background<AskedOfAll<RivalsQuestion>, std::vector<Rival>>;
    using Plane = Background<PlaneAsked, ValuePlane>;
    using BestWithin = Background<BestWithinAsked, std::optional<BestPoint>>;
    using Policies = Background<AskedOfRows<PoliciesQuestion>, ComparedPolicies>;
    using Doubts = Background<AskedOfRows<DoubtsQuestion>, ThresholdDoubts>;
    using Labels = Background<AskedOfRows<SettingQuestion>, LabelWorth>;
    using Calibration = Background<AskedOfAll<Selection>, ScoreCalibration>;
    using LabelsMissing = Background<AskedOfAll<Selection>, LabelsByScore>;
    using Band = Background<AskedOfRows<CurveBandQuestion>, CurveBand>;
    using Places = Background<PlacesAsked, std::vector<FrontierPlace>>;
};

} // namespace oneinn
