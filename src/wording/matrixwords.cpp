// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/matrixwords.h"

#include "wording/experiencewords.h"
#include "wording/numbers.h"
#include "wording/statement.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace oneinn::wording {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int usesTold = 1000;
using Shares = std::array<double, 5>; // tp, fp, fn, tn, late

/// Shares of all uses; all zero where there are none.
Shares sharesOf(const Assessment &assessment)
{
    const ConfusionMatrix &matrix = assessment.restated;
    const auto &unserved = assessment.experience.unserved;
    const double lateShare = unserved ? unserved->value : 0.0;
    Shares shares{matrix.tp(), matrix.fp(), matrix.fn(), matrix.tn(), 0.0};
    for (double &share : shares)
        share = matrix.total() > 0.0 ? share / matrix.total() * (1.0 - lateShare) : 0.0;
    shares[4] = lateShare;
    return shares;
}

/// Hamilton's method: whole parts first, what is left to the largest remainders; ties to the first.
std::array<int, 5> apportioned(const Shares &shares)
{
    std::array<int, 5> counts{};
    Shares remainder{};
    int left = usesTold;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        // 0.209 * 1000 is 208.99999999999997 in binary.
        counts[i] = static_cast<int>(std::floor(shares[i] * usesTold + 1e-9));
        remainder[i] = shares[i] * usesTold - counts[i];
        left -= counts[i];
    }
    for (; left > 0; --left) {
        const auto largest = std::max_element(remainder.begin(), remainder.end());
        ++counts[static_cast<std::size_t>(largest - remainder.begin())];
        *largest -= 1.0;
    }
    return counts;
}

QString cell(int count, double share, const QString &words)
{
    if (count == 0 && share > 0.0)
        return u"fewer than 1 "_s + words;
    return countText(count) + u' ' + words;
}

/// Late, gone, or either.
QString unservedText(const Assessment &assessment)
{
    const bool unanswered =
            assessment.scenario.latePolicy == LatePolicy::Unanswered && assessment.experience.late;
    if (!assessment.experience.left)
        return u"too late"_s;
    return unanswered ? u"too late, or the user gone"_s : u"the user gone"_s;
}

bool anyUse(const Shares &shares)
{
    return std::any_of(shares.begin(), shares.end(), [](double share) { return share > 0.0; });
}

} // namespace

MatrixCounts matrixCounts(const Assessment &assessment)
{
    const Shares shares = sharesOf(assessment);
    if (!anyUse(shares))
        return {};
    const auto counts = apportioned(shares);
    return {counts[0], counts[1], counts[2], counts[3], counts[4]};
}

MatrixWords matrixWords(const Assessment &assessment)
{
    const Shares shares = sharesOf(assessment);
    MatrixWords words{undefinedDash(),
                      undefinedDash(),
                      undefinedDash(),
                      undefinedDash(),
                      {},
                      u"of 1,000 uses"_s,
                      u"shown"_s,
                      u"not shown"_s,
                      u"really positive"_s,
                      u"really negative"_s};
    const QString baseRate = baseRateText(assessment);
    if (!baseRate.isEmpty())
        words.title += u", "_s + baseRate;
    if (!anyUse(shares))
        return words;
    const auto counts = apportioned(shares);
    words.tp = cell(counts[0], shares[0], u"right, shown"_s);
    words.fp = cell(counts[1], shares[1], u"wrong, shown"_s);
    words.fn = cell(counts[2], shares[2], u"missed"_s);
    words.tn = cell(counts[3], shares[3], u"rightly not shown"_s);
    if (assessment.experience.unserved)
        words.late = cell(counts[4], shares[4], unservedText(assessment));
    return words;
}

} // namespace oneinn::wording
