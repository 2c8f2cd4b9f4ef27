// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>

#include <memory>

namespace oneinn {

namespace Ui {
class OfferBar;
}

/// A message with two or three buttons that interrupts nothing: it stays above the page until one
/// is pressed.
class OfferBar final : public QFrame {
    Q_OBJECT

public:
    explicit OfferBar(QWidget *parent = nullptr);
    ~OfferBar() override;

    /// other: what else can be done; empty: nothing.
    void display(const QString &message, const QString &accept, const QString &decline,
                 const QString &other = {});
    QString message() const;

Q_SIGNALS:
    void accepted();
    void declined();
    void otherChosen();

private:
    std::unique_ptr<Ui::OfferBar> m_ui;
};

} // namespace oneinn
