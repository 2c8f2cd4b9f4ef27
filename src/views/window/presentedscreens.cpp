// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/window/presentedscreens.h"

namespace oneinn {

PresentedScreens presentedScreens(const QList<QRect> &screens, qsizetype ofWindow)
{
    const QRect own = screens.value(ofWindow, screens.constFirst());
    for (const QRect &screen : screens) {
        if (!screen.intersects(own))
            return {screen, own};
    }
    return {own, std::nullopt};
}

} // namespace oneinn
