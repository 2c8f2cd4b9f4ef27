// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/document.h"
#include "presets/jsonreader.h"

#include <QJsonObject>

/// What a person sets of a review band; the key `review`.
namespace oneinn {

/// Writes nothing where nothing is set.
void writeReview(QJsonObject &json, const ReviewSetting &review);
ReviewSetting readReview(JsonReader &reader);

/// The band that a pin keeps; the key `reviewBand`, which is left out where there is none.
void writePinnedBand(QJsonObject &pin, const std::optional<BandThresholds> &band);
std::optional<BandThresholds> readPinnedBand(JsonReader &pin);

} // namespace oneinn
