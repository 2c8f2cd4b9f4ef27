// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/widgets/savedialog.h"

#include <QFileDialog>
#include <QRegularExpression>

namespace oneinn {

namespace {

/// "csv" of "CSV (*.csv)", "lesson.json" of "Lessons (*.lesson.json)".
QString endingOf(const QString &filter)
{
    static const QRegularExpression pattern(QStringLiteral("\\*\\.([\\w.]+)"));
    return pattern.match(filter).captured(1);
}

} // namespace

QString askWhereToSave(QWidget *parent, const QString &title, const QString &suggested,
                       const QString &filters)
{
    QFileDialog dialog(parent, title);
    const QStringList kinds = filters.split(QStringLiteral(";;"));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setNameFilters(kinds);
    dialog.setDefaultSuffix(endingOf(kinds.first()));
    QObject::connect(&dialog, &QFileDialog::filterSelected, &dialog,
                     [&dialog](const QString &kind) { dialog.setDefaultSuffix(endingOf(kind)); });
    dialog.selectFile(suggested);
    return dialog.exec() == QDialog::Accepted ? dialog.selectedFiles().value(0) : QString();
}

} // namespace oneinn
