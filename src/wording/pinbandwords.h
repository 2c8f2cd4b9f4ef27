// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/review/reviewrows.h"
#include "wording/pinwords.h"

/// Points on the strip where a person decides in a band: told by model and person together.
namespace oneinn::wording {

/// "B — evenings, with a person"; "Now, with a person".
QString pinWithPersonTitle(const PinnedPoint &pin, std::size_t place);
QString nowWithPersonTitle();

/// What is another with a person than option, the point without one: from where to where a person
/// decides, wrong, missed and worth. What a reviewer decides is a chance, so that nothing tells by
/// which use half have met a bad one.
QString pinBandCell(const BandNumbers &numbers, const Assessment &option, PinColumn column,
                    int denominator);
QString pinBandChipText(const QString &title, const BandNumbers &numbers, const Assessment &option,
                        bool named, bool late);

/// What a point with a band is: "A person decides from 0.30 to 0.70: …".
QString pinBandText(const BandNumbers &numbers, const std::optional<Combination> &combination,
                    const FeatureWords &words = {});
/// In place of where differences come from: there are none to a point with a band.
QString pinBandPairingText(const FeatureWords &words = {});

} // namespace oneinn::wording
