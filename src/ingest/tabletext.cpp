// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/tabletext.h"

namespace oneinn::ingest {

void TableText::addCell(std::string_view cell)
{
    if (m_cells++ > 0)
        m_record += ',';
    m_record += '"';
    for (const char c : cell) {
        // A record is one line, or the lines of those behind it would be wrong.
        if (c == '\n')
            m_record += "\\n";
        else if (c == '"')
            m_record += "\"\"";
        else if (c != '\r')
            m_record += c;
    }
    m_record += '"';
}

void TableText::endHeader()
{
    m_text += m_record;
    m_text += '\n';
    m_record.clear();
    m_cells = 0;
    ++m_line;
}

void TableText::endRecord(std::size_t line)
{
    if (line > m_line) {
        m_text.append(line - m_line, '\n');
        m_line = line;
    }
    endHeader();
}

} // namespace oneinn::ingest
