// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QPalette>

QT_BEGIN_NAMESPACE
class QChart;
QT_END_NAMESPACE

namespace oneinn::charts {

/// Every colour a chart uses. Texts have a contrast of at least 4.5, lines and marks that carry
/// meaning at least 3 against the background (WCAG 2.2, 1.4.3 and 1.4.11). The pale fills alone do
/// not: what is pale is also outlined in `outline`.
struct ChartColors {
    QColor background;
    QColor grid;  ///< decoration only
    QColor axis;  ///< baseline and frame
    QColor text;  ///< tick labels and titles
    QColor ink;   ///< marker and its label
    QColor onInk; ///< on top of ink
    QColor good;  ///< lines and bars
    QColor bad;
    QColor goodText; ///< the same hue, dark or light enough for words
    QColor badText;
    QColor goodPale;    ///< good but not shown
    QColor neutralPale; ///< bad and not shown
    QColor outline;     ///< around pale bars; secondary lines
    QColor shownShade;  ///< region right of the threshold
    QColor lateShade;   ///< region beyond the budget
    QColor focus;       ///< focus ring
    bool dark = false;

    /// The design's light or dark set, whichever suits the palette's Base, adjusted until the
    /// contrasts above hold on that very background.
    static ChartColors fromPalette(const QPalette &palette);

    bool operator==(const ChartColors &) const = default;
};

/// Part of the way, 0 to 1, from one colour to another.
QColor mixed(const QColor &from, const QColor &to, double part);

/// WCAG 2.2 contrast ratio, 1 to 21.
double contrastRatio(const QColor &a, const QColor &b);

/// The colour moved towards black or white, whichever is away from the background, until the ratio
/// is reached.
QColor withContrast(const QColor &color, const QColor &background, double ratio);

/// Background, margins and fonts of the chart; removes title, legend, shadow and animation.
void applyTheme(QChart *chart, const ChartColors &colors);

} // namespace oneinn::charts
