// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/evidence/matrixcell.h"

#include <QKeyEvent>
#include <QMouseEvent>

namespace oneinn {

MatrixCell::MatrixCell(QWidget *parent)
    : WrappedLabel(parent)
{
    setLeads(true);
}

void MatrixCell::setLeads(bool leads)
{
    if (leads == m_leads)
        return;
    m_leads = leads;
    setFocusPolicy(leads ? Qt::StrongFocus : Qt::NoFocus);
    setCursor(leads ? Qt::PointingHandCursor : Qt::ArrowCursor);
    setToolTip(leads ? tr("The rows behind it") : QString());
}

void MatrixCell::mouseReleaseEvent(QMouseEvent *event)
{
    WrappedLabel::mouseReleaseEvent(event);
    if (m_leads && event->button() == Qt::LeftButton
        && rect().contains(event->position().toPoint()))
        Q_EMIT activated();
}

void MatrixCell::keyPressEvent(QKeyEvent *event)
{
    const bool isPress = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter
            || event->key() == Qt::Key_Space;
    if (m_leads && isPress)
        Q_EMIT activated();
    else
        WrappedLabel::keyPressEvent(event);
}

} // namespace oneinn

#include "moc_matrixcell.cpp"
