// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/csv.h"

#include "wording/names.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace oneinn::report {

using namespace Qt::StringLiterals;

namespace {

bool beginsLikeAFormula(const QString &text)
{
    // What some spreadsheets take for the ASCII ones as well.
    static const QString signs = u"=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20"_s;
    return !text.isEmpty() && signs.contains(text.front());
}

} // namespace

QString csvNumber(std::optional<double> value)
{
    if (!value)
        return {};
    std::array<char, 32> digits{};
    const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), *value);
    return QString::fromLatin1(digits.data(), error == std::errc() ? end - digits.data() : 0);
}

QString pastedText(const QString &text)
{
    const QString cell = wording::visible(text);
    return beginsLikeAFormula(text) ? u'\'' + cell : cell;
}

QString csvText(const QString &text)
{
    QString cell = pastedText(text);
    const auto needsQuotes = [](QChar c) { return c == u',' || c == u'"' || c == u';'; };
    if (std::none_of(cell.begin(), cell.end(), needsQuotes))
        return cell;
    return u'"' + cell.replace(u'"', u"\"\""_s) + u'"';
}

QString csvRow(const QStringList &cells)
{
    return cells.join(u',') + u'\n';
}

} // namespace oneinn::report
