// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/practise/waitingfile.h"

#include "document/dataplaces.h"
#include "views/practise/pressedbyenter.h"
#include "views/widgets/wrappedlabel.h"
#include "wording/names.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace oneinn {

WaitingFile::WaitingFile(QWidget *parent)
    : QWidget(parent)
    , m_says(new WrappedLabel(this))
{
    setObjectName(QStringLiteral("waiting"));
    m_says->setWordWrap(true);
    m_says->setObjectName(QStringLiteral("waitingSays"));
    auto *go = new QPushButton(tr("&Go there"), this);
    go->setObjectName(QStringLiteral("goThere"));
    pressedByEnter(go);
    connect(go, &QPushButton::clicked, this, &WaitingFile::goRequested);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->addWidget(m_says, 1);
    row->addWidget(go);
    hide();
}

void WaitingFile::display(const QString &path, const QString &asked)
{
    setVisible(!path.isEmpty());
    QString says = tr("%1 is not open yet: say first what its columns are, and it is asked about.")
                           .arg(wording::nameText(dataName(path)));
    if (!asked.isEmpty())
        says += QLatin1Char(' ')
                + tr("Until then these questions are about %1.")
                          .arg(wording::nameText(dataName(asked)));
    m_says->setText(says);
}

} // namespace oneinn

#include "moc_waitingfile.cpp"
