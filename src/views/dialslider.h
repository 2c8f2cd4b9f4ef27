// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSlider>

namespace oneinn {

/// The slider twin of a chart marker: a position from 0 to 1 along an axis. A click in the groove
/// jumps there. display() never emits.
class DialSlider final : public QSlider {
    Q_OBJECT

public:
    explicit DialSlider(QWidget *parent = nullptr);

    void display(double position);

Q_SIGNALS:
    void dragStarted();
    void dragged(double position);
    void dragFinished();
    void stepRequested(int steps);
    void endRequested(bool high);

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    double m_shown = 0.0;
};

} // namespace oneinn
