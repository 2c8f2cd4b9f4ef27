// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/problem.h"
#include "session/history.h"

#include <QObject>

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace oneinn {

/// Which choices are kept beside the one on the dials. Pins are counted from 0; what does not exist
/// is not touched, and without data nothing is. Each change is a step of the history.
class PinBoard final : public QObject {
    Q_OBJECT

public:
    /// Both outlive it.
    PinBoard(const SessionState &now, History &history);

    const std::vector<PinnedPoint> &pins() const { return m_now.pins; }
    /// The choice on the dials, with the band that is in force, at the end.
    void pin(const std::string &name = {});
    void unpin(std::size_t pin);
    void rename(std::size_t pin, const std::string &name);
    void move(std::size_t from, std::size_t to);

Q_SIGNALS:
    /// However they came to change: here, by another file or by a step back.
    void changed();
    void problemRaised(const oneinn::Problem &problem);

private:
    void edit(EditedPart part, const std::function<void(std::vector<PinnedPoint> &)> &change);

    const SessionState &m_now;
    History &m_history;
};

} // namespace oneinn
