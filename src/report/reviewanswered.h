// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/review/reviewrows.h"
#include "core/review/shownalone.h"

namespace oneinn::report {

/// A band that is in force: where a person decides, and what that brings.
struct ReviewAnswered {
    const ReviewAnswer *answer = nullptr;     ///< never null
    const ReviewQuestion *question = nullptr; ///< likewise
    const ShownAlone *alone = nullptr;        ///< what is watched; null where nothing asks for it
};

} // namespace oneinn::report
