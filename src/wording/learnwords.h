// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/featurewords.h"
#include "core/release/learning.h"

#include <QString>
#include <QStringList>

namespace oneinn::wording {

/// What the feature makes known, which of it is biased, and the audit that mends it.
QStringList learnSentences(const LearningPlan &plan, const LearningQuestion &question,
                           const FeatureWords &words);

/// What stands at the bars that show the same.
struct LearnBarNames {
    QString shown;
    QString silent;
    QString audit;
};
LearnBarNames learnBarNames(const FeatureWords &words);

/// What the feature learns from, and what it never sees.
QString learnLoopSentence(const FeatureWords &words);
/// The audit that mends it; empty where none can be planned.
QString learnAuditSentence(const LearningPlan &plan, const LearningQuestion &question,
                           const FeatureWords &words);

} // namespace oneinn::wording
