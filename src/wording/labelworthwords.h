// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/doubts/labelworth.h"
#include "core/featurewords.h"
#include "wording/voice.h"

#include <QString>
#include <QStringList>

#include <optional>

/// What more labels would be worth, and what would change one's mind.
namespace oneinn::wording {

/// What comes after, as a person says it.
struct LabelTerms {
    std::optional<double> usesToCome;
    std::optional<double> priceOfLabel; ///< in the unit of values
};

/// Whole sentences: the chance that more labels change the choice and what that is worth; what both
/// are worth alike at.
QStringList labelWorthSentences(const LabelWorth &worth, const LabelTerms &terms,
                                const FeatureWords &product = {}, Voice voice = Voice::Yours);

} // namespace oneinn::wording
