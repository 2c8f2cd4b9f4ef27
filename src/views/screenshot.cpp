// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/screenshot.h"

#include "files/writefile.h"
#include "results/results.h"
#include "session/session.h"
#include "views/mainwindow.h"
#include "views/picturefile.h"
#include "wording/names.h"
#include "wording/problemwords.h"

#include <QApplication>
#include <QBuffer>
#include <QTextStream>
#include <QTimer>

namespace oneinn {

namespace {

void complain(const QString &sentence)
{
    QTextStream(stderr) << sentence << Qt::endl;
    QApplication::exit(1);
}

void take(MainWindow *window, const Session *session, const QString &path, const QString &file)
{
    QBuffer buffer;
    const bool made = buffer.open(QIODevice::WriteOnly) && window->grab().save(&buffer, "PNG");
    QStringList read = {file};
    if (session->hasData())
        read.append(session->source().path);
    auto problem = writePicture(path, made ? buffer.data() : QByteArray(), read);
    if (!problem && session->hasData()) {
        const QString said = wording::visibleLines(window->sentences()) + QLatin1Char('\n');
        problem = files::writeOutput(said.toStdString());
    }
    if (problem)
        complain(wording::problemWords(*problem).sentence());
    else
        QApplication::exit(0);
}

} // namespace

void screenshotWhenReady(MainWindow *window, Session *session, const QString &path,
                         const QString &file)
{
    const auto isComplete = [window, session] {
        return session->hasData() && !session->isLoading() && !session->isPreparing()
                && !window->results()->isPending();
    };
    // What was worked out may ask for more, and is laid out, in the next turn of the event loop.
    const auto look = [=] {
        QTimer::singleShot(0, window, [=] {
            if (isComplete())
                take(window, session, path, file);
        });
    };
    QObject::connect(session, &Session::assessmentChanged, window, look);
    QObject::connect(window->results(), &Results::completed, window, look);
    const auto fail = [](const Problem &problem) {
        complain(wording::problemWords(problem).sentence());
    };
    QObject::connect(session, &Session::problemRaised, window, fail);
    QObject::connect(window->results(), &Results::problemRaised, window, fail);
    // After the first turn of the event loop a file that was asked for is being read.
    QTimer::singleShot(0, window, [=] {
        if (session->isLoading() || session->hasData())
            return;
        if (file.isEmpty())
            take(window, session, path, file);
        else if (const QString message = window->message(); !message.isEmpty())
            complain(message);
        else
            complain(QStringLiteral("The window asks something before it opens this file: open it "
                                    "there, without --screenshot."));
    });
}

} // namespace oneinn
