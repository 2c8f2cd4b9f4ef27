// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/targets/reach.h"
#include "wording/feature.h"
#include "wording/sharewords.h"

#include <QString>

/// Targets as they are read back, and where a setting stands towards them.
namespace oneinn::wording {

/// What targets are about, for the sentences on them.
class TargetWords {
public:
    TargetWords(const Targets &targets, const FeatureWords &words);

    /// "at most 5 of 100 suggestions shown are wrong (1 in 20)", "at least 95 of 100 uses are
    /// answered within 800 ms"; empty where it is not asked.
    QString target(TargetKind kind) const;
    /// In the middle of a sentence: "the limit on wrong ones".
    static QString name(TargetKind kind);

    /// What a setting brings, in the target's denominator: "4 of 100 suggestions shown are wrong",
    /// "about 178 suggestions a day are shown"; where cases are few, in counts or an interval.
    QString brings(TargetKind kind, const TargetReading &reading) const;
    /// The same for how far something can go.
    QString brings(TargetKind kind, const Furthest &furthest) const;
    /// "Met: 4 of 100 suggestions shown are wrong, at most 5 are asked."
    QString reading(TargetKind kind, const TargetReading &reading) const;
    /// The number alone, for a column: "4 of 100", "178"; "—" where undefined.
    QString cell(TargetKind kind, const TargetReading &reading) const;

    /// What would have to be better where `best` is all that can be had beside the other targets:
    /// "the model would have to be right about 95 instead of 88 of 100 suggestions shown, at the
    /// same number shown". `answered` is looked at for that target alone.
    QString improvement(TargetKind kind, double best,
                        const std::optional<AnsweredWithin> &answered) const;

    const Feature &feature() const { return m_feature; }
    const FeatureWords &product() const { return m_product; }

private:
    double limit(TargetKind kind) const;
    int denominator(TargetKind kind, double value) const;
    QString stated(TargetKind kind, double value) const;
    ShareGrammar grammar(TargetKind kind) const;
    QString countsPhrase(TargetKind kind, const Proportion &share) const;
    QString sharePhrase(TargetKind kind, double share, int of) const;
    QString perDayText(double perDay) const;
    QString askedText(TargetKind kind, int of) const;
    QString doubt(TargetKind kind, const TargetReading &reading, int of) const;
    QString fasterText(const AnsweredWithin &answered) const;

    Targets m_targets;
    FeatureWords m_product;
    Feature m_feature;
};

} // namespace oneinn::wording
