// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/predictions/predictioncolumns.h"
#include "core/readingnote.h"
#include "core/rolejudgement.h"
#include "ingest/failedcells.h"
#include "ingest/inputformat.h"
#include "ingest/latencyunit.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace oneinn::ingest {

/// A model whose score stands in a column of its own, beside those of others.
struct WideModel {
    std::string name;
    std::string score;                  ///< column
    std::optional<std::string> latency; ///< column with its own wait

    friend bool operator==(const WideModel &, const WideModel &) = default;
};

/// What a person fixed about a file. Everything absent is guessed. A column that is given as ""
/// is neither guessed nor used (not for label and score, which must be there).
struct ColumnMapping {
    std::optional<std::string> label = {};
    std::optional<std::string> positive = {}; ///< the label's value that means positive
    std::optional<std::string> score = {};
    std::optional<std::string> latency = {};
    std::optional<std::string> model = {};
    std::optional<std::string> weight = {};
    std::optional<std::string> count = {}; ///< so many identical uses are one record
    /// Columns with the scores of several models; "score" is then one of them. Empty: no others.
    std::optional<std::vector<WideModel>> wide = {};
    std::optional<std::string> exampleId = {};
    std::optional<std::string> exampleWith = {}; ///< a second column that keys examples
    std::optional<std::string> userId = {};
    std::optional<std::string> day = {}; ///< may play another part as well, as a segment does
    std::optional<LatencyUnit> unit = {};
    /// A low score speaks for the positive class, as a distance does.
    std::optional<bool> lowerIsPositive = {};
    /// Holds the predicted class, whose probability the score is; "": the score is P(positive).
    std::optional<std::string> decision = {};
    /// Records of calls that failed: those with any of these cells; none at all: no call did.
    std::optional<std::vector<FailedCells>> failed = {};
    /// Records of calls that the model refused, likewise; these come before those that failed.
    std::optional<std::vector<FailedCells>> refused = {};
    /// Records whose answer came out of a cache, with any of these cells: their wait is none.
    std::optional<std::vector<FailedCells>> cached = {};
    /// The wait until the first token: it is what counts, and the latency only where it is missing.
    std::optional<std::string> firstToken = {};
    std::optional<InputFormat> format = {};
    std::optional<std::string> table = {}; ///< of a database
    std::optional<char> delimiter = {};
    std::vector<std::string> segments = {};      ///< empty: guessed; only "": none
    std::vector<std::string> extraSegments = {}; ///< loaded besides, however many values they have

    friend bool operator==(const ColumnMapping &, const ColumnMapping &) = default;
};

/// How a choice came about.
enum class GuessReason {
    Given,    ///< by the person
    Name,     ///< the whole name is known for this role
    NamePart, ///< a part of the name is
    Values,   ///< only the values look like it
    Rarer,    ///< of two values, the rarer
    Default,  ///< nothing spoke for anything else
};

/// "given", "name", "part of the name", "values", "rarer value", "default".
std::string_view keyOf(GuessReason reason);

/// A choice and how it came about.
template<typename T> struct Resolved {
    T value{};
    GuessReason reason = GuessReason::Given;

    bool guessed() const { return reason != GuessReason::Given; }
    friend bool operator==(const Resolved &, const Resolved &) = default;
};

using ResolvedColumn = Resolved<std::string>;

/// How a file was read: to be shown to the person, who may change any of it.
struct ResolvedMapping {
    ResolvedColumn label;
    Resolved<std::string> positive;
    std::string negative; ///< "" if every labelled record is positive; of several "0, 1"
    ResolvedColumn score;
    /// If so, Predictions::score() is the file's score negated; negate it back to show it.
    Resolved<bool> lowerIsPositive;
    /// If there is one, the file's score is the probability of the class it holds, and
    /// Predictions::score() that of the positive class: 1 - score where it holds the negative one.
    std::optional<ResolvedColumn> decision;
    std::optional<ResolvedColumn> latency;
    std::string firstToken; ///< the column that comes before the latency; "": none
    Resolved<LatencyUnit> unit{LatencyUnit::Milliseconds, GuessReason::Default};
    std::vector<FailedCells> failed;          ///< cells that say that a record's call failed
    std::vector<FailedCells> failedSuggested; ///< those that the file suggests, given others or not
    std::vector<FailedCells> refused;         ///< cells that say that the model declined to answer
    std::vector<FailedCells> refusedSuggested; ///< as failedSuggested
    std::vector<FailedCells> cached;           ///< cells that say that an answer was not made anew
    std::optional<ResolvedColumn> model;
    /// A column that is called like one with models, but has so many values that it was not taken
    /// for one unasked: rows of different models may be mixed. "" if there is none.
    std::string modelsPooled;
    std::optional<ResolvedColumn> weight;
    std::optional<ResolvedColumn> count; ///< how many identical uses a record stands for
    /// The models whose scores stand side by side, two or more; every record is a row of each.
    /// Score and latency are then the first one's, and there is no column with models.
    std::vector<WideModel> wide;
    std::optional<ResolvedColumn> exampleId;
    /// With it keys an example: "row 3 of the hard split". Absent: the example id alone does.
    std::optional<ResolvedColumn> exampleWith;
    /// Models that only decide, by their names, and the column that holds what they decide: where
    /// their rows have no score, a yes is 1 and a no is 0.
    std::vector<std::string> deciders;
    std::string decidersColumn;
    std::optional<ResolvedColumn> userId; ///< whose use it is
    std::optional<ResolvedColumn> day;    ///< on which it was; of a time of day, the date
    std::vector<ResolvedColumn> segments; ///< those of extraSegments last
    /// Groups that were not asked for and are too many to be read unasked; in the file's order.
    std::vector<std::string> manyGroups;
    std::vector<OneValue> alike;       ///< other columns of words, all of whose cells are alike
    std::vector<std::string> features; ///< columns of numbers that play no other part
    /// How sure each role is; at most one of each. Given ones among them.
    std::vector<RoleJudgement> judgements;
    std::vector<ReadingNote> notes;

    const RoleJudgement *judgementOf(Role role) const;
    /// The example's id is there to tell rows by, and pairs none: each record has one of its own,
    /// and nobody said that it is more.
    bool idTellsRows() const;
    /// The first that a person has to settle; null: none.
    const RoleJudgement *doubt() const;

    friend bool operator==(const ResolvedMapping &, const ResolvedMapping &) = default;
};

} // namespace oneinn::ingest
