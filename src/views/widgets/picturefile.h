// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/problem.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace oneinn {

namespace charts {
class ChartView;
}

/// "fraudalerts-scores.svg": after the data file and what the chart shows.
QString suggestedPictureName(const QString &dataPath, const charts::ChartView *chart, bool asSvg);

/// What kept the bytes of a picture from being written, if anything. Without bytes: there was no
/// memory for them. Files in readFrom are not written over.
std::optional<Problem> writePicture(const QString &path, const QByteArray &bytes,
                                    const QStringList &readFrom);

} // namespace oneinn
