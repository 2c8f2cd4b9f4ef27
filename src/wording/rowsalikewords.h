// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clusters/rowclusters.h"
#include "core/featurewords.h"

#include <QString>

/// What somebody said of which uses hang together, as sentences that tag it as an assumption.
namespace oneinn::wording {

/// found: what the file says, which was put aside.
QString eachUseAloneText(bool exact, ClusterSource found, const FeatureWords &product);
QString groupedText(const CategoryColumn &groups, const FeatureWords &product);

} // namespace oneinn::wording
