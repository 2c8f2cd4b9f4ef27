// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/cellrows/cellrows.h"
#include "core/featurewords.h"
#include "core/review/reviewrows.h"

#include <QStringList>

namespace oneinn::wording {

/// "12 bad suggestions are shown. The 5 nearest to the line:".
QString cellRowsSentence(const CellRows &rows, const CellRowsQuestion &question,
                         const FeatureWords &words = {});

/// Who decides what in the band, what it brings, what a day is like and when it closes. The ends
/// are in the file's units.
QStringList reviewSentences(const ReviewAnswer &answer, const ReviewQuestion &question,
                            const QString &from, const QString &to, const FeatureWords &words = {});

} // namespace oneinn::wording
