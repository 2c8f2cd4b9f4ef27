// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/window/offeredviews.h"

#include <QTabBar>
#include <QTabWidget>

namespace oneinn {

void OfferedViews::offer(QTabWidget *room, QWidget *view, int at, bool any)
{
    const int now = room->indexOf(view);
    if (any == (now >= 0))
        return;
    if (any) {
        const Name name = m_names.take(view);
        const int put = room->insertTab(at, view, name.view);
        room->setTabToolTip(put, name.about);
    } else {
        m_names.insert(view, {room->tabText(now), room->tabToolTip(now)});
        room->removeTab(now);
    }
    room->setFocusProxy(room->count() > 1 ? room->tabBar() : nullptr);
}

} // namespace oneinn
