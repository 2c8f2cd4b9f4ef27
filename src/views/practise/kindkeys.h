// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QComboBox;
class QDialog;

namespace oneinn {

/// Each line of the box is chosen by a key of its own in the dialog as well, Ctrl+0 on, which
/// stands beside it.
void addKindKeys(QComboBox *kinds, QDialog *dialog);

} // namespace oneinn
