// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "presets/presets.h"
#include "views/window/palettesearch.h"

class QMenu;
class QWidget;

namespace oneinn {

class ExplorePage;
class Session;

/// Where the palette finds what it offers.
struct PaletteSources {
    Session *session;
    ExplorePage *explore;
    QWidget *bar; ///< with settings of its own
    QMenu *menu;  ///< of everything that can be done
    QList<Preset> presets;
};

/// All that there is now: views, settings, numbers, presets and what the menu holds. Without data,
/// only actions whose property "anytime" is true.
QList<PaletteEntry> paletteEntries(const PaletteSources &sources);

} // namespace oneinn
