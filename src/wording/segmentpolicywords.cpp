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
    double by = 0.0;
    bool isSure = false;
    QString text; ///< "43 instead of 12 of 100 raised are wrong"
};

/// "43 instead of 12"; as far as either may be told.
QString nowAndBefore(const SegmentRow &row, Share share)
{
    const Proportion now = *row.shares[share];
    const Proportion was = *row.before->shares[share];
    if (now.reliability == Reliability::Stated && was.reliability == Reliability::Stated) {
        const auto [more, less] = toldApart(100.0 * now.value, 100.0 * was.value, Plus::LeftOut);
        return u"%1 instead of %2"_s.arg(more, less);
    }
    const SegmentColumn column =
            share == Share::Missed ? SegmentColumn::Missed : SegmentColumn::WrongOfShown;
    const SegmentRow before{.shares = row.before->shares};
    return u"%1 instead of %2"_s.arg(segmentCell(row, column), segmentCell(before, column));
}

std::optional<WorseShare> worseShare(const SegmentRow &row, Share share,
                                     const SegmentDifferences *differences, const Feature &feature)
{
    const auto before = row.before ? row.before->shares[share] : std::nullopt;
    const auto after = row.shares[share];
    if (!before || !after || !(after->value > before->value))
        return std::nullopt;
    const bool missed = share == Share::Missed;
    const bool isSure = differences
            && (missed ? differences->missedHolds : differences->wrongHolds)
                    == DifferenceHolds::InTable;
    return WorseShare{after->value - before->value, isSure,
                      u"%1 of 100 %2 are %3"_s.arg(nowAndBefore(row, share),
                                                   missed ? feature.positivesSaid() : feature.done,
                                                   missed ? u"missed"_s : u"wrong"_s)};
}

/// Who pays in what is wrong or missed, those first for whom it is most: for sure, and perhaps.
struct PayingInShares {
    QStringList sure;
    QStringList perhaps;
};

PayingInShares payingInShares(const SegmentTable &table, const SegmentPolicy &policy,
                              const DifferencesOfSegment &differencesOf, const Feature &feature)
{
    using Found = std::vector<std::pair<double, QString>>;
    Found sure;
    Found perhaps;
    for (const SegmentRow *row : changedRows(table, policy)) {
        const SegmentDifferences *differences =
                differencesOf ? differencesOf(row->segment) : nullptr;
        for (const Share share : {Share::WrongOfShown, Share::Missed}) {
            if (const auto worse = worseShare(*row, share, differences, feature))
                (worse->isSure ? sure : perhaps)
                        .emplace_back(worse->by, segmentName(row->values) + u": "_s + worse->text);
        }
    }
    const auto texts = [](Found &found) {
        std::ranges::stable_sort(found, std::greater(), &Found::value_type::first);
        QStringList all;
        for (const auto &[by, text] : found)
            all.append(text);
        return all;
    };
    return {texts(sure), texts(perhaps)};
}

/// Value is not the only price. Empty where nobody pays any.
QString pricePaidText(const SegmentTable &table, const SegmentPolicy &policy,
                      const DifferencesOfSegment &differencesOf, const Feature &feature,
                      bool anyLoses)
{
    QStringList parts;
    if (!anyLoses)
        parts.append(u"on these %1 no %2 loses value"_s.arg(feature.useCase.plural,
                                                            segmentsByName(table.by)));
    const PayingInShares paying = payingInShares(table, policy, differencesOf, feature);
    if (!paying.sure.isEmpty())
        parts.append(
                (anyLoses ? u"on these %1 the price in what is wrong or missed is paid by "_s.arg(
                         feature.useCase.plural)
                          : u"the price is paid by "_s)
                + listed(paying.sure, mostListedNames, u"; "_s));
    if (!paying.perhaps.isEmpty())
        parts.append((anyLoses && paying.sure.isEmpty()
                              ? u"what is wrong or missed more, and may be chance: "_s
                              : u"what may be chance: "_s)
                     + listed(paying.perhaps, mostListedNames, u"; "_s));
    return parts.join(u"; "_s);
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

/// Whose lot changes in value, as told: who surely gains and pays, by the intervals of the table
/// and for all of them at once; who does by their own interval alone; what may be chance; and of
/// whom it is not known yet. Nobody who loses stands among those who gain.
struct ChangedLots {
    struct Both {
        QStringList gains;
        QStringList losses;

        bool isEmpty() const { return gains.isEmpty() && losses.isEmpty(); }
    };
    Both sure;
    Both alone;
    Both unsure;
    Both unknown;

    bool anyLoses() const
    {
        return !(sure.losses.isEmpty() && alone.losses.isEmpty() && unsure.losses.isEmpty()
                 && unknown.losses.isEmpty());
    }
    Both &of(const SegmentDifferences *differences)
    {
        if (!differences)
            return unknown;
        switch (differences->valueHolds) {
        case DifferenceHolds::No:
            return unsure;
        case DifferenceHolds::Alone:
            return alone;
        case DifferenceHolds::InTable:
            break;
        }
        return sure;
    }
};

ChangedLots changedLots(const SegmentTable &table, const SegmentPolicy &policy,
                        const DifferencesOfSegment &differencesOf)
{
    ChangedLots lots;
    for (const SegmentRow *row : changedRows(table, policy)) {
        const SegmentChange &change = policy.segments[row->segment];
        ChangedLots::Both &lot = lots.of(differencesOf ? differencesOf(row->segment) : nullptr);
        // Those who lose most come first, and so do those who gain most.
        if (change.value < 0.0)
            lot.losses.append(changeText(*row, change));
        else
            lot.gains.prepend(changeText(*row, change));
    }
    return lots;
}

QStringList lotsSaid(const ChangedLots &lots)
{
    QStringList parts;
    const auto add = [&parts](const QString &what, const QStringList &who) {
        if (!who.isEmpty())
            parts.append(what + listed(who, mostListedNames, u"; "_s));
    };
    add(u"who gains: "_s, lots.sure.gains);
    add(u"who pays: "_s, lots.sure.losses);
    add(u"gains that hold of one alone, and may be chance among so many: "_s, lots.alone.gains);
    add(u"losses that hold of one alone, and may be chance among so many: "_s, lots.alone.losses);
    const QString nobody = parts.isEmpty() && !lots.unsure.isEmpty()
            ? u"nobody gains or pays for sure"_s
            : QString();
    if (!nobody.isEmpty())
        parts.append(nobody);
    add(u"gains that may be chance: "_s, lots.unsure.gains);
    add(u"losses that may be chance: "_s, lots.unsure.losses);
    add(u"gains: "_s, lots.unknown.gains);
    add(u"losses: "_s, lots.unknown.losses);
    return parts;
}

/// Who pays and who gains, of 1,000 of all; where none loses value, in what else it is paid.
QStringList payingSentences(const SegmentTable &table, const SegmentPolicy &policy,
                            const DifferencesOfSegment &differencesOf, const Feature &feature)
{
    const ChangedLots lots = changedLots(table, policy, differencesOf);
    const QStringList parts = lotsSaid(lots);
    if (parts.isEmpty())
        return {};
    QStringList sentences{u"Of 1,000 %1 of every %2, %3."_s.arg(
            feature.useCase.plural, segmentsByName(table.by), parts.join(u". And "_s))};
    if (const QString price = pricePaidText(table, policy, differencesOf, feature, lots.anyLoses());
        !price.isEmpty())
        sentences.append(asSentence(price));
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
    return u"Thresholds of their own are worth %1%2 here; chosen anew on resamples of these %3 they do no worse: expect no less on new ones."_s
            .arg(gain, unit, feature.useCase.plural);
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
                                   const std::optional<SegmentRule> &rule,
                                   const FeatureWords &words,
                                   const DifferencesOfSegment &differencesOf)
{
    return QStringList{ownThresholdsWorth(changes, rule, words)}
    + payingSentences(table, changes, differencesOf, featureOf(words));
}

QString ownThresholdsWorth(const SegmentPolicy &changes, const std::optional<SegmentRule> &rule,
                           const FeatureWords &words)
{
    const Feature feature = featureOf(words);
    if (rule)
        return worthSentence(changes, feature);
    const QString here = u"Thresholds of their own are worth %1%2 here, against one for all"_s.arg(
            signedText(changes.value), feature.perThousand());
    if (!changes.optimism)
        return here + u"."_s;
    if (isShownAsNothing(*changes.optimism))
        return here + u"; they are not near the best, and nothing is taken off."_s;
    return here
            + u": expect at most %1 on new ones, as of the best, since what is near them was chosen on these %2 as well."_s
                      .arg(signedText(changes.value - *changes.optimism), feature.useCase.plural);
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
