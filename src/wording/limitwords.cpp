// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/limitwords.h"

#include "wording/frequency.h"
#include "wording/numbers.h"

namespace oneinn::wording {

using namespace Qt::Literals::StringLiterals;

namespace {

/// In as few digits as tell the two apart.
std::pair<QString, QString> rightAndLimit(double right, double limit)
{
    for (const int of : {100, 1000, 10000}) {
        if (countOf(right, of) < countOf(limit, of))
            return {shareText(right, of), countText(countOf(limit, of))};
    }
    return {u"not quite "_s + shareText(limit), countText(countOf(limit, 100))};
}

} // namespace

std::optional<LimitWords> brokenLimit(const Assessment &assessment)
{
    const auto wrong = assessment.experience[Share::WrongOfShown];
    const double limit = assessment.scenario.precisionLimit;
    if (!wrong || wrong->reliability != Reliability::Stated || 1.0 - wrong->value >= limit)
        return std::nullopt;
    const auto [right, asked] = rightAndLimit(1.0 - wrong->value, limit);
    const bool surely = assessment.scenario.promise == PromiseRule::LowerLimit;
    LimitWords words;
    words.broken =
            u"Below the limit: %1 shown are right, at least %2 are asked for."_s.arg(right, asked);
    if (const auto &found = assessment.recommendations.recallAtPrecision.found) {
        words.nearest = found->threshold;
        words.wayBack = surely ? u"Go to the nearest that surely keeps it"_s
                               : u"Go to the nearest that keeps it"_s;
    } else {
        words.wayBack = surely ? u"No threshold surely keeps it."_s : u"No threshold keeps it."_s;
    }
    return words;
}

} // namespace oneinn::wording
