// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/comparison/frontierplaces.h"
#include "core/featurewords.h"
#include "wording/feature.h"

#include <QString>

#include <string>

/// What models, policies and what they are compared by are called.
namespace oneinn::wording {

/// "cloud-large, nothing shown after 400 ms"; "on-device-small first, cloud-large when it is
/// unsure".
QString policyName(const Candidate &candidate, const std::vector<std::string> &models);
/// The same where it begins a line: with a capital, unless it begins with the name of a model.
QString policyTitle(const Candidate &candidate, const std::vector<std::string> &models);
/// The short name, the same beside a point and in a row: "cloud-large ≤ 400 ms".
QString policyLabel(const Candidate &candidate, const std::vector<std::string> &models);
/// Where it is told what the short name stands for: "cloud-large ≤ 400 ms (cloud-large, nothing
/// after 400 ms)"; the title alone where the two begin alike, as now and what says the same.
QString policyExplained(const Candidate &candidate, const std::vector<std::string> &models);

/// As choices in a list: "value per 1,000 uses", "long wait (p95)".
QString qualityName(QualityMeasure quality, const FeatureWords &words = {});
QString burdenName(BurdenMeasure burden, bool callsAreCounted, const FeatureWords &words = {});
/// "p99", "p99.9".
QString percentileName(double p);
/// "too few requests to state p99".
QString tooFewText(double p);

/// Columns of the table.
enum class PolicyColumn {
    Name,
    Value,
    Difference,
    Wrong,
    Missed,
    WaitP95,
    Late,
    WaitHalf,
    Cost,
};
inline constexpr int policyColumnCount = 9;
enum class TitleLines { Two, Three };
QString policyColumnTitle(PolicyColumn column, bool callsAreCounted, const FeatureWords &words = {},
                          TitleLines lines = TitleLines::Two);

/// "cloud-large"; "the model" where the file names none.
QString modelText(const std::string &model);
/// Beside the boxes for costs: "Cost of a call", and "Cost of a call of cloud-large".
QString costOfACallText();
QString costOfACallText(const std::string &model);
/// In the box of a model without a cost.
QString noCostText();
QString costHint();

/// Around the boxes for a cascade's bounds: "on-device-small is unsure from", "to".
QString unsureFromText(const std::string &model);
QString unsureToText();
/// What the two are called where they stand alone.
QString unsureFromName();
QString unsureToName();
QString backToTheBestText();
QString cascadeHint();
/// Where the first model is unsure: "cloud-large decides".
QString decidesText(const std::string &model);
QString cascadeChartName(const std::string &first);
QString cascadeChartSummary(const std::string &first, const std::string &second);

/// Why a policy cannot be set on the dials; empty where it can.
QString notAdoptableText(const Candidate &candidate);
/// "8,000 uses", "1 payment".
QString usesText(double uses, const Feature &feature);

} // namespace oneinn::wording
