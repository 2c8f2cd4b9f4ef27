// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/job.h"
#include "core/policies/scenariorows.h"
#include "report/answermaterial.h"

#include <QString>
#include <QStringList>

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

/// What the reader of an exported brief can move, and all that is said wherever it is moved to.
namespace oneinn::report {

/// What is said at a place; each is words as they are shown, and may be empty.
enum class DialText {
    Threshold, ///< "suggestions from a score of 0.60 up"
    Budget,    ///< "350 ms"
    Say,
    Standing, ///< where our choice lies from here
    Limits,
    Wrong,
    WrongDetail,
    WrongEvidence, // as wording::ExperienceWords
    Missed,
    MissedDetail,
    MissedEvidence,
    Late,
    LateDetail,
    LateEvidence,
    UntilBad,
    UntilBadDetail,
    UntilBadEvidence,
    Tp,
    Fp,
    Fn,
    Tn,
    Unserved, // as wording::MatrixWords
    Value,
    NearBest,
};
inline constexpr std::size_t dialTextCount = static_cast<std::size_t>(DialText::NearBest) + 1;

struct DialPosition {
    std::array<QString, dialTextCount> texts;
    std::optional<int> wrong; ///< of a hundred icons; absent: not told

    const QString &operator[](DialText text) const { return texts[static_cast<std::size_t>(text)]; }
    QString &operator[](DialText text) { return texts[static_cast<std::size_t>(text)]; }
};

struct Dials {
    struct Place {
        std::size_t threshold = 0, budget = 0;
        friend bool operator==(const Place &, const Place &) = default;
    };
    struct Mark {
        QString name; ///< "the default 0.5"
        Place place;
    };
    /// What is the same wherever they are.
    struct Words {
        QString alone;    ///< which model is moved; empty where there is one
        QString useCases; ///< "of 1,000 uses", of the matrix
        QString shown, notShown, positives, negatives; ///< its columns and rows
        QString hundred;                               ///< "wrong ones, of 100 shown", of the icons
        QString worth;        ///< what the choice and the default are worth; empty without values
        bool anyLate = false; ///< or gone, or without an answer
    };

    std::vector<Threshold> thresholds;   ///< rising; see thresholdPlaces()
    std::vector<Budget> budgets;         ///< rising, at least one; with one there is no dial
    std::vector<DialPosition> positions; ///< of a threshold every budget, then of the next
    Place choice;
    std::vector<Mark> marks; ///< worth jumping to, beside the choice
    Words words;

    const DialPosition &at(const Place &place) const
    {
        return positions[place.threshold * budgets.size() + place.budget];
    }
    /// One of so many thresholds (>= 2) left out, but for the ends and those of the choice and of
    /// marks.
    Dials thinned(std::size_t oneOf) const;
};

/// material: the choice, of these rows. Asks at each place what is asked of the choice, and writes
/// it with the same words. Intervals of rows that are alike take a pass each, so that there are
/// fewer places where such rows are many. Absent when stopped, and where there are no uses.
std::optional<Dials> dials(const ScenarioRows &rows, const AnswerMaterial &material,
                           const JobControl &job = {});

} // namespace oneinn::report
