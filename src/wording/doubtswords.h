// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/doubts/thresholddoubts.h"
#include "core/featurewords.h"
#include "core/targets/reach.h"
#include "wording/valuewords.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <utility>

/// How sure the best threshold is.
namespace oneinn::wording {

/// Doubts, and how scores stand in the file: where low ones are positive, predictions hold them
/// negated.
struct ToldDoubts {
    const ThresholdDoubts &doubts;
    bool lowerIsPositive = false;
    FeatureWords product = {};
    /// Segments have thresholds of their own: what is best is where the dial moves all of them.
    bool movesTogether = false;
    /// What keeps the limits at the budget; null where it is not known.
    const Reach *within = nullptr;
    /// To those who decide, without the name of anything that is only the field's.
    bool plainly = false;
};

/// What was drawn: "400 users", "1 use", "users and days".
QString unitsText(const ThresholdDoubts &doubts, const FeatureWords &product);
/// The best threshold, with no finer digits than a tenth of its range: "0.62", "about 0.6" where
/// these decide otherwise than it does.
QString bestThresholdText(const ToldDoubts &told);

/// What the best is worth on these uses and on new ones, per 1,000: "+346" and "+321"; the same
/// twice where three digits do not tell them apart. Needs doubts of the choice.
std::pair<QString, QString> apparentAndExpected(const ThresholdDoubts &doubts);

/// "On these data the best threshold, 0.62, is worth +346 per 1,000 uses; it was chosen on them,
/// and on new ones expect +321 at most." (What is taken off is a part of what it looks too good.)
QString valueOfBestSentence(const ToldDoubts &told);
/// "drawn again from the same 400 users, in 90 of 100 draws the best threshold lies between 0.52
/// and 0.72"; empty where that is not known.
QString drawnAgainText(const ToldDoubts &told);
/// The same without of what.
QString rangeOfDrawsText(const ToldDoubts &told);
/// The same as a reader of an answer takes it: "with other such users, 9 times in 10 the best
/// threshold would lie between 0.52 and 0.72".
QString elsewhereText(const ToldDoubts &told);
/// "how much of that is chance cannot be told from 5 users"; empty where it can.
QString untoldText(const ThresholdDoubts &doubts, const FeatureWords &product);
/// "chosen on the first 20 of 30 days, 0.59, it is worth +310 per 1,000 uses on the last 10; the
/// best there, 0.63, +322"; empty where days tell nothing.
QString firstAndLastText(const ToldDoubts &told);

/// "it jumps to and fro: between 0.30 and 0.35 in 60 of 100 draws, above 0.9 in 38"; empty where it
/// does not.
QString plateausText(const ToldDoubts &told);
/// Which thresholds are near the best, as they stand in the file; absent where that is not known.
std::optional<NearBest> nearBestInFile(const ToldDoubts &told);
/// What of these keeps the limits, likewise.
KeptParts nearBestKeptInFile(const ToldDoubts &told);

/// All of it.
QStringList doubtsSentences(const ToldDoubts &told);

} // namespace oneinn::wording
