// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/optionreader.h"

#include "cli/optionvalues.h"
#include "wording/numbers.h"

#include <algorithm>

namespace oneinn::cli {

using namespace Qt::StringLiterals;

QString wantedOf(const FieldRow &row)
{
    if (row.unit == FieldUnit::Share) {
        const QString example = u", as in 0.05 or 1in20"_s;
        if (row.most < 1.0)
            return u"a share above 0 and below 1, and not within %1 of either"_s.arg(
                           wording::boundText(row.least))
                    + example;
        return row.least > 0.0 ? u"a share above 0"_s + example
                               : u"a share from 0 to 1"_s + example;
    }
    const QString what = row.isWhole              ? u"a whole number"_s
            : row.unit == FieldUnit::Milliseconds ? u"a number of milliseconds"_s
                                                  : u"a number"_s;
    return u"%1 from %2 to %3"_s.arg(what, wording::boundText(row.least),
                                     wording::boundText(row.most));
}

bool OptionReader::isSet(const QString &name) const
{
    const bool isKnown =
            std::any_of(m_known.begin(), m_known.end(),
                        [&name](const OptionEntry &option) { return option.name == name; });
    return isKnown && m_parser.isSet(name);
}

void OptionReader::require(const QString &name, const QString &wanted)
{
    if (!isSet(name))
        fail(u"--%1 is missing: it needs %2."_s.arg(name, wanted));
}

QString OptionReader::pointed(const QString &text)
{
    QString result = text;
    return text.count(u',') == 1 ? result.replace(u',', u'.') : result;
}

QString OptionReader::refusal(const QString &name, const QString &wanted, const QString &text,
                              bool isPointMeant)
{
    const QString said = u"--%1 needs %2, not '%3'."_s.arg(name, wanted, text);
    return isPointMeant ? said + u" The decimal mark is a point: %1."_s.arg(pointed(text)) : said;
}

void OptionReader::takeField(const FieldRow &row, Scenario &scenario)
{
    const auto read = [&row](const QString &text) {
        const auto value = row.unit == FieldUnit::Share ? shareNamed(text) : finiteNumber(text);
        return value && isAllowed(row.field, *value) ? value : std::nullopt;
    };
    take(optionOf(row), wantedOf(row), read,
         [&](double value) { setValue(row.field, value, scenario); });
}

} // namespace oneinn::cli
