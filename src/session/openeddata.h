// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/answertext.h"
#include "core/choice.h"
#include "core/policies/scenariorows.h"
#include "core/scenario.h"
#include "ingest/predictionsfile.h"

#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace oneinn {

/// What to open and how to look at it first.
struct Source {
    QString path;
    ingest::ColumnMapping mapping = {};
    /// Absent: the default scenario at its most valuable threshold.
    std::optional<Scenario> scenario = {};
    /// With a scenario: start at its most valuable threshold instead of the one in it.
    bool atMostValuable = false;
    /// With a scenario: look at the data's default selection instead of the one in it.
    bool atDefaultSelection = false;
    /// Absent: the default nobody chose, where there is one.
    std::optional<std::vector<PinnedPoint>> pins = {};
    AnswerText text = {};
};

/// Data that has been read and indexed, ready to be looked at.
struct OpenedData {
    Source source;
    ingest::LoadedFile file;
    ScenarioRows::Ptr rows;
};
using OpenedDataPtr = std::shared_ptr<const OpenedData>;

} // namespace oneinn
