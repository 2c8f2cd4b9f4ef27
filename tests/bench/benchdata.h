// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/predictions/predictions.h"

#include <filesystem>
#include <string>

namespace bench {

inline constexpr unsigned segments = 8;
inline constexpr unsigned models = 2;

/// Made-up predictions of a useful model: a tenth positive, scores and latencies of full
/// precision, two models and eight segments, in random order. The same for the same size.
oneinn::PredictionColumns predictions(std::size_t rows);

/// Weights of full precision, from 0.5 to 1.5.
Eigen::ArrayXd weights(std::size_t rows);

/// 20 uses a user and 90 days, each where chance puts it.
void addUsersAndDays(oneinn::PredictionColumns &columns);

/// Writes label.u8, score.f64 and latency.f64, which numpy.fromfile reads. Throws
/// std::runtime_error where a file cannot be written.
void write(const oneinn::PredictionColumns &columns, const std::filesystem::path &folder);

} // namespace bench
