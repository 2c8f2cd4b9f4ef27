// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/featurewords.h"
#include "core/loadbearing/scenarioload.h"

#include <QString>

/// Why another constraint carries the product than a moment ago.
namespace oneinn::wording {

/// Both are empty where the verdict is the same, or nothing that it is about has changed.
struct VerdictChange {
    QString brief;    ///< "since the model or policy changed": the widest of what did
    QString sentence; ///< "Changed: the model or policy and the threshold. Before: Recall carries
                      ///< this product."
};
VerdictChange verdictChange(const ScenarioLoad &before, const ScenarioLoad &now,
                            const FeatureWords &product);

} // namespace oneinn::wording
