// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/predictions/rowstanding.h"
#include "ingest/columnguess.h"
#include "ingest/columnindex.h"
#include "ingest/recordcells.h"

#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <vector>

namespace oneinn::ingest {

/// Reads records as the columns were resolved: each as a raw row of every model whose score stands
/// in it.
class RecordReader {
public:
    /// Both must outlive it.
    RecordReader(const TableProfile &table, const ResolvedTable &resolved);

    /// How many models stand side by side in a record; 1 where they do not.
    std::size_t models() const { return m_sources.size(); }

    static constexpr double noWait = std::numeric_limits<double>::quiet_NaN();
    struct Reading {
        RawRow row;
        bool failed = false;  ///< the call brought no answer
        bool refused = false; ///< of those failed: the model declined
        bool cached = false;  ///< the answer was there already, and nobody waited
        RowStanding standing;
        double firstWait = noWait; ///< in milliseconds, +infinity: timed out, NaN: not known
        double wholeWait = noWait; ///< likewise
    };
    /// What a record says of one of its models, and whether that can be used.
    Reading read(const Fields &fields, std::size_t model) const;

private:
    /// Of a failed call, what stands where score and latency would is neither.
    RawRow rawRow(const Fields &fields, std::size_t model, bool failed) const;
    std::vector<ModelSource> modelSources() const;
    NumberSource numberSource(const std::string &name) const;
    std::optional<double> label(const Fields &fields) const;
    NumberCell scoreOfPositive(NumberCell score, const Fields &fields) const;
    NumberCell scoreIn(const Fields &fields, const ModelSource &source) const;
    void readWaits(const Fields &fields, const ModelSource &source, Reading &reading) const;
    void readLatency(const Fields &fields, const ModelSource &source, RawRow &row) const;

    const TableProfile &m_table;
    const ResolvedTable &m_resolved;
    ColumnIndex m_index;
    std::size_t m_labelField;
    Dictionary m_labelWords;
    std::vector<ModelSource> m_sources; ///< several where models stand side by side
    std::optional<std::size_t> m_decisionField;
    Dictionary m_decisionWords;
    std::vector<LabelClass> m_decisions; ///< by their words
    bool m_onlyDecides = false;          ///< nothing says how sure they are
    std::optional<NumberSource> m_weight;
    std::optional<NumberSource> m_count;
    std::vector<FailedIn> m_failed;
    std::vector<FailedIn> m_refused;
    std::vector<FailedIn> m_cached;
    std::optional<NumberSource> m_firstToken;
    LatencyUnit m_firstTokenUnit = LatencyUnit::Milliseconds;
    std::optional<DecidedScores> m_deciders;
};

} // namespace oneinn::ingest
