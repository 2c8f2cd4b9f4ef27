// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace oneinn::manual {

struct CompletedOption {
    QString name;  ///< with its dashes
    QString value; ///< as help writes it: "json|text" is a choice, "FILE" is not; empty: a switch
};

struct CompletedCommand {
    QString name;      ///< the program's first word; empty: it has no commands, and this is all
    QStringList words; ///< that may come second; where there are none, files do
    QList<CompletedOption> options;
};

/// The words of a choice, as in "json|text"; empty where a value is none.
QStringList choicesIn(const QString &value);

/// What makes bash complete a program's words: commands first, then options and the words that an
/// option takes, and files where anything else may stand. Needs nothing but bash.
QString bashCompletion(const QString &program, const QList<CompletedCommand> &commands);

} // namespace oneinn::manual
