// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/readingnote.h"

#include <QString>

namespace oneinn::wording {

/// How cells were read, "“score” is written in percent: “89.5 %” is read as 0.895"; a clause
/// without a full stop.
QString readingNoteText(const ReadingNote &note);

} // namespace oneinn::wording
