// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>

#include <memory>

namespace oneinn {

namespace Ui {
class MessageBar;
}

/// A message that interrupts nothing: it stays at the foot of the window until it is closed.
class MessageBar final : public QFrame {
    Q_OBJECT

public:
    explicit MessageBar(QWidget *parent = nullptr);
    ~MessageBar() override;

    void display(const QString &message);
    /// Below what still stands there unread, if anything; nothing is said twice.
    void displayAlso(const QString &message);
    QString message() const;

private:
    std::unique_ptr<Ui::MessageBar> m_ui;
};

} // namespace oneinn
