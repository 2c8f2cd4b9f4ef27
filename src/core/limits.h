// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

/// The bounds of what a file or a person may say, at one place for every door: files of
/// predictions, sessions, presets and the command line. Wider than anything that is meant; within
/// them no sum, product or square of what is computed overflows or vanishes.
namespace oneinn::limits {

/// Of a score's size. What lies beyond says that there is none (the largest double, say).
inline constexpr double largestScore = 1e100;

/// Of a row's weight; a weight is also squared.
inline constexpr double leastWeight = 1e-30;
inline constexpr double mostWeight = 1e30;

/// Uses that one record stands for.
inline constexpr double mostCounted = 1e9;

/// Milliseconds, thousands of years. A longer latency is a time-out; a longer wait is none.
inline constexpr double longestWait = 1e15;
/// Milliseconds: shorter waits are 0.
inline constexpr double shortestWait = 1e-6;

/// Share of positives in production.
inline constexpr double leastBaseRate = 1e-9;
inline constexpr double mostBaseRate = 1.0 - 1e-9;

/// Share of people still waiting at a point of a patience curve, or answered within a wait.
inline constexpr double leastShare = 1e-9;

inline constexpr double leastUsesPerWeek = 1e-3;
inline constexpr double mostUsesPerWeek = 1e6;
inline constexpr int mostBadBeforeLeaving = 1000;

/// Of what an outcome is worth, of either sign, in the person's own unit.
inline constexpr double largestValue = 1e12;
inline constexpr double largestCostPerCall = 1e6;

/// Uses, or what is shown, by all users together in a day.
inline constexpr double leastPerDay = 1e-6;
inline constexpr double mostPerDay = 1e12;

} // namespace oneinn::limits
