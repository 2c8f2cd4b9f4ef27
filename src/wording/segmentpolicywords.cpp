// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/feature.h"
#include "wording/names.h"
#include "wording/numbers.h"
#include "wording/phrases.h"
#include "wording/segmentwords.h"
#include "wording/valuewords.h"

#include <algorithm>
#include <functional>
#include <utility>

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

/// What is worse in a share that is no value: more of what is shown wrong, or more missed.
struct WorseShare {
    Share share = Share::Missed;
    double by = 0.0;
    QString text; ///< "43 instead of 12 of 100 raised are wrong"
};

std::optional<WorseShare> worseShare(const SegmentRow &row, Share share,
                                     const SegmentDifferences *differences, const Feature &feature)
{
    const auto before = row.before ? row.before->shares[share] : std::nullopt;
    const auto after = row.shares[share];
    if (!before || !after || !(after->value > before->value))
        return std::nullopt;
    if (differences) {
        const auto &told = share == Share::Missed ? differences->missed : differences->wrongOfShown;
        if (told && (told->tooFewDiffer || told->interval.low <= 0.0))
            return std::nullopt; // might be no more than chance
    }
    const auto [now, was] = toldApart(100.0 * after->value, 100.0 * before->value, Plus::LeftOut);
    const bool missed = share == Share::Missed;
    return WorseShare{share, after->value - before->value,
                      u"%1 instead of %2 of 100 %3 are %4"_s.arg(
                              now, was, missed ? feature.positivesSaid() : feature.done,
                              missed ? u"missed"_s : u"wrong"_s)};
}

/// Who pays in what is wrong or missed, those first for whom it is most.
QStringList payingInShares(const SegmentTable &table, const SegmentPolicy &policy,
                           const DifferencesOfSegment &differencesOf, const Feature &feature)
{
    std::vector<std::pair<double, QString>> found;
    for (const SegmentRow *row : changedRows(table, policy)) {
        const SegmentDifferences *differences =
                differencesOf ? differencesOf(row->segment) : nullptr;
        QStringList texts;
        double most = 0.0;
        for (const Share share : {Share::WrongOfShown, Share::Missed}) {
            if (const auto worse = worseShare(*row, share, differences, feature)) {
                texts.append(worse->text);
                most = std::max(most, worse->by);
            }
        }
        if (!texts.isEmpty())
            found.emplace_back(most, segmentName(row->values) + u": "_s + texts.join(u" and "_s));
    }
    std::ranges::stable_sort(found, std::greater(), &std::pair<double, QString>::first);
    QStringList texts;
    for (const auto &[by, text] : found)
        texts.append(text);
    return texts;
}

/// Value is not the only price.
QString pricePaidText(const SegmentTable &table, const SegmentPolicy &policy,
                      const DifferencesOfSegment &differencesOf, const Feature &feature)
{
    const QString nobody = u"on these %1 no %2 loses value"_s.arg(feature.useCase.plural,
                                                                  segmentsByName(table.by));
    const QStringList paying = payingInShares(table, policy, differencesOf, feature);
    return paying.isEmpty()
            ? nobody
            : nobody + u"; the price is paid by "_s + listed(paying, mostListedNames, u"; "_s);
}

/// What it changes in value may be none: its 95 % interval includes 0, too few uses differ, or what
/// is expected on new ones goes the other way.
bool mayBeNone(const SegmentRow &row, const SegmentPolicy &policy,
               const DifferencesOfSegment &differencesOf)
{
    const SegmentChange &change = policy.segments[row.segment];
    if (policy.optimism && change.value > 0.0 && change.value <= change.optimism)
        return true;
    const SegmentDifferences *differences = differencesOf ? differencesOf(row.segment) : nullptr;
    if (!differences || !differences->valuePerUse)
        return false;
    const MeasureComparison &value = *differences->valuePerUse;
    return value.tooFewDiffer || (value.interval.low <= 0.0 && value.interval.high >= 0.0);
}

/// On new ones every segment that changes is expected to lose; needs the optimism.
bool allLoseOnNewOnes(const SegmentTable &table, const SegmentPolicy &policy)
{
    const auto changed = changedRows(table, policy);
    return policy.optimism && !changed.empty()
            && std::ranges::all_of(changed, [&policy](const SegmentRow *row) {
                   const SegmentChange &change = policy.segments[row->segment];
                   return change.value - change.optimism < 0.0;
               });
}

/// Whose lot changes, as told: those for sure, and those that may be chance.
struct ChangedLots {
    QStringList gaining;
    QStringList paying;
    QStringList unsure;
    bool anyLoses = false;
};

ChangedLots changedLots(const SegmentTable &table, const SegmentPolicy &policy,
                        const DifferencesOfSegment &differencesOf)
{
    ChangedLots lots;
    for (const SegmentRow *row : changedRows(table, policy)) {
        const SegmentChange &change = policy.segments[row->segment];
        const QString text = changeText(*row, change);
        lots.anyLoses = lots.anyLoses || change.value < 0.0;
        if (mayBeNone(*row, policy, differencesOf))
            lots.unsure.prepend(text);
        else if (change.value < 0.0)
            lots.paying.append(text);
        else
            lots.gaining.prepend(text);
    }
    return lots;
}

/// Who pays and who gains, of 1,000 of all; where none loses value, in what else it is paid.
QStringList payingSentences(const SegmentTable &table, const SegmentPolicy &policy,
                            const DifferencesOfSegment &differencesOf, const Feature &feature)
{
    const ChangedLots lots = changedLots(table, policy, differencesOf);
    QStringList parts;
    if (!lots.gaining.isEmpty())
        parts.append(u"who gains: "_s + listed(lots.gaining, mostListedNames, u"; "_s));
    if (!lots.paying.isEmpty())
        parts.append(u"who pays: "_s + listed(lots.paying, mostListedNames, u"; "_s));
    if (!lots.unsure.isEmpty())
        parts.append((parts.isEmpty() ? u"nobody gains or pays for sure, as each may be chance: "_s
                                      : u"what may be chance: "_s)
                     + listed(lots.unsure, mostListedNames, u"; "_s));
    if (parts.isEmpty())
        return {};
    QStringList sentences{u"Of 1,000 %1 of every %2, %3."_s.arg(
            feature.useCase.plural, segmentsByName(table.by), parts.join(u". And "_s))};
    if (!lots.anyLoses)
        sentences.append(asSentence(pricePaidText(table, policy, differencesOf, feature)));
    if (allLoseOnNewOnes(table, policy))
        sentences.append(
                u"On new %1, each of these is expected to lose."_s.arg(feature.useCase.plural));
    return sentences;
}

/// What they are worth here and on new uses; a part that is chance is named only where it is one.
QString worthSentence(const SegmentPolicy &policy, const Feature &feature)
{
    const QString gain = signedText(policy.value);
    const QString unit = feature.perThousand();
    if (!policy.optimism)
        return u"Thresholds of their own are worth %1%2."_s.arg(gain, unit);
    const double chance = *policy.optimism;
    const QString expected = signedText(policy.value - chance);
    if (policy.value > 0.0 && chance >= policy.value)
        return u"Thresholds of their own are not worth it: %1%2 here, but they were chosen on these %4: expect %3 on new ones."_s
                .arg(gain, unit, expected, feature.useCase.plural);
    if (policy.value > 0.0 && chance > 0.0)
        return u"Thresholds of their own are worth %1%2 here; %3 of it because they were chosen on these %5: expect %4 on new ones."_s
                .arg(gain, unit, plainNumberText(chance), expected, feature.useCase.plural);
    return u"Thresholds of their own are worth %1%2 here, and they were chosen on these %4: expect %3 on new ones."_s
            .arg(gain, unit, expected, feature.useCase.plural);
}

} // namespace

QStringList segmentPolicySentences(const SegmentTable &table, const SegmentPolicy &policy,
                                   SegmentRule rule, const FeatureWords &words,
                                   const DifferencesOfSegment &differencesOf)
{
    if (rule == SegmentRule::OneThreshold)
        return {};
    const Feature feature = featureOf(words);
    QStringList sentences{worthSentence(policy, feature)};
    sentences += payingSentences(table, policy, differencesOf, feature);
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
                                   const FeatureWords &words,
                                   const DifferencesOfSegment &differencesOf)
{
    const Feature feature = featureOf(words);
    return QStringList{u"Thresholds of their own are worth %1%2 here, against one for all."_s.arg(
                   signedText(changes.value), feature.perThousand())}
    + payingSentences(table, changes, differencesOf, feature)
            + QStringList{
                    u"Nothing tells how much of that is chance: if they were chosen on these %1, expect less on new ones."_s
                            .arg(feature.useCase.plural)};
}

QString segmentRuleName(SegmentRule rule, const FeatureWords &words)
{
    switch (rule) {
    case SegmentRule::OneThreshold:
        return u"one for all"_s;
    case SegmentRule::EqualRecall:
        return u"equal share missed"_s;
    case SegmentRule::EqualFalseAlarms:
        return u"equal false-alarm rate"_s;
    case SegmentRule::EqualWrongOfShown:
        return u"equal share of %1 wrong"_s.arg(featureOf(words).done);
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
