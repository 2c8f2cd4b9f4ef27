// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/matrixwords.h"
#include "wording/datalimitwords.h"

#include "wording/experiencewords.h"
#include "wording/feature.h"
#include "wording/frequency.h"
#include "wording/numbers.h"
#include "wording/statement.h"
#include "wording/trafficwords.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <vector>

namespace oneinn::wording {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int usesTold = 1000;
constexpr std::size_t cells = 11;
/// tp, fp, fn, tn, unanswered, then good and bad: gone, failed, refused
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
            shares.ofUses({UsePart::FailedBad}),
            shares.ofUses({UsePart::RefusedGood}),
            shares.ofUses({UsePart::RefusedBad})};
}

/// What is shown first, as it is told by itself, then its parts, and those of the rest: so both
/// add up.
std::vector<int> cellCounts(const CellShares &shares, int told)
{
    constexpr std::ptrdiff_t shownCells = 2;
    const double shown = shares[0] + shares[1];
    const int shownCount = countOf(shown, told);
    std::vector<double> parts;
    const auto end = shares.begin() + shownCells;
    std::transform(shares.begin(), end, std::back_inserter(parts),
                   [shown](double share) { return shown > 0.0 ? share / shown : 0.0; });
    std::vector<int> counts = apportioned(parts, shownCount);
    parts.clear();
    std::transform(end, shares.end(), std::back_inserter(parts),
                   [shown](double share) { return shown < 1.0 ? share / (1.0 - shown) : 0.0; });
    const std::vector<int> rest = apportioned(parts, told - shownCount);
    counts.insert(counts.end(), rest.begin(), rest.end());
    return counts;
}

QString cell(int count, double share, const QString &words)
{
    if (count == 0 && share > 0.0)
        return u"fewer than 1 "_s + words;
    return countText(count) + u' ' + words;
}

/// What no answer reached: "50 bad too late; 40 good and 46 bad: user gone".
QString unservedText(const MatrixCounts &counts, const Assessment &assessment)
{
    const ShareContext &context = assessment.experience.shares.context();
    const Feature feature = featureOf(assessment.scenario.words);
    const QString good = feature.namesPositives ? feature.positivesBriefly() : u"good"_s;
    const QString bad = feature.namesPositives ? u"others"_s : u"bad"_s;
    QStringList parts;
    if (context.unanswered && context.lateCounts)
        parts.append(u"%1 %2 too late"_s.arg(countText(counts.unanswered), bad));
    if (context.leavingCounts)
        parts.append(u"%1 %2 and %3 %4: %5 gone"_s.arg(countText(counts.goneGood), good,
                                                       countText(counts.goneBad), bad,
                                                       feature.person.singular));
    if (context.failures)
        parts.append(u"%1 %2 and %3 %4 with the call failed"_s.arg(
                countText(counts.failedGood), good, countText(counts.failedBad), bad));
    if (context.refusals)
        parts.append(u"%1 %2 and %3 %4 refused by the model"_s.arg(
                countText(counts.refusedGood), good, countText(counts.refusedBad), bad));
    return parts.join(u"; "_s);
}

bool anyUse(const CellShares &shares)
{
    return std::any_of(shares.begin(), shares.end(), [](double share) { return share > 0.0; });
}

MatrixCounts countsOf(const Assessment &assessment, int told)
{
    const CellShares shares = sharesOf(assessment);
    if (!anyUse(shares))
        return {};
    const auto counts = cellCounts(shares, told);
    return {.tp = counts[0],
            .fp = counts[1],
            .fn = counts[2],
            .tn = counts[3],
            .unanswered = counts[4],
            .goneGood = counts[5],
            .goneBad = counts[6],
            .failedGood = counts[7],
            .failedBad = counts[8],
            .refusedGood = counts[9],
            .refusedBad = counts[10]};
}

/// A thousand; of so few uses that no share of them is stated, themselves, where each counts alike.
int toldOf(const Assessment &assessment)
{
    constexpr double fewestStated = 10.0;
    const Shares &shares = assessment.experience.shares;
    const Tally all = shares.uses().uses();
    const bool counts = all.rows > 0.0 && all.rows < fewestStated && all.weight == all.rows
            && !shares.context().restated;
    return counts ? static_cast<int>(all.rows) : usesTold;
}

} // namespace

MatrixCounts matrixCounts(const Assessment &assessment)
{
    return countsOf(assessment, usesTold);
}

MatrixWords matrixWords(const Assessment &assessment)
{
    const CellShares shares = sharesOf(assessment);
    const Feature feature = featureOf(assessment.scenario.words);
    const int told = toldOf(assessment);
    MatrixWords words{undefinedDash(),
                      undefinedDash(),
                      undefinedDash(),
                      undefinedDash(),
                      {},
                      u"of "_s + counted(told, feature.useCase),
                      told,
                      feature.done,
                      u"not "_s + feature.done,
                      feature.namesPositives ? feature.positivesBriefly() : u"good"_s,
                      feature.namesPositives ? u"others"_s : u"bad"_s};
    const QString baseRate = trafficText(assessment);
    if (!baseRate.isEmpty())
        words.title += u", "_s + baseRate;
    if (!anyUse(shares) || isSilentUnknown(assessment))
        return words;
    const MatrixCounts counts = countsOf(assessment, told);
    words.tp = cell(counts.tp, shares[0], u"right"_s);
    words.fp = cell(counts.fp, shares[1], u"wrong"_s);
    words.fn = cell(counts.fn, shares[2], u"missed"_s);
    words.tn = cell(counts.tn, shares[3], u"rightly"_s);
    words.late = unservedText(counts, assessment);
    return words;
}

} // namespace oneinn::wording
