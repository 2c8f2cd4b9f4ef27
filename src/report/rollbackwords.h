// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/decision/rollbacktrigger.h"
#include "report/answermaterial.h"

#include <QString>
#include <QStringList>

/// How one will know after the release, and when it is taken back.
namespace oneinn::report {

/// "22nd wrong in the first 100"; for as many of the usual looks as the test can decide.
struct RollbackLook {
    int shown = 100;
    int wrong = 0;
};
QList<RollbackLook> rollbackLooks(const PrecisionTest &test);

/// What would be seen in users' terms; general where the person wrote nothing.
QString productMetricSentence(const AnswerMaterial &material);
/// The limits as sentences, the most important first; shares of at least so many, 100 or 1,000.
QStringList rollbackSentences(const AnswerMaterial &material, int of = 100);
/// The same for reading aloud: the first limit, and the one that needs no labels.
QStringList spokenRollback(const AnswerMaterial &material);
/// What in the limits is assumed.
QString rollbackAssumption(const AnswerMaterial &material);

} // namespace oneinn::report
