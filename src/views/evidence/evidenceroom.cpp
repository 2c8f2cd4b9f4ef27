// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/evidence/evidenceroom.h"

#include "views/evidence/experiencepanel.h"

#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>

namespace oneinn {

EvidenceRoom::EvidenceRoom(QScrollArea *column, ExperiencePanel *panel, QObject *parent)
    : QObject(parent)
    , m_panel(panel)
{
    // The range changes while things are laid out, which is no time to hide some, nor to believe
    // it.
    QScrollBar *bar = column->verticalScrollBar();
    connect(
            bar, &QScrollBar::rangeChanged, this,
            [this, bar] {
                if (bar->maximum() > 0)
                    m_panel->setCompact(true);
            },
            Qt::QueuedConnection);
}

void EvidenceRoom::look()
{
    m_panel->setCompact(false);
}

void EvidenceRoom::lookSoon()
{
    QTimer::singleShot(0, this, &EvidenceRoom::look);
}

} // namespace oneinn

#include "moc_evidenceroom.cpp"
