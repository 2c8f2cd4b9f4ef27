// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/periods/dropmeasure.h"
#include "core/policies/scenariouses.h"
#include "core/policies/useoutcomes.h"
#include "core/predictions/predictionindex.h"
#include "core/scenario.h"

#include <Eigen/Core>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

/// The uses of one period, as they end under a scenario.
namespace oneinn {

struct PeriodUses {
    PredictionsPtr predictions;
    Selection selection;
    std::shared_ptr<const ScenarioRows> scenarioRows;
    PairedRows rows; ///< labelled uses, those whose call failed among them
    UseOutcomes outcomes;
    Eigen::ArrayXd shown;       ///< 1 where the model's own score reaches the threshold
    Eigen::ArrayXd measured;    ///< of a use as it ended, in the measure's own unit
    Eigen::ArrayXd ownMeasured; ///< had every answer come at once; 0 of a failed call
    /// Columns of words that have fewer values in this period than in the file, and those in which
    /// all of the file is alike. One of a single value has no codes. Never null.
    std::shared_ptr<const std::vector<CategoryColumn>> own = {};

    Eigen::Index uses() const { return rows.uses(); }
    bool good(Eigen::Index use) const { return rows.label[use] != 0; }
    bool failed(Eigen::Index use) const { return rows.failedAt(use, 0); }
    double score(Eigen::Index use) const { return rows.score(use, 0); }
    /// Milliseconds; NaN where it is not known or the call failed.
    double latency(Eigen::Index use) const;
    /// The same as a budget is compared with it: on the dial, where segments have their own.
    double timed(Eigen::Index use) const
    {
        return rows.isPaced() && !failed(use) ? rows.onDial[use] : latency(use);
    }
    /// The value of a category column, one of this period's.
    const std::string &valueOf(const CategoryColumn &column, Eigen::Index use) const
    {
        return column.values[codeOf(column, use)];
    }
    std::uint32_t codeOf(const CategoryColumn &column, Eigen::Index use) const
    {
        return column.codes.size() > 0 ? column.codes[rowOf(use)] : 0U;
    }
    /// Of all columns of words, the model's among them, one by name; null: there is none. Its
    /// values are those that uses of this period have.
    const CategoryColumn *column(const std::string &name) const;
    /// All but the model's, as column() has them.
    std::vector<const CategoryColumn *> segments() const;
    /// Of columns of numbers without another part, one by name; null: there is none.
    const FeatureColumn *feature(const std::string &name) const;
    /// Where a use stands in the columns of the predictions.
    Eigen::Index rowOf(Eigen::Index use) const { return rows.row[static_cast<std::size_t>(use)]; }
    /// Of those that say what kind of use it was: not when.
    std::vector<std::string> columnNames() const;
    /// Says which release a use met: the models' column, or one that namesARelease(). New values
    /// are no fault.
    bool isRelease(const CategoryColumn &column) const;
};

/// Absent where the selection leaves no use. The scenario's threshold decides what is shown.
std::optional<PeriodUses> periodUses(const std::shared_ptr<const PredictionIndex> &index,
                                     const Scenario &scenario, DropMeasure measure);

} // namespace oneinn
