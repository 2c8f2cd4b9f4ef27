// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/earlierperiod.h"

#include "document/dataplaces.h"
#include "wording/conditionwords.h"
#include "wording/names.h"

namespace oneinn {

using namespace Qt::Literals::StringLiterals;

QString periodFileName(const QString &path)
{
    constexpr qsizetype mostCharacters = 40;
    return wording::middleElided(wording::visible(dataName(path)), mostCharacters);
}

Selection::Where EarlierPart::before() const
{
    return isBoundary ? Selection::Where{column, later, Selection::Match::Before}
                      : Selection::Where{column, earlier};
}

Selection::Where EarlierPart::after() const
{
    return {column, later, isBoundary ? Selection::Match::From : Selection::Match::Is};
}

report::PeriodNames periodNames(const EarlierPeriod &earlier, const QString &laterPath)
{
    if (const auto *file = std::get_if<EarlierFile>(&earlier))
        return {periodFileName(file->path), periodFileName(laterPath)};
    const auto &part = std::get<EarlierPart>(earlier);
    if (part.isBoundary) // short enough to stand under a bar
        return {u"before"_s, u"from %1"_s.arg(wording::nameText(part.later))};
    return {wording::conditionValue(part.before()), wording::conditionValue(part.after())};
}

} // namespace oneinn
