// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

#include <optional>

/// The one place where CSV is written. Numbers and texts are told apart, since a spreadsheet takes
/// a text that begins like a formula for one and would run what somebody else has named a model.
namespace oneinn::report {

/// The shortest digits that read back as the same number, with a point; "inf" and "-inf"; empty
/// where there is none.
QString csvNumber(std::optional<double> value);

/// In quotes where it has to be; what begins like a formula (= + - @, a tab or a carriage return)
/// gets an apostrophe before it. Controls are shown as pictures, so that a row is a line.
QString csvText(const QString &text);

/// A text for a cell between tabs, as rows are copied for a spreadsheet: guarded in the same way.
QString pastedText(const QString &text);

/// Cells made by the above, with the line's end.
QString csvRow(const QStringList &cells);

} // namespace oneinn::report
