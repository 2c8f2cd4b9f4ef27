// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/scenario.h"
#include "core/scenario/fields.h"
#include "presets/jsonreader.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QString>

#include <cstddef>
#include <optional>
#include <string>
#include <utility>

/// What a person assumes about a product, written as JSON: in the samples and in the presets.
/// resources/presets/README.md says what each key means.
namespace oneinn {

/// More would be prices for models that no data has.
inline constexpr std::size_t mostModelCosts = 1000;

/// The words for late policies, in files and on the command line: "wait", "show-nothing", ...
const QList<std::pair<QString, LatePolicy>> &latePolicyWords();

/// The key "latePolicy"; a word that is none is a problem.
LatePolicy readLatePolicy(JsonReader &reader, LatePolicy usual);
QString latePolicyWord(LatePolicy policy);
/// The keys "patience" and "patienceShape": who is still there when an answer comes.
PatienceCurve readPatienceKeys(JsonReader &reader);
QJsonObject patienceJson(const PatienceCurve &patience);

/// The key "fallback".
std::optional<FallbackModel> readFallback(JsonReader &reader);
QJsonValue fallbackJson(const std::optional<FallbackModel> &fallback);
/// A number, or the word for infinity.
QJsonValue numberJson(double value);
/// A text, or null where there is none.
QJsonValue optionalJson(const std::optional<std::string> &text);

/// Where a field stands in a preset: "targets.answered.withinMs".
QString pathOf(const FieldRow &row);

/// A field by its key; null and a key that is missing leave it as it is.
void readField(JsonReader &reader, Field field, Scenario &scenario);
void writeField(QJsonObject &json, Field field, const Scenario &scenario);

/// The person's assumptions among a reader's keys, on top of the usual ones. Threshold, budget,
/// selection and base rate, which belong to the data, are not read.
Scenario readAssumptions(JsonReader &reader);

/// The same of a kind of feature, whose pace is the usual one: what the data tell goes before it.
Scenario readKindOfFeature(JsonReader &reader);

/// What readAssumptions() reads as the same assumptions: every key, null where nothing is set.
QJsonObject assumptionsJson(const Scenario &scenario);

} // namespace oneinn
