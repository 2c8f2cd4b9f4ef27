// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/comparison/policycomparison.h"
#include "wording/feature.h"

#include <QString>
#include <QStringList>

/// How what users meet differs between two policies.
namespace oneinn::wording {

/// What something is compared with: " from now" or nothing, and "now" or "with cloud-large".
struct Other {
    QString from;
    QString with;
};

/// A share of a candidate and of now, and how they differ.
struct ShareComparison {
    QString of;    ///< "shown"
    QString holds; ///< "are wrong"
    Proportion a, b;
    MeasureComparison measure;
};

/// "these 400 uses".
QString theseUses(const ComparedPolicies &compared, const Feature &feature);
/// How many of 1,000; what is neither none nor all is never rounded to it.
QString ofThousand(double share);
/// "cannot be told apart from now on these 400 uses; about 900 more would tell in
/// 80 of 100 cases if the difference is as large as it seems", "no
/// difference that matters".
QString undecidedText(const MeasureComparison &measure, const ComparedPolicies &compared,
                      const Feature &feature, const QString &from = QStringLiteral(" from now"));
/// "129 of 1,000 shown are wrong, 151 now: 14 to 30 fewer"; empty where they are the same.
QString comparisonLine(const ShareComparison &shares, const ComparedPolicies &compared,
                       const Other &other, const Feature &feature);
/// The same of those shown, of the positives, and of all uses where there is a budget.
QStringList shareLines(const ComparedPolicies &compared, const ModelComparison &against,
                       const PolicySummary &here, const PolicySummary &now, const Other &other,
                       const Feature &feature);

} // namespace oneinn::wording
