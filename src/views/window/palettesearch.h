// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

#include <functional>
#include <optional>

namespace oneinn {

/// Something that can be found by name and then done.
struct PaletteEntry {
    QString name;  ///< fit to be shown
    QString where; ///< what kind of thing it is, or the way to it
    QString words; ///< that lead to it as well, and are not shown
    QString keys;  ///< of its shortcut, as the desktop writes them
    std::function<void()> choose;
};

/// How well an entry fits what was typed, 0 best; absent unless all that was typed occurs, in any
/// order, in its name or in what leads to it. Nothing typed fits everything.
std::optional<int> paletteRank(const PaletteEntry &entry, const QString &typed);

/// Which of the entries fit, the best first; of those that fit alike, in their own order.
QList<qsizetype> paletteSearch(const QList<PaletteEntry> &entries, const QString &typed);

} // namespace oneinn
