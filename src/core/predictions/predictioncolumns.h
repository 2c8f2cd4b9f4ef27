// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/predictions/featurecolumn.h"
#include "core/predictions/setasiderows.h"

#include <Eigen/Core>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace oneinn {

using LabelColumn = Eigen::Array<std::uint8_t, Eigen::Dynamic, 1>; ///< 1 positive, 0 negative
using CodeColumn = Eigen::Array<std::uint32_t, Eigen::Dynamic, 1>;

/// A column of words: each row holds the position of its value in `values`.
struct CategoryColumn {
    std::string name;
    std::vector<std::string> values; ///< in order of first appearance; an empty cell is ""
    CodeColumn codes;

    std::optional<std::uint32_t> codeOf(const std::string &value) const;
};

/// A column of words in which every record of the file has the same.
struct OneValue {
    std::string column;
    std::string value; ///< "": all its cells are empty

    friend bool operator==(const OneValue &, const OneValue &) = default;
};

/// What stands in PredictionColumns::failed.
inline constexpr std::uint8_t callAnswered = 0;
inline constexpr std::uint8_t callFailed = 1;
inline constexpr std::uint8_t callRefused = 2; ///< the model declined to answer

/// The columns a Predictions is made from. All present columns have the same length.
struct PredictionColumns {
    LabelColumn label;
    Eigen::ArrayXd score;         ///< finite; higher = more positive
    bool scoreIsBinStart = false; ///< rows were counted by bins of the score: where theirs begins
    /// Milliseconds >= 0; +infinity = timed out; a quiet NaN marks a latency that is not known.
    std::optional<Eigen::ArrayXd> latency;
    /// Where an answer comes in pieces, the waits until its first token and until all of it, as
    /// latency, which is made of them. Both or neither.
    std::optional<Eigen::ArrayXd> firstWait = {};
    std::optional<Eigen::ArrayXd> wholeWait = {};
    std::optional<Eigen::ArrayXd> weight; ///< finite, > 0; absent: every row weighs 1
    /// What became of the call (callAnswered, callFailed, callRefused). Where there was no answer,
    /// the row has neither score (0 stands there) nor latency (NaN). Absent: all were answered.
    std::optional<LabelColumn> failed = {};
    std::optional<CategoryColumn> model;
    std::vector<CategoryColumn> segments;
    std::vector<OneValue> alike = {};         ///< they tell no rows apart, but files
    std::vector<FeatureColumn> features = {}; ///< numbers that play no other part
    std::optional<CategoryColumn> exampleId;  ///< pairs rows of different models
    /// Numbers of ids that were there to tell rows apart, of which some come again: rows with one
    /// that are the same in all else are one use, exported again.
    std::optional<CodeColumn> repeatedId = {};
    std::optional<CategoryColumn> userId;   ///< whose use it is; an empty cell: nobody else's
    std::optional<CategoryColumn> day = {}; ///< on which it was
    bool modelsShareRecords = false;        ///< each record of the file is a row of every model
    /// Records that lack a label or a score; null: none.
    std::shared_ptr<const SetAsideRows> setAside = {};
    /// Of each row the line of its record in the file, 1-based; absent where it has no lines.
    std::optional<CodeColumn> line = {};
};

} // namespace oneinn
