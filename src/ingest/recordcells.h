// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/predictions/predictions.h"
#include "ingest/columnprofile.h"
#include "ingest/dictionary.h"
#include "ingest/labelvalues.h"
#include "ingest/latencyunit.h"
#include "ingest/numbers.h"

#include <Eigen/Core>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What the cells of one record say.
namespace oneinn::ingest {

/// The cells of a record, in the file's order.
using Fields = std::vector<std::string_view>;

/// A column of numbers in the file.
struct NumberSource {
    std::size_t field = 0;
    NumberWriting writing;

    NumberCell read(const Fields &fields) const { return readNumber(fields[field], writing); }
};

/// Where a record holds one model's score and wait.
struct ModelSource {
    NumberSource score;
    std::optional<NumberSource> latency;
    LatencyUnit unit = LatencyUnit::Milliseconds;
};

/// Collects a column of categories, row by row.
class CategoryBuilder {
public:
    /// What of a cell is the value.
    enum class Part : std::uint8_t { Whole, Day };

    /// with: a second column, so that two cells together are the value.
    CategoryBuilder(std::size_t field, std::string name, Eigen::Index rows,
                    std::optional<std::size_t> with = {}, Part part = Part::Whole);

    void add(Eigen::Index row, const Fields &fields);
    CategoryColumn finish(Eigen::Index rows);

private:
    std::uint32_t dayCode(std::string_view cell);

    std::size_t m_field;
    std::optional<std::size_t> m_with;
    Part m_part;
    std::string m_both;
    Dictionary m_words;
    CategoryColumn m_result;
};

/// Collects a column of numbers that plays no other part, row by row.
class FeatureBuilder {
public:
    FeatureBuilder(const ColumnProfile &column, Eigen::Index rows);

    void add(Eigen::Index row, const Fields &fields);
    FeatureColumn finish(Eigen::Index rows);

private:
    NumberSource m_source;
    FeatureColumn m_result;
};

/// Models that only decide: what their decisions are where a score would stand.
class DecidedScores {
public:
    DecidedScores(const ColumnProfile &models, const ColumnProfile &decisions,
                  const std::vector<std::string> &names);

    /// 1 for a yes and 0 for a no; absent where the row is none of theirs or holds no decision.
    std::optional<double> scoreOf(const Fields &fields) const;

private:
    std::size_t m_modelField;
    std::size_t m_field;
    Dictionary m_names;
    Dictionary m_words;
    std::vector<LabelClass> m_classes; ///< by words
};

/// Cells of one column that say that a call failed.
class FailedIn {
public:
    FailedIn(const ColumnProfile &column, const std::optional<std::string> &value);

    bool says(const Fields &fields) const;

private:
    std::size_t m_field;
    std::optional<std::string> m_value;
    NumberWriting m_writing;
    std::optional<double> m_number;
};

} // namespace oneinn::ingest
