// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/classes/classdecision.h"
#include "core/metrics/proportion.h"
#include "core/predictions/predictioncolumns.h"

#include <Eigen/Core>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// How often rows of several classes are put into the right one, and what they are taken for.
namespace oneinn {

/// Rows whose class is known, and what was decided of them; columns of one length.
struct ClassRows {
    std::vector<std::string> names;     ///< of the K classes
    std::vector<std::uint32_t> actual;  ///< below K
    std::vector<std::uint32_t> decided; ///< up to K, which is "undecided"
    Eigen::ArrayXd weight;              ///< > 0; empty: each row weighs 1
    CodeColumn user = {}, day = {};     ///< rows of one are alike; empty where nothing is said

    std::size_t size() const { return actual.size(); }
    double weightOf(std::size_t row) const
    {
        return weight.size() == 0 ? 1.0 : weight[static_cast<Eigen::Index>(row)];
    }
};

/// One class against all others.
struct ClassRow {
    Tally rows;                          ///< that are really of it
    Tally decided;                       ///< that were put into it, rightly or not
    std::optional<Proportion> precision; ///< absent where nothing was put into it
    std::optional<Proportion> recall;    ///< absent without rows
    std::optional<double> f1;            ///< 2 TP / (2 TP + FP + FN); absent where all three are 0
};

/// Rows of one class that were taken for another, or left undecided.
struct Confusion {
    std::uint32_t actual = 0;
    std::uint32_t decided = 0; ///< K: undecided
    Proportion share;          ///< of the rows that are really of it
    double cost = 0.0;         ///< summed
};

/// A mean over classes that have it; scikit-learn counts an undefined one as 0 instead.
struct ClassMean {
    std::optional<double> value; ///< absent where no class has it
    std::size_t classes = 0;     ///< so many have
};
struct ClassMeans {
    ClassMean precision, recall, f1;
};

struct ClassReport {
    std::vector<std::vector<Tally>> matrix; ///< [actual][decided], the last one undecided
    std::vector<ClassRow> classes;
    ClassMeans macro;    ///< each class alike
    ClassMeans weighted; ///< each by the weight of its rows
    /// Each row alike: right of decided, right of all, and 2 right / (decided + all). The three are
    /// equal only where none is undecided.
    std::optional<double> microPrecision, microRecall, microF1;
    std::optional<Proportion> right;     ///< of all rows
    std::optional<Proportion> undecided; ///< of all rows
    double cost = 0.0;                   ///< summed
    double weight = 0.0;                 ///< of all rows
    /// The most costly first, then the most frequent of the class's rows; mostConfusions at most.
    std::vector<Confusion> confusions;
    std::size_t confusionsLeftOut = 0;

    double costPerRow() const { return cost / weight; }
};
inline constexpr std::size_t mostConfusions = 1000;

/// costs: K x (K + 1). There must be a row and a class (asserted).
ClassReport classReport(const ClassRows &rows, const ClassCosts &costs);

} // namespace oneinn
