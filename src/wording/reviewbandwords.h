// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/featurewords.h"
#include "core/review/reviewrows.h"
#include "wording/bandplace.h"

#include <QString>
#include <QStringList>

namespace oneinn::wording {

/// Who decides what in the band, what it brings, what a day is like and when it closes.
QStringList reviewSentences(const ReviewAnswer &answer, const ReviewQuestion &question,
                            const ReviewSaid &said, const FeatureWords &words = {});
/// The parts of it that an answer says by themselves.
struct ReviewParts {
    QString beyond; ///< that a limit is broken, and by how much; empty where none is
    QString decides;
    QString decidesAgain; ///< the same after a list of segments' ends
    QString harms;        ///< by model and person together; empty where nothing can be told
    QString value;
    QStringList day;
    QString assumed;
};
ReviewParts reviewParts(const ReviewAnswer &answer, const ReviewQuestion &question,
                        const ReviewSaid &said, const FeatureWords &words = {});
/// What is chosen with what becomes of it, in a sentence.
QString reviewLead(const FoundBand &band, const BandSaid &said, const FeatureWords &words = {});
/// In short, before what is said of the single threshold.
QString reviewSpoken(const ReviewParts &parts);

/// Why nothing can be said about a reviewer: neither here nor in the command.
QString noReviewText();

/// The band in one sentence, for a picture of it.
QString bandSummary(const FoundBand &band, const BandSaid &said, const FeatureWords &words = {});

/// What stands before the boxes of a reviewer, and what a screen reader calls them.
struct ReviewBoxLabels {
    QString recall;
    QString recallSpoken;
    QString alarms;
    QString alarmsSpoken;
    QString cost;
    QString costSpoken;
    QString uses;
    QString usesSpoken;
};
ReviewBoxLabels reviewBoxLabels(const FeatureWords &words);
/// As long as nobody has said anything of the reviewer.
QString reviewAssumedNote();
QString reviewPendingText();

} // namespace oneinn::wording
