// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/screenshot.h"

#include "session/session.h"
#include "views/picturefile.h"
#include "wording/problemwords.h"

#include <QApplication>
#include <QBuffer>
#include <QTextStream>
#include <QTimer>
#include <QWidget>

namespace oneinn {

namespace {

void complain(const QString &sentence)
{
    QTextStream(stderr) << sentence << Qt::endl;
    QApplication::exit(1);
}

} // namespace

void screenshotWhenReady(QWidget *window, Session *session, const QString &path)
{
    const auto take = [window, path] {
        QBuffer buffer;
        const bool made = buffer.open(QIODevice::WriteOnly) && window->grab().save(&buffer, "PNG");
        if (const auto problem = writePicture(path, made ? buffer.data() : QByteArray()))
            complain(wording::problemWords(*problem).sentence());
        else
            QApplication::exit(0);
    };
    QObject::connect(session, &Session::assessmentChanged, window,
                     [window, take] { QTimer::singleShot(0, window, take); });
    QObject::connect(session, &Session::problemRaised, window, [](const Problem &problem) {
        complain(wording::problemWords(problem).sentence());
    });
    // After the first turn of the event loop it is known whether a file was asked for.
    QTimer::singleShot(0, window, [session, take] {
        if (!session->isLoading() && !session->hasData())
            take();
    });
}

} // namespace oneinn
