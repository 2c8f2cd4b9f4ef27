// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/feature.h"
#include "wording/names.h"
#include "wording/numbers.h"
#include "wording/segmentwords.h"
#include "wording/valuewords.h"

#include <algorithm>

namespace oneinn::wording {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Whose lot changes, those first who lose most.
std::vector<const SegmentRow *> changedRows(const SegmentTable &table, const SegmentPolicy &policy)
{
    std::vector<const SegmentRow *> rows;
    for (const SegmentRow &row : table.rows) {
        const SegmentChange &change = policy.segments[row.segment];
        if (change.own && (change.value != 0.0 || change.missed != 0.0 || change.wrongShown != 0.0))
            rows.push_back(&row);
    }
    std::ranges::stable_sort(rows, {}, [&policy](const SegmentRow *row) {
        return policy.segments[row->segment].value;
    });
    return rows;
}

QString changeText(const SegmentRow &row, const SegmentChange &change)
{
    return u"%1 %2 (wrong %3, missed %4)"_s.arg(segmentName(row.values), signedText(change.value),
                                                signedText(change.wrongShown),
                                                signedText(change.missed));
}

/// Who pays and who gains, of 1,000 of all; that nobody pays is said as well.
QStringList payingSentences(const SegmentTable &table, const SegmentPolicy &policy,
                            const Feature &feature)
{
    QStringList paying;
    QStringList gaining;
    for (const SegmentRow *row : changedRows(table, policy)) {
        const SegmentChange &change = policy.segments[row->segment];
        if (change.value < 0.0)
            paying.append(changeText(*row, change));
        else
            gaining.prepend(changeText(*row, change));
    }
    if (paying.isEmpty() && gaining.isEmpty())
        return {};
    QStringList parts;
    if (!gaining.isEmpty())
        parts.append(u"who gains: "_s + listed(gaining, mostListedNames, u"; "_s));
    parts.append(paying.isEmpty() ? u"nobody pays"_s
                                  : u"who pays: "_s + listed(paying, mostListedNames, u"; "_s));
    return {u"Of 1,000 of all %1, %2."_s.arg(feature.useCase.plural, parts.join(u". And "_s))};
}

} // namespace

QStringList segmentPolicySentences(const SegmentTable &table, const SegmentPolicy &policy,
                                   SegmentRule rule, const FeatureWords &words)
{
    const Feature feature = featureOf(words);
    const QString unit = feature.perThousand();
    if (rule == SegmentRule::OneThreshold)
        return {};
    QStringList sentences;
    const QString gain = signedText(policy.value);
    if (!policy.optimism)
        sentences.append(u"Thresholds of their own are worth %1%2."_s.arg(gain, unit));
    else
        sentences.append(
                u"Thresholds of their own are worth %1%2 here; %3 of it because they were chosen on these %5: expect %4 on new ones."_s
                        .arg(gain, unit, signedText(*policy.optimism).remove(u'+'),
                             signedText(policy.value - *policy.optimism), feature.useCase.plural));
    sentences += payingSentences(table, policy, feature);
    const auto kept = std::count_if(policy.segments.begin(), policy.segments.end(),
                                    [](const SegmentChange &each) { return !each.own; });
    if (kept > 0)
        sentences.append(
                (kept == 1
                         ? u"%1 segment keeps the common threshold: fewer than 30 %2, or fewer than 10 of either class."_s
                         : u"%1 segments keep the common threshold: fewer than 30 %2, or fewer than 10 of either class."_s)
                        .arg(countText(double(kept)), feature.useCase.plural));
    return sentences;
}

QStringList ownThresholdsSentences(const SegmentTable &table, const SegmentPolicy &changes,
                                   const FeatureWords &words)
{
    const Feature feature = featureOf(words);
    return QStringList{u"Thresholds of their own are worth %1%2 here, against one for all."_s.arg(
                   signedText(changes.value), feature.perThousand())}
    + payingSentences(table, changes, feature)
            + QStringList{
                    u"Nothing tells how much of that is chance: if they were chosen on these %1, expect less on new ones."_s
                            .arg(feature.useCase.plural)};
}

QString segmentRuleName(SegmentRule rule)
{
    switch (rule) {
    case SegmentRule::OneThreshold:
        return u"one for all"_s;
    case SegmentRule::EqualRecall:
        return u"equal share missed"_s;
    case SegmentRule::EqualFalseAlarms:
        return u"equal false-alarm rate"_s;
    case SegmentRule::EqualWrongOfShown:
        return u"equal wrong of shown"_s;
    case SegmentRule::MostValue:
        break;
    }
    return u"best value in each"_s;
}

QString thresholdMarksSummary()
{
    return u"A mark for each segment at its own threshold; the dashed line is the dial's. Left and "
           "right move a mark to where other decisions are made."_s;
}

} // namespace oneinn::wording
