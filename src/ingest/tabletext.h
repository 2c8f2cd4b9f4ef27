// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace oneinn::ingest {

/// Writes records as comma-separated text in which each stands on the line that it has in the file
/// it comes from, as far as there is a line for each; the header stands on line 0.
class TableText {
public:
    static constexpr std::size_t firstLine = 0;

    void addCell(std::string_view cell);
    /// line: where the record starts in its file, from 1 on.
    void endRecord(std::size_t line);
    void endHeader();

    std::size_t size() const { return m_text.size(); }
    std::string take() { return std::move(m_text); }

private:
    std::string m_text;
    std::string m_record;
    std::size_t m_cells = 0;
    std::size_t m_line = firstLine;
};

} // namespace oneinn::ingest
