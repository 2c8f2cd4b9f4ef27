// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/widgets/fieldstyle.h"

#include "charts/charttheme.h"

#include <QStyleFactory>
#include <QStyleOption>

namespace oneinn {

namespace {

constexpr int fusionDarker = 140; ///< percent: what Fusion makes of the window's colour
constexpr qsizetype mostPalettesKept = 64;

} // namespace

FieldStyle::FieldStyle()
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
{
}

QPalette FieldStyle::outlined(const QPalette &palette) const
{
    // What Fusion has painted once it keeps by the palette's key: that has to be the same again.
    if (m_outlined.size() > mostPalettesKept)
        m_outlined.clear();
    const auto known = m_outlined.constFind(palette.cacheKey());
    if (known != m_outlined.cend())
        return *known;
    QPalette changed = palette;
    changed.setColor(QPalette::Window,
                     charts::ChartColors::fromPalette(palette).outline.lighter(fusionDarker));
    m_outlined.insert(palette.cacheKey(), changed);
    return changed;
}

void FieldStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option,
                               QPainter *painter, const QWidget *widget) const
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
    if (button && (element == PE_IndicatorCheckBox || element == PE_IndicatorRadioButton)) {
        QStyleOptionButton changed = *button;
        changed.palette = outlined(button->palette);
        QProxyStyle::drawPrimitive(element, &changed, painter, widget);
    } else if (frame && element == PE_FrameLineEdit) {
        QStyleOptionFrame changed = *frame;
        changed.palette = outlined(frame->palette);
        QProxyStyle::drawPrimitive(element, &changed, painter, widget);
    } else {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void FieldStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                    QPainter *painter, const QWidget *widget) const
{
    const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
    const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    if (spin && control == CC_SpinBox) {
        QStyleOptionSpinBox changed = *spin;
        changed.palette = outlined(spin->palette);
        QProxyStyle::drawComplexControl(control, &changed, painter, widget);
    } else if (combo && control == CC_ComboBox) {
        QStyleOptionComboBox changed = *combo;
        changed.palette = outlined(combo->palette);
        QProxyStyle::drawComplexControl(control, &changed, painter, widget);
    } else {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

} // namespace oneinn

#include "moc_fieldstyle.cpp"
