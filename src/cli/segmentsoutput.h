// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/input.h"
#include "cli/scoreunits.h"
#include "core/segments/budgetchanges.h"
#include "core/segments/segmentdifferences.h"
#include "core/segments/segmentpolicy.h"
#include "core/segments/segmenttable.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

/// What `segments` writes.
namespace oneinn::cli {

struct AnsweredSegments {
    std::optional<SegmentRule> rule;  ///< absent: they have the thresholds that were asked for
    std::optional<SegmentRule> found; ///< that finds them; absent: they are by hand
    SegmentTable table;
    SegmentPolicy policy;
    std::vector<SegmentDifferences> differences; ///< by segment, against the one threshold
    FeatureWords words;
    std::vector<std::optional<BudgetChange>> budgetChanges = {}; ///< by segment, if any has its own
};

/// In the table, in this order, and what each is called in files.
inline constexpr Share segmentShares[] = {Share::WrongOfShown, Share::Missed, Share::Late,
                                          Share::Left, Share::Good};
QString segmentShareKey(Share share);
/// "higher", "too-few".
QString segmentDifferenceKey(SegmentDifference differs);
QStringList segmentSentences(const AnsweredSegments &answer);

QString segmentsJson(const AnsweredSegments &answer, const Input &input, const Scenario &scenario);
QString segmentsCsv(const AnsweredSegments &answer, ScoreUnits units);
QString segmentsText(const AnsweredSegments &answer, ScoreUnits units);

} // namespace oneinn::cli
