// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/input.h"
#include "cli/json.h"
#include "core/assessment.h"

/// The parts of an answer as JSON. Undefined is null; thresholds are in the file's units.
namespace oneinn::cli {

/// Records of the file = used + set aside; rows of other models or outside a filter are set aside,
/// too. `latency` tells of the file's usable records before any selection.
/// Each a column and a value; null: whatever says that something went wrong.
Json failedJson(const std::vector<ingest::FailedCells> &failed);
/// Models whose scores stand side by side, with their columns.
Json modelScoresJson(const std::vector<ingest::WideModel> &models);
Json accountJson(const Input &input);
Json selectionJson(const Selection &selection);
Json columnsJson(const ingest::LoadedFile &file);

Json matrixJson(const ConfusionMatrix &matrix);
/// At the point; average precision and area under the ROC curve are those of the model's ranking of
/// all selected rows, whatever the budget, restated at the base rate.
/// Of one point alone, without what the whole ranking says.
Json::Object pointMetricsJson(const PointMetrics &metrics);
Json metricsJson(const Assessment &assessment, const PredictionIndex &index);
Json metricIntervalsJson(const MetricIntervals &intervals);
Json experienceJson(const Assessment &assessment);
/// What users and days do to intervals: null where uses are taken as independent.
Json clustersJson(const Shares &shares);
Json valueJson(const Assessment &assessment, ScoreUnits units);

Json intervalJson(const Interval &interval);
Json intervalsJson(const std::vector<ThresholdInterval> &intervals, ScoreUnits units);

} // namespace oneinn::cli
