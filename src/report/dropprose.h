// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "report/answermaterial.h"
#include "report/report.h"

/// Why it dropped, in an answer. Each but the first two needs material with a drop.
namespace oneinn::report {

/// All of it in one sentence, as it is said aloud; nothing without a drop.
QStringList dropSpoken(const AnswerMaterial &material);
/// The same below a heading of its own.
QList<Section> dropInShort(const AnswerMaterial &material);
/// What happened, why we think so, what we do, and what we could not rule out.
Section dropSection(const AnswerMaterial &material);
/// Layer by layer, and what came from what.
QList<Section> dropEvidence(const AnswerMaterial &material);
Figure dropFigure(const AnswerMaterial &material);

} // namespace oneinn::report
