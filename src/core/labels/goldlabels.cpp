// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/labels/goldlabels.h"

#include "core/comparison/normal.h"
#include "core/predictions/mixedpredictions.h"

#include <algorithm>
#include <cmath>

namespace oneinn {

namespace {

constexpr double goldConfidence = 0.95;
constexpr double fewestGold = 2.0;

/// Sum of squares about the mean of 0s and 1s.
double squares(double ones, double all)
{
    return ones * (1.0 - ones / all);
}

/// Of what gold says less so much of what the judge says, over rows that both have judged.
double residualSquares(const JudgedRows &rows, double weight)
{
    const double together = rows.bothGood - rows.goldGood * rows.judgeGood / rows.both;
    return squares(rows.goldGood, rows.both) - 2.0 * weight * together
            + weight * weight * squares(rows.judgeGood, rows.both);
}

std::optional<double> weightOf(const JudgedRows &rows)
{
    const double judge = squares(rows.judgeGood, rows.both);
    if (!(judge > 0.0) || !(rows.rest > 0.0))
        return std::nullopt;
    const double together = rows.bothGood - rows.goldGood * rows.judgeGood / rows.both;
    return std::clamp(together / (judge * (1.0 + rows.both / rows.rest)), 0.0, 1.0);
}

double shareAtOdds(double x)
{
    return 1.0 / (1.0 + std::exp(-x));
}

void addRow(JudgedRows &rows, bool judge, const std::optional<bool> &gold)
{
    if (!gold) {
        rows.rest += 1.0;
        rows.restGood += judge ? 1.0 : 0.0;
        return;
    }
    rows.both += 1.0;
    rows.goldGood += *gold ? 1.0 : 0.0;
    rows.judgeGood += judge ? 1.0 : 0.0;
    rows.bothGood += judge && *gold ? 1.0 : 0.0;
}

/// The same, of bad ones.
JudgedMean wrongOnes(JudgedMean right)
{
    right.estimate = 1.0 - right.estimate;
    right.goldAlone = 1.0 - right.goldAlone;
    right.judgeAlone = 1.0 - right.judgeAlone;
    right.interval = {1.0 - right.interval.high, 1.0 - right.interval.low};
    return right;
}

/// Of all good ones, the silent: a ratio of two corrected counts, on the logit scale.
void tellMissed(GoldShares &shares, const JudgedRows &shown, const JudgedRows &silent)
{
    const auto found = judgedMean(shown);
    const auto left = judgedMean(silent);
    const double shownRows = shown.both + shown.rest;
    const double silentRows = silent.both + silent.rest;
    const double judged = shown.judgeGood + shown.restGood + silent.judgeGood + silent.restGood;
    if (judged > 0.0)
        shares.missedByJudge = (silent.judgeGood + silent.restGood) / judged;
    if (!found || !left)
        return;
    const double good = shownRows * found->estimate;
    const double missed = silentRows * left->estimate;
    if (!(good + missed > 0.0))
        return;
    shares.missed = missed / (good + missed);
    if (!(good > 0.0) || !(missed > 0.0))
        return;
    const double error = std::hypot(found->se / found->estimate, left->se / left->estimate);
    const double centre = std::log(missed / good);
    const double reach = normal::reach(goldConfidence) * error;
    shares.missedInterval = Interval{shareAtOdds(centre - reach), shareAtOdds(centre + reach)};
}

} // namespace

std::optional<JudgedMean> judgedMean(const JudgedRows &rows)
{
    if (rows.both < fewestGold)
        return std::nullopt;
    JudgedMean mean;
    mean.goldAlone = rows.goldGood / rows.both;
    mean.goldAloneSe = std::sqrt(squares(rows.goldGood, rows.both) / (rows.both - 1.0) / rows.both);
    mean.judgeAlone = rows.rest > 0.0 ? rows.restGood / rows.rest : rows.judgeGood / rows.both;
    mean.weight = weightOf(rows);
    const double weight = mean.weight.value_or(0.0);
    const double judged = rows.judgeGood / rows.both;
    const double told = mean.goldAlone + weight * (mean.judgeAlone - judged);
    mean.estimate = std::clamp(told, 0.0, 1.0);
    mean.clipped = mean.estimate != told;
    const double ofRest = rows.rest > 0.0
            ? weight * weight * mean.judgeAlone * (1.0 - mean.judgeAlone) / rows.rest
            : 0.0;
    mean.se = std::sqrt(residualSquares(rows, weight) / (rows.both - 1.0) / rows.both + ofRest);
    const double reach = normal::reach(goldConfidence) * mean.se;
    mean.interval = {std::max(0.0, told - reach), std::min(1.0, told + reach)};
    return mean;
}

std::optional<GoldShares> goldShares(const Predictions &predictions, const GoldQuestion &question)
{
    const CategoryColumn *column = segmentNamed(predictions, question.column);
    if (!column)
        return std::nullopt;
    const auto positive = column->codeOf(question.positive);
    const auto negative = column->codeOf(question.negative);
    JudgedRows shown;
    JudgedRows silent;
    GoldShares shares{.column = question.column,
                      .wrongOfShown = {},
                      .missed = {},
                      .missedInterval = {},
                      .missedByJudge = {}};
    for (const std::uint32_t row : predictions.select(question.selection)) {
        const std::uint32_t code = column->codes[row];
        std::optional<bool> gold;
        if (code == positive || code == negative)
            gold = code == positive;
        const bool judge = predictions.label()[row] == 1;
        const bool isShown = predictions.score()[row] >= question.threshold.value;
        addRow(isShown ? shown : silent, judge, gold);
        shares.agree += gold == std::optional(judge) ? 1.0 : 0.0;
    }
    shares.gold = shown.both + silent.both;
    shares.rows = shares.gold + shown.rest + silent.rest;
    if (!(shares.gold > 0.0))
        return std::nullopt;
    if (const auto right = judgedMean(shown))
        shares.wrongOfShown = wrongOnes(*right);
    tellMissed(shares, shown, silent);
    return shares;
}

} // namespace oneinn
