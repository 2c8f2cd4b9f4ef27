// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/answertext.h"
#include "core/assessment.h"
#include "core/choice.h"
#include "core/comparison/pincomparison.h"
#include "core/comparison/policycomparison.h"
#include "core/decision/rollbacktrigger.h"
#include "core/doubts/labelworth.h"
#include "core/doubts/thresholddoubts.h"
#include "core/loadbearing/scenarioload.h"
#include "core/periods/dropped.h"
#include "core/pipeline/pipeline.h"
#include "core/predictions/rowaccount.h"
#include "core/segments/segmentdifferences.h"
#include "core/segments/segmenttable.h"
#include "core/segments/setthresholds.h"
#include "report/droppicture.h"
#include "report/reviewanswered.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>
#include <string>
#include <vector>

namespace oneinn::report {

/// A pinned choice beside the one that is answered for, on the same assumptions.
struct PinnedAnswer {
    PinnedPoint point;
    const Assessment *assessment = nullptr; ///< never null: what cannot be asked is left out
    /// The pinned choice (a) and now (b); null while not known.
    const PinDifferences *againstNow = nullptr;
};

/// Where the numbers come from.
struct Provenance {
    QString fileName;    ///< without its folder
    QByteArray sha256;   ///< of its bytes, in hex; empty: not known
    RowAccount account;  ///< rows outside the selection are set aside
    QStringList columns; ///< how it was read, a phrase for each: "label: correct, positive is yes"
    QStringList assumptions = {}; ///< what is only likely of how it was read, as sentences
    bool lowerIsPositive = false; ///< scores are told as they stand in the file
};

/// What it is compared with: an earlier period.
struct DropAnswered {
    const Dropped *dropped = nullptr; ///< never null
    PeriodNames names;
};

/// Where it loses uses before it answers.
struct StagesAnswered {
    const PipelineLosses *losses = nullptr;          ///< never null
    const std::vector<std::string> *names = nullptr; ///< likewise
};

/// Who pays for the average, and what thresholds of segments' own change of that.
struct SegmentsTold {
    const SegmentTable *table = nullptr;                          ///< never null
    const SetThresholds *set = nullptr;                           ///< null: one threshold for all
    const std::vector<SegmentDifferences> *differences = nullptr; ///< by segment; never null
    const SegmentRow *worst = nullptr; ///< worse than all others for sure, in `share`; null: nobody
    Share share = Share::Missed;
};

/// All that is known of a choice; borrowed, and only looked at while a report is made.
struct AnswerMaterial {
    const Assessment &assessment;
    /// What carries the product; null while it is not known, or where there are no uses.
    const ScenarioLoad *load = nullptr;
    /// A share that is not compared use by use counts as different only if the two intervals do not
    /// meet.
    std::vector<PinnedAnswer> pins = {};
    /// The alternatives that were considered; null: none, or not known yet.
    const ComparedPolicies *compared = nullptr;
    /// How sure the best threshold is; null while it is not known, or where there are no uses.
    const ThresholdDoubts *doubts = nullptr;
    /// What more labels would be worth; null while it is not known, or where it cannot be.
    const LabelWorth *labels = nullptr;
    AnswerText text = {};
    Provenance provenance = {};
    std::optional<DropAnswered> drop = {};     ///< absent: nothing was compared, or not known yet
    std::optional<StagesAnswered> stages = {}; ///< absent: the file has none, or not known yet
    std::optional<SegmentsTold> segments = {}; ///< absent: nobody pays for sure, or not known yet
    std::optional<ReviewAnswered> review = {}; ///< absent: none is in force, or not known yet
    /// With a band in force, of what is shown without a person.
    RollbackTrigger rollback =
            review && review->alone ? review->alone->rollback : rollbackTrigger(assessment);
};

} // namespace oneinn::report
