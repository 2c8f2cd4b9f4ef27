// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// How sure it is which column of a file plays which part, and why. The sentences are in wording.
namespace oneinn {

enum class Role {
    Label,
    Score,
    Direction,
    Decision,
    Latency,
    LatencyUnit,
    Failed,
    Refused,
    Model,
    Weight,
    Count
};

enum class RoleCertainty {
    Sure,
    Likely, ///< read so, said, and an assumption of every answer
    Ask,    ///< nothing is computed before a person has chosen
};

enum class RoleReason {
    Given,            ///< by the person
    Name,             ///< by the name, and nothing speaks against it
    Values,           ///< no name says so: the only column with such values
    SeveralTruths,    ///< rivals could be the truth as well
    OrderedByScore,   ///< the score orders it, and not the rivals
    DecisionByScore,  ///< equals a threshold on the score (rivals: that score)
    DecisionByName,   ///< called like what a model decides, and nothing else could be the truth
    SeveralScores,    ///< rivals could be the score as well
    Complements,      ///< it and the rival sum to 1, and no name tells which is the positive one's
    OrdersBetter,     ///< it orders the label better than the rivals, whose names fit as well
    DoesNotOrder,     ///< it says nothing about the label
    Inverted,         ///< higher scores go with the negatives (rival: the direction not chosen)
    OfPredictedClass, ///< the score is the predicted class's (column: the one with that class)
    OfClassAmongSeveral, ///< likewise, where there are more than two
    DecisionsAsScores,   ///< the column says which class was predicted, and no column how surely
    SeveralWaits,        ///< rivals are waits as well
    GrowsWithRow,        ///< not taken (column): a time stamp, not a wait
    UnitByName,
    UnitByTool,     ///< by the tool that writes files with such columns
    UnitBySize,     ///< only one unit makes a plausible wait
    UnitUnclear,    ///< rivals: the units that make plausible waits
    FailedByWord,   ///< cells of the column say that calls failed
    PerhapsFailed,  ///< called like a column of errors, but those calls have answers
    FailedBySign,   ///< waits of one value that is no wait (rival: "latency_ms=-1")
    RefusedByWord,  ///< the column, or its cells, say that the model declined to answer
    PerhapsRefused, ///< may say so, but those calls have answers (rivals: the cells)
    NamedWeight,    ///< a name that can mean other things; taken
    NotAWeight,     ///< not taken (column): as large as what is weighed on scales
    BadWeights,     ///< some are negative, and their rows set aside
    MostlyBadWeights,
    CountedRows,    ///< a record stands for as many uses as the column says
    SeveralModels,  ///< column and rivals are scores of models over the same records
    PerhapsModels,  ///< taken for models by a name that is as often something else
    SegmentNotModel ///< not taken (column): no example occurs under several of its values
};

/// Of the score over the label, on a bounded sample of the file's rows.
struct Ordering {
    double auc = 0.5; ///< the chance that a positive scores higher than a negative; ties count half
    double low = 0.0; ///< its interval of 95 % (Hanley and McNeil, 1982)
    double high = 1.0;

    bool upwards() const { return low > 0.5; }
    bool downwards() const { return high < 0.5; }
    bool orders() const { return upwards() || downwards(); }
    Ordering turned() const { return {1.0 - auc, 1.0 - high, 1.0 - low}; }
    friend bool operator==(const Ordering &, const Ordering &) = default;
};

struct RoleJudgement {
    struct Rival {
        std::string name;                 ///< a column; of a unit, its symbol
        std::optional<Ordering> ordering; ///< where one could be worked out
        friend bool operator==(const Rival &, const Rival &) = default;
    };

    Role role = Role::Label;
    RoleCertainty certainty = RoleCertainty::Sure;
    RoleReason reason = RoleReason::Name;
    std::string column = {}; ///< "" where none plays the part
    std::optional<Ordering> ordering = {};
    std::vector<Rival> rivals = {};
    std::optional<double> median = {}; ///< of a latency column, in the file's own unit

    friend bool operator==(const RoleJudgement &, const RoleJudgement &) = default;
};

} // namespace oneinn
