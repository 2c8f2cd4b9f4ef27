// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/predictions/setasiderows.h"
#include "ingest/columnmapping.h"
#include "ingest/columnprofile.h"
#include "ingest/recordcells.h"

#include <cstddef>
#include <memory>
#include <vector>

namespace oneinn::ingest {

/// Collects records that are set aside for want of a label or a score, with what rows are selected
/// by.
class SetAsideBuilder {
public:
    SetAsideBuilder() = default;
    SetAsideBuilder(const TableProfile &table, const ResolvedMapping &mapping);

    /// Where it is for such a reason. model: which of those that stand
    /// side by side.
    void add(SetAsideReason reason, const std::optional<double> &score, const Fields &fields,
             std::size_t model);
    /// Null where there was none.
    std::shared_ptr<const SetAsideRows> finish();

private:
    struct Column {
        std::string name;
        std::size_t field = 0;
        Dictionary words;
        std::vector<std::uint32_t> codes;

        SetAsideRows::Words finish();
    };

    std::vector<double> m_score;
    std::vector<SetAsideReason> m_reason;
    std::optional<Column> m_model;
    std::optional<Column> m_day;
    std::vector<std::string> m_wide; ///< names of models that stand side by side
    std::vector<Column> m_segments;
};

} // namespace oneinn::ingest
