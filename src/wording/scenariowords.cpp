// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/scenariowords.h"

#include "wording/feature.h"
#include "wording/names.h"
#include "wording/translated.h"

namespace oneinn::wording {

QString latePolicyName(LatePolicy policy, const FeatureWords &product)
{
    switch (policy) {
    case LatePolicy::Wait:
        return translated("waited for");
    case LatePolicy::ShowNothing:
        return translated("%1 nothing").arg(featureOf(product).verb);
    case LatePolicy::Unanswered:
        return translated("left unanswered");
    case LatePolicy::FallBack:
        return translated("another model answers");
    }
    Q_UNREACHABLE();
}

QString fallbackName(const std::string &model)
{
    return translated("%1 answers").arg(nameText(model));
}

QString editedPartName(EditedPart part)
{
    switch (part) {
    case EditedPart::Threshold:
        return translated("threshold");
    case EditedPart::LatencyBudget:
        return translated("latency budget");
    case EditedPart::OperatingPoint:
        return translated("threshold and budget");
    case EditedPart::LatePolicy:
        return translated("what happens to late answers");
    case EditedPart::Fallback:
        return translated("which model answers instead");
    case EditedPart::ModelAndPolicy:
        return translated("model and policy");
    case EditedPart::Patience:
        return translated("patience");
    case EditedPart::Values:
        return translated("what an outcome is worth");
    case EditedPart::BaseRate:
        return translated("share of positives");
    case EditedPart::TrafficMix:
        return translated("mix of the traffic");
    case EditedPart::Traffic:
        return translated("traffic as in the file");
    case EditedPart::UsesPerWeek:
        return translated("pace a week");
    case EditedPart::BadBeforeLeaving:
        return translated("bad ones before giving up");
    case EditedPart::Noticed:
        return translated("what is noticed");
    case EditedPart::PrecisionLimit:
        return translated("precision limit");
    case EditedPart::CostPerCall:
        return translated("what a call costs");
    case EditedPart::CascadeBounds:
        return translated("when the first model is unsure");
    case EditedPart::OwnThresholds:
        return translated("thresholds of their own");
    case EditedPart::OwnBudgets:
        return translated("budgets of their own");
    case EditedPart::PolicyNumbers:
        return translated("how models are combined");
    case EditedPart::Targets:
        return translated("targets");
    case EditedPart::Words:
        return translated("the feature's words");
    case EditedPart::Model:
        return translated("model");
    case EditedPart::Segment:
        return translated("group");
    case EditedPart::Preset:
        return translated("kind of feature");
    case EditedPart::Columns:
        return translated("how the file is read");
    case EditedPart::FileNow:
        return translated("reading the changed file");
    case EditedPart::Pin:
        return translated("pin a point");
    case EditedPart::Unpin:
        return translated("remove a pinned point");
    case EditedPart::PinName:
        return translated("name of a pinned point");
    case EditedPart::PinOrder:
        return translated("order of pinned points");
    case EditedPart::AnswerText:
        return translated("words of the answer");
    case EditedPart::Compared:
        return translated("earlier period");
    case EditedPart::Reviewer:
        return translated("what a reviewer is like");
    case EditedPart::ReviewBand:
        return translated("review band");
    case EditedPart::ReviewInForce:
        return translated("who decides in the review band");
    }
    Q_UNREACHABLE();
}

} // namespace oneinn::wording
