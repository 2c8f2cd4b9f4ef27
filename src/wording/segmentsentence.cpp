// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/feature.h"
#include "wording/numbers.h"
#include "wording/segmentdifferencetext.h"
#include "wording/segmenthints.h"
#include "wording/segmentwords.h"

#include <algorithm>
#include <utility>

namespace oneinn::wording {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype mostSegmentsNamed = 3; ///< segments in one sentence

/// The surest of what is worse there than elsewhere, or better.
const SegmentRow::Compared *surest(const SegmentRow &row, SegmentDifference differs)
{
    const SegmentRow::Compared *most = nullptr;
    for (const SegmentRow::Compared &each : row.compared) {
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
    std::vector<std::pair<const SegmentRow::Compared *, const SegmentRow *>> all;
    for (const SegmentRow &row : table.rows) {
        if (const SegmentRow::Compared *most = surest(row, differs))
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

/// Of how many segments it cannot be said whether more is missed, wrong or late.
std::ptrdiff_t segmentsTooSmall(const SegmentTable &table)
{
    return std::ranges::count_if(table.rows, [](const SegmentRow &row) {
        return std::ranges::any_of(row.compared, [](const SegmentRow::Compared &each) {
            return each.differs == SegmentDifference::TooFew;
        });
    });
}

/// "12 of the 200 are too small to say"; empty where none is.
QString tooSmallText(const SegmentTable &table)
{
    const std::ptrdiff_t tooSmall = segmentsTooSmall(table);
    if (tooSmall == 0)
        return {};
    if (tooSmall == std::ssize(table.rows))
        return u" Each is too small to say for sure."_s;
    return u" %1 of the %2 %3 too small to say."_s.arg(countText(double(tooSmall)),
                                                       countText(double(table.rows.size())),
                                                       tooSmall == 1 ? u"is"_s : u"are"_s);
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
                                                                           feature.useCase.plural)
                + tooSmallText(table);
    QString text = none + u", but in some less: "_s + better.named.join(u"; "_s);
    if (better.more > 0)
        text += (isSure ? u"; and %1 more are better for sure"_s : u"; and %1 more are better"_s)
                        .arg(countText(double(better.more)));
    return text + u'.' + tooSmallText(table);
}

} // namespace

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
    const bool isNoted = std::ranges::any_of(table.rows, &SegmentRow::mostDifferent);
    if (const QString tooSmall = tooSmallText(table); isNoted && !tooSmall.isEmpty())
        notes.append(tooSmall.trimmed());
    if (!std::ranges::any_of(table.rows, &SegmentRow::tellsValue))
        notes.append(noWorstSegmentText());
    if (table.segmentsLeftOut > 0)
        notes.append(u"%1 rarer segments, %2 of them, are not in the table."_s.arg(
                countText(double(table.segmentsLeftOut)),
                counted(double(table.rowsLeftOut), feature.useCase)));
    return notes;
}

} // namespace oneinn::wording
