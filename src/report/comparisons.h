// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/featurewords.h"
#include "report/answermaterial.h"
#include "wording/sharewords.h"

#include <QString>
#include <QStringList>

#include <optional>

/// What a choice gives up and gains against others, in users' terms.
namespace oneinn::report {

/// How a share differs between now and another choice.
enum class Change {
    Fewer,        ///< now
    More,         ///< now
    NoneToSee,    ///< the difference lies inside its interval
    Same,         ///< exactly
    NotComparable ///< one of them is undefined
};

/// What users meet now and would meet with the other choice.
struct ShareChange {
    enum class Kind { Wrong, Missed, Late, Left };
    Kind kind = Kind::Wrong;
    Change change = Change::NotComparable;
    std::optional<Proportion> now;
    std::optional<Proportion> other;
};
/// Wrong of those shown, missed of the good ones, and, where both have a budget or patience, late
/// and left of all uses.
QList<ShareChange> changesAgainst(const AnswerMaterial &material, const PinnedAnswer &pin);

/// "21 of 100 good suggestions are missed instead of 17"; of at least so many, 100 or 1,000. Brief:
/// "21 of 100 good ones are missed instead of 17".
QString changeClause(const ShareChange &change, const Assessment &now, int of = 100,
                     bool brief = false);
/// Clauses that have an "and" in them already, one after the other.
QString clauses(const QStringList &parts);
/// The same in the order of a table: what is gained, what is given up, what does not measurably
/// change; each a list of clauses.
struct Balance {
    QStringList gained;
    QStringList givenUp;
    QStringList gainedInBrief; ///< "fewer wrong ones"
    QStringList givenUpInBrief;
    QStringList unchanged; ///< "the share of wrong ones"
};
Balance balanceOf(const AnswerMaterial &material, const PinnedAnswer &pin, int of = 100);

/// "the default 0.5", "“Night shift”", "pinned point B".
QString pinName(const AnswerMaterial &material, std::size_t pin);
/// The same with how long it waits, where that is another limit than now's: "the default 0.5
/// without a limit", "“Night shift” within 500 ms".
QString heldAgainst(const AnswerMaterial &material, std::size_t pin);
/// The pin that the choice is measured against first: the default 0.5, else the first one
/// that is another choice; absent without one.
std::optional<std::size_t> mainPin(const AnswerMaterial &material);
/// Says that the default 0.5 would decide alike; empty where it would not, or is not
/// pinned.
QString sameAsDefault(const AnswerMaterial &material);
/// Whether a pinned choice is the one that is answered for.
bool isNow(const AnswerMaterial &material, const PinnedAnswer &pin);

/// What the other choice (a) is worth against now (b); absent where it is not known. Of what stands
/// among the alternatives it is the very difference that they tell.
std::optional<MeasureComparison> valueAgainstNow(const AnswerMaterial &material,
                                                 const PinnedAnswer &pin);
/// "it is worth 21 more per 1,000 uses (95 % interval +4.6 to +36)", told of now against the other;
/// empty where it is not known.
QString valueClause(const AnswerMaterial &material, const PinnedAnswer &pin);

/// The interval of what now is worth per use; absent where it was not worked out for the same uses.
std::optional<Interval> valueInterval(const AnswerMaterial &material);
/// The same per 1,000 uses: " (95 % interval: +860 to +972)"; empty where it has no width to tell.
QString valueIntervalClause(const AnswerMaterial &material);

} // namespace oneinn::report
