// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/comparison/frontierplaces.h"
#include "core/featurewords.h"
#include "wording/policywords.h"

#include <QString>
#include <QStringList>

/// What is said around the picture and the table of models and policies.
namespace oneinn::wording {

/// On how many uses everything is compared, and what is not there and why.
QStringList comparisonNotes(const ComparedPolicies &compared, const FeatureWords &product = {});

/// What is best at what, for those who cannot see the chart: "On the front: ...".
/// What is now itself by another name is not named again. now: without a person where a band in
/// force stands beside all of these, and is none of them.
QString frontierSummary(const ComparedPolicies &compared, const std::vector<FrontierPlace> &places,
                        const FrontierView &view, const FeatureWords &words = {},
                        ToldOfNow now = ToldOfNow::Whole);
/// Why the chart is empty; nothing if it is not.
QString noFrontierText(const ComparedPolicies &compared, const FrontierView &view);

/// What the picture and the table want from a person.
QString adoptHint();
/// Beside the button where what is chosen is in force: "In force now." and, once it was taken over
/// here, how to go back.
enum class CameBy { Itself, TakingOver };
QString inForceText(CameBy by);
/// Beside it where what is chosen breaks limits, beyond: beyondLimitsText().
QString offeredBeyondText(const QString &beyond);
/// Where not all models are drawn: what a tick does, and how many there may be.
QString drawnText();
QString mostDrawnText();
QString frontierLegend();
QString comparingText(); ///< while they are being compared
QString nothingToCompareText();

/// All of it: what the policy does, which limits it breaks (beyond: beyondLimitsText()), how it
/// compares with the others, and, in a line of its own, how all were compared.
QString policyDetail(const ComparedPolicies &compared, std::size_t policy,
                     const FeatureWords &product, const QString &beyond = {});

} // namespace oneinn::wording
