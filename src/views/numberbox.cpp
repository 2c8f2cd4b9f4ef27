// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/numberbox.h"

namespace oneinn {

NumberBox::NumberBox(QWidget *parent)
    : QDoubleSpinBox(parent)
{
    connect(this, &QDoubleSpinBox::editingFinished, this, &NumberBox::commit);
}

void NumberBox::display(double value)
{
    setValue(value);
    m_shown = this->value();
}

void NumberBox::stepBy(int steps)
{
    QDoubleSpinBox::stepBy(steps);
    commit();
}

void NumberBox::commit()
{
    if (value() == m_shown)
        return;
    m_shown = value();
    Q_EMIT edited(m_shown);
}

} // namespace oneinn
