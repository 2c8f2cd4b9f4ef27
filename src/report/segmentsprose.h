// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "report/answermaterial.h"
#include "report/report.h"

#include <QString>

/// Which segment pays for the average, in an answer. All empty where none does for sure and none
/// has a threshold of its own, or it is not known.
namespace oneinn::report {

/// Who pays; with thresholds of their own, whom these change most, and who pays still.
QString segmentsInShort(const AnswerMaterial &material);
/// What thresholds of segments' own are worth here and on new uses; empty with one for all.
QString ownThresholdsWorth(const AnswerMaterial &material);
/// All that is known of it: none or one.
QList<Section> segmentsSection(const AnswerMaterial &material);

} // namespace oneinn::report
