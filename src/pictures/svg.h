// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pictures/picture.h"

#include <QByteArray>

namespace oneinn::pictures {

/// A whole SVG file of basic shapes and of text that stays text. The same bytes for the same
/// picture, on every machine.
QByteArray toSvg(const Picture &picture);

} // namespace oneinn::pictures
