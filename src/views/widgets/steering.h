// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPointF>

#include <functional>

class QObject;

namespace oneinn {

class DialSlider;
class Session;

namespace charts {
class ChartMarker;
}

/// What a hand and keys do with something that is dragged.
template<typename Place> struct Steering {
    std::function<void(Place)> to;   ///< dragged to a place
    std::function<void(int)> by;     ///< so many steps, by keys
    std::function<void(bool)> toEnd; ///< the high end, or the low one
};
/// Steps from one change of decision to the next, and to either end of the scores.
template<typename Place>
Steering<Place> ofThreshold(Session *session, std::function<void(Place)> to);

/// What a drag changes until the hand lets go is one step of undo; given up, it leaves no trace.
/// owner: whom the steering belongs to; it ends with it.
void steer(charts::ChartMarker *marker, Session *session, QObject *owner,
           const Steering<QPointF> &steering);
/// A slider's places are from 0 to 1 along its groove.
void steer(DialSlider *slider, Session *session, QObject *owner, const Steering<double> &steering);

} // namespace oneinn
