// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/assessment.h"

#include <QString>

namespace oneinn::wording {

/// Beside the threshold, what changes when it moves: "nothing changes between 0.553 and 0.571"; of
/// one segment that has a threshold of its own "for others; bank-transfer has 0.000846"; of
/// counted rows "exact: a bin begins here", or what a bin leaves open, "within a bin: between 44
/// and 49 of 100 shown are wrong".
QString aroundThreshold(const Assessment &assessment);

/// What counts leave open at the threshold, as a sentence; empty where they leave nothing open.
QString openBinSentence(const Assessment &assessment);

} // namespace oneinn::wording
