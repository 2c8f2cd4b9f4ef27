// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "report/answermaterial.h"

#include <QString>
#include <QStringList>

/// What carries the product, in words that need no explanation.
namespace oneinn::report {

struct SpokenVerdict {
    QString headline;    ///< "Being quick carries it, and the data are clear about that."
    QStringList losses;  ///< one sentence each, most first; empty where nothing loses anything
    QStringList ofNamed; ///< those of the failures that the headline names, in its order
};
SpokenVerdict spokenVerdict(const AnswerMaterial &material);

/// "If a wrong one were as bad as 2 misses or more, something else would carry the product, and we
/// would look again." withNow: "(now 1.3)" beside each bound.
QString whatChangesOurMind(const AnswerMaterial &material, bool withNow = true);

} // namespace oneinn::report
