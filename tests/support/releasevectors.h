// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "support/vectors.h"

namespace testsupport {

/// One of vectors-2-release.json; fails the test run if there is none.
inline QJsonObject releaseVector(const QString &id)
{
    QFile file(testData(QLatin1String("vectors-2-release.json")));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot open %s", qPrintable(file.fileName()));
    const auto all =
            QJsonDocument::fromJson(file.readAll()).object().value(QLatin1String("vectors"));
    for (const auto &one : all.toArray()) {
        if (one[QLatin1String("id")].toString() == id)
            return one.toObject();
    }
    qFatal("no vector %s", qPrintable(id));
}

} // namespace testsupport
