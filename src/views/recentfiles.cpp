// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/recentfiles.h"

#include <QFileInfo>
#include <QSettings>

namespace oneinn {

namespace {

constexpr QLatin1String key("recentFiles");

} // namespace

RecentFiles::RecentFiles(QObject *parent)
    : QObject(parent)
{
}

QStringList RecentFiles::paths() const
{
    QStringList result = QSettings().value(key).toStringList();
    result.removeIf([](const QString &path) { return !QFileInfo::exists(path); });
    return result;
}

void RecentFiles::add(const QString &path)
{
    QStringList list = paths();
    const QString absolute = QFileInfo(path).absoluteFilePath();
    list.removeAll(absolute);
    list.prepend(absolute);
    QSettings().setValue(key, QStringList(list.mid(0, most)));
    Q_EMIT changed();
}

} // namespace oneinn
