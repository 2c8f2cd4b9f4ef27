// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QPointF>
#include <QString>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace oneinn::charts {

/// Words in the painter's font that can be read on any colour: with an edge in another. `left` is
/// where the baseline starts.
void drawHaloText(QPainter *painter, QPointF left, const QString &text, const QColor &ink,
                  const QColor &halo);

} // namespace oneinn::charts
