// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/widgets/steering.h"

#include "charts/chartmarker.h"
#include "session/session.h"
#include "views/widgets/dialslider.h"

namespace oneinn {

namespace {

template<typename Dragged, typename Place>
void connectSteering(const Dragged *dragged, Session *session, QObject *owner,
                     const Steering<Place> &steering)
{
    History *history = &session->history();
    QObject::connect(dragged, &Dragged::dragStarted, history, &History::beginGesture);
    QObject::connect(dragged, &Dragged::dragFinished, history, &History::endGesture);
    QObject::connect(dragged, &Dragged::dragged, owner, steering.to);
    QObject::connect(dragged, &Dragged::stepRequested, owner, steering.by);
    QObject::connect(dragged, &Dragged::endRequested, owner, steering.toEnd);
}

} // namespace

template<typename Place>
Steering<Place> ofThreshold(Session *session, std::function<void(Place)> to)
{
    return {std::move(to), [session](int steps) { session->stepThreshold(steps); },
            [session](bool high) { session->moveThresholdToEnd(high); }};
}
template Steering<QPointF> ofThreshold(Session *session, std::function<void(QPointF)> to);
template Steering<double> ofThreshold(Session *session, std::function<void(double)> to);

void steer(charts::ChartMarker *marker, Session *session, QObject *owner,
           const Steering<QPointF> &steering)
{
    connectSteering(marker, session, owner, steering);
    QObject::connect(marker, &charts::ChartMarker::dragCancelled, &session->history(),
                     &History::cancelGesture);
}

void steer(DialSlider *slider, Session *session, QObject *owner, const Steering<double> &steering)
{
    connectSteering(slider, session, owner, steering);
}

} // namespace oneinn
