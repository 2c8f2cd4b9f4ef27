// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/units.h"

#include <QAbstractSpinBox>

namespace oneinn {

/// The number twin of the threshold: takes any number, and steps from one change of decision to the
/// next instead of by a fixed amount. display() never emits.
class ThresholdBox final : public QAbstractSpinBox {
    Q_OBJECT

public:
    explicit ThresholdBox(QWidget *parent = nullptr);

    /// text: how the threshold is to be shown, which may be shorter than the number.
    void display(const QString &text);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
    void stepBy(int steps) override;

Q_SIGNALS:
    void edited(oneinn::Threshold threshold);
    void stepRequested(int steps);

protected:
    StepEnabled stepEnabled() const override;

private:
    void commit();

    QString m_shown;
};

} // namespace oneinn
