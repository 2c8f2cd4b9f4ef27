// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/decision/outcomevalues.h"
#include "core/metrics/proportion.h"
#include "core/predictions/predictions.h"

#include <Eigen/Core>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// Where a pipeline of several stages, one after the other, loses its uses and its time. A measure
/// from end to end cannot say where to mend.
namespace oneinn {

enum class StageOutcome : std::uint8_t { Right, Wrong, Unknown };

/// Uses by stages. A use is lost at the first stage that is wrong; what its later cells say is not
/// looked at.
struct StageRows {
    std::vector<std::string> names;                  ///< of the stages, in their order; not empty
    std::vector<std::vector<StageOutcome>> outcomes; ///< by stage, by use
    std::vector<std::vector<double>> waits;          ///< likewise, milliseconds; NaN: not known
    Eigen::ArrayXd weight;                           ///< by use, > 0
    CodeColumn user = {};                            ///< may be empty, as day
    CodeColumn day = {};

    Eigen::Index uses() const { return weight.size(); }
};

struct StageLoss {
    double reached = 0.0;         ///< share of all uses that come to it
    double lost = 0.0;            ///< share of all uses that are lost at it
    Interval lostInterval;        ///< 95 %, clustered (influenceSpread())
    std::optional<double> lostOf; ///< of those that come to it; absent where none do
    /// Share of all uses that would be right besides, if it lost none and all later stages did as
    /// well with what it saves as with what gets there now (stages taken as independent given that
    /// all before them are right). Absent where nothing gets to a later stage, or through none.
    std::optional<double> worth;
    std::optional<Interval> worthInterval; ///< 95 %, by how every use moves it, clustered
    std::optional<double> wait;      ///< mean milliseconds of the uses it is known of; absent: none
    double waited = 0.0;             ///< share of all uses whose wait at it is known
    std::optional<double> timeShare; ///< of all waits together; absent where none is known
};

struct PipelineLosses {
    double right = 0.0; ///< share of uses that get through all stages
    Interval rightInterval;
    std::vector<StageLoss> stages; ///< what they lose and what is right make up all uses
    std::size_t uses = 0;
};

/// Uses with an unknown outcome before they are lost are to be set aside before (asserted). Absent
/// without any use.
std::optional<PipelineLosses> pipelineLosses(const StageRows &rows);

/// What mending a stage is worth per use in the person's unit, where each use that it saves is
/// shown and nothing was shown before: the least, as how many of them take the place of a wrong one
/// cannot be told from the stages. Absent where its worth is, or where a right one shown is worth
/// no more than silence was.
std::optional<double> mendingValue(const StageLoss &loss, const OutcomeValues &values);

/// The stage a use is lost at; absent where it gets through, or it is not known.
struct StageFate {
    std::optional<std::size_t> lostAt;
    bool isKnown = true;
};
StageFate stageFate(const std::vector<StageOutcome> &outcomes);

} // namespace oneinn
