// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/widgets/preferences.h"

#include "document/writebytes.h"
#include "files/folder.h"
#include "files/readfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSettings>

namespace oneinn::preferences {

namespace {

/// Beside the settings of older versions.
QString path()
{
    return QFileInfo(QSettings().fileName()).dir().filePath(QStringLiteral("preferences.json"));
}

QJsonObject all()
{
    const auto read =
            files::readFile(QFile::encodeName(path()).toStdString(), files::largestPreset);
    return read ? QJsonDocument::fromJson(QByteArray::fromStdString(read.value())).object()
                : QJsonObject();
}

} // namespace

QJsonValue value(QLatin1String key)
{
    QJsonValue kept = all().value(key);
    if (!kept.isUndefined())
        return kept;
    const QVariant older = QSettings().value(key);
    return older.isValid() ? QJsonValue::fromVariant(older) : kept;
}

void keep(QLatin1String key, const QJsonValue &value)
{
    QJsonObject kept = all();
    kept.insert(key, value);
    files::makeFolder(QFile::encodeName(QFileInfo(path()).path()).toStdString());
    // Not worth a word: what was being done has been done.
    writeBytes(path(), QJsonDocument(kept).toJson());
}

} // namespace oneinn::preferences
