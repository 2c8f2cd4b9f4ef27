// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/typednumbers.h"

#include <QLocale>
#include <QRegularExpression>

namespace oneinn::wording {

using namespace Qt::StringLiterals;

namespace {

constexpr double mostCounted = 1e15; ///< whole numbers are exact up to there

/// Without blanks of any kind, and apostrophes between thousands.
QString withoutBlanks(QString text)
{
    static const QRegularExpression blanks(u"[\\s\\x{2019}']"_s,
                                           QRegularExpression::UseUnicodePropertiesOption);
    return text.remove(blanks);
}

std::optional<double> plainNumber(const QString &text)
{
    static const QRegularExpression digits(u"^[0-9]*[.,]?[0-9]+$|^[0-9]+[.,]$"_s);
    if (!digits.match(text).hasMatch())
        return std::nullopt;
    return QLocale::c().toDouble(QString(text).replace(u',', u'.'));
}

std::optional<double> upToOne(double share)
{
    return share >= 0.0 && share <= 1.0 ? std::optional(share) : std::nullopt;
}

/// "1 in 50" and "1/50".
std::optional<double> partOfMany(const QString &text)
{
    static const QRegularExpression parts(u"^([^/a-z]+)(?:in|/)([^/a-z]+)$"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    const auto match = parts.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const auto part = typedCount(match.captured(1));
    const auto whole = typedCount(match.captured(2));
    return part && whole && *whole > 0.0 ? upToOne(*part / *whole) : std::nullopt;
}

} // namespace

std::optional<double> typedShare(const QString &text)
{
    const QString bare = withoutBlanks(text);
    if (const auto part = partOfMany(bare))
        return part;
    const bool percent = bare.endsWith(u'%');
    const auto number = plainNumber(percent ? bare.chopped(1) : bare);
    constexpr double hundred = 100.0;
    return number ? upToOne(percent ? *number / hundred : *number) : std::nullopt;
}

std::optional<double> typedCount(const QString &text)
{
    static const QRegularExpression whole(u"^[0-9]+$"_s);
    static const QRegularExpression commas(u"^[0-9]{1,3}(,[0-9]{3})+$"_s);
    static const QRegularExpression points(u"^[0-9]{1,3}(\\.[0-9]{3}){2,}$"_s);
    QString bare = withoutBlanks(text);
    if (commas.match(bare).hasMatch())
        bare.remove(u',');
    else if (points.match(bare).hasMatch())
        bare.remove(u'.');
    if (!whole.match(bare).hasMatch())
        return std::nullopt;
    const double number = QLocale::c().toDouble(bare);
    return number <= mostCounted ? std::optional(number) : std::nullopt;
}

} // namespace oneinn::wording
