// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/periods/perioduses.h"
#include "core/periods/rankingchange.h"
#include "core/periods/scorescale.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Why a feature does worse in a second period than in the first: layers, ruled out in order.
namespace oneinn {

enum class DropCause : std::uint8_t {
    Missing,
    UnitOrSchema,
    NewValues,
    Duplicates,
    LabelsLateOrSelective,
    BaseRate,
    ScoreMix,
    Meaning, ///< of a score; a changed definition of the label looks alike
    Segment,
    Release,
    Waits,
    Failures,
    None,
    CannotTell,
};
/// "missing", "unit-or-schema", ...
std::string_view keyOf(DropCause cause);

enum class DropLayer : std::uint8_t { Data, BaseRate, Drift, Model, System };
inline constexpr std::array<DropLayer, 5> dropLayers{DropLayer::Data, DropLayer::BaseRate,
                                                     DropLayer::Drift, DropLayer::Model,
                                                     DropLayer::System};
std::string_view keyOf(DropLayer layer);
DropLayer layerOf(DropCause cause);

enum class LayerStatus : std::uint8_t {
    Quiet,
    Found,
    CannotTell, ///< yet: there are too few labelled uses
    NotKnown    ///< nothing in the data says anything of it
};

/// Something that was compared. It is found if it is large enough to matter and holds for sure
/// (Holm 1979 over all that is compared in all layers: with no change, something is found in at
/// most 5 of 100 pairs of periods).
struct DropFinding {
    DropCause cause = DropCause::None;
    std::string column = {};        ///< where it was seen: a column, "score", "latency"
    bool ofFeature = false;         ///< a column of numbers that plays no other part
    bool sameOrder = false;         ///< of a score: only its scale is another one
    std::optional<int> digits = {}; ///< after the point, of a score that has no more of them now
    /// Several changes of scores and labels explain together what none of them does: what would
    /// hold of this one alone does not.
    bool withOthers = false;
    std::optional<RankingChange> ranking = {}; ///< where scores mean something else
    std::string value = {};                    ///< of the column, where it is about one
    /// Of a release: all later uses are of it, so that what else changed then looks the same.
    bool wholePeriod = false;
    std::optional<double> before = {}; ///< shares, or medians of a unit
    std::optional<double> after = {};  ///< absent: the column is gone
    double p = 1.0;
    bool matters = false;
};

struct DropDiagnosis {
    std::vector<DropFinding> found; ///< in the order of the layers
    std::array<LayerStatus, dropLayers.size()> status{};
    double usesBefore = 0.0;
    double usesAfter = 0.0;
    double measureBefore = 0.0; ///< per use
    double measureAfter = 0.0;
    /// Of after less before, per use, 95 %, clustered; absent where either period has fewer than
    /// fewestClusters users or days: nobody can tell how others differ.
    std::optional<Interval> change = {};
    /// So many more labelled uses a period to tell whether the change is more than chance; absent
    /// where it is, or where nothing moved.
    std::optional<double> moreCases = {};
    /// The same to tell the cause, where firstCause() is CannotTell; absent where what moved scores
    /// and labels is seen, or nothing beyond chance is.
    std::optional<double> moreForCause = {};

    /// Where that is all there is to scores that look unlike.
    std::optional<ScoreScale> scale = {};
    /// Labelled uses have other scores, and all uses together have not: see isMixOfLabelsAlone().
    bool mixIsOfLabels = false;
    /// Of the earlier period, but for those that tell a time, that the later one has not: whether
    /// the model lacks them too, these data do not say.
    std::vector<std::string> goneColumns = {};
    /// There are more good ones, or fewer, by more than chance, whatever the reason.
    bool otherBaseRate = false;

    /// Scores are written on another scale, or some are: which of them mean something else cannot
    /// be told before that is mended, unless it is all there is to it.
    bool hasOtherScale() const;
    DropCause firstCause() const;
    LayerStatus of(DropLayer layer) const { return status[static_cast<std::size_t>(layer)]; }
};

/// Fewer labelled uses, or good ones, in either period, and nothing is said of scores and labels.
inline constexpr double fewestUsesOfPeriod = 100.0;
inline constexpr double fewestGoodOfPeriod = 16.0;

/// Of data, waits and failed calls; all that was compared, not yet with an eye to each other.
std::vector<DropFinding> dataFindings(const PeriodUses &before, const PeriodUses &after,
                                      const Budget &budget);

DropDiagnosis diagnosedDrop(const PeriodUses &before, const PeriodUses &after,
                            const Scenario &scenario);

} // namespace oneinn
