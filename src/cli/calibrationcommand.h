// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/input.h"

namespace oneinn::cli {

/// calibration FILE: do so many of 100 come true as the scores say?
/// Why nothing is said where scores are no probabilities of a positive.
QString noProbabilitiesText(const Input &input);

Outcome calibrationCommand(const Options &options, const Input &input);

} // namespace oneinn::cli
