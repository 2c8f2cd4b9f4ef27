// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "files/writefile.h"
#include "session/session.h"
#include "views/start/recentfiles.h"
#include "views/window/appearance.h"
#include "views/window/mainwindow.h"
#include "views/window/screenshot.h"
#include "wording/problemwords.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QLocale>
#include <QTextStream>

#include <csignal>
#include <optional>

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

int complain(const QString &sentence)
{
    QTextStream(stderr) << sentence << Qt::endl;
    return 1;
}

/// "1280x800"; absent where it is none that could be shown.
std::optional<QSize> sizeIn(const QString &text)
{
    constexpr int largest = 16384;
    const QStringList sides = text.toLower().split(QLatin1Char('x'));
    const QSize size(sides.value(0).toInt(), sides.value(1).toInt());
    const bool shown = sides.size() == 2 && !size.isEmpty() && size.width() <= largest
            && size.height() <= largest;
    return shown ? std::optional(size) : std::nullopt;
}

std::optional<oneinn::Appearance::Mode> appearanceIn(const QString &text)
{
    if (text == QLatin1String("light"))
        return oneinn::Appearance::Mode::Light;
    if (text == QLatin1String("dark"))
        return oneinn::Appearance::Mode::Dark;
    return {};
}

struct WindowOptions {
    QCommandLineOption screenshot{
            QStringLiteral("screenshot"),
            QStringLiteral("Write a picture of the window (PNG) to <path> and exit."),
            QStringLiteral("path")};
    QCommandLineOption view{
            QStringLiteral("view"),
            QStringLiteral("What the picture shows: a room (dials), one of its views "
                           "(dials/both-dials), or all, each to a file with its name in it."),
            QStringLiteral("view")};
    QCommandLineOption against{
            QStringLiteral("against"),
            QStringLiteral("An earlier period of what is opened, to see why it dropped."),
            QStringLiteral("file")};
    QCommandLineOption size{QStringLiteral("size"),
                            QStringLiteral("How large the window is: 1280x800."),
                            QStringLiteral("size")};
    QCommandLineOption appearance{
            QStringLiteral("appearance"),
            QStringLiteral("light or dark, this time; otherwise as chosen in the menu."),
            QStringLiteral("appearance")};
};

/// What is wrong with what was asked for; empty: nothing.
QString fault(const QCommandLineParser &parser, const WindowOptions &options)
{
    if (const auto files = parser.positionalArguments().size(); files > 1)
        return QStringLiteral("One file is expected, but there are %1.").arg(files);
    if (parser.isSet(options.view) && !parser.isSet(options.screenshot))
        return QStringLiteral("--view says what --screenshot shows; there is no --screenshot.");
    if (parser.isSet(options.against) && parser.positionalArguments().isEmpty())
        return QStringLiteral("--against is an earlier period of a file; give that file, too.");
    if (parser.isSet(options.size) && !sizeIn(parser.value(options.size)))
        return QStringLiteral("--size is two numbers of pixels, such as 1280x800.");
    if (parser.isSet(options.appearance) && !appearanceIn(parser.value(options.appearance)))
        return QStringLiteral("--appearance is light or dark.");
    return {};
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
    const WindowOptions options;
    parser.addOptions(
            {options.screenshot, options.view, options.against, options.size, options.appearance});
    // Qt's own way to print them does not notice a full disk.
    if (parser.parse(QCoreApplication::arguments())) {
        if (parser.isSet(help))
            return say(parser.helpText());
        if (parser.isSet(version))
            return say(QStringLiteral("%1 %2\n").arg(QCoreApplication::applicationName(),
                                                     QCoreApplication::applicationVersion()));
    }
    parser.process(application);

    if (const QString wrong = fault(parser, options); !wrong.isEmpty())
        return complain(wrong);
    const QStringList files = parser.positionalArguments();
    oneinn::Appearance appearance(&application);
    if (const auto once = appearanceIn(parser.value(options.appearance)))
        appearance.showOnce(*once);
    oneinn::RecentFiles recent;
    oneinn::Session session;
    oneinn::MainWindow window(&session, &appearance, &recent);
    if (const auto size = sizeIn(parser.value(options.size)))
        window.resize(*size);
    window.show();
    if (!parser.isSet(options.screenshot))
        window.offerRecovery();
    else
        oneinn::screenshotWhenReady(
                &window, &session,
                {parser.value(options.screenshot), files.value(0), parser.value(options.view)});
    if (parser.isSet(options.against))
        window.compareNextWith(parser.value(options.against));
    if (!files.isEmpty())
        window.openFile(files.constFirst());
    return QApplication::exec();
}
