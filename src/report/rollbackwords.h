// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "report/answermaterial.h"

#include <QString>
#include <QStringList>

/// How one will know after the release, and when it is taken back.
namespace oneinn::report {

/// What would be seen in users' terms; general where the person wrote nothing.
QString productMetricSentence(const AnswerMaterial &material);
/// The limits as sentences, with what they promise, the most important first; shares of at
/// least so many, 100 or 1,000.
QStringList rollbackSentences(const AnswerMaterial &material, int of = 100);
/// The same for reading aloud: the whole rule for wrong ones, since a part of it would not keep the
/// promise, and the limit that needs no labels.
QStringList spokenRollback(const AnswerMaterial &material);
/// What the feature learns from and never sees, and the audit that mends it, as `learn` plans it.
QStringList loopSentences(const AnswerMaterial &material);
/// What in the limits is assumed.
QString rollbackAssumption(const AnswerMaterial &material);

} // namespace oneinn::report
