// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/openeddata.h"

#include <QStringList>

namespace oneinn {

/// What was assumed of a file on opening it, a sentence each, and where to change it.
QStringList columnNotes(const OpenedData &data);

} // namespace oneinn
