// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/widgets/findingnote.h"

#include "views/widgets/wrappedlabel.h"

#include <QVBoxLayout>

namespace oneinn {

FindingNote::FindingNote(QWidget *parent)
    : QFrame(parent)
    , m_finding(new WrappedLabel(this))
{
    setProperty("role", QStringLiteral("warning"));
    m_finding->setObjectName(QStringLiteral("finding"));
    m_finding->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(8, 6, 8, 6);
    rows->addWidget(m_finding);
    hide();
}

void FindingNote::display(const QString &finding)
{
    m_finding->setText(finding);
    setVisible(!finding.isEmpty());
}

} // namespace oneinn

#include "moc_findingnote.cpp"
