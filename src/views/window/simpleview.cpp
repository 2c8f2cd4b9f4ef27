// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/window/simpleview.h"

#include "session/session.h"
#include "views/dials/scorespanel.h"

namespace oneinn {

SimpleView::SimpleView(Session *session, const QList<ScoresPanel *> &panels, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
    for (ScoresPanel *panel : panels)
        m_panels.append(panel);
}

SimpleView::~SimpleView()
{
    setOn(false);
}

void SimpleView::setOn(bool on)
{
    if (m_on == on)
        return;
    m_on = on;
    for (const QPointer<ScoresPanel> &panel : std::as_const(m_panels)) {
        if (panel)
            panel->setPlain(on);
    }
    setPatienceAside(on);
}

/// It comes back unless somebody has set another meanwhile.
void SimpleView::setPatienceAside(bool aside)
{
    if (!m_session || !m_session->hasData())
        return;
    const PatienceCurve now = m_session->scenario().patience;
    if (aside && now != PatienceCurve()) {
        m_patience = now;
        m_session->edit(edits::patience({}));
    } else if (!aside && m_patience && now == PatienceCurve()) {
        m_session->edit(edits::patience(*m_patience));
        m_patience.reset();
    }
}

} // namespace oneinn

#include "moc_simpleview.cpp"
