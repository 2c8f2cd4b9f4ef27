// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/featurewords.h"

#include <optional>
#include <string>

/// A class that is looked at against all others, as a word for what is looked for.
namespace oneinn {

/// A word that has a plural: "invoice", not "A-7" or "3".
bool isClassNoun(const std::string &name);

/// What is looked for is called by the class's name, where that is a word. before: the class that
/// was looked at until now, if any. A word of the person's own for it stays.
FeatureWords wordsAgainstRest(FeatureWords words, const std::string &taken,
                              const std::optional<std::string> &before = {});

} // namespace oneinn
