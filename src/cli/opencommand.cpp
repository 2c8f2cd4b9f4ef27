// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/opencommand.h"

#include "cli/commandline.h"
#include "manual/windowmanual.h"
#include "wording/names.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStandardPaths>

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>
#include <vector>

namespace oneinn::cli {

using namespace Qt::StringLiterals;

namespace {

/// The window, which is installed beside this program; else wherever a shell would find it.
QString windowProgram()
{
    const QFileInfo beside(QCoreApplication::applicationDirPath() + u"/one-in-n"_s);
    return beside.isExecutable() ? beside.filePath()
                                 : QStandardPaths::findExecutable(u"one-in-n"_s);
}

bool hasDisplay()
{
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY")
            || qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
}

/// Returns only where the program cannot be started: why.
QString becomeProgram(const QString &program, const QStringList &arguments)
{
    std::vector<std::string> words;
    words.reserve(std::size_t(arguments.size()) + 1);
    words.push_back(QFile::encodeName(program).toStdString());
    for (const QString &argument : arguments)
        words.push_back(QFile::encodeName(argument).toStdString());
    std::vector<char *> pointers;
    pointers.reserve(words.size() + 1);
    for (std::string &word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    execv(pointers.front(), pointers.data());
    return QString::fromLocal8Bit(std::strerror(errno));
}

} // namespace

bool isOpenCommand(const QStringList &arguments)
{
    return arguments.value(1) == u"open"_s;
}

QString openSummary()
{
    return u"Opens the window, waits until it is closed, and prints the operating point it stood "
           "at as JSON. - is a table that is piped in, as from a notebook."_s;
}

const QList<CommandUse> &openOptions()
{
    static const QList<CommandUse> options = [] {
        QList<CommandUse> all;
        for (const manual::WindowOption &option : manual::windowOptions())
            all.append({u"--%1 %2"_s.arg(option.name, option.value.toUpper()),
                        QString(option.help)
                                .replace(u'<' + option.value + u'>', option.value.toUpper())});
        return all;
    }();
    return options;
}

QString openUsage()
{
    QString text = u"Usage: one-in-n-cli open FILE|- [options]\n"_s + openSummary() + u'\n';
    for (const CommandUse &option : openOptions())
        text += u"  %1\n      %2\n"_s.arg(option.usage, option.help);
    return text;
}

int runOpenCommand(const QStringList &arguments, QTextStream &out, QTextStream &err)
{
    const QStringList rest = arguments.mid(2);
    if (rest.contains(u"--help"_s) || rest.contains(u"-h"_s)) {
        out << openUsage();
        return Success;
    }
    if (rest.isEmpty()) {
        err << openUsage();
        return WrongUsage;
    }
    const QString program = windowProgram();
    if (program.isEmpty()) {
        err << u"The window (one-in-n) is neither beside this program nor on the PATH.\n"_s;
        return UnusableData;
    }
    if (!hasDisplay()) {
        err << u"There is no display to open a window on; one-in-n-cli answer FILE needs none.\n"_s;
        return UnusableData;
    }
    err.flush();
    const bool isElsewhere = !rest.filter(u"--operating-point"_s).isEmpty();
    const QString why = becomeProgram(
            program, isElsewhere ? rest : QStringList{u"--operating-point"_s, u"-"_s} + rest);
    err << u"The window (%1) cannot be started: %2.\n"_s.arg(wording::visible(program), why);
    return UnusableData;
}

} // namespace oneinn::cli
