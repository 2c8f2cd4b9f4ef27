// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/widgets/savednote.h"

#include "wording/names.h"

#include <QAccessible>
#include <QEvent>
#include <QFileInfo>

#include <chrono>

namespace oneinn {

namespace {

constexpr std::chrono::seconds noteStaysFor{5};
constexpr int noteAboveFoot = 56; ///< clear of the strip of pins
constexpr int noteInset = 8;

} // namespace

SavedNote::SavedNote(QWidget *window)
    : QLabel(window)
{
    setObjectName(QStringLiteral("savedNote"));
    setTextFormat(Qt::PlainText);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setMargin(noteInset);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::ToolTipBase);
    setForegroundRole(QPalette::ToolTipText);
    setFrameShape(QFrame::StyledPanel);
    m_end.setSingleShot(true);
    connect(&m_end, &QTimer::timeout, this, &QWidget::hide);
    window->installEventFilter(this);
    hide();
}

void SavedNote::tell(const QString &text)
{
    setText(text);
    setAccessibleName(text);
    place();
    show();
    raise();
    m_end.start(noteStaysFor);
    QAccessibleEvent said(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&said);
}

bool SavedNote::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && isVisible())
        place();
    return QLabel::eventFilter(watched, event);
}

void SavedNote::place()
{
    const QSize room = parentWidget()->size();
    resize(sizeHint().boundedTo(room));
    move((room.width() - width()) / 2, room.height() - height() - noteAboveFoot);
}

void tellSaved(const QWidget *anywhere, const QString &path)
{
    QWidget *window = anywhere->window();
    auto *note = window->findChild<SavedNote *>(QString(), Qt::FindDirectChildrenOnly);
    if (!note)
        note = new SavedNote(window);
    note->tell(SavedNote::tr("Saved: %1").arg(wording::nameText(QFileInfo(path).fileName())));
}

} // namespace oneinn

#include "moc_savednote.cpp"
