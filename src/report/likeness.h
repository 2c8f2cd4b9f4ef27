// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "report/answermaterial.h"

#include <QString>

namespace oneinn::report {

/// What fails in the same way as the product, for somebody who has never seen one.
QString likenessText(const AnswerMaterial &material);

} // namespace oneinn::report
