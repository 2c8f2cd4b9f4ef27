// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/predictions/predictions.h"
#include "core/trafficmix.h"

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

/// Traffic that is mixed otherwise than the file, as rows that weigh otherwise.
namespace oneinn {

/// More values than anybody types shares for.
inline constexpr std::size_t mostMixedValues = 200;

/// The segment column of that name; null without one.
const CategoryColumn *segmentNamed(const Predictions &predictions, const std::string &name);

/// How the uses of a model (absent: of all rows) are divided as they were read, by weight and with
/// failed calls, in the order of the column's values; values that none has are left out. Empty
/// where there is no such column.
std::vector<TrafficMix::Part> partsInFile(const Predictions &predictions,
                                          const std::optional<std::string> &model,
                                          const std::string &column);

/// What keeps a mix from being that of these predictions.
enum class MixFault {
    NoColumn,    ///< no segment column of that name
    NoValue,     ///< a value that no row has
    Twice,       ///< a value that is named twice
    Sum,         ///< shares that do not add up to 1, or below 1 with none to take the rest
    ManyValues,  ///< more than mostMixedValues
    NothingLeft, ///< no share for any value that the model has
};
struct MixProblem {
    MixFault fault = MixFault::NoColumn;
    std::string value = {}; ///< that is not there, or is named twice
    double sum = 0.0;       ///< of the shares that are named

    friend bool operator==(const MixProblem &, const MixProblem &) = default;
};

/// A mix of all the values that the model has, from shares for some of them: the others divide what
/// is left as they do in the file.
std::variant<TrafficMix, MixProblem> completedMix(const Predictions &predictions,
                                                  const std::optional<std::string> &model,
                                                  const TrafficMix &named);

/// One share is changed, and the others give or take in proportion to what they have; evenly where
/// they have nothing. `at`: a place among the parts; share in [0, 1].
TrafficMix withShare(TrafficMix mix, std::size_t at, double share);

/// The same rows, weighing as the mix has it: of each model as much in all as in the file, divided
/// among the values as the mix says (what a model has no row of, its other values share). A value
/// of a share of 0 weighs next to nothing, since no row weighs nothing. Predictions that are mixed
/// already are first taken back to what was read; without a mix, that is the result. Null where the
/// mix has no place in them.
PredictionsPtr mixedPredictions(const PredictionsPtr &predictions,
                                const std::optional<TrafficMix> &mix);

} // namespace oneinn
