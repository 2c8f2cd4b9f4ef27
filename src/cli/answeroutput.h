// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "report/report.h"

#include <QByteArray>
#include <QDate>
#include <QString>
#include <QStringList>

namespace oneinn::cli {

/// What an answer's file may end with: ".md" and others.
QStringList answerEndings();

/// Whether a command line asks for paper or a picture of dots, which needs fonts and so a
/// QGuiApplication.
bool needsFonts(const QStringList &arguments);

bool isWebPage(const QString &path);

/// Writes an answer as its path's ending says, though never over the file its numbers are from. A
/// sentence where that cannot be done; empty: done.
QString writeAnswer(const report::Report &report, const QString &path, const QString &readFrom,
                    const QDate &date);
/// The same of a file that is made already.
QString writeAnswer(const QByteArray &bytes, const QString &path, const QString &readFrom);

} // namespace oneinn::cli
