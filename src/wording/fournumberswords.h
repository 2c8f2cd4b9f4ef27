// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/assessment.h"
#include "core/decision/outcomevalues.h"
#include "core/metrics/fournumbers.h"

#include <QStringList>

#include <string>

namespace oneinn::wording {

/// What rates come to in uses: who is caught and missed, and how many of those shown are wrong.
QStringList fourNumbersSentences(const FourNumbers &numbers, const FeatureWords &words);

/// All that a table of counted uses says: what users experience, what it is worth, and last what it
/// cannot tell. assessment: of its counts.
QStringList countedSentences(const Assessment &assessment);
/// The same of rates. Of the scenario its noun and its values.
QStringList ratesSentences(const FourNumbers &numbers, const Scenario &scenario);

/// What it is worth beside showing nothing and showing everything, each of which always stands
/// open; and whether one of them is the better. By the person's own values.
QStringList besideNothingAndAll(const ConfusionMatrix &matrix, const OutcomeValues &values);

} // namespace oneinn::wording
