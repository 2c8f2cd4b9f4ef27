// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QAbstractButton;

namespace oneinn {

/// Says on the button for a moment that what it copies is in the clipboard; it keeps its size.
void sayCopied(QAbstractButton *button);

} // namespace oneinn
