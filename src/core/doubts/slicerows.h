// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/parallel.h"
#include "core/policies/scenariorows.h"
#include "core/policies/useslice.h"

#include <cstddef>
#include <cstdint>

namespace oneinn {

/// The rows of a slice's score order as rows of the file: those who stay have a copy of some of
/// these. Refers to the slice.
class SliceRows {
public:
    explicit SliceRows(const UseSlice &slice)
        : m_order(slice.staying().order())
        , m_copied(slice.rows().staying() == slice.rows().all()
                           ? nullptr
                           : slice.rows().all()->latency().rows().data())
    {
    }
    std::size_t size() const { return m_order.size(); }
    std::uint32_t at(std::size_t position) const
    {
        const std::uint32_t row = m_order.row(position);
        return m_copied ? m_copied[row] : row;
    }

    /// Calls visit(position, row) for all of them, in runs on several threads. What they look up is
    /// scattered over memory: fetch(row) is called some rows ahead.
    template<typename Fetch, typename Visit>
    void forEach(unsigned threads, const Fetch &fetch, const Visit &visit) const
    {
        constexpr std::size_t ahead = 48;
        inParts(size(), threadsFor(size(), threads),
                [&](unsigned, std::size_t begin, std::size_t end) {
                    for (std::size_t i = begin; i < end; ++i) {
                        if (i + ahead < end)
                            fetch(at(i + ahead));
                        visit(i, at(i));
                    }
                });
    }

private:
    const ScoreOrder &m_order;
    const std::uint32_t *m_copied;
};

} // namespace oneinn
