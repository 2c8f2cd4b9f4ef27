// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/predictions/columnwords.h"
#include "ingest/columnmapping.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace oneinn::ingest {

/// What a column's name can be known for.
enum class ColumnRole {
    Label,
    Score,
    Distance, ///< a score of which low values speak for the positive class
    Decision, ///< the model's own yes or no
    Latency,
    Model,
    Segment,
    Weight,
    Timestamp,
    ExampleId,
    UserId,
    Day,      ///< on which something was
    Personal, ///< names, addresses, birth dates, free text
    Failure,  ///< what went wrong with a call
    Status,   ///< how a call ended, well or not
    Refusal,  ///< whether the model declined to answer
};
inline constexpr std::size_t columnRoleCount = static_cast<std::size_t>(ColumnRole::Refusal) + 1;

/// How well a name fits a role; the larger the better, at most knownName.
struct NameFit {
    int strength = 0;
    GuessReason reason = GuessReason::Name;
};
inline constexpr int knownName = 1000;    ///< the first in the list of names known for a role
inline constexpr int labelName = 900;     ///< of labels: the first that is usual, "label"
inline constexpr int verdictName = 800;   ///< of labels: the first verdict on an answer, "correct"
inline constexpr int truthPartName = 975; ///< of labels: a part that says truth, "true_class"
inline constexpr int labelPartName = 870; ///< of labels: a part that is usual, "fraud_label"
inline constexpr int knownPart = 600;     ///< a prefix, suffix or word of the name
inline constexpr int weakName = 400;      ///< a name that is as often something else

/// Lower case, without everything but a-z and 0-9.
std::string normalised(std::string_view name);

/// How well a name alone fits each role, if at all; worked out once, as a file may have many
/// thousands of them. Sources of the names: the tools and public files that are listed beside them.
class NameFits {
public:
    explicit NameFits(std::string_view name);

    const std::optional<NameFit> &of(ColumnRole role) const
    {
        return m_fits[static_cast<std::size_t>(role)];
    }
    /// Whether the name is known for something that is neither label nor score, so that its values
    /// alone do not make it one.
    bool isSpokenFor() const;

private:
    std::array<std::optional<NameFit>, columnRoleCount> m_fits;
};

} // namespace oneinn::ingest
