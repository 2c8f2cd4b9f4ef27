// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commandline.h"

#include <QCoreApplication>

#include <cstdio>

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
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
