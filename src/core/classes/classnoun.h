// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/featurewords.h"

#include <optional>
#include <string>

/// A class that is looked at against all others, as a word for what is looked for.
namespace oneinn {

/// A word that has a plural: "invoice", not "A-7", "3" or "high".
bool isClassNoun(const std::string &name);

/// Where the class's name is a word: what is looked for are invoices, and what is given to them is
/// an invoice tag. before: the class that was looked at until now, if any. A person's own words for
/// these stay.
FeatureWords wordsAgainstRest(FeatureWords words, const std::string &taken,
                              const std::optional<std::string> &before = {});

} // namespace oneinn
