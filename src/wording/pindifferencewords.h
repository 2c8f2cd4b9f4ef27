// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wording/pinwords.h"

/// How pinned points differ from now.
namespace oneinn::wording {

/// "−11 of 100 (−13 to −9)", "cannot be told apart", "10 uses sooner". For columns that are chosen
/// and not met, the cell itself.
QString pinDifferenceCell(const PinDifferences &differences, const Assessment &pin,
                          const Assessment &now, PinColumn column, int denominator);

/// Where differences come from, or why there are none.
QString pinPairingText(const PinDifferences &differences, const FeatureWords &product = {});

} // namespace oneinn::wording
