// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QApplication>
#include <QGraphicsView>
#include <QMouseEvent>
#include <QTest>

/// Mouse gestures as a person makes them. QTest::mouseMove() delivers no pressed buttons on the
/// offscreen platform, so moves during a drag are sent as events.
namespace testsupport {

inline void sendMouse(QWidget *target, QEvent::Type type, QPoint at, Qt::MouseButton button,
                      Qt::MouseButtons buttons)
{
    QMouseEvent event(type, QPointF(at), QPointF(target->mapToGlobal(at)), button, buttons,
                      Qt::NoModifier);
    QApplication::sendEvent(target, &event);
}

inline void press(QWidget *target, QPoint at)
{
    sendMouse(target, QEvent::MouseButtonPress, at, Qt::LeftButton, Qt::LeftButton);
}

inline void moveTo(QWidget *target, QPoint at, Qt::MouseButtons buttons = Qt::LeftButton)
{
    sendMouse(target, QEvent::MouseMove, at, Qt::NoButton, buttons);
}

inline void release(QWidget *target, QPoint at)
{
    sendMouse(target, QEvent::MouseButtonRelease, at, Qt::LeftButton, Qt::NoButton);
}

/// Press, a few moves in between, release.
inline void drag(QWidget *target, QPoint from, QPoint to, int moves = 4)
{
    press(target, from);
    for (int i = 1; i <= moves; ++i)
        moveTo(target, from + (to - from) * i / moves);
    release(target, to);
}

/// Where a point of an item's coordinates lies on the view's viewport: the target of the above.
inline QPoint onViewport(const QGraphicsView *view, const QGraphicsItem *item, QPointF inItem = {})
{
    return view->mapFromScene(item->mapToScene(inItem));
}

} // namespace testsupport
