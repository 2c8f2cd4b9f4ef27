// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QRect>

namespace oneinn {

struct Slide;

/// Where everything of a slide stands on a wall.
struct WallPlaces {
    QRect picture; ///< of no width where there is none
    QRect beside;  ///< what is asked and guessed
    QRect sentence;
    QRect foot;
    bool isBelow = false; ///< what was guessed stands in a line, under the sentence that asks
};

/// guessed: somebody has.
WallPlaces wallPlaces(const QSize &wall, const Slide &slide, bool guessed);

} // namespace oneinn
