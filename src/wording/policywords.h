// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/comparison/policycomparison.h"

#include <QString>
#include <QStringList>

/// Models and policies side by side: their names, what each means, and how it differs from now.
/// Shares are of 1,000, so that all stand on one denominator.
namespace oneinn::wording {

/// "cloud-large, nothing shown after 400 ms"; "on-device-small first, cloud-large when it is
/// unsure".
QString policyName(const Candidate &candidate, const std::vector<std::string> &models);
/// Beside a point: "cloud-large ≤ 400 ms".
QString policyLabel(const Candidate &candidate, const std::vector<std::string> &models);

/// As choices in a list: "value per 1,000 uses", "wait p95".
QString qualityName(QualityMeasure quality);
QString burdenName(BurdenMeasure burden, bool callsAreCounted);
/// "p99", "p99.9".
QString percentileName(double p);
/// "too few requests to state p99".
QString tooFewText(double p);

/// Columns of the table, and what stands in them; "—" where undefined.
enum class PolicyColumn {
    Name,
    Value,
    Difference,
    Wrong,
    Missed,
    Late,
    WaitHalf,
    WaitP95,
    Cost,
};
inline constexpr int policyColumnCount = 9;
QString policyColumnTitle(PolicyColumn column, bool callsAreCounted);
QString policyCell(const ComparedPolicies &compared, std::size_t policy, PolicyColumn column);

/// How its value differs from now: "worth 12 more per 1,000 uses than now (95 % interval +8 to
/// +16)", or "cannot be told apart from now on these 8,000 uses; about 3,000 more would be needed".
/// For now itself: "this is what is done now".
QString verdictText(const ComparedPolicies &compared, std::size_t policy);
/// "31 of its 58 misses would have been caught in time"; empty where time costs none.
QString missesText(const PolicySummary &summary);
/// "p50 302 ms (298 to 305 ms), ..., too few requests to state p99"; empty without latencies.
QString waitsText(const PolicySummary &summary);
/// Everything about one of them, a sentence for each measure, the name first.
QStringList policySentences(const ComparedPolicies &compared, std::size_t policy);

/// At a point: its name, what it is worth and how that differs from now, and whether it can be
/// taken over.
QString policyPointText(const ComparedPolicies &compared, std::size_t policy);

/// On how many uses everything is compared, and what is not there and why.
QStringList comparisonNotes(const ComparedPolicies &compared);

/// What is best at what, for those who cannot see the chart: "On the front: ...".
QString frontierSummary(const ComparedPolicies &compared, const std::vector<FrontierPlace> &places,
                        const FrontierView &view);
/// Why the chart is empty; nothing if it is not.
QString noFrontierText(const ComparedPolicies &compared, const FrontierView &view);

/// Why a policy cannot be set on the dials; empty where it can.
QString notAdoptableText(const Candidate &candidate);
/// What the picture and the table want from a person.
QString adoptHint();
QString frontierLegend();
QString comparingText(); ///< while they are being compared
QString nothingToCompareText();

} // namespace oneinn::wording
