// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pictures/picture.h"

#include <QWidget>

#include <functional>

namespace oneinn {

/// A picture as large as there is room, in the window's colours; read out as its description.
class PictureView final : public QWidget {
    Q_OBJECT

public:
    /// Called with the size that the picture is to have.
    using Drawing = std::function<pictures::Picture(QSizeF)>;

    /// It is never drawn smaller than `least`, and asks for no more than `usual`.
    PictureView(const QSize &usual, const QSize &least, QWidget *parent);

    void display(Drawing drawing);
    /// Out of date: without colour.
    void setFaded(bool faded);
    /// Without the numbers in what is written, but for those along an axis.
    void setBare(bool bare);
    bool isFaded() const { return m_faded; }
    bool isEmpty() const { return !m_drawing; }

    QSize sizeHint() const override { return m_usual; }
    QSize minimumSizeHint() const override { return m_least; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QSize m_usual;
    QSize m_least;
    Drawing m_drawing;
    bool m_faded = false;
    bool m_bare = false;
};

} // namespace oneinn
