// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

#include <vector>

class QAction;
class QTabWidget;
class QWidget;

namespace oneinn {

/// The rooms of the window, by the digit of their keys (Ctrl+2): fixed.
enum class Room : int {
    Data = 0,
    Product = 1,
    Dials = 2,
    Options = 3,
    Doubts = 4,
    Launch = 5,
    Answer = 6
};

/// Which views are in which room, and how both are called.
class RoomPlaces {
public:
    struct Place {
        Room room;
        QTabWidget *views;
        QAction *action; ///< that leads there
    };
    struct ViewName {
        QString room;
        QString view;
        QString about;
    };

    void add(const Place &place) { m_places.push_back(place); }
    /// Which must have been added.
    const Place &of(Room room) const;
    /// The room that a view is in; null for none.
    const Place *holding(const QWidget *view) const;
    /// Each room's views, in their order.
    QList<QWidget *> views() const;
    ViewName nameOf(const QWidget *view) const;
    QList<QAction *> actions() const;

private:
    std::vector<Place> m_places;
};

} // namespace oneinn
