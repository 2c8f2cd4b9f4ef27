// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/answeroutput.h"
#include "cli/commandline.h"

#include <QGuiApplication>

#include <cstdio>
#include <memory>

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

} // namespace

int main(int argc, char *argv[])
{
    const auto application = applicationFor(argc, argv);
    // As the window has it, so that the person's own presets are found.
    QCoreApplication::setOrganizationName(QStringLiteral("one-in-n"));
    QCoreApplication::setApplicationName(QStringLiteral("one-in-n"));
    QTextStream out(stdout);
    QTextStream err(stderr);
    const int code = oneinn::cli::run(QCoreApplication::arguments(), out, err);
    out.flush();
    // A full disk or a closed pipe must not look like success to a script.
    if (code == oneinn::cli::Success && out.status() != QTextStream::Ok) {
        err << QStringLiteral("The result could not be written.\n");
        return oneinn::cli::UnusableData;
    }
    return code;
}
