// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QPushButton;

namespace oneinn {

/// As by Space. It is no default button: a text's Enter would press it.
void pressedByEnter(QPushButton *button);

} // namespace oneinn
