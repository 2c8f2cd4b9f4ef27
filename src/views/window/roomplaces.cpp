// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/window/roomplaces.h"

#include <QAction>
#include <QTabWidget>

#include <algorithm>

namespace oneinn {

const RoomPlaces::Place &RoomPlaces::of(Room room) const
{
    return *std::ranges::find(m_places, room, &Place::room);
}

const RoomPlaces::Place *RoomPlaces::holding(const QWidget *view) const
{
    const auto found = std::ranges::find_if(
            m_places, [view](const Place &place) { return place.views->indexOf(view) >= 0; });
    return found == m_places.end() ? nullptr : &*found;
}

QList<QWidget *> RoomPlaces::views() const
{
    QList<QWidget *> views;
    for (const Place &place : m_places) {
        for (int i = 0; i < place.views->count(); ++i)
            views.append(place.views->widget(i));
    }
    return views;
}

RoomPlaces::ViewName RoomPlaces::nameOf(const QWidget *view) const
{
    const Place *place = holding(view);
    if (!place)
        return {};
    const int at = place->views->indexOf(view);
    return {place->action->text(), place->views->tabText(at), place->views->tabToolTip(at)};
}

QList<QAction *> RoomPlaces::actions() const
{
    QList<QAction *> all;
    for (const Place &place : m_places)
        all.append(place.action);
    return all;
}

} // namespace oneinn
