// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "report/answermaterial.h"

#include <QString>

#include <optional>

/// A segment of the data to ask about.
namespace oneinn {

struct AskedSegment {
    std::string column;
    std::string value;
    std::size_t values = 0; ///< of the column, among the uses that are looked at
    double share = 0.0;     ///< of the uses
};

/// The one of which more is wrong than elsewhere, where that is known for sure: a card supposes no
/// other. Else, of the first column that divides the uses, the smallest value of at least 1 in 20,
/// else the commonest. Absent where no column divides them.
std::optional<AskedSegment> askedSegment(const report::AnswerMaterial &material);

/// "“channel”"
QString columnSaid(const AskedSegment &segment);
/// "where “channel” is “card”"
QString whereSaid(const AskedSegment &segment);

} // namespace oneinn
