// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/featurewords.h"

#include <string>

/// What a label of two values is about, as a word for what is looked for.
namespace oneinn {

/// "fraud" of the column "is_fraud" whose positive value is 1 or yes; "spam" of the positive value
/// "spam". Empty where neither says more than that something is so ("label", "y_true", "correct"),
/// and where the positive value says that what the column is called is not so ("is_fraud" is 0).
std::string labelNoun(const std::string &column, const std::string &positive);

/// Where nobody has chosen any words and the label has one: what is looked for are fraud cases, and
/// what is given to them is a fraud tag. Of a class that is a word of its own see classnoun.h.
FeatureWords wordsOfLabel(FeatureWords words, const std::string &column,
                          const std::string &positive);

} // namespace oneinn
