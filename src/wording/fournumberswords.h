// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/decision/outcomevalues.h"
#include "core/metrics/fournumbers.h"

#include <QStringList>

#include <string>

namespace oneinn::wording {

/// What rates come to in uses: who is caught and missed, and how many of those shown are wrong.
QStringList fourNumbersSentences(const FourNumbers &numbers, const FeatureWords &words);

/// What it is worth beside showing nothing and showing everything, each of which always stands
/// open; and whether one of them is the better. By the person's own values.
QStringList besideNothingAndAll(const ConfusionMatrix &matrix, const OutcomeValues &values);

} // namespace oneinn::wording
