// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/window/historypanel.h"

#include "session/session.h"
#include "wording/sessionwords.h"

#include <QListWidget>
#include <QShowEvent>

namespace oneinn {

namespace {

constexpr int leastWidth = 220;

} // namespace

HistoryPanel::HistoryPanel(Session *session, QWidget *parent)
    : QDockWidget(tr("History"), parent)
    , m_session(session)
    , m_steps(new QListWidget(this))
{
    setObjectName(QStringLiteral("history"));
    setFeatures(DockWidgetClosable); // moving it about would be for the mouse alone
    setAllowedAreas(Qt::LeftDockWidgetArea | Qt::RightDockWidgetArea);
    m_steps->setAccessibleName(tr("Steps you can go back to"));
    m_steps->setMinimumWidth(leastWidth);
    m_steps->setTextElideMode(Qt::ElideRight);
    setWidget(m_steps);
    setFocusProxy(m_steps);
    connect(m_steps, &QListWidget::itemClicked, this, &HistoryPanel::goTo);
    connect(m_steps, &QListWidget::itemActivated, this, &HistoryPanel::goTo);
    connect(&session->history(), &QUndoStack::indexChanged, this, &HistoryPanel::render);
    connect(session, &Session::opened, this, &HistoryPanel::render);
}

void HistoryPanel::showEvent(QShowEvent *event)
{
    QDockWidget::showEvent(event);
    render();
}

void HistoryPanel::render()
{
    if (!isVisible())
        return;
    const QUndoStack &history = m_session->history();
    QStringList told;
    if (m_session->hasData())
        told.append(wording::historyStart());
    for (int i = 0; i < history.count(); ++i) {
        const auto *edit = static_cast<const StateEdit *>(history.command(i));
        const SessionState &after = edit->after();
        told.append(wording::historyStep(edit->part(), after.scenario,
                                         after.data->file.mapping.lowerIsPositive.value));
    }
    while (m_steps->count() > told.size())
        delete m_steps->takeItem(m_steps->count() - 1);
    for (int i = 0; i < told.size(); ++i) {
        if (i == m_steps->count())
            m_steps->addItem(told.at(i));
        QListWidgetItem *item = m_steps->item(i);
        const bool current = i == history.index();
        item->setText(told.at(i));
        item->setToolTip(told.at(i));
        item->setData(Qt::AccessibleTextRole,
                      current ? tr("%1, where you are").arg(told.at(i)) : told.at(i));
        QFont font = m_steps->font();
        font.setBold(current);
        item->setFont(font);
        // What was undone is still there, but not part of what is shown.
        item->setForeground(
                palette().brush(i > history.index() ? QPalette::PlaceholderText : QPalette::Text));
    }
    m_steps->setCurrentRow(m_session->hasData() ? history.index() : -1);
}

void HistoryPanel::goTo(const QListWidgetItem *step)
{
    m_session->history().setIndex(m_steps->row(step));
}

} // namespace oneinn

#include "moc_historypanel.cpp"
