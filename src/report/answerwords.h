// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "report/answermaterial.h"
#include "wording/feature.h"
#include "wording/rollbackrulewords.h"
#include "wording/sharewords.h"

#include <QString>
#include <QStringList>

/// The phrases that answers of every length are put together from.
namespace oneinn::report {

/// A person's words as one line; empty if there are none.
QString written(const std::string &words);
/// In quotation marks.
QString quoted(const QString &name);
/// Sentences in a row, empty ones left out.
QString inARow(QStringList sentences);
/// With at most two significant digits where it is no whole number: "1.5", "20", "286".
QString plainNumber(double value);

wording::Feature featureOf(const AnswerMaterial &material);
bool nothingIsShown(const Assessment &assessment);
/// Whether any outcome is worth anything.
bool hasValues(const Scenario &scenario);
/// "at our base rate of 1 in 20"; empty without one.
QString baseRateClause(const Assessment &assessment);

/// The threshold as it stands in the file, with the fewest digits that make the same decisions.
QString thresholdIn(const Assessment &assessment, bool lowerIsPositive);
/// "suggestions from a score of 0.595 up", "every suggestion", "no suggestions".
/// With thresholds of segments' own: "payments from a score of each channel's own".
QString shownPhrase(const AnswerMaterial &material);
/// How it is operated, beside shownPhrase(): segments' own thresholds are listed without saying
/// once more that they have them. Empty where the model alone decides.
QString operatedBriefly(const AnswerMaterial &material);
/// What becomes of late ones: "after 400 ms nothing is shown"; empty where there is no budget.
QString latePhrase(const Scenario &scenario);
/// The choice in full sentences: threshold, model, budget, late policy.
QString choiceSentence(const AnswerMaterial &material);
/// "This is beyond the limit of 50 % wrong."; empty where no limit is broken.
QString limitSentence(const AnswerMaterial &material);

/// "13 of 100 suggestions shown are wrong", as far as the gate allows; without brackets.
QString shareClause(const Proportion &share, const wording::ShareGrammar &grammar);
/// The same as people say it: "about 1 in 8 suggestions shown is wrong".
QString spokenClause(const Proportion &share, const wording::ShareGrammar &grammar);
/// "misses", as a verb would have it: "we miss 21 of 100 good suggestions".
QString missClause(const Assessment &assessment);
/// "wrong" or "missed": the grammar with "is missed" instead of "is never shown".
wording::ShareGrammar missedGrammar(const Assessment &assessment);

/// A wrong one that is as bad as so many misses, told by whichever of the two is the worse: "a
/// wrong one is as bad as 1.5 misses", "a miss is as bad as 19 wrong ones".
QString ratioClause(double wrongInMisses);
/// What a wrong one and a miss cost: "a wrong one as bad as 1.5 misses"; empty where the two cannot
/// be compared.
QString costRatioClause(const Assessment &assessment);
/// What the ratio is made of where it is not that of two prices that stand beside it: "it
/// turns +90 into −100, a wrong one 0 into −10". Empty otherwise, and where there is no ratio.
QString costRatioReason(const Assessment &assessment);
/// What every outcome is worth, in a sentence.
QString valuesSentence(const Assessment &assessment);

using wording::inOneDenominator;
using wording::SharePair;

} // namespace oneinn::report
