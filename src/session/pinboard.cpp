// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/pinboard.h"

#include <utility>

namespace oneinn {

PinBoard::PinBoard(const SessionState &now, History &history)
    : m_now(now)
    , m_history(history)
{
}

void PinBoard::edit(EditedPart part, const std::function<void(std::vector<PinnedPoint> &)> &change)
{
    if (!m_now.data)
        return;
    SessionState changed = m_now;
    change(changed.pins);
    m_history.step(part, std::move(changed));
}

void PinBoard::pin(const std::string &name)
{
    // One more could be saved, but not opened again.
    if (pins().size() >= mostPins) {
        Q_EMIT problemRaised({.kind = ProblemKind::TooManyPins, .expected = mostPins});
        return;
    }
    edit(EditedPart::Pin, [&](std::vector<PinnedPoint> &pins) {
        PinnedPoint point{.name = name, .choice = choiceOf(m_now.scenario)};
        if (m_now.review.isInForce)
            point.band = m_now.review.band;
        pins.push_back(std::move(point));
    });
}

void PinBoard::unpin(std::size_t pin)
{
    edit(EditedPart::Unpin, [pin](std::vector<PinnedPoint> &pins) {
        if (pin < pins.size())
            pins.erase(pins.begin() + static_cast<std::ptrdiff_t>(pin));
    });
}

void PinBoard::rename(std::size_t pin, const std::string &name)
{
    edit(EditedPart::PinName, [&](std::vector<PinnedPoint> &pins) {
        if (pin < pins.size())
            pins[pin].name = name;
    });
}

void PinBoard::move(std::size_t from, std::size_t to)
{
    edit(EditedPart::PinOrder, [from, to](std::vector<PinnedPoint> &pins) {
        if (from >= pins.size() || to >= pins.size())
            return;
        PinnedPoint moved = std::move(pins[from]);
        pins.erase(pins.begin() + static_cast<std::ptrdiff_t>(from));
        pins.insert(pins.begin() + static_cast<std::ptrdiff_t>(to), std::move(moved));
    });
}

} // namespace oneinn

#include "moc_pinboard.cpp"
