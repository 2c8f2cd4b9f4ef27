// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/problem.h"

#include <array>
#include <cstddef>
#include <deque>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace oneinn::ingest {

/// Splits delimited text into records, strictly (RFC 4180, and no more than it says).
///
/// - Fields may be quoted; a quote inside is doubled; delimiters and line ends inside are text.
/// - A quote that does not start a field is an ordinary character.
/// - Records end with LF, CRLF or CR, mixed as they come; the last one may lack its line end.
/// - A line with nothing but white space is no record. An empty cell of a table with a single
///   column must therefore be written as "", as Python's csv module does.
class DelimitedReader {
public:
    /// The text must outlive the reader and what it handed out. The token is looked at often
    /// enough within a record, too, however long it is.
    /// firstLine: where the text begins in its file.
    DelimitedReader(std::string_view text, char delimiter, std::stop_token token = {},
                    std::size_t firstLine = 1);

    /// From now on a record with another number of fields is a problem.
    void expectFields(std::size_t count) { m_expected = count; }

    /// Goes to the next record; false at the end of the text and at a problem.
    bool next();

    /// The fields of the current record, valid until the next call of next(). A field that
    /// contains doubled quotes is a copy, every other one a piece of the text.
    const std::vector<std::string_view> &fields() const { return m_fields; }

    /// 1-based physical line on which the current record starts.
    std::size_t line() const { return m_recordLine; }

    /// Bytes consumed.
    std::size_t offset() const { return static_cast<std::size_t>(m_at - m_text.data()); }

    /// UnclosedQuote, TextAfterQuote, FieldCount or Cancelled.
    const std::optional<Problem> &problem() const { return m_problem; }

private:
    bool readRecord();
    bool readPlain();
    bool readQuoted();
    bool findQuote();
    bool mayGoOn(const char *at);
    bool endsRecord();
    bool isBlank() const;
    bool fail(Problem problem);

    std::string_view m_text;
    const char *m_at;
    const char *m_end;
    const char *m_lookAt; ///< where to look at the token next; never behind the end
    std::stop_token m_stop;
    char m_delimiter;
    std::array<bool, 256> m_stops{}; ///< characters that end a plain field
    std::size_t m_line;
    std::size_t m_recordLine;
    std::optional<std::size_t> m_expected;
    std::vector<std::string_view> m_fields;
    std::deque<std::string> m_unescaped; ///< a deque: growing must not move what was handed out
    std::optional<Problem> m_problem;
};

} // namespace oneinn::ingest
