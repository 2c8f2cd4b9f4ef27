// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

namespace oneinn::cli {

/// A thing that a command does which reads no predictions (lesson, open, practise-log), or an
/// option of it.
struct CommandUse {
    QString usage; ///< behind the command's name; an option as it is typed
    QString help;
};

} // namespace oneinn::cli
