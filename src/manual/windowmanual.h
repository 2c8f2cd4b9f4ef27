// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "manual/manualpage.h"

namespace oneinn::manual {

struct WindowOption {
    QString name;  ///< without its dashes
    QString value; ///< what stands after it; empty for a switch
    QString help;
};

/// Of one-in-n, the window: what is parsed, what --help shows, and what its manual says. Help and
/// version aside, which Qt knows by itself.
const QList<WindowOption> &windowOptions();
QString windowDescription();
/// What one-in-n may be called with, and what it is.
QString windowFileHelp();

Page windowPage();
QString windowCompletion();

} // namespace oneinn::manual
