// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/translated.h"

#include <QCoreApplication>

namespace oneinn::wording {

QString translated(const char *text)
{
    return QCoreApplication::translate("wording", text);
}

} // namespace oneinn::wording
