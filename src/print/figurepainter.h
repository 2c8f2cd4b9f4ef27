// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QRectF>
#include <QSizeF>

class QPainter;

namespace oneinn::print {

/// The size of a figure in CSS pixels; empty if it is none.
QSizeF figureSize(const QByteArray &svg);

/// Draws a figure as report::SvgPicture writes it, and no other SVG: Qt Svg would turn the letters
/// into outlines, which nobody can select or search, and which take ten times the room.
void drawFigure(QPainter *painter, const QByteArray &svg, const QRectF &place);

} // namespace oneinn::print
