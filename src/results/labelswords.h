// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "results/answerparts.h"

namespace oneinn {

/// The same told in the word of the file's label, where nobody has chosen any: of what is asked
/// aloud, since a card that asks about "good suggestions" asks about no product.
AnswerParts inLabelsWords(AnswerParts parts, const ingest::ResolvedMapping &mapping);

} // namespace oneinn
