// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace oneinn {

/// What a screen reader is told of a list to choose from, and of a dial's slider: the first by what
/// it sets and what is chosen ("Model: cloud-large"), where Qt on Unix tells the choice alone; the
/// second in the units of its axis. For all of the program, once.
void installAccessibleControls();

} // namespace oneinn
