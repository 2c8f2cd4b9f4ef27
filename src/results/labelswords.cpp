// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/labelswords.h"

#include "core/classes/labelnoun.h"
#include "core/periods/dropped.h"

#include <memory>
#include <utility>

namespace oneinn {

AnswerParts inLabelsWords(AnswerParts parts, const ingest::ResolvedMapping &mapping)
{
    const FeatureWords words =
            wordsOfLabel(parts.now.scenario.words, mapping.label.value, mapping.positive.value);
    if (words == parts.now.scenario.words)
        return parts;
    parts.now.scenario.words = words;
    if (parts.dropped && parts.dropped->usual) {
        Assessment usual = *parts.dropped->usual;
        usual.scenario.words = words;
        Dropped dropped = *parts.dropped;
        dropped.usual = std::make_shared<const Assessment>(std::move(usual));
        parts.dropped = std::make_shared<const Dropped>(std::move(dropped));
    }
    return parts;
}

} // namespace oneinn
