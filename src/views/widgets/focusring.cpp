// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/widgets/focusring.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QEvent>
#include <QPainter>
#include <QPlainTextEdit>
#include <QTextEdit>

namespace oneinn {

namespace {

constexpr int ringWidth = 2;

/// Others show by themselves that they have the keys.
bool needsRing(const QWidget *widget)
{
    const auto *box = qobject_cast<const QComboBox *>(widget);
    return (box && !box->isEditable()) || qobject_cast<const QAbstractItemView *>(widget)
            || qobject_cast<const QPlainTextEdit *>(widget)
            || qobject_cast<const QTextEdit *>(widget);
}

} // namespace

FocusRing::FocusRing(QWidget *window)
    : QWidget(window)
    , m_window(window)
{
    setObjectName(QStringLiteral("focusRing"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    setFocusPolicy(Qt::NoFocus);
    hide();
    connect(qApp, &QApplication::focusChanged, this,
            [this](QWidget *, QWidget *now) { follow(now); });
}

void FocusRing::follow(QWidget *focused)
{
    if (parentWidget() != m_window)
        parentWidget()->removeEventFilter(this);
    if (!focused || focused->window() != m_window || !needsRing(focused)) {
        // Out of what may be deleted soon.
        setParent(m_window);
        return;
    }
    setParent(focused);
    focused->installEventFilter(this);
    setGeometry(focused->rect());
    show();
    raise();
}

bool FocusRing::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && watched == parent())
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

void FocusRing::paintEvent(QPaintEvent *event)
{
    QWidget::paintEvent(event);
    QPainter painter(this);
    painter.setPen(QPen(palette().color(QPalette::Link), ringWidth));
    constexpr int inset = ringWidth / 2;
    painter.drawRect(rect().adjusted(inset, inset, -inset, -inset));
}

} // namespace oneinn

#include "moc_focusring.cpp"
