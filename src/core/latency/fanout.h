// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/units.h"

#include <functional>

/// Tails of requests made of others: Dean & Barroso 2013.
namespace oneinn {

/// Share of requests that take longer than a time; never rising.
using LatencySurvival = std::function<double(Milliseconds)>;

/// Share of uses that meet at least one slow answer when each waits for n answers, a share p of
/// which is slow, each for itself: 1 - (1 - p)^n. p in [0, 1], n >= 0.
double fanoutTail(double p, double n);

/// Share of requests over t when a second one goes out after h: S(t) before h, then S(t) S(t - h).
/// Replicas are taken to be independent, which is optimistic. The load added is S(h).
double hedgedTail(const LatencySurvival &survival, Milliseconds hedgeAfter, Milliseconds t);

} // namespace oneinn
