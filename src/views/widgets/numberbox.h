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

    /// Takes more decimals than it has room for as a rule; there are no zeros at their end. What is
    /// typed stands there as it was typed; of what is displayed, which may be worked out, no more
    /// digits than tell something, and looking at it changes no value.
    void setExactDecimals(int decimals);

    /// Wide enough for five digits with their decimals and suffix, whatever the range.
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
    void stepBy(int steps) override;
    /// Without zeros at the end.
    QString textFromValue(double value) const override;
    /// What parts thousands here is read as that where it stands between thousands, else as a
    /// decimal point: 0,125 is never 125.
    double valueFromText(const QString &text) const override;
    QValidator::State validate(QString &text, int &position) const override;
    void fixup(QString &text) const override;

Q_SIGNALS:
    void edited(double value);

protected:
    void wheelEvent(QWheelEvent *event) override;

private:
    void commit();
    /// As this locale writes it; absent for what may still become a number.
    std::optional<QString> withoutThousands(const QString &text) const;
    QString allDigits(double value) const;
    QString briefly(double value) const;

    double m_shown = 0.0;
    std::optional<int> m_usualDecimals;
    bool m_isTyping = false;       ///< since it was last shown
    std::optional<double> m_typed; ///< shown with all its digits
};

} // namespace oneinn
