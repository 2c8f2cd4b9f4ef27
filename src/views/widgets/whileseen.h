// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>

class QWidget;

namespace oneinn {

/// Tells whether a widget is shown: at once where it is, then with each change, as long as it
/// lives. For what is worked out only while somebody looks.
void whileSeen(QWidget *widget, std::function<void(bool seen)> told);

} // namespace oneinn
