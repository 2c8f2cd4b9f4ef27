// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QToolButton>

namespace oneinn {

/// A line of text in a bar that can be clicked: where there is little room, its end is left out.
class LineButton final : public QToolButton {
    Q_OBJECT

public:
    using QToolButton::QToolButton;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QSize sizeFor(int textWidth) const;
};

} // namespace oneinn
