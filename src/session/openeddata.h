// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/answertext.h"
#include "core/choice.h"
#include "core/misfit.h"
#include "core/policies/scenariorows.h"
#include "core/scenario.h"
#include "document/document.h"
#include "ingest/predictionsfile.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace oneinn {

/// The session that data is opened with.
struct SessionOrigin {
    QString path;           ///< its file; empty: it was recovered and has none of its own yet
    QString recoveredFor;   ///< the file it was saved in before it was lost; may be empty
    DataReference expected; ///< the data it was saved with
    bool recovered = false;
    QByteArray version = {};     ///< of the file when it was read; see versionOf()
    bool bandByDistance = false; ///< see Document
};

/// What to open and how to look at it first.
struct Source {
    QString path;
    ingest::ColumnMapping mapping = {};
    /// The mapping was chosen for another file with such columns, and taken over.
    bool mappingIsRecalled = false;
    /// Absent: the default scenario at its most valuable threshold.
    std::optional<Scenario> scenario = {};
    /// With a scenario: start at its most valuable threshold instead of the one in it.
    bool atMostValuable = false;
    /// With a scenario: look at the data's default selection instead of the one in it.
    bool atDefaultSelection = false;
    /// The file that is open already, which has changed since: a step, so that undo leads back to
    /// its former rows. What has no place in the new ones is left out.
    bool isReadAgain = false;
    /// Absent: the default 0.5, where there is one.
    std::optional<std::vector<PinnedPoint>> pins = {};
    AnswerText text = {};
    std::optional<ComparedPeriod> compared = {};
    ReviewSetting review = {};
    /// Absent: none. With one, what has no place in the data is left out.
    std::optional<SessionOrigin> session = {};
};

/// Data that has been read and indexed, ready to be looked at.
struct OpenedData {
    Source source;
    ingest::LoadedFile file;
    DataReference reference; ///< of the bytes that were read
    ScenarioRows::Ptr rows;
    std::vector<Misfit> misfits = {}; ///< what of the source's session was left out
};
using OpenedDataPtr = std::shared_ptr<const OpenedData>;

} // namespace oneinn
