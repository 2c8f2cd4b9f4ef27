// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/featurewords.h"
#include "core/review/reviewrows.h"

#include <QString>
#include <QStringList>

namespace oneinn::wording {

/// A band's ends as they are told in the file's units, with the fewest digits that decide the same.
struct BandSaid {
    QString from;
    QString to;
    bool lowerIsPositive = false;
};
BandSaid bandSaid(const FoundBand &band, bool lowerIsPositive);

/// Who decides what in the band, what it brings, what a day is like and when it closes.
struct ReviewSaid {
    bool lowerIsPositive = false;
    bool ownThresholds = false; ///< segments have some, which move with the band
};
QStringList reviewSentences(const ReviewAnswer &answer, const ReviewQuestion &question,
                            const ReviewSaid &said, const FeatureWords &words = {});
/// The parts of it that an answer says by themselves.
struct ReviewParts {
    QString beyond; ///< that a limit is broken, and by how much; empty where none is
    QString decides;
    QString harms; ///< by model and person together; empty where nothing can be told
    QString value;
    QStringList day;
    QString assumed;
};
ReviewParts reviewParts(const ReviewAnswer &answer, const ReviewQuestion &question,
                        const ReviewSaid &said, const FeatureWords &words = {});
/// What is chosen: "We raise alerts from a score of 0.31 up, and from 0.013 to 0.31 a person
/// decides".
QString bandChoice(const FoundBand &band, const BandSaid &said, const FeatureWords &words = {});
/// The same with what becomes of it, in a sentence.
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
