// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "report/answermaterial.h"
#include "report/report.h"

#include <QString>

namespace oneinn::report {

/// The tradeoff answer, in the order of a strong one: who is hurt by which failure, what determines
/// the answer, what carries the product, the choice, what is given up, how one will know and when
/// to roll back, and how sure it is. What the person wrote stands where they wrote it; elsewhere a
/// general sentence does. The same material and date give the same report. Without figures.
Report makeReport(const AnswerMaterial &material, Length length, const QString &date);
/// Those of a brief's appendix.
QList<Figure> figuresOf(const AnswerMaterial &material);

} // namespace oneinn::report
