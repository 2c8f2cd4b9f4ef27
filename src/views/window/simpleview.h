// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/latency/patience.h"

#include <QList>
#include <QObject>
#include <QPointer>

#include <optional>

namespace oneinn {

class ScoresPanel;
class Session;

/// For a class: scores as they are, both classes on one scale, and nobody who leaves. What it
/// changes is given back at its end.
class SimpleView final : public QObject {
    Q_OBJECT

public:
    /// session: whose patience is set aside; null: it stays, since a lesson is right with it.
    SimpleView(Session *session, const QList<ScoresPanel *> &panels, QObject *parent = nullptr);
    ~SimpleView() override;

    void setOn(bool on);
    bool isOn() const { return m_on; }

private:
    void setPatienceAside(bool aside);

    QPointer<Session> m_session;
    QList<QPointer<ScoresPanel>> m_panels;
    std::optional<PatienceCurve> m_patience; ///< that was set aside
    bool m_on = false;
};

} // namespace oneinn
