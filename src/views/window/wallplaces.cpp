// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/window/wallplaces.h"

#include "views/window/slide.h"

namespace oneinn {

namespace {

/// Shares of the wall's height.
constexpr double wallMargin = 0.06;
constexpr double footHeight = 0.07;
constexpr double pictureHeight = 0.66; ///< of what the foot leaves, with the sentence under it
constexpr double belowHeight = 0.05;

constexpr double chartWidth = 0.6; ///< of the width, beside what is asked

QRect pictureIn(QRect content, const Slide &slide)
{
    content.setHeight(int(pictureHeight * content.height()));
    if (slide.view.picture == PresentedView::Picture::None)
        content.setWidth(0);
    else if (slide.view.picture == PresentedView::Picture::Icons)
        content.setWidth(qMin(content.height(), content.width() / 2));
    else if (!slide.question.isEmpty())
        content.setWidth(int(chartWidth * content.width()));
    return content;
}

} // namespace

WallPlaces wallPlaces(const QSize &wall, const Slide &slide, bool guessed)
{
    const int margin = int(wallMargin * wall.height());
    const int foot = int(footHeight * wall.height());
    const QRect content = QRect({}, wall).adjusted(margin, margin, -margin, -margin - foot / 2);
    WallPlaces places;
    places.isBelow = slide.question.isEmpty() && guessed;
    places.picture = pictureIn(content, slide);
    places.sentence = content;
    places.sentence.setTop(places.picture.bottom() + margin / 2);
    places.beside = content;
    places.beside.setHeight(places.picture.height());
    if (places.picture.width() > 0)
        places.beside.setLeft(places.picture.right() + margin);
    if (places.isBelow) {
        const int below = int(belowHeight * wall.height());
        places.sentence.setBottom(content.bottom() - below);
        places.beside = QRect(content.left(), content.bottom() - below + 1, content.width(), below);
    }
    places.foot = QRect(content.left(), wall.height() - foot, content.width(), foot);
    return places;
}

} // namespace oneinn
