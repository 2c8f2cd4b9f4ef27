// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace oneinn {

namespace charts {
class ChartView;
}

/// "fraudalerts-scores.svg": after the data file and what the chart shows.
QString suggestedPictureName(const QString &dataPath, const charts::ChartView *chart, bool asSvg);

} // namespace oneinn
