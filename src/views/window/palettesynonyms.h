// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace oneinn {

/// What people call a view or an action by other names, so that these lead to it as well; not
/// shown. By its object's name; empty where nobody is known to.
QString paletteSynonyms(const QString &objectName);

} // namespace oneinn
