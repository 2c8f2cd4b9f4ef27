// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/periods/drop.h"

#include <QString>

/// Other uses that come in, of which a column tells (isVisibleMix).
namespace oneinn::wording {

struct Feature;

/// "“tel” was 25, is now 77 of 100"
QString mixShares(const DropFinding &finding);
/// One sentence: who comes in, and whether that is all.
QString visibleMixSentence(const DropFinding &finding, const Feature &feature);

} // namespace oneinn::wording
