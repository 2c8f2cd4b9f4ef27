// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/typedwait.h"

#include <QRegularExpression>

#include <cmath>

namespace oneinn::wording {

using namespace Qt::StringLiterals;

std::optional<double> typedWait(const QString &typed)
{
    static const QRegularExpression wait(u"^(\\d+(?:\\.\\d*)?|\\.\\d+)\\s*(ms|s)?$"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    // Said with a comma by half of the world.
    const auto found = wait.match(QString(typed).replace(u',', u'.').trimmed());
    if (!found.hasMatch())
        return std::nullopt;
    constexpr double second = 1000.0;
    const bool isSeconds = found.captured(2).compare(u"s", Qt::CaseInsensitive) == 0;
    const double number = found.captured(1).toDouble() * (isSeconds ? second : 1.0);
    return std::isfinite(number) ? std::optional(number) : std::nullopt;
}

bool beginsWait(const QString &typed)
{
    static const QRegularExpression begun(u"^(\\d+(\\.\\d*)?( ?(s|ms?)?)?)?$"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    return begun.match(QString(typed).replace(u',', u'.')).hasMatch();
}

} // namespace oneinn::wording
