// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>

namespace oneinn {

/// What can be done by keys, in a table: everything of the window that has any, and what moves
/// things on the charts.
class ShortcutList final : public QDialog {
    Q_OBJECT

public:
    /// window: whose actions are listed, its own and those of all that it holds.
    explicit ShortcutList(QWidget *window);
};

} // namespace oneinn
