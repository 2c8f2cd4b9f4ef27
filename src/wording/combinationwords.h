// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/scenario.h"

#include <QString>

#include <optional>
#include <string>

/// Several calls that are operated together, named as one.
namespace oneinn::wording {

/// "fast → careful", "careful, asked again after 300 ms", "50 % careful, else fast"; the model's
/// own name where nothing is combined.
QString answererName(const std::optional<std::string> &model,
                     const std::optional<Combination> &combination);
QString answererName(const RowsQuestion &scenario);
/// In a sentence: "fast first, careful when it is unsure", "each channel has a threshold of its
/// own: …". Empty where nothing is combined. `lowerIsPositive`: the file's scores are negated.
QString combinationPhrase(const Scenario &scenario, bool lowerIsPositive);
/// The same, and of budgets that segments have of their own. Empty where one model has one
/// threshold and one budget.
QString operatedPhrase(const Scenario &scenario, bool lowerIsPositive);

/// Before the boxes of a policy's own numbers, between and after them; all empty of thresholds of
/// their own for segments, which have a number each.
struct CombinationLabels {
    QString before;
    QString between; ///< empty: there is one box
    QString after;
};
CombinationLabels combinationLabels(const Scenario &scenario);
/// What the boxes are called.
QString combinationNumberName(const Combination &combination, bool second,
                              const FeatureWords &words);
/// What both dials do meanwhile.
QString combinationHint(const Combination &combination, const FeatureWords &words);

} // namespace oneinn::wording
