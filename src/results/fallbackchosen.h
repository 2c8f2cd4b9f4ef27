// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "results/background.h"
#include "results/resultkinds.h"

#include <QObject>

#include <string>

namespace oneinn {

class Session;

/// A model that a person wants late answers to come from: as soon as the threshold that is worth
/// most for it alone is known, the scenario has both.
class FallbackChosen final : public QObject {
    Q_OBJECT

public:
    FallbackChosen(Session *session, Workers &workers, QObject *parent = nullptr);

    /// refused() if no row that is looked at is this model's.
    void choose(const std::string &model);
    /// The scenario has changed. What is waited for is of the assumptions as they are, and given up
    /// where late answers have been told to end in another way meanwhile.
    void follow();
    void forget() { m_alone.forget(); }
    const BackgroundState &searching() const { return m_alone; }

    /// Fewer rows are prepared on the window's thread.
    static constexpr Eigen::Index mostRowsAtOnce = 200000;

Q_SIGNALS:
    void refused(const oneinn::Problem &problem);

private:
    using Alone = Background<FallbackAsked, Threshold>;

    void take();

    Session *m_session;
    Alone m_alone;
};

} // namespace oneinn
