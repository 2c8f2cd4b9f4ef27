// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "views/window/slide.h"

#include <QImage>

#include <vector>

class QWidget;

namespace oneinn {

class IconArray;
class LossBars;
class Results;
class SegmentSlide;

/// The picture of a slide, as large as its room and sharp there.
class SlidePicture {
public:
    /// wall: whose colours and type it has, and which owns what it is drawn by.
    SlidePicture(const Results *results, QWidget *wall);

    struct Asked {
        QSize room;
        double scale = 1.0;
        bool revealed = false;
        std::vector<double> guesses = {};
    };
    /// Null where the slide has none.
    QImage of(const Slide &slide, const Asked &asked) const;

private:
    QImage bars(const Asked &asked) const;
    QImage icons(const Slide &slide, const Asked &asked) const;
    QImage chart(const Slide &slide, const Asked &asked) const;
    static QImage drawing(const Slide &slide, const Asked &asked);
    QImage segments(const Slide &slide, const Asked &asked) const;

    const Results *m_results;
    QWidget *m_wall;
    IconArray *m_icons;
    LossBars *m_bars;
    SegmentSlide *m_segments;
};

/// Of guesses and what says so, on a wall of this palette.
QColor guessColor(const QPalette &palette);

} // namespace oneinn
