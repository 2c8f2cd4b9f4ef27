// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/comparison/pincomparison.h"
#include "report/answermaterial.h"

#include <optional>

namespace oneinn {

/// The default threshold with everything else as it is set now, in place of the default that waits
/// for every answer: a card asks about one choice, and is not told what two did at once. Without
/// rows at hand to try it on (see othersettings.h) the default is left out.
class LikeDefault {
public:
    /// Borrows the material, which has to outlive it.
    explicit LikeDefault(const report::AnswerMaterial &material);

    /// Borrows from this as well.
    report::AnswerMaterial material() const;

private:
    const report::AnswerMaterial &m_from;
    std::optional<AssessedPin> m_assessed;
    std::optional<PinDifferences> m_differences;
};

} // namespace oneinn
