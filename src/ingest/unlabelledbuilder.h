// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/predictions/unlabelledrows.h"
#include "ingest/columnmapping.h"
#include "ingest/columnprofile.h"
#include "ingest/recordcells.h"

#include <cstddef>
#include <memory>
#include <vector>

namespace oneinn::ingest {

/// Collects the scores of records that have no label, with what rows are selected by.
class UnlabelledBuilder {
public:
    UnlabelledBuilder() = default;
    UnlabelledBuilder(const TableProfile &table, const ResolvedMapping &mapping);

    /// model: which of those that stand side by side. What is beyond limits::largestScore is left
    /// out.
    void add(double score, const Fields &fields, std::size_t model);
    /// Null where there was none.
    std::shared_ptr<const UnlabelledRows> finish();

private:
    struct Column {
        std::string name;
        std::size_t field = 0;
        Dictionary words;
        std::vector<std::uint32_t> codes;

        UnlabelledRows::Words finish();
    };

    std::vector<double> m_score;
    std::optional<Column> m_model;
    std::vector<std::string> m_wide; ///< names of models that stand side by side
    std::vector<Column> m_segments;
};

} // namespace oneinn::ingest
