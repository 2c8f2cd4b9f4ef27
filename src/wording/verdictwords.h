// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/featurewords.h"
#include "core/loadbearing/scenarioload.h"
#include "wording/losswords.h"
#include "wording/pricewords.h"
#include "wording/voice.h"

#include <QList>
#include <QString>
#include <QStringList>

/// Which constraint carries the product, and how sure that is.
namespace oneinn::wording {

/// All that is said of a verdict; whole sentences unless told otherwise. What does not apply is
/// empty.
struct VerdictWords {
    QString headline;   ///< "Latency carries this product."
    QString losses;     ///< what each failure loses by itself, most first
    QString headroom;   ///< how far the first may go: "It can get 2.2 times as slow before ..."
    QString evidence;   ///< how often which failure comes first, in both questions
    QString robustness; ///< "It stays latency unless a wrong one is worse than 3 misses."
    QList<LossWords> equalSteps; ///< most first
    QList<LossWords> badWeek;
    QString equalStepsNote; ///< what the step is, as a caption
    QString badWeekNote;
    QString badWeekTitle;    ///< the same over the bars: "Each in a bad week"
    QString whyTwo;          ///< whyTwoAnswers()
    QString badWeekCase;     ///< "in a bad week", "if each is as bad as chance allows"
    QString shares;          ///< "Of what all three lose together, latency takes 74 %, ..."
    QString interaction;     ///< where the parts do not add up
    QStringList headrooms;   ///< of each failure
    PriceWords prices;       ///< with the best threshold chosen anew
    QStringList assumptions; ///< what in it is the person's own, and how ranges came about
};
VerdictWords verdictWords(const ScenarioLoad &load, const FeatureWords &product,
                          Voice voice = Voice::Yours);

/// Headline, losses and headroom: what is said of it aloud.
QString verdictSentence(const VerdictWords &words);
/// What carries the product, to be said before everything else: "If everything gets 10 % worse,
/// latency carries this product. In a bad week, recall does."; empty where the data do not say.
QString carriesSpoken(const ScenarioLoad &load, const FeatureWords &product);
/// In its place while it is not known.
QString carriesPendingText();
/// Everything, in the order it is read.
QStringList verdictSentences(const VerdictWords &words);

/// Under the small bars: "value lost per 1,000 uses, each 10 % worse".
QString smallBarsNote();
/// Why one failure comes first if all get worse alike, and another if each is as bad as it may be:
/// "By chance there may be 13 % more misses, but answers 2.5 % slower only."
/// Empty unless the verdict has two answers.
QString whyTwoAnswers(const ScenarioLoad &load);
/// Where nothing is shown, so that no failure can get worse.
bool showsNothing(const ScenarioLoad &load);
/// While it is not known; and where there is nothing to judge by.
QString verdictPendingText();
QString noVerdictText();

} // namespace oneinn::wording
