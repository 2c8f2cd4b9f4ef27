// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include <optional>

namespace oneinn {

/// A hundred icons, the bad ones first: squares with a cross for wrong, discs for right. Shape
/// carries the state as well as colour.
class IconArray final : public QWidget {
    Q_OBJECT

public:
    explicit IconArray(QWidget *parent = nullptr);

    /// bad: how many of the hundred; absent: unknown, all icons are hollow.
    void display(std::optional<int> bad, const QString &description);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::optional<int> m_bad;
};

} // namespace oneinn
