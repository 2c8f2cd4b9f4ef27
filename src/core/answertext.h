// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

namespace oneinn {

/// The words around the numbers of a tradeoff answer, which only a person knows. Plain text in
/// UTF-8; empty where nobody has written any, so that a general sentence stands there. No number
/// that the assessment gives belongs in them.
struct AnswerText {
    std::string title;         ///< what is decided
    std::string problem;       ///< what users try to do
    std::string users;         ///< who is hurt by a failure, and how
    std::string productMetric; ///< how one will know in product terms
    std::string rollback;      ///< what is watched besides, and who acts

    friend bool operator==(const AnswerText &, const AnswerText &) = default;
};

} // namespace oneinn
