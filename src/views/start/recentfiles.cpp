// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/start/recentfiles.h"

#include "document/dataplaces.h"
#include "views/widgets/preferences.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QVariant>

namespace oneinn {

namespace {

constexpr QLatin1String recentFilesKey("recentFiles");

} // namespace

RecentFiles::RecentFiles(QObject *parent)
    : QObject(parent)
{
}

QStringList RecentFiles::paths() const
{
    // QSettings, of older versions, keeps a list of one as a text.
    QStringList result = preferences::value(recentFilesKey).toVariant().toStringList();
    result.removeIf([](const QString &path) {
        return !isDatabaseAddress(path) && !QFileInfo::exists(path);
    });
    return result;
}

void RecentFiles::add(const QString &path)
{
    // A pipe cannot be opened again.
    if (!isDatabaseAddress(path) && !QFileInfo(path).isFile())
        return;
    QStringList list = paths();
    const QString absolute = absolutePlace(path);
    list.removeAll(absolute);
    list.prepend(absolute);
    preferences::keep(recentFilesKey, QJsonArray::fromStringList(list.mid(0, most)));
    Q_EMIT changed();
}

} // namespace oneinn

#include "moc_recentfiles.cpp"
