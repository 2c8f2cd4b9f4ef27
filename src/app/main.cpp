// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "files/writefile.h"
#include "session/session.h"
#include "views/appearance.h"
#include "views/mainwindow.h"
#include "views/recentfiles.h"
#include "views/screenshot.h"
#include "wording/problemwords.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QLocale>
#include <QTextStream>

#include <csignal>

namespace {

/// To standard output; the exit code.
int say(const QString &text)
{
    const auto problem = oneinn::files::writeOutput(text.toStdString());
    if (problem)
        QTextStream(stderr) << oneinn::wording::problemWords(*problem).sentence() << Qt::endl;
    return problem ? 1 : 0;
}

QtMessageHandler usualHandler = nullptr;

/// Without a screen Qt says at every window that it has no hints to give about its size.
void withoutNoise(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if (!message.contains(QLatin1String("propagateSizeHints")))
        usualHandler(type, context, message);
}

} // namespace

int main(int argc, char *argv[])
{
    // Where files may not become that large, or nobody reads a pipe any more, what writes to them
    // says so instead of being killed.
    std::signal(SIGXFSZ, SIG_IGN);
    std::signal(SIGPIPE, SIG_IGN);
    QApplication application(argc, argv);
    if (QApplication::platformName() == QLatin1String("offscreen"))
        usualHandler = qInstallMessageHandler(withoutNoise);
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
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    parser.addPositionalArgument(
            QStringLiteral("file"),
            QStringLiteral("A table of predictions, or a saved session, to open."),
            QStringLiteral("[file]"));
    const QCommandLineOption screenshot(
            QStringLiteral("screenshot"),
            QStringLiteral("Write a picture of the window (PNG) to <path> and exit."),
            QStringLiteral("path"));
    parser.addOption(screenshot);
    // Qt's own way to print them does not notice a full disk.
    if (parser.parse(QCoreApplication::arguments())) {
        if (parser.isSet(help))
            return say(parser.helpText());
        if (parser.isSet(version))
            return say(QStringLiteral("%1 %2\n").arg(QCoreApplication::applicationName(),
                                                     QCoreApplication::applicationVersion()));
    }
    parser.process(application);

    const QStringList files = parser.positionalArguments();
    if (files.size() > 1) {
        QTextStream(stderr)
                << QStringLiteral("One file is expected, but there are %1.").arg(files.size())
                << Qt::endl;
        return 1;
    }
    oneinn::Appearance appearance(&application);
    oneinn::RecentFiles recent;
    oneinn::Session session;
    oneinn::MainWindow window(&session, &appearance, &recent);
    window.show();
    if (!parser.isSet(screenshot))
        window.offerRecovery();
    else
        oneinn::screenshotWhenReady(&window, &session, parser.value(screenshot), files.value(0));
    if (!files.isEmpty())
        window.openFile(files.constFirst());
    return QApplication::exec();
}
