// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/comparison/policycomparison.h"
#include "core/featurewords.h"
#include "wording/feature.h"
#include "wording/policynames.h"

#include <QString>
#include <QStringList>

/// Models and policies side by side: what each means, and how it differs from now.
/// Shares are of 1,000, so that all stand on one denominator.
namespace oneinn::wording {

/// What stands in a column of the table; "—" where undefined.
QString policyCell(const ComparedPolicies &compared, std::size_t policy, PolicyColumn column);

/// "worth 12 more per 1,000 uses, 9 on new ones (95 % interval +3 to +16)": what these uses say, as
/// the values beside it do, and what is left of it on new ones where it was chosen on these. than:
/// " than now".
QString worthText(const MeasureComparison &value, const Feature &feature, const QString &than = {});
/// "95 % interval +8 to +16"; of what looks better on these uses because it was chosen on them
/// "...; +21 on these uses".
QString expectedIntervalText(const MeasureComparison &value, const FeatureWords &words = {});

/// How its value differs from now: "worth 12 more per 1,000 uses than now (95 % interval +8 to
/// +16)", or "cannot be told apart from now on these 8,000 uses; about 3,000 more would
/// tell in 80 of 100 cases if the difference is as large as it seems".
/// For now itself: "this is what is done now".
QString verdictText(const ComparedPolicies &compared, std::size_t policy,
                    const FeatureWords &words = {});
/// "58 of 100 good ones are missed: 27 by the model, 31 only too late"; empty where the model alone
/// misses.
QString missesText(const PolicySummary &summary, const FeatureWords &words = {});
/// "p50 302 ms (298 to 305 ms), ..., too few requests to state p99"; empty without latencies.
QString waitsText(const PolicySummary &summary);
/// Of what is told: all there is, or all but the person who decides between the ends of a band.
enum class ToldOfNow { Whole, WithoutPerson };
/// How it is called: by what it does, or by its short name with what it does behind.
enum class PolicyNaming { Title, Explained };
/// Everything about one of them, a sentence for each measure, the name first.
QStringList policySentences(const ComparedPolicies &compared, std::size_t policy,
                            const FeatureWords &words = {}, ToldOfNow now = ToldOfNow::Whole,
                            PolicyNaming naming = PolicyNaming::Title);
/// It decides, waits and costs as what is done now does: another name for that.
bool isNowAgain(const ComparedPolicy &policy, const ComparedPolicy &now);
/// Which of the others are now itself: "The same as this: the model at its most valuable
/// threshold."; empty where none is.
QString sameAsNowText(const ComparedPolicies &compared);

/// One model against another: value, shares, false alarms and flips, a sentence for each.
QStringList pairSentences(const ComparedPolicies &compared, std::size_t pair,
                          const FeatureWords &words = {});

/// At a point: its name explained, what it is worth, how that differs from now, and which limits it
/// breaks (beyond: beyondLimitsText()).
QString policyPointText(const ComparedPolicies &compared, std::size_t policy,
                        const FeatureWords &words = {}, const QString &beyond = {});

} // namespace oneinn::wording
