// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

/// By which rules other tools work out the usual metrics of a binary classifier, and where each
/// rule is documented. A rule without a source is not here: its cell says "not documented".
namespace oneinn {

enum class Tool : std::uint8_t { ScikitLearn, Weka, DataRobot, Orange, H2O, Torchmetrics };
inline constexpr std::size_t toolCount = 6;

enum class ToolMetric : std::uint8_t {
    Precision,
    Recall,
    F1,
    Specificity,
    Accuracy,
    RocAuc,
    AveragePrecision, ///< or what the tool calls the area under the precision-recall curve
    LogLoss,          ///< mean of -ln of the probability given to what came true
    Brier,            ///< mean squared error of the probability
    BestF1Threshold,  ///< that the tool picks by itself
    BestF1,           ///< there
};
inline constexpr std::size_t toolMetricCount = 11;

/// Which rows count as shown at a threshold.
enum class ShownRule : std::uint8_t {
    AtLeast,     ///< score >= threshold
    Above,       ///< score > threshold
    NearestScore ///< score >= the score of the file nearest to the threshold; of two the higher
};
/// What 0 / 0 comes to.
enum class ZeroRule : std::uint8_t { Zero, NotANumber, NotDocumented };

struct ToolRules {
    Tool tool = Tool::ScikitLearn;
    std::string_view name; ///< as its makers write it
    std::string_view key;  ///< in JSON and CSV
    ShownRule shown = ShownRule::AtLeast;
    ZeroRule zero = ZeroRule::Zero;
    bool weights = false;           ///< weights of rows are used where they are given
    bool probabilitiesOnly = false; ///< scores outside [0, 1] are not taken
    bool averages = false;          ///< both classes, weighted by their sizes
    bool sigmoid = false;           ///< scores outside [0, 1] are taken for logits
    std::size_t mostThresholds = 0; ///< above so many distinct scores only some; 0: every score
};
const ToolRules &rulesOf(Tool tool);
std::span<const ToolRules, toolCount> allTools();

/// A rule in words, and the page that it stands on.
struct ToolSource {
    Tool tool = Tool::ScikitLearn;
    std::string_view rule;
    std::string_view page;
};
std::span<const ToolSource> toolSources();

} // namespace oneinn
