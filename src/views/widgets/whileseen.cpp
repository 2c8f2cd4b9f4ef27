// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/widgets/whileseen.h"

#include <QEvent>
#include <QWidget>

#include <utility>

namespace oneinn {

namespace {

class SeenWatch final : public QObject {
public:
    SeenWatch(QWidget *widget, std::function<void(bool)> told)
        : QObject(widget)
        , m_class(widget->metaObject())
        , m_told(std::move(told))
    {
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        // One that is being destroyed is hidden when only the base of it is left.
        const bool whole = watched->metaObject() == m_class;
        if (whole && (event->type() == QEvent::Show || event->type() == QEvent::Hide))
            m_told(event->type() == QEvent::Show);
        return QObject::eventFilter(watched, event);
    }

private:
    const QMetaObject *m_class;
    std::function<void(bool)> m_told;
};

} // namespace

void whileSeen(QWidget *widget, std::function<void(bool seen)> told)
{
    if (widget->isVisible())
        told(true);
    widget->installEventFilter(new SeenWatch(widget, std::move(told)));
}

} // namespace oneinn
