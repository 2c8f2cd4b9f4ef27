// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "lessons/classsummary.h"
#include "pictures/picture.h"

namespace oneinn {

/// A bar for each graded question: who was right, of all who answered, with the commonest mistake
/// under it. Its description is what the bars say, in sentences.
pictures::Picture classPicture(const QList<QuestionSummary> &summaries);

} // namespace oneinn
