// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace oneinn::wording {

/// "raised", "taken down", "flagged", "let through"; of the first word of a phrase alone.
QString participleOf(const QString &verb);
/// "raises", "takes down", "flags".
QString thirdPersonOf(const QString &verb);
/// The verb by itself, whichever of its forms was typed: "raise" of "raises", "raised", "raising"
/// and "to raise".
QString infinitiveOf(const QString &typed);

} // namespace oneinn::wording
