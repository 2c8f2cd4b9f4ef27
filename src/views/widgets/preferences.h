// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonValue>
#include <QLatin1String>

/// What the program remembers of a person from one run to the next: which files were opened, how
/// it looks. In a file of our own: QSettings puts a part of its file in place of all of it when the
/// disk is full.
namespace oneinn::preferences {

/// Undefined where nothing has been kept; what an older version kept is found, too.
QJsonValue value(QLatin1String key);
/// Where it cannot be kept, what was kept before is.
void keep(QLatin1String key, const QJsonValue &value);

} // namespace oneinn::preferences
