// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/predictions/labelconflicts.h"

namespace oneinn {

namespace {

enum class Seen : std::uint8_t { Never, Bad, Good, BadAgain, GoodAgain, Both };

Seen after(Seen before, bool good)
{
    switch (before) {
    case Seen::Never:
        return good ? Seen::Good : Seen::Bad;
    case Seen::Bad:
    case Seen::BadAgain:
        return good ? Seen::Both : Seen::BadAgain;
    case Seen::Good:
    case Seen::GoodAgain:
        return good ? Seen::GoodAgain : Seen::Both;
    case Seen::Both:
        break;
    }
    return Seen::Both;
}

} // namespace

LabelConflicts labelConflicts(const Predictions &predictions)
{
    LabelConflicts found;
    const auto &ids = predictions.exampleId();
    if (!ids || !predictions.model())
        return found;
    std::vector<Seen> seen(ids->values.size(), Seen::Never);
    for (Eigen::Index row = 0; row < predictions.rows(); ++row) {
        Seen &example = seen[ids->codes[row]];
        example = after(example, predictions.label()[row] != 0);
    }
    for (std::size_t id = 0; id < seen.size(); ++id) {
        const bool again = seen[id] == Seen::BadAgain || seen[id] == Seen::GoodAgain;
        if (ids->values[id].empty() || !(again || seen[id] == Seen::Both))
            continue;
        ++found.of;
        if (seen[id] != Seen::Both)
            continue;
        ++found.examples;
        if (found.names.size() < LabelConflicts::mostNamed)
            found.names.push_back(ids->values[id]);
    }
    return found;
}

} // namespace oneinn
