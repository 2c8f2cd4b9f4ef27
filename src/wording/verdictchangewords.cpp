// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/verdictchangewords.h"

#include "core/policies/ownthresholds.h"
#include "wording/phrases.h"
#include "wording/verdictwords.h"

#include <QStringList>

namespace oneinn::wording {

using namespace Qt::Literals::StringLiterals;

namespace {

/// One model alone, with one threshold for all or with segments' own.
bool isThresholdsAlone(const LoadQuestion &question)
{
    return !question.combination || thresholdsBySegment(question.combination);
}

bool hasOtherOwnThresholds(const LoadQuestion &a, const LoadQuestion &b)
{
    return isThresholdsAlone(a) && isThresholdsAlone(b) && a.combination != b.combination;
}

bool hasOtherPolicy(const LoadQuestion &a, const LoadQuestion &b)
{
    return a.selection.model != b.selection.model
            || (a.combination != b.combination && !hasOtherOwnThresholds(a, b))
            || a.latePolicy != b.latePolicy || a.fallback != b.fallback;
}

/// What it is about, the widest first.
QStringList changesBetween(const LoadQuestion &a, const LoadQuestion &b)
{
    QStringList changes;
    const auto add = [&changes](bool differs, const QString &name) {
        if (differs)
            changes.append(name);
    };
    add(a.selection.where != b.selection.where, u"the group"_s);
    add(hasOtherPolicy(a, b), u"the model or policy"_s);
    add(a.budget != b.budget, u"the budget"_s);
    add(hasOtherOwnThresholds(a, b), u"thresholds of segments"_s);
    add(!(a.threshold == b.threshold), u"the threshold"_s);
    add(!(a.values == b.values), u"what an outcome is worth"_s);
    add(!(a.patience == b.patience), u"patience"_s);
    add(a.baseRate != b.baseRate || a.mix != b.mix, u"the traffic"_s);
    return changes;
}

} // namespace

VerdictChange verdictChange(const ScenarioLoad &before, const ScenarioLoad &now,
                            const FeatureWords &product)
{
    const QString was = verdictWords(before, product).headline;
    const QStringList changes = changesBetween(before.question, now.question);
    if (changes.isEmpty() || was == verdictWords(now, product).headline)
        return {};
    return {u"since %1 changed"_s.arg(changes.first()),
            u"Changed: %1. Before: %2"_s.arg(joined(changes, u"and"_s), was)};
}

} // namespace oneinn::wording
