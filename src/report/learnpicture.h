// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/featurewords.h"
#include "core/release/learning.h"
#include "pictures/picture.h"

namespace oneinn::report {

/// How many uses bring a label, how many bring none, and how many of these are to be labelled at
/// random: bars on one scale, each with its number.
pictures::Picture learnPicture(const LearningPlan &plan, const LearningQuestion &question,
                               const FeatureWords &words, QSizeF size);

} // namespace oneinn::report
