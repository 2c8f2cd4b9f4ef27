// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <string>

namespace oneinn {

/// The person's own words for a product, in the singular; any of them may be empty.
struct FeatureWords {
    std::string raised = "suggestion"; ///< what it shows: "alert"
    std::string useCase = {};          ///< what it is asked about: "payment"; empty: a use
    std::string positive = {}; ///< what it looks for: "fraud"; empty: a good one of what it shows
    /// What it does: "raise"; with its participle where that is an unusual one: "bid/bidden".
    /// Empty: show.
    std::string verb = {};
    std::string unit =
            {}; ///< of what outcomes are worth, in the plural: "euros"; empty: has no name
    std::string person = {}; ///< who meets it: "customer"; empty: a user

    friend bool operator==(const FeatureWords &, const FeatureWords &) = default;
};

struct FeatureWordRow {
    const char *key;    ///< in files
    const char *option; ///< on the command line, after "--"
    std::string FeatureWords::*word;
};

inline constexpr std::array<FeatureWordRow, 6> featureWordRows{{
        {"noun", "noun", &FeatureWords::raised},
        {"case", "case-noun", &FeatureWords::useCase},
        {"positive", "positive-noun", &FeatureWords::positive},
        {"verb", "verb", &FeatureWords::verb},
        {"unit", "value-unit", &FeatureWords::unit},
        {"person", "person-noun", &FeatureWords::person},
}};

} // namespace oneinn
