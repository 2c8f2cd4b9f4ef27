// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/segmentwords.h"

#include "wording/feature.h"
#include "wording/frequency.h"
#include "wording/names.h"
#include "wording/numbers.h"
#include "wording/ownthresholdwords.h"
#include "wording/phrases.h"
#include "wording/statement.h"
#include "wording/valuewords.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace oneinn::wording {

using namespace Qt::Literals::StringLiterals;

namespace {

using ComparedShare = SegmentRow::Compared;

constexpr double hundredUses = 100.0;
constexpr qsizetype mostSegmentsNamed = 3; ///< segments in one sentence

std::optional<Share> shareOfColumn(SegmentColumn column)
{
    switch (column) {
    case SegmentColumn::Positive:
        return Share::Good;
    case SegmentColumn::WrongOfShown:
        return Share::WrongOfShown;
    case SegmentColumn::Missed:
        return Share::Missed;
    case SegmentColumn::Late:
        return Share::Late;
    case SegmentColumn::Left:
        return Share::Left;
    case SegmentColumn::Name:
    case SegmentColumn::Uses:
    case SegmentColumn::Value:
    case SegmentColumn::Threshold:
    case SegmentColumn::Budget:
    case SegmentColumn::Gain:
        break;
    }
    return std::nullopt;
}

/// Of 100, with a decimal where it is small; what is neither none nor all is never rounded to it.
QString ofHundredUses(double share)
{
    constexpr double small = 10.0;
    const double count = hundredUses * share;
    const int decimals = count < small ? 1 : 0;
    const double scale = decimals > 0 ? 10.0 : 1.0;
    const double rounded = std::round(count * scale) / scale;
    if (rounded == 0.0)
        return share > 0.0 ? u"under 0.1"_s : u"0"_s;
    if (rounded == hundredUses && share < 1.0)
        return u"over 99"_s;
    return numberText(count, decimals);
}

QString segmentShareCell(const std::optional<Proportion> &share)
{
    if (!share)
        return undefinedDash();
    switch (shareFormOf(*share)) {
    case ShareForm::Counts:
        return u"%1 of %2"_s.arg(countText(share->yes.rows), countText(share->all.rows));
    case ShareForm::TooFew:
        return u"%1 to %2"_s.arg(ofHundredUses(share->interval.low),
                                 ofHundredUses(share->interval.high));
    default:
        return ofHundredUses(share->value);
    }
}

QString segmentValueCell(const std::optional<double> &perUse)
{
    return perUse ? signedText(thousand * *perUse) : undefinedDash();
}

struct TwoShares {
    QString here, there;
    int of = 100;
};

/// Two shares in one denominator that tells them apart.
TwoShares sharesApart(double here, double there)
{
    constexpr double leastOfHundred = 0.02;
    const bool fine = std::min(here, there) < leastOfHundred
            || std::round(hundredUses * here) == std::round(hundredUses * there);
    const int of = fine ? 1000 : 100;
    const auto text = [of](double share) {
        return shareCountText(share, of, u"fewer than 1"_s, u"more than %1"_s.arg(of - 1));
    };
    return {text(here), text(there), of};
}

QString segmentDifferenceText(const Proportion &here, const ComparedShare &compared,
                              const Feature &feature)
{
    const TwoShares pair = sharesApart(here.value, *compared.elsewhere);
    const QString of = countText(pair.of);
    switch (compared.share) {
    case Share::Missed:
        return u"misses %1 of %2 %3, %4 elsewhere"_s.arg(pair.here, of, feature.positivesSaid(),
                                                         pair.there);
    case Share::WrongOfShown:
        return u"has %1 of %2 %3 wrong, %4 elsewhere"_s.arg(pair.here, of, feature.done,
                                                            pair.there);
    default:
        return u"is late in %1 of %2 %3, %4 elsewhere"_s.arg(pair.here, of, feature.useCase.plural,
                                                             pair.there);
    }
}

bool holdsForSure(const ComparedShare &compared)
{
    return compared.differs == SegmentDifference::Higher
            || compared.differs == SegmentDifference::Lower;
}

/// The surest of what is worse there than elsewhere, or better.
const ComparedShare *surest(const SegmentRow &row, SegmentDifference differs)
{
    const ComparedShare *most = nullptr;
    for (const ComparedShare &each : row.compared) {
        if (each.differs == differs && (!most || each.p < most->p))
            most = &each;
    }
    return most;
}

/// Those that differ so most surely, the surest first, and how many more do.
struct DifferingSegments {
    QStringList named;
    qsizetype more = 0;
};

DifferingSegments segmentsThatAre(SegmentDifference differs, const SegmentTable &table,
                                  const Feature &feature)
{
    std::vector<std::pair<const ComparedShare *, const SegmentRow *>> all;
    for (const SegmentRow &row : table.rows) {
        if (const ComparedShare *most = surest(row, differs))
            all.emplace_back(most, &row);
    }
    std::ranges::stable_sort(all, {}, [](const auto &each) { return each.first->p; });
    DifferingSegments found;
    for (const auto &[most, row] : all) {
        if (found.named.size() == mostSegmentsNamed)
            ++found.more;
        else
            found.named.append(u"%1 %2"_s.arg(
                    segmentName(row->values),
                    segmentDifferenceText(*row->shares[most->share], *most, feature)));
    }
    return found;
}

/// What the rows of the table say as well: some may be better for sure, and none worse.
QString noWorseText(const SegmentTable &table, const Feature &feature)
{
    const auto better = segmentsThatAre(SegmentDifference::Lower, table, feature);
    // Thresholds that were chosen on these uses are sure of nothing on others.
    const bool isSure = !table.gain;
    const QString none =
            (isSure ? u"In no segment is more %1 for sure than in the others"_s
                    : u"At thresholds of their own in no segment is more %1 than in the others, by more than chance"_s)
                    .arg(table.whole.context().lateCounts ? u"missed, wrong or late"_s
                                                          : u"missed or wrong"_s);
    if (better.named.isEmpty())
        return u"%1: on these %2 they cannot be told apart by that."_s.arg(none,
                                                                           feature.useCase.plural);
    QString text = none + u", but in some less: "_s + better.named.join(u"; "_s);
    if (better.more > 0)
        text += (isSure ? u"; and %1 more are better for sure"_s : u"; and %1 more are better"_s)
                        .arg(countText(double(better.more)));
    return text + u'.';
}

QString usesInSegment(const SegmentRow &row, const Feature &feature)
{
    return counted(double(row.rows), feature.useCase);
}

QString segmentCellText(const SegmentRow &row, SegmentColumn column, const QString &what)
{
    const QString cell = segmentCell(row, column);
    const QString interval = segmentInterval(row, column);
    return u"%1 %2%3"_s.arg(what, cell, interval.isEmpty() ? QString() : u" (%1)"_s.arg(interval));
}

} // namespace

std::vector<SegmentColumn> segmentColumns(const SegmentTable &table)
{
    std::vector<SegmentColumn> columns{SegmentColumn::Name, SegmentColumn::Uses,
                                       SegmentColumn::Positive, SegmentColumn::WrongOfShown,
                                       SegmentColumn::Missed};
    if (table.whole.context().lateCounts)
        columns.push_back(SegmentColumn::Late);
    if (table.whole.context().leavingCounts)
        columns.push_back(SegmentColumn::Left);
    columns.push_back(SegmentColumn::Value);
    if (std::ranges::any_of(table.rows,
                            [](const SegmentRow &row) { return row.budget.has_value(); }))
        columns.insert(columns.begin() + 2, SegmentColumn::Budget);
    if (table.gain) {
        columns.insert(columns.begin() + 2, SegmentColumn::Threshold);
        columns.push_back(SegmentColumn::Gain);
    }
    return columns;
}

QString segmentHeader(SegmentColumn column, const SegmentsBy &by, const FeatureWords &words)
{
    const Feature feature = featureOf(words);
    switch (column) {
    case SegmentColumn::Name:
        return segmentsByName(by);
    case SegmentColumn::Uses:
        return feature.useCaseBriefly();
    case SegmentColumn::Positive:
        return (feature.namesPositives ? feature.positivesBriefly() : u"good"_s) + u", of 100"_s;
    case SegmentColumn::WrongOfShown:
        return u"wrong, of 100 "_s + feature.done;
    case SegmentColumn::Missed:
        return u"missed, of 100 "_s
                + (feature.namesPositives ? feature.positivesBriefly() : u"good"_s);
    case SegmentColumn::Late:
        return u"late, of 100"_s;
    case SegmentColumn::Left:
        return u"gone, of 100"_s;
    case SegmentColumn::Threshold:
        return u"threshold"_s;
    case SegmentColumn::Budget:
        return u"budget"_s;
    case SegmentColumn::Gain:
        return u"own threshold, per 1,000 of all"_s;
    case SegmentColumn::Value:
        break;
    }
    return u"worth, per 1,000"_s;
}

QString segmentCell(const SegmentRow &row, SegmentColumn column)
{
    if (column == SegmentColumn::Name)
        return segmentName(row.values);
    if (column == SegmentColumn::Uses)
        return countText(double(row.rows));
    if (column == SegmentColumn::Threshold)
        return ownThresholdText(row.threshold);
    if (column == SegmentColumn::Budget)
        return row.budget ? budgetText(row.budget) : undefinedDash();
    if (column == SegmentColumn::Gain)
        return row.gain ? signedText(*row.gain) : undefinedDash();
    if (const auto share = shareOfColumn(column))
        return segmentShareCell(row.shares[*share]);
    return row.tellsValue() ? segmentValueCell(row.valuePerUse) : undefinedDash();
}

QString everyoneCell(const SegmentTable &table, SegmentColumn column)
{
    if (column == SegmentColumn::Name)
        return u"everyone"_s;
    if (column == SegmentColumn::Uses)
        return countText(table.whole.uses().uses().rows);
    if (column == SegmentColumn::Threshold || column == SegmentColumn::Budget)
        return undefinedDash(); // the numbers beside it are of several
    if (column == SegmentColumn::Gain)
        return table.gain ? signedText(*table.gain) : undefinedDash();
    if (const auto share = shareOfColumn(column))
        return segmentShareCell(table.whole[*share]);
    return segmentValueCell(table.wholeValue);
}

QString segmentInterval(const SegmentRow &row, SegmentColumn column)
{
    if (column == SegmentColumn::Value) {
        if (!row.valueInterval)
            return {};
        return u"%1 to %2"_s.arg(signedText(thousand * row.valueInterval->low),
                                 signedText(thousand * row.valueInterval->high));
    }
    const auto share = shareOfColumn(column);
    const auto of = share ? row.shares[*share] : std::nullopt;
    if (!of || of->reliability != Reliability::Stated)
        return {};
    return u"%1 to %2"_s.arg(ofHundredUses(of->interval.low), ofHundredUses(of->interval.high));
}

QString segmentDifferenceMark(const SegmentRow &row, SegmentColumn column)
{
    const auto share = shareOfColumn(column);
    const auto *compared = share ? row.of(*share) : nullptr;
    if (!compared || !holdsForSure(*compared))
        return {};
    return compared->differs == SegmentDifference::Higher ? u"\u25b2 "_s : u"\u25bc "_s;
}

QStringList segmentDifferences(const SegmentRow &row, const FeatureWords &words)
{
    const Feature feature = featureOf(words);
    QStringList differences;
    for (const ComparedShare &compared : row.compared) {
        if (holdsForSure(compared))
            differences.append(
                    segmentDifferenceText(*row.shares[compared.share], compared, feature));
    }
    return differences;
}

QString segmentText(const SegmentRow &row, const FeatureWords &words)
{
    const Feature feature = featureOf(words);
    const QString name = segmentName(row.values);
    if (row.countsOnly())
        return u"%1: %2, counts only. Wrong of those %3: %4. Missed of the %5: %6."_s.arg(
                name, usesInSegment(row, feature), feature.done,
                segmentCell(row, SegmentColumn::WrongOfShown), feature.positivesSaid(),
                segmentCell(row, SegmentColumn::Missed));
    QStringList parts{segmentCellText(row, SegmentColumn::WrongOfShown,
                                      u"of 100 %1 wrong"_s.arg(feature.done)),
                      segmentCellText(row, SegmentColumn::Missed,
                                      u"of 100 %1 missed"_s.arg(feature.positivesSaid()))};
    if (row.tellsValue())
        parts.append(
                segmentCellText(row, SegmentColumn::Value, u"worth"_s + feature.perThousand()));
    QString text = u"%1, %2: %3."_s.arg(name, usesInSegment(row, feature), parts.join(u"; "_s));
    const QStringList differences = segmentDifferences(row, words);
    if (!differences.isEmpty())
        return text
                + (row.gain
                           ? u" On these %3: %1 %2. Its threshold was chosen on them, or may have been: less of it may hold on others."_s
                                     .arg(name, differences.join(u"; "_s), feature.useCase.plural)
                           : u" For sure: %1 %2."_s.arg(name, differences.join(u"; "_s)));
    const bool apart = row.differs() == SegmentDifference::NoneThatMatters;
    if (row.differs() == SegmentDifference::TooFew)
        return text + u" Too few to say how it differs."_s;
    return text
            + (apart ? u" It does not differ from the rest in a way that matters."_s
                     : u" It cannot be told apart from the rest."_s);
}

QString segmentsSentence(const SegmentTable &table, const FeatureWords &words)
{
    const Feature feature = featureOf(words);
    const auto [named, more] = segmentsThatAre(SegmentDifference::Higher, table, feature);
    if (named.isEmpty())
        return noWorseText(table, feature);
    QString text = named.join(u"; "_s);
    if (more > 0)
        text += (table.gain ? u"; and %1 more are worse"_s : u"; and %1 more are worse for sure"_s)
                        .arg(countText(double(more)));
    if (!table.gain) // nobody has a threshold of its own yet
        text.prepend(named.size() == 1 && more == 0
                             ? u"One %1 pays for the average: "_s.arg(segmentsByName(table.by))
                             : u"Who pays for the average: "_s);
    return text + u'.';
}

QStringList segmentsNotes(const SegmentTable &table, const FeatureWords &words)
{
    const Feature feature = featureOf(words);
    QStringList notes{
            u"Intervals of 95 %. A difference is named, and marked \u25b2 or \u25bc, only where it holds for the whole table at once (Holm), against all other %1."_s
                    .arg(feature.useCase.plural)};
    if (table.gain)
        notes.append(
                u"What choosing thresholds on these %1 looks too good by is taken off their worth, and not off what is missed or wrong."_s
                        .arg(feature.useCase.plural));
    if (!std::ranges::any_of(table.rows, &SegmentRow::tellsValue))
        notes.append(noWorstSegmentText());
    if (table.segmentsLeftOut > 0)
        notes.append(u"%1 rarer segments, %2 of them, are not in the table."_s.arg(
                countText(double(table.segmentsLeftOut)),
                counted(double(table.rowsLeftOut), feature.useCase)));
    return notes;
}

} // namespace oneinn::wording
