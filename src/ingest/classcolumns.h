// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/classes/classtrouble.h"
#include "core/predictions/predictions.h"
#include "core/predictions/selection.h"
#include "ingest/tablefile.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// Which columns say what a row of several classes is, and what was decided of it.
namespace oneinn::ingest {

/// What a person said; everything absent is guessed, but for the weight.
struct ClassesAsked {
    std::optional<std::string> label = {};
    std::optional<std::string> decision = {};
    std::optional<std::string> scores = {}; ///< "p_*": the columns, with the class for the star
    std::optional<std::string> weight = {}; ///< "": none
    std::optional<std::string> user = {};   ///< "": none
    std::optional<std::string> day = {};    ///< "": none
    std::vector<Selection::Where> where = {};
};

struct ClassColumns {
    std::size_t label = 0;
    std::vector<std::string> classes; ///< in the order of the score columns, else of the file
    std::vector<std::size_t> scores;  ///< a column for each class; empty: there is a decision
    std::optional<std::size_t> decision;
    std::string pattern; ///< of the score columns
    bool addUpToOne = false;
    std::optional<std::size_t> weight, user, day;
    bool weightGuessed = false; ///< by its name
    std::vector<std::pair<std::size_t, Selection::Where>> where;
    bool labelGuessed = false, decidedGuessed = false;
    std::string decisionUnused; ///< a column with decisions beside the scores that are used
    std::string modelsMixed;    ///< a column that seems to tell several models apart, all together
};

/// A cell as the name of a class: numbers by their value, "2.0" and "2" being one.
std::string classNameOf(std::string_view cell);

/// The label is the one that is given; else the column each of whose values has a score column;
/// else the one that is called most like a label. Scores are numeric columns whose names differ by
/// the class alone, in any case, and whose numbers add up to 1; other classes may have such a
/// column, too, that no label holds. Where there are none, the decision is the column called most
/// like one.
std::variant<ClassColumns, ClassTrouble> classColumns(const TableFile &table,
                                                      const ClassesAsked &asked);

} // namespace oneinn::ingest
