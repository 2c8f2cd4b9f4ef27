// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/featurewords.h"
#include "core/segments/budgetchanges.h"
#include "core/segments/segmentdifferences.h"
#include "core/segments/segmentpolicy.h"
#include "core/segments/segmenttable.h"
#include "wording/segmentnames.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <optional>
#include <string>
#include <vector>

/// Segments beside each other.
namespace oneinn::wording {

/// What the columns of a table of segments are, those that this table has something to say in.
enum class SegmentColumn {
    Name,
    Uses,
    Threshold, ///< where segments have their own
    Budget,    ///< likewise
    Positive,
    WrongOfShown,
    Missed,
    Late,
    Left,
    Value,
    Gain ///< by the threshold of its own
};
std::vector<SegmentColumn> segmentColumns(const SegmentTable &table);
/// "missed, of 100 good ones".
QString segmentHeader(SegmentColumn column, const SegmentsBy &by, const FeatureWords &words = {});
/// As far as the gate allows: "16", "35 to 85", "3 of 8", or a dash.
QString segmentCell(const SegmentRow &row, SegmentColumn column);
/// The same before and after it had a threshold of its own: "31 → 12"; segmentCell() where it has
/// none, and where either may not be told.
QString beforeAfterCell(const SegmentRow &row, SegmentColumn column);
/// The same of everyone.
QString everyoneBeforeAfterCell(const SegmentTable &table, SegmentColumn column);
QString everyoneCell(const SegmentTable &table, SegmentColumn column);
/// Its interval, "13 to 19"; empty where there is none to tell.
QString segmentInterval(const SegmentRow &row, SegmentColumn column);

/// Beside a share that differs from that elsewhere for the whole table at once, so that it is not
/// told by a colour: "▲ " or "▼ ", else empty.
QString segmentDifferenceMark(const SegmentRow &row, SegmentColumn column);

/// "misses 34 of 100 good ones, 20 elsewhere"; empty where nothing differs for sure.
QStringList segmentDifferences(const SegmentRow &row, const FeatureWords &words = {});
/// All that a row says, for a tool tip, and for who cannot see it.
QString segmentText(const SegmentRow &row, const FeatureWords &words = {});
/// Who differs, least worth first; or that nobody does for sure in what is missed or wrong.
QString segmentsSentence(const SegmentTable &table, const FeatureWords &words = {});
/// What the table's numbers are: intervals, differences, what is left out.
QStringList segmentsNotes(const SegmentTable &table, const FeatureWords &words = {});
/// How a segment, by its place in the index, differs after from before; null where not known.
using DifferencesOfSegment = std::function<const SegmentDifferences *(std::size_t segment)>;

/// What thresholds of their own bring, and who pays: in value, or where nobody loses any in what is
/// wrong or missed. With differences also whether gains can be told from none.
QStringList segmentPolicySentences(const SegmentTable &table, const SegmentPolicy &policy,
                                   SegmentRule rule, const FeatureWords &words = {},
                                   const DifferencesOfSegment &differencesOf = {});

/// How a column differs after from before: "−19 (−24 to −13)", of 100 or per 1,000; without the
/// interval where too few uses differ for one, empty where it is not known.
QString differenceCell(const SegmentDifferences *differences, SegmentColumn column);
/// "bank-transfer, before and after: missed 31 → 12 of 100 frauds, −19 (−24 to −13); …"; empty
/// where its threshold is the one for all.
QString beforeAfterText(const SegmentRow &row, const SegmentDifferences *differences,
                        const FeatureWords &words = {});
/// "web, before and after its budget of 300 ms: late 12 → 4 of 100 payments, −8 (−9 to −7); …".
QString budgetBeforeAfterText(const SegmentRow &row, const BudgetChange &change,
                              const FeatureWords &words = {});
/// Who pays most first.
std::vector<const SegmentRow *> payingMostFirst(const SegmentTable &table);

/// The same of thresholds that are set, against one for all; rule: that finds these, absent by
/// hand (SetThresholds).
QStringList ownThresholdsSentences(const SegmentTable &table, const SegmentPolicy &changes,
                                   const std::optional<SegmentRule> &rule,
                                   const FeatureWords &words = {},
                                   const DifferencesOfSegment &differencesOf = {});

/// The first of these.
QString ownThresholdsWorth(const SegmentPolicy &changes, const std::optional<SegmentRule> &rule,
                           const FeatureWords &words = {});

/// "best value in each", "equal share missed": what thresholds follow from.
QString segmentRuleName(SegmentRule rule, const FeatureWords &words = {});

/// What a chart of segments' thresholds shows, to whoever cannot see it.
QString thresholdMarksSummary();

} // namespace oneinn::wording
