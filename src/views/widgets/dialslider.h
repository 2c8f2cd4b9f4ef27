// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/axismapping.h"

#include <QSlider>

namespace oneinn {

/// The slider twin of a chart marker: a position from 0 to 1 along its axis. A click in the groove
/// jumps there. display() never emits.
class DialSlider final : public QSlider {
    Q_OBJECT

public:
    explicit DialSlider(QWidget *parent = nullptr);

    /// said: what stands there, as a person reads it.
    void display(double axisUnits, const charts::AxisMapping &scale, const QString &said);
    /// As shown last.
    double axis() const { return m_axis; }
    const charts::AxisMapping &scale() const { return m_scale; }
    QString said() const { return m_said; }
    /// As if it were dragged there.
    void moveTo(double axisUnits);

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
    double positionOf(double axisUnits) const;
    void displayPosition();

    charts::AxisMapping m_scale = charts::AxisMapping::score(0.0, 1.0);
    double m_axis = 0.0;
    QString m_said;
};

} // namespace oneinn
