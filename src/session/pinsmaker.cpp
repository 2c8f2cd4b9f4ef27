// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/pinsmaker.h"

#include "session/session.h"

#include <QtConcurrentRun>

#include <algorithm>

namespace oneinn {

PinsMaker::PinsMaker(Session *session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleMs);
    m_outdate.setSingleShot(true);
    m_outdate.setInterval(outdatedMs);
    connect(&m_settle, &QTimer::timeout, this, &PinsMaker::start);
    connect(&m_outdate, &QTimer::timeout, this, [this] {
        m_outdated = true;
        Q_EMIT changed();
    });
    connect(&m_assessing, &QFutureWatcher<Assessed>::finished, this, &PinsMaker::takeAssessed);
    connect(&m_comparing, &QFutureWatcher<Differences>::finished, this,
            &PinsMaker::takeDifferences);
    // What is known is about other rows.
    connect(session, &Session::dataChanged, this, [this] { m_pins.clear(); });
    connect(session, &Session::assessmentChanged, this, &PinsMaker::follow);
    connect(session, &Session::pinsChanged, this, [this] {
        follow();
        Q_EMIT changed(); // also for a name
    });
}

PinsMaker::~PinsMaker()
{
    m_stop.request_stop();
    m_assessing.disconnect(this);
    m_comparing.disconnect(this);
    m_assessing.waitForFinished();
    m_comparing.waitForFinished();
}

void PinsMaker::setDifferencesWanted(const QObject *by, bool wanted)
{
    if (wanted)
        m_wantedBy.insert(by);
    else
        m_wantedBy.remove(by);
    if (m_session->hasData())
        follow();
}

void PinsMaker::follow()
{
    const bool otherPins = matchPins();
    const bool otherState = markCurrent();
    m_stop.request_stop();
    if (isComplete()) {
        m_settle.stop();
        finish();
    } else {
        m_settle.start();
        if (!m_outdated && !m_outdate.isActive())
            m_outdate.start();
    }
    if (otherPins || otherState)
        Q_EMIT changed();
}

/// One for each of the session's; what is known of a choice stays. Whether anything moved.
bool PinsMaker::matchPins()
{
    const std::vector<PinnedPoint> &pinned = m_session->pins();
    const auto same = [](const Pin &pin, const PinnedPoint &point) {
        return pin.choice == point.choice;
    };
    if (std::equal(m_pins.begin(), m_pins.end(), pinned.begin(), pinned.end(), same))
        return false;
    std::vector<Pin> matched;
    matched.reserve(pinned.size());
    for (const PinnedPoint &point : pinned) {
        const auto known = std::find_if(m_pins.begin(), m_pins.end(),
                                        [&](const Pin &pin) { return same(pin, point); });
        matched.push_back(known == m_pins.end() ? Pin{.choice = point.choice,
                                                      .assessed = {},
                                                      .differences = {},
                                                      .comparedWith = {}}
                                                : *known);
    }
    m_pins = std::move(matched);
    return true;
}

/// Whether any of it is another than before.
bool PinsMaker::markCurrent()
{
    const Scenario &now = m_session->assessment().scenario;
    bool other = false;
    for (Pin &pin : m_pins) {
        const bool current = pin.assessed && pin.assessed->scenario == withChoice(now, pin.choice);
        const bool compared = current && pin.differences && pin.comparedWith == now;
        other = other || current != pin.isCurrent || compared != pin.isCompared;
        pin.isCurrent = current;
        pin.isCompared = compared;
    }
    return other;
}

bool PinsMaker::isComplete() const
{
    return std::all_of(m_pins.begin(), m_pins.end(), [this](const Pin &pin) {
        return pin.isCurrent && (pin.isCompared || m_wantedBy.isEmpty() || pin.assessed->misfit);
    });
}

void PinsMaker::start()
{
    // The hand is still on it: what it lets go of is what counts.
    if (m_session->isInGesture())
        return m_settle.start();
    std::vector<Choice> choices;
    for (const Pin &pin : m_pins) {
        if (!pin.isCurrent)
            choices.push_back(pin.choice);
    }
    m_stop = std::stop_source();
    if (!choices.empty())
        startAssessing(std::move(choices));
    else
        startComparing();
}

void PinsMaker::startAssessing(std::vector<Choice> choices)
{
    std::vector<ScenarioRows::Ptr> known{m_session->rows()};
    for (const Pin &pin : m_pins) {
        if (pin.assessed && pin.assessed->rows)
            known.push_back(pin.assessed->rows);
    }
    // Setting another future makes the watcher forget the older one: its result never arrives.
    m_assessing.setFuture(
            QtConcurrent::run([choices = std::move(choices), now = m_session->assessment().scenario,
                               known = std::move(known), stop = m_stop.get_token()]() mutable {
                Assessed result;
                for (const Choice &choice : choices) {
                    auto pin = assessedPin(choice, now, known, {.stop = stop, .progress = {}});
                    if (!pin)
                        break;
                    if (pin.value().rows)
                        known.push_back(pin.value().rows);
                    result.emplace_back(
                            choice, std::make_shared<const AssessedPin>(std::move(pin).value()));
                }
                return result;
            }));
}

void PinsMaker::takeAssessed()
{
    // Also when it was done before it could be stopped.
    if (m_stop.stop_requested())
        return;
    const Assessed result = m_assessing.result();
    for (const auto &[choice, assessed] : result) {
        for (Pin &pin : m_pins) {
            if (pin.choice == choice)
                pin.assessed = assessed;
        }
    }
    markCurrent();
    if (!m_wantedBy.isEmpty())
        startComparing();
    else
        finish();
    Q_EMIT changed();
}

void PinsMaker::startComparing()
{
    m_comparedWith = m_session->assessment().scenario;
    std::vector<std::pair<Choice, AssessedPtr>> pins;
    for (const Pin &pin : m_pins) {
        if (pin.isCurrent && !pin.isCompared && !pin.assessed->misfit)
            pins.emplace_back(pin.choice, pin.assessed);
    }
    m_comparing.setFuture(QtConcurrent::run([pins = std::move(pins), now = m_comparedWith,
                                             rows = m_session->rows(), stop = m_stop.get_token()] {
        Differences result;
        for (const auto &[choice, pin] : pins) {
            auto differences = pinDifferences(*pin->rows, pin->scenario, *rows, now, {},
                                              {.stop = stop, .progress = {}});
            if (!differences)
                break;
            result.emplace_back(
                    choice, std::make_shared<const PinDifferences>(std::move(differences).value()));
        }
        return result;
    }));
}

void PinsMaker::takeDifferences()
{
    if (m_stop.stop_requested())
        return;
    const Differences result = m_comparing.result();
    for (const auto &[choice, differences] : result) {
        for (Pin &pin : m_pins) {
            if (!(pin.choice == choice))
                continue;
            pin.differences = differences;
            pin.comparedWith = m_comparedWith;
        }
    }
    markCurrent();
    finish();
    Q_EMIT changed();
}

void PinsMaker::finish()
{
    m_outdate.stop();
    m_outdated = false;
}

} // namespace oneinn
