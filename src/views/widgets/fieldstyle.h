// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QPalette>
#include <QProxyStyle>

namespace oneinn {

/// Qt's Fusion, but for the outlines of what one types in, ticks or chooses from: there they are a
/// little darker than the window, and on a dark one not to be seen.
class FieldStyle final : public QProxyStyle {
    Q_OBJECT

public:
    FieldStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                            QPainter *painter, const QWidget *widget) const override;

private:
    /// Fusion takes the outline from the colour of the window.
    QPalette outlined(const QPalette &palette) const;

    mutable QHash<qint64, QPalette> m_outlined; ///< by the key of the palette it is made of
};

} // namespace oneinn
