// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/problem.h"
#include "ingest/columnmapping.h"
#include "ingest/columnprofile.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace oneinn::ingest {

enum class LabelClass { Missing, Unknown, Negative, Positive };

/// What the values of a label column mean.
struct LabelValues {
    Resolved<std::string> positive;
    std::string negative;            ///< "" if there is none; of several others "0, 1"
    bool againstRest = false;        ///< negative is whatever is not the positive value
    bool clear = true;               ///< false: positive is the rarer one, and a person must say
    bool wellKnown = false;          ///< words that are used for yes and no: 1 and 0, spam and ham
    std::vector<LabelClass> classes; ///< of ColumnProfile::values, in their order
};

/// Splits a column's values into positive and negative.
///
/// Spellings of one number or word ("1", "1.0"; "Yes", "YES") are one value. Stray values beside
/// two that mean yes and no make their records unknown, up to one record in ten (or a single one).
/// "None" and "-" mean missing, unless they are all there is beside one other word ("toxic",
/// "none"; "+", "-"). A column with a single value must have a well-known one.
///
/// given: the value that a person says is positive. Of several classes it is then one against the
/// rest, but for stray values beside two that mean yes and no.
/// Problems: LabelNotBinary (names: the values there are, detail: of how many records each, parted
/// by commas), PositiveValueMissing. (PositiveValueUnclear is the caller's: clear.)
Result<LabelValues> labelValues(const ColumnProfile &column,
                                const std::optional<std::string> &given = {});

/// The same for all spellings of one number or word.
std::string spellingKey(std::string_view text, char decimalMark);

/// What another column's values mean in the label's words (a prediction's, say): as
/// LabelValues::classes. Absent where it does not hold both, or holds others as well.
std::optional<std::vector<LabelClass>> classesIn(const ColumnProfile &column,
                                                 const LabelValues &labels);

/// Whether a column's name speaks of the positive value (1), of the negative one (-1) or of neither
/// (0): by the values, by words for yes and no where the values are such words, or by the label's
/// own name ("p_churn" beside the label "churn").
int classInName(std::string_view name, const LabelValues &labels,
                std::string_view calledLabel = {});

/// Which place in a list with a number for each of the label's values, in their order, is the
/// positive value's: numbers by size, words by their letters, as scikit-learn and Spark sort them.
/// Absent where the label has not `listSize` values.
std::optional<std::size_t> placeOfPositive(const ColumnProfile &label, const LabelValues &labels,
                                           std::size_t listSize);

} // namespace oneinn::ingest
