// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/widgets/plaintext.h"

#include <QApplication>
#include <QEvent>
#include <QLabel>

namespace oneinn {

void PlainTextPolicy::install()
{
    if (!qApp->findChild<PlainTextPolicy *>({}, Qt::FindDirectChildrenOnly))
        qApp->installEventFilter(new PlainTextPolicy(qApp));
}

bool PlainTextPolicy::eventFilter(QObject *watched, QEvent *event)
{
    // A label is polished before its text is laid out for the first time.
    if (event->type() == QEvent::Polish) {
        auto *label = qobject_cast<QLabel *>(watched);
        if (label && label->textFormat() == Qt::AutoText)
            label->setTextFormat(Qt::PlainText);
    }
    return QObject::eventFilter(watched, event);
}

QLabel *plainLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    return label;
}

QString onButton(const QString &text)
{
    QString shown = text;
    return shown.replace(QLatin1Char('&'), QLatin1String("&&"));
}

} // namespace oneinn

#include "moc_plaintext.cpp"
