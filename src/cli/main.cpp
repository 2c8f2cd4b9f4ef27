// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/answeroutput.h"
#include "cli/commandline.h"
#include "cli/lessoncommand.h"
#include "cli/opencommand.h"
#include "cli/practiselog.h"
#include "cli/sqlcommand.h"
#include "files/writefile.h"
#include "wording/problemwords.h"

#include <QGuiApplication>

#include <QIODevice>

#include <csignal>
#include <cstdio>
#include <memory>
#include <string>

namespace {

/// Without a display, as for everything that this program does.
std::unique_ptr<QCoreApplication> applicationFor(int &argc, char *argv[])
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    if (!oneinn::cli::needsFonts(arguments))
        return std::make_unique<QCoreApplication>(argc, argv);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    return std::make_unique<QGuiApplication>(argc, argv);
}

/// Standard output for a conversation, in which what is said must be there before it is answered.
class Said final : public QIODevice {
public:
    Said() { setOpenMode(WriteOnly); }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *data, qint64 size) override
    {
        const std::string text(data, static_cast<std::size_t>(size));
        return oneinn::files::writeOutput(text) ? -1 : size;
    }
};

/// For what asks nothing back.
int codeOf(const QStringList &arguments, QTextStream &out, QTextStream &err)
{
    if (oneinn::cli::isOpenCommand(arguments))
        return oneinn::cli::runOpenCommand(arguments, out, err);
    if (oneinn::cli::isPractiseLogCommand(arguments))
        return oneinn::cli::runPractiseLogCommand(arguments, out, err);
    if (oneinn::cli::isSqlCommand(arguments))
        return oneinn::cli::runSqlCommand(arguments, out, err);
    return oneinn::cli::run(arguments, out, err);
}

} // namespace

int main(int argc, char *argv[])
{
    // Where files may not become that large, what writes them says so instead of being killed.
    std::signal(SIGXFSZ, SIG_IGN);
    const auto application = applicationFor(argc, argv);
    // As the window has it, so that the person's own presets are found.
    QCoreApplication::setOrganizationName(QStringLiteral("one-in-n"));
    QCoreApplication::setApplicationName(QStringLiteral("one-in-n"));
    const QStringList arguments = QCoreApplication::arguments();
    const bool isLesson = oneinn::cli::isLessonCommand(arguments);
    if (isLesson || oneinn::cli::asksBack(arguments)) {
        QTextStream in(stdin);
        Said said;
        QTextStream conversation(&said);
        QTextStream problems(stderr);
        return isLesson ? oneinn::cli::runLessonCommand(arguments, in, conversation, problems)
                        : oneinn::cli::run(arguments, conversation, problems, &in);
    }
    QString text;
    QTextStream out(&text);
    QTextStream err(stderr);
    const int code = codeOf(arguments, out, err);
    out.flush();
    // A full disk or a closed pipe must not look like success to a script.
    const auto problem = oneinn::files::writeOutput(text.toStdString());
    if (code != oneinn::cli::Success || !problem)
        return code;
    err << oneinn::wording::problemWords(*problem, oneinn::wording::Reader::CommandLine).sentence()
        << u'\n';
    return oneinn::cli::UnusableData;
}
