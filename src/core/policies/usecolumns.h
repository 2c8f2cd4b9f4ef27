// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ends/endparts.h"
#include "core/ends/waterfall.h"
#include "core/ends/waterfallsums.h"
#include "core/policies/pairedrows.h"
#include "core/policies/useoutcomes.h"

#include <Eigen/Core>

#include <cstdint>
#include <vector>

namespace oneinn {

/// What becomes of each use: the waterfall before it is summed, so that differences of shares can
/// be taken use by use.
class UseColumns {
public:
    UseColumns(const PairedRows &rows, const UseOutcomes &outcomes, const PatienceCurve &patience);
    /// Of ends that are known already.
    explicit UseColumns(const std::vector<SummedEnd> &ends);

    /// By use, how much of it falls into these parts, in [0, 1]; weights apart.
    Eigen::ArrayXd of(UseParts parts) const;
    /// Summed, in rows that count as UseSlice::waterfall() counts them.
    Waterfall waterfall() const;
    const EndParts &parts(Eigen::Index use) const
    {
        return m_ends[static_cast<std::size_t>(use)].parts;
    }

    const Eigen::ArrayXd &weight() const { return m_weight; }
    /// Chance that the user is still there when it ends.
    const Eigen::ArrayXd &staying() const { return m_staying; }
    bool anyUnanswered() const { return m_anyUnanswered; }
    bool anyLost() const { return m_anyLost; }
    /// A good one shown, a bad one silently not, whoever is still there.
    bool isRight(Eigen::Index use) const
    {
        return UseParts{UsePart::RightShown, UsePart::RightlySilent}.contains(
                m_ends[static_cast<std::size_t>(use)].parts.ifThere);
    }

private:
    struct Ends {
        EndParts parts;
        bool decided = true; ///< by the answer of the model asked
    };

    Eigen::ArrayXd m_weight;
    Eigen::ArrayXd m_staying;
    std::vector<Ends> m_ends;
    bool m_anyUnanswered = false;
    bool m_anyLost = false;
};

} // namespace oneinn
