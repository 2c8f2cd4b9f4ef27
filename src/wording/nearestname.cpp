// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/nearestname.h"

#include <algorithm>
#include <cstdlib>
#include <vector>

namespace oneinn::wording {

namespace {

/// Comparing takes as long as the product of the lengths; nobody writes a longer name by hand.
constexpr qsizetype longestCompared = 200;

qsizetype slipsBetween(const QString &one, const QString &other)
{
    std::vector<qsizetype> before;
    std::vector<qsizetype> last(std::size_t(other.size()) + 1);
    std::vector<qsizetype> now(last.size());
    for (std::size_t j = 0; j < last.size(); ++j)
        last[j] = qsizetype(j);
    for (qsizetype i = 0; i < one.size(); ++i) {
        now[0] = i + 1;
        for (qsizetype j = 0; j < other.size(); ++j) {
            const auto at = std::size_t(j);
            const qsizetype wrong = one.at(i) == other.at(j) ? 0 : 1;
            now[at + 1] = std::min({now[at] + 1, last[at + 1] + 1, last[at] + wrong});
            const bool swapped =
                    i > 0 && j > 0 && one.at(i) == other.at(j - 1) && one.at(i - 1) == other.at(j);
            if (swapped)
                now[at + 1] = std::min(now[at + 1], before[at - 1] + 1);
        }
        before = last;
        last = now;
    }
    return last.back();
}

} // namespace

QString nearestName(const QString &name, const QStringList &names)
{
    QString nearest;
    qsizetype least = 0;
    for (const QString &each : names) {
        const qsizetype longer = std::max(name.size(), each.size());
        // Letters that are too many are slips too.
        if (longer > longestCompared || 3 * std::abs(name.size() - each.size()) > longer)
            continue;
        const qsizetype slips = slipsBetween(name.toCaseFolded(), each.toCaseFolded());
        const bool isNear = 3 * slips <= longer;
        if (isNear && (nearest.isEmpty() || slips < least)) {
            nearest = each;
            least = slips;
        }
    }
    return nearest;
}

} // namespace oneinn::wording
