// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/widgets/earlierswitch.h"

#include "results/earliercurves.h"
#include "views/widgets/plaintext.h"
#include "wording/chartwords.h"

namespace oneinn {

EarlierSwitch::EarlierSwitch(QWidget *parent)
    : QCheckBox(parent)
{
    setObjectName(QStringLiteral("earlierSwitch"));
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setVisible(false);
}

void EarlierSwitch::setCurves(EarlierCurves *curves)
{
    m_curves = curves;
    connect(curves, &EarlierCurves::changed, this, &EarlierSwitch::display);
    connect(this, &QCheckBox::clicked, curves, &EarlierCurves::setShown);
    display();
}

void EarlierSwitch::display()
{
    const auto period = m_curves->name();
    setVisible(period.has_value());
    if (!period)
        return;
    const QString text = wording::earlierSwitchText(*period);
    setText(onButton(text));
    setAccessibleName(text);
    const bool none = m_curves->isShown() && m_curves->hasNone();
    setToolTip(wording::earlierSwitchHint(none));
    setAccessibleDescription(toolTip());
    setEnabled(!none);
    setChecked(m_curves->isShown());
}

} // namespace oneinn

#include "moc_earlierswitch.cpp"
