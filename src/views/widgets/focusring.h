// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

namespace oneinn {

/// Shows which table, list or text has the keys: a frame on top of it, for which nothing moves. Of
/// a selected row alone that is not to be seen.
class FocusRing final : public QWidget {
    Q_OBJECT

public:
    /// Follows the focus in the window that it is given.
    explicit FocusRing(QWidget *window);

    bool eventFilter(QObject *watched, QEvent *event) override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void follow(QWidget *focused);

    QWidget *m_window;
};

} // namespace oneinn
