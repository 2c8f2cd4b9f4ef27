// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDoubleSpinBox>

namespace oneinn {

/// A spin box that tells a person's edits from values it is given to show: display() never emits.
class NumberBox final : public QDoubleSpinBox {
    Q_OBJECT

public:
    explicit NumberBox(QWidget *parent = nullptr);

    /// Shows a value, rounded to the decimals of the box.
    void display(double value);

    /// Wide enough for five digits with their decimals and suffix, whatever the range.
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
    void stepBy(int steps) override;

Q_SIGNALS:
    void edited(double value);

protected:
    void wheelEvent(QWheelEvent *event) override;

private:
    void commit();

    double m_shown = 0.0;
};

} // namespace oneinn
