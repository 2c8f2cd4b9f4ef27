// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/widgets/notices.h"

#include <QEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace oneinn {

Notices::Notices(QStackedWidget *pages, QWidget *spared, const QList<QWidget *> &notices)
    : QFrame(pages->parentWidget())
    , m_pages(pages)
    , m_spared(spared)
    , m_notices(notices)
{
    setObjectName(QStringLiteral("notices"));
    setAutoFillBackground(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    for (QWidget *notice : notices) {
        layout->addWidget(notice);
        notice->installEventFilter(this);
    }
    parentWidget()->installEventFilter(this);
    connect(pages, &QStackedWidget::currentChanged, this, &Notices::place);
    hide();
}

bool Notices::event(QEvent *event)
{
    const bool handled = QFrame::event(event);
    if (event->type() == QEvent::LayoutRequest)
        place();
    return handled;
}

bool Notices::eventFilter(QObject *watched, QEvent *event)
{
    const bool isResized = watched == parentWidget() && event->type() == QEvent::Resize;
    const bool isNotice = watched != parentWidget()
            && (event->type() == QEvent::ShowToParent || event->type() == QEvent::HideToParent);
    if (isResized || isNotice)
        place();
    return QFrame::eventFilter(watched, event);
}

void Notices::place()
{
    const bool any = std::ranges::any_of(m_notices,
                                         [](const QWidget *notice) { return !notice->isHidden(); });
    setVisible(any);
    const QRect whole = parentWidget()->rect();
    int tall = 0;
    if (any) {
        layout()->activate();
        tall = std::min(layout()->hasHeightForWidth() ? layout()->heightForWidth(whole.width())
                                                      : sizeHint().height(),
                        whole.height());
        setGeometry(whole.left(), whole.bottom() + 1 - tall, whole.width(), tall);
        raise();
    }
    const bool spares = m_pages->currentWidget() == m_spared;
    parentWidget()->layout()->setContentsMargins(0, 0, 0, spares ? 0 : tall);
}

} // namespace oneinn

#include "moc_notices.cpp"
