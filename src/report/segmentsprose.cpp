// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/segmentsprose.h"

#include "report/answerwords.h"
#include "wording/payingwords.h"
#include "wording/phrases.h"
#include "wording/segmentwords.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <vector>

namespace oneinn::report {

using namespace Qt::StringLiterals;

namespace {

const FeatureWords &segmentsWords(const AnswerMaterial &material)
{
    return material.assessment.scenario.words;
}

const SegmentDifferences *differencesOf(const SegmentsTold &told, std::size_t segment)
{
    return segment < told.differences->size() ? &(*told.differences)[segment] : nullptr;
}

QString beforeAfterOf(const AnswerMaterial &material, const SegmentRow &row)
{
    return wording::beforeAfterText(row, differencesOf(*material.segments, row.segment),
                                    segmentsWords(material));
}

/// Whose lot changes for sure, those first of all to whom it makes most.
std::vector<const SegmentRow *> surelyChanged(const SegmentsTold &told)
{
    std::vector<const SegmentRow *> rows;
    for (const SegmentRow &row : told.table->rows) {
        const SegmentDifferences *differences = differencesOf(told, row.segment);
        const bool sure = differences
                && (differences->missedHolds == DifferenceHolds::InTable
                    || differences->wrongHolds == DifferenceHolds::InTable);
        if (row.gain && sure)
            rows.push_back(&row);
    }
    std::ranges::stable_sort(rows, std::greater(),
                             [](const SegmentRow *row) { return std::abs(*row->gain); });
    return rows;
}

QString stillPaying(const AnswerMaterial &material)
{
    const SegmentsTold &told = *material.segments;
    return told.worst
            ? wording::payingSentence(*told.table, *told.worst, told.share, segmentsWords(material))
            : QString();
}

} // namespace

QString segmentsInShort(const AnswerMaterial &material)
{
    if (!material.segments)
        return {};
    QStringList said;
    if (material.segments->set) {
        if (const auto changed = surelyChanged(*material.segments); !changed.empty())
            said.append(beforeAfterOf(material, *changed.front()));
    }
    said.append(stillPaying(material));
    return inARow(said);
}

QString ownThresholdsWorth(const AnswerMaterial &material)
{
    const bool known = material.segments && material.segments->set;
    if (!known || !hasValues(material.assessment.scenario))
        return {};
    const SetThresholds &set = *material.segments->set;
    return wording::ownThresholdsWorth(set.policy, set.rule, segmentsWords(material));
}

QList<Section> segmentsSection(const AnswerMaterial &material)
{
    if (!material.segments)
        return {};
    const SegmentsTold &told = *material.segments;
    QStringList bullets;
    if (told.set) {
        bullets = wording::ownThresholdsSentences(
                *told.table, told.set->policy, told.set->rule, segmentsWords(material),
                [&told](std::size_t segment) { return differencesOf(told, segment); });
        for (const SegmentRow *row : surelyChanged(told))
            bullets.append(beforeAfterOf(material, *row));
    }
    bullets.append(stillPaying(material));
    bullets.removeAll(QString());
    if (bullets.isEmpty())
        return {};
    return {Section{u"Who pays for the average"_s, {}, bullets, {}}};
}

} // namespace oneinn::report
