// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

namespace oneinn::wording {

/// Of the names that there are, the one that was most likely meant by one that is none: by the
/// fewest letters that are wrong, too many, missing or changed about (Damerau 1964), whatever the
/// capitals. Empty where more than a third of the letters would be others; names of more than 200
/// letters are not compared.
QString nearestName(const QString &name, const QStringList &names);

} // namespace oneinn::wording
