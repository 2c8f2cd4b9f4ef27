// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "document/dataplaces.h"

#include "core/dataplace.h"

#include <QFileInfo>
#include <QStandardPaths>

#include <string_view>

namespace oneinn {

bool isDatabaseAddress(const QString &place)
{
    return isDatabaseAddress(std::string_view(place.toStdString()));
}

QString dataName(const QString &place)
{
    return QString::fromStdString(dataName(std::string_view(place.toStdString())));
}

QString absolutePlace(const QString &place)
{
    return isDatabaseAddress(place) ? place : QFileInfo(place).absoluteFilePath();
}

QString savingPlace(const QString &place)
{
    if (!isDatabaseAddress(place))
        return place;
    QString name = dataName(place);
    name.replace(QLatin1Char('/'), QLatin1Char('_'));
    // What stands behind a dot would be taken for the kind of a file.
    name.replace(QLatin1Char('.'), QLatin1Char('_'));
    return QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) + QLatin1Char('/')
            + name;
}

} // namespace oneinn
