// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDoubleSpinBox>

#include <optional>

namespace oneinn {

/// A spin box that tells a person's edits from values it is given to show: display() never emits.
class NumberBox final : public QDoubleSpinBox {
    Q_OBJECT

public:
    explicit NumberBox(QWidget *parent = nullptr);

    /// Shows a value, rounded to the decimals of the box.
    void display(double value);

    /// Takes more decimals than it has room for as a rule; there are no zeros at their end.
    void setExactDecimals(int decimals);

    /// Wide enough for five digits with their decimals and suffix, whatever the range.
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
    void stepBy(int steps) override;
    /// Without zeros at the end.
    QString textFromValue(double value) const override;
    /// A comma and a point both stand before the decimals, whatever the locale: nobody types what
    /// parts thousands, and 0,125 is never 125. A second one is refused.
    QValidator::State validate(QString &text, int &position) const override;

Q_SIGNALS:
    void edited(double value);

protected:
    void wheelEvent(QWheelEvent *event) override;

private:
    void commit();

    double m_shown = 0.0;
    std::optional<int> m_usualDecimals;
};

} // namespace oneinn
