// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/session.h"
#include "views/appearance.h"
#include "views/mainwindow.h"
#include "views/recentfiles.h"
#include "views/screenshot.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QLocale>

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("one-in-n"));
    QApplication::setApplicationName(QStringLiteral("one-in-n"));
    QApplication::setApplicationDisplayName(QStringLiteral("One in N"));
    QApplication::setApplicationVersion(QStringLiteral(ONEINN_VERSION));
    // Numbers are written as the prose is, which is English until it is translated.
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));

    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Drag a decision threshold or a latency budget "
                                                    "over real predictions and read what users "
                                                    "would experience."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(
            QStringLiteral("file"),
            QStringLiteral("A table of predictions, or a saved session, to open."),
            QStringLiteral("[file]"));
    const QCommandLineOption screenshot(
            QStringLiteral("screenshot"),
            QStringLiteral("Write a picture of the window to <path> and exit."),
            QStringLiteral("path"));
    parser.addOption(screenshot);
    parser.process(application);

    oneinn::Appearance appearance(&application);
    oneinn::RecentFiles recent;
    oneinn::Session session;
    oneinn::MainWindow window(&session, &appearance, &recent);
    window.show();
    if (!parser.isSet(screenshot))
        window.offerRecovery();
    else
        oneinn::screenshotWhenReady(&window, &session, parser.value(screenshot));
    const QStringList files = parser.positionalArguments();
    if (!files.isEmpty())
        window.openFile(files.constFirst());
    return QApplication::exec();
}
