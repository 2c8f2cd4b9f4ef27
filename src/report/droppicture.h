// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/featurewords.h"
#include "core/periods/dropped.h"
#include "pictures/picture.h"

namespace oneinn::report {

/// How the two periods are called under their bars.
struct PeriodNames {
    QString before;
    QString after;
};

/// Without the words that both begin and end with, which are no help where there is no room for
/// all: "…february", "…march". As they are where one would have none left.
PeriodNames toldApart(const PeriodNames &names);

/// A waterfall: what the measure was, what came from each cause with its 95 % interval, and what
/// it is. Causes of nothing are left out. All bars stand on one scale that has 0 in it.
pictures::Picture dropPicture(const Dropped &dropped, const PeriodNames &names,
                              const FeatureWords &words, QSizeF size);

} // namespace oneinn::report
