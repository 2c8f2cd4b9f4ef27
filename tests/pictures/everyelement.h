// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pictures/picture.h"

namespace testsupport {

/// One of each shape, apart from each other.
inline oneinn::pictures::Picture everyShape()
{
    using oneinn::pictures::Role;
    oneinn::pictures::Picture picture({120.0, 80.0}, QStringLiteral("One of each."));
    picture.rectangle({10.0, 10.0, 20.0, 15.0}, {Role::GoodPale, Role::Good, 2.0});
    picture.line({10.0, 40.125}, {50.0, 40.125},
                 {.stroke = Role::Axis, .width = 2.0, .dash = 6.0, .gap = 4.0});
    picture.polyline({{60.0, 10.0}, {80.0, 30.0}, {100.0, 12.5}},
                     {.stroke = Role::Bad, .width = 3.0});
    picture.circle({80.0, 60.0}, 10.0, {Role::LateShade, Role::Text});
    return picture;
}

} // namespace testsupport
