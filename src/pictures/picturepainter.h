// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pictures/picture.h"

#include <QFont>

#include <functional>

class QPainter;

namespace oneinn::pictures {

/// The colour of a role where a picture is painted.
using Inks = std::function<Ink(Role)>;

/// Paints a picture so that it fills a place. Letters stay letters, also on paper.
void paint(QPainter *painter, const Picture &picture, const QRectF &place, const QFont &font,
           const Inks &inks = onPaper);

} // namespace oneinn::pictures
