// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

namespace oneinn {

/// The parts of a whole, each a multiple of a step, such that they add up to the whole, which must
/// be such a multiple (to rounding): each at its nearest but for those, of the ones nearest to
/// their other neighbour, that take what is over (method of the largest remainder). What is 0 stays
/// 0. Where they are not the parts of that whole, more being over than rounding leaves, each is at
/// its nearest.
std::vector<double> addingUp(const std::vector<double> &parts, double whole, double step);

} // namespace oneinn
