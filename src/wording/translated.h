// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace oneinn::wording {

/// A sentence or a piece of one in the language of the window. `text`: as in the sources, English.
QString translated(const char *text);

} // namespace oneinn::wording
