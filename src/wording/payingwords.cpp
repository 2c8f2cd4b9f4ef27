// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/payingwords.h"

#include "wording/feature.h"
#include "wording/phrases.h"

#include <vector>

namespace oneinn::wording {

using namespace Qt::StringLiterals;

QString payingSentence(const SegmentTable &table, const SegmentRow &row, Share share,
                       const FeatureWords &words)
{
    SegmentRow alone = row;
    std::erase_if(alone.compared,
                  [share](const SegmentRow::Compared &each) { return each.share != share; });
    const QStringList differs = segmentDifferences(alone, words);
    if (differs.isEmpty())
        return {};
    const QString name = segmentName(row.values);
    const Feature feature = featureOf(words);
    const QString people = table.gain
            ? u"On these %1 %2"_s.arg(feature.useCase.plural, feature.person.plural)
            : capitalised(feature.person.plural);
    return u"%1 whose %2 is %3 pay for the average: %3 %4."_s.arg(people, segmentsByName(table.by),
                                                                  name, differs.first());
}

} // namespace oneinn::wording
