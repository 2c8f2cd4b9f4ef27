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
    , m_bar(column->verticalScrollBar())
{
    connect(m_bar, &QScrollBar::rangeChanged, this, &EvidenceRoom::checkSoon);
}

/// The range changes while things are laid out, which is no time to hide some, nor to believe it.
void EvidenceRoom::checkSoon()
{
    if (m_isToBeChecked)
        return;
    m_isToBeChecked = true;
    QTimer::singleShot(0, this, &EvidenceRoom::check);
}

void EvidenceRoom::check()
{
    using enum ExperiencePanel::Told;
    m_isToBeChecked = false;
    if (m_bar->maximum() == 0 || m_panel->told() == HeadlinesAlone)
        return;
    m_panel->setTold(m_panel->told() == Everything ? WhatHeadlinesRestOn : HeadlinesAlone);
    // Where that hides nothing, the range stays as it is.
    checkSoon();
}

void EvidenceRoom::look()
{
    m_panel->setTold(ExperiencePanel::Told::Everything);
    checkSoon();
}

void EvidenceRoom::lookSoon()
{
    QTimer::singleShot(0, this, &EvidenceRoom::look);
}

} // namespace oneinn

#include "moc_evidenceroom.cpp"
