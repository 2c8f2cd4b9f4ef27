// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/review/reviewrows.h"

namespace oneinn::report {

/// A band that is in force: where a person decides, and what that brings.
struct ReviewAnswered {
    const ReviewAnswer *answer = nullptr;     ///< never null
    const ReviewQuestion *question = nullptr; ///< likewise
};

} // namespace oneinn::report
