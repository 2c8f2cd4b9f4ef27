// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metrics/repeats.h"

#include <QString>

namespace oneinn::wording {

/// "of 40 cases that were asked again, the same one is decided differently in 12 of 100 pairs of
/// answers (between 7 and 17, 95 % interval)".
QString repeatsText(const Repeats &repeats);

} // namespace oneinn::wording
