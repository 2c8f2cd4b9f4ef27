// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QRect>

#include <optional>

namespace oneinn {

/// Where an audience's picture goes, and a presenter's notes.
struct PresentedScreens {
    QRect audience;
    std::optional<QRect> notes; ///< absent: there is one screen, which the audience has
};

/// screens: of which the window is on one; not empty. The notes stay with the presenter, where the
/// window is, and the audience has the first of the others. Screens that mirror each other are one.
PresentedScreens presentedScreens(const QList<QRect> &screens, qsizetype ofWindow);

} // namespace oneinn
