// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/featurewords.h"
#include "core/loadbearing/scenarioload.h"

#include <QString>

/// What it would be worth to give a limit more room.
namespace oneinn::wording {

/// A limit that is being negotiated.
struct PriceWords {
    QString budget; ///< "100 ms more would be worth +12 per 1,000 uses; 50 ms less would cost 9."
    QString precision; ///< the same of the precision limit
};
PriceWords priceWords(const ScenarioLoad &load, const FeatureWords &product = {});

} // namespace oneinn::wording
