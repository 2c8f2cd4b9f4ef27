// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/matrixwords.h"

#include "wording/experiencewords.h"
#include "wording/frequency.h"
#include "wording/numbers.h"
#include "wording/statement.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace oneinn::wording {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int usesTold = 1000;
constexpr std::size_t cells = 9;
/// tp, fp, fn, tn, unanswered, gone good, gone bad, failed good, failed bad
using CellShares = std::array<double, cells>;

/// Shares of all uses; all zero where there are none.
CellShares sharesOf(const Assessment &assessment)
{
    const Shares &shares = assessment.experience.shares;
    return {shares.ofUses({UsePart::RightShown}),
            shares.ofUses({UsePart::WrongShown}),
            shares.ofUses({UsePart::MissedByModel, UsePart::MissedByLateness}),
            shares.ofUses({UsePart::RightlySilent}),
            shares.ofUses({UsePart::UnansweredBad}),
            shares.ofUses({UsePart::GoneGood}),
            shares.ofUses({UsePart::GoneBad}),
            shares.ofUses({UsePart::FailedGood}),
            shares.ofUses({UsePart::FailedBad})};
}

QString cell(int count, double share, const QString &words)
{
    if (count == 0 && share > 0.0)
        return u"fewer than 1 "_s + words;
    return countText(count) + u' ' + words;
}

/// What no answer reached: "50 bad too late; 40 good and 46 bad with the user gone".
QString unservedText(const MatrixCounts &counts, const Assessment &assessment)
{
    const ShareContext &context = assessment.experience.shares.context();
    QStringList parts;
    if (context.unanswered && context.lateCounts)
        parts.append(u"%1 bad too late"_s.arg(countText(counts.unanswered)));
    if (context.leavingCounts)
        parts.append(u"%1 good and %2 bad with the user gone"_s.arg(countText(counts.goneGood),
                                                                    countText(counts.goneBad)));
    if (context.failures)
        parts.append(u"%1 good and %2 bad with the call failed"_s.arg(countText(counts.failedGood),
                                                                      countText(counts.failedBad)));
    return parts.join(u"; "_s);
}

bool anyUse(const CellShares &shares)
{
    return std::any_of(shares.begin(), shares.end(), [](double share) { return share > 0.0; });
}

} // namespace

MatrixCounts matrixCounts(const Assessment &assessment)
{
    const CellShares shares = sharesOf(assessment);
    if (!anyUse(shares))
        return {};
    const auto counts = apportioned({shares.begin(), shares.end()}, usesTold);
    return {.tp = counts[0],
            .fp = counts[1],
            .fn = counts[2],
            .tn = counts[3],
            .unanswered = counts[4],
            .goneGood = counts[5],
            .goneBad = counts[6],
            .failedGood = counts[7],
            .failedBad = counts[8]};
}

MatrixWords matrixWords(const Assessment &assessment)
{
    const CellShares shares = sharesOf(assessment);
    MatrixWords words{
            undefinedDash(),    undefinedDash(), undefinedDash(), undefinedDash(), {},
            u"of 1,000 uses"_s, u"shown"_s,      u"not shown"_s,  u"good"_s,       u"bad"_s};
    const QString baseRate = baseRateText(assessment);
    if (!baseRate.isEmpty())
        words.title += u", "_s + baseRate;
    if (!anyUse(shares))
        return words;
    const MatrixCounts counts = matrixCounts(assessment);
    words.tp = cell(counts.tp, shares[0], u"right"_s);
    words.fp = cell(counts.fp, shares[1], u"wrong"_s);
    words.fn = cell(counts.fn, shares[2], u"missed"_s);
    words.tn = cell(counts.tn, shares[3], u"rightly"_s);
    words.late = unservedText(counts, assessment);
    return words;
}

} // namespace oneinn::wording
