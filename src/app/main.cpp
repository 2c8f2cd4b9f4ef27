// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "document/documentfile.h"
#include "document/writebytes.h"
#include "files/writefile.h"
#include "lessons/lesson.h"
#include "manual/windowmanual.h"
#include "report/watchexports.h"
#include "results/answerparts.h"
#include "results/namedpreset.h"
#include "results/results.h"
#include "session/session.h"
#include "views/start/recentfiles.h"
#include "views/window/appearance.h"
#include "views/window/mainwindow.h"
#include "views/window/screenshot.h"
#include "wording/problemwords.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>
#include <QIcon>
#include <QLocale>
#include <QTextStream>

#include <algorithm>
#include <csignal>
#include <optional>
#include <variant>

using namespace Qt::StringLiterals;

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

/// Of what is told and not shown: no display is needed.
bool asksForWords(int argc, char *argv[])
{
    return std::any_of(argv + 1, argv + argc, [](const char *argument) {
        const QByteArrayView word(argument);
        return word == "--version" || word == "-v" || word == "--help" || word == "-h";
    });
}

/// "-" is what is piped in; a file that is redirected there is that file.
QString openedPath(const QString &file)
{
    if (file != u"-"_s)
        return file;
    const QFileInfo input(u"/dev/stdin"_s);
    const QString redirected = input.canonicalFilePath();
    return QFileInfo(redirected).isFile() ? redirected : input.filePath();
}

/// A lesson brings what is chosen otherwise.
bool choosesForLesson(const QCommandLineParser &parser)
{
    return oneinn::isLessonFile(parser.positionalArguments().value(0))
            && (parser.isSet(u"preset"_s) || parser.isSet(u"screenshot"_s)
                || parser.isSet(u"operating-point"_s));
}

/// What is wrong with what was asked for; empty: nothing.
QString fault(const QCommandLineParser &parser)
{
    if (const auto files = parser.positionalArguments().size(); files > 1)
        return QStringLiteral("One file is expected, but there are %1.").arg(files);
    if (parser.isSet(u"view"_s) && !parser.isSet(u"screenshot"_s))
        return QStringLiteral("--view says what --screenshot shows; there is no --screenshot.");
    if (parser.isSet(u"against"_s) && parser.positionalArguments().isEmpty())
        return QStringLiteral("--against is an earlier period of a file; give that file, too.");
    if (parser.isSet(u"preset"_s) && parser.positionalArguments().isEmpty())
        return QStringLiteral("--preset is of a file that is opened; give that file, too.");
    if (parser.isSet(u"preset"_s)
        && oneinn::isSessionFile(parser.positionalArguments().constFirst()))
        return QStringLiteral("A session says itself what kind of feature it is of; leave --preset "
                              "out, or open its data.");
    if (choosesForLesson(parser))
        return QStringLiteral(
                "A lesson says itself what is shown of its data; open these to choose "
                "that yourself.");
    if (parser.isSet(u"size"_s) && !sizeIn(parser.value(u"size"_s)))
        return QStringLiteral("--size is two numbers of pixels, such as 1280x800.");
    if (parser.isSet(u"appearance"_s) && !appearanceIn(parser.value(u"appearance"_s)))
        return QStringLiteral("--appearance is light or dark.");
    return {};
}

/// Where the window stands, to the path that was wished for; the exit code.
int handOver(const oneinn::MainWindow &window, const oneinn::Session &session, const QString &path)
{
    if (!session.hasData())
        return complain(QStringLiteral("Nothing was opened, so there is no operating point."));
    const QDate today = QDate::currentDate();
    const oneinn::AnswerParts parts = oneinn::answerParts(*window.results());
    const QByteArray json = oneinn::report::operatingPointJson(parts.now, parts.source(today));
    if (path == u"-"_s)
        return say(QString::fromUtf8(json));
    const auto problem = oneinn::writeBytes(
            path, json,
            {.waitForReader = true, .neverOver = {oneinn::systemPath(session.data().source.path)}});
    return problem ? complain(oneinn::wording::problemWords(*problem).sentence()) : 0;
}

/// What --preset names; absent without one.
std::variant<std::optional<oneinn::Preset>, QString> wishedPreset(const QCommandLineParser &parser)
{
    if (!parser.isSet(u"preset"_s))
        return std::nullopt;
    auto found = oneinn::presetNamed(parser.value(u"preset"_s));
    if (auto *sentence = std::get_if<QString>(&found))
        return std::move(*sentence);
    return std::get<oneinn::Preset>(std::move(found));
}

/// The window until it is closed, as the arguments have it; the exit code.
int shown(QApplication &application, const QCommandLineParser &parser,
          const std::optional<oneinn::Preset> &preset)
{
    const QStringList files = parser.positionalArguments();
    oneinn::Appearance appearance(&application);
    if (const auto once = appearanceIn(parser.value(u"appearance"_s)))
        appearance.showOnce(*once);
    oneinn::RecentFiles recent;
    oneinn::Session session;
    oneinn::MainWindow window(&session, &appearance, &recent);
    if (const auto size = sizeIn(parser.value(u"size"_s)))
        window.resize(*size);
    window.show();
    if (!parser.isSet(u"screenshot"_s))
        window.offerRecovery();
    else
        oneinn::screenshotWhenReady(&window, &session,
                                    {.path = parser.value(u"screenshot"_s),
                                     .file = openedPath(files.value(0)),
                                     .view = parser.value(u"view"_s),
                                     .isSaid = parser.value(u"operating-point"_s) != u"-"_s});
    if (parser.isSet(u"against"_s))
        window.compareNextWith(parser.value(u"against"_s));
    if (!files.isEmpty())
        window.openFile(openedPath(files.constFirst()), preset);
    const int code = QApplication::exec();
    const bool isWished = code == 0 && parser.isSet(u"operating-point"_s);
    return isWished ? handOver(window, session, parser.value(u"operating-point"_s)) : code;
}

} // namespace

int main(int argc, char *argv[])
{
    // Where files may not become that large, or nobody reads a pipe any more, what writes to them
    // says so instead of being killed.
    std::signal(SIGXFSZ, SIG_IGN);
    std::signal(SIGPIPE, SIG_IGN);
    if (asksForWords(argc, argv))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    if (QApplication::platformName() == QLatin1String("offscreen"))
        usualHandler = qInstallMessageHandler(withoutNoise);
    QApplication::setOrganizationName(QStringLiteral("one-in-n"));
    QApplication::setApplicationName(QStringLiteral("one-in-n"));
    QApplication::setApplicationDisplayName(QStringLiteral("One in N"));
    QApplication::setApplicationVersion(QStringLiteral(ONEINN_VERSION));
    // The name of the desktop file, by which a Wayland desktop finds the icon; X11 is told the
    // icon.
    QApplication::setDesktopFileName(u"one-in-n"_s);
    QApplication::setWindowIcon(QIcon(u":/one-in-n.svg"_s));
    // Numbers are written as the prose is, which is English until it is translated.
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));

    QCommandLineParser parser;
    parser.setApplicationDescription(oneinn::manual::windowDescription());
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    parser.addPositionalArgument(u"file"_s, oneinn::manual::windowFileHelp(), u"[file]"_s);
    for (const auto &option : oneinn::manual::windowOptions())
        parser.addOption({option.name, option.help, option.value});
    // Qt's own way to print them does not notice a full disk.
    if (parser.parse(QCoreApplication::arguments())) {
        if (parser.isSet(help))
            return say(parser.helpText());
        if (parser.isSet(version))
            return say(QStringLiteral("%1 %2\n").arg(QCoreApplication::applicationName(),
                                                     QCoreApplication::applicationVersion()));
    }
    parser.process(application);

    if (const QString wrong = fault(parser); !wrong.isEmpty())
        return complain(wrong);
    const auto preset = wishedPreset(parser);
    if (const auto *sentence = std::get_if<QString>(&preset))
        return complain(*sentence);
    return shown(application, parser, std::get<std::optional<oneinn::Preset>>(preset));
}
