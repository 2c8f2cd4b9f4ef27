// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>

#include <memory>

namespace oneinn {

namespace Ui {
class OfferBar;
}

/// A message with two buttons that interrupts nothing: it stays above the page until one is
/// pressed.
class OfferBar final : public QFrame {
    Q_OBJECT

public:
    explicit OfferBar(QWidget *parent = nullptr);
    ~OfferBar() override;

    void display(const QString &message, const QString &accept, const QString &decline);
    QString message() const;

Q_SIGNALS:
    void accepted();
    void declined();

private:
    std::unique_ptr<Ui::OfferBar> m_ui;
};

} // namespace oneinn
