// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/axismapping.h"
#include "core/predictions/predictionindex.h"

#include <memory>

namespace oneinn {

/// Which axis the scores of some rows lie along: the one that was told for these rows, else the one
/// that their scores suggest, which is sought once.
class ScoreAxisChoice {
public:
    void tell(charts::AxisMapping::Kind kind, const PredictionIndex &index);
    charts::AxisMapping::Kind of(const PredictionIndex &index);

private:
    std::shared_ptr<const PredictionIndex> m_for;
    charts::AxisMapping::Kind m_kind = charts::AxisMapping::Kind::Score;
};

} // namespace oneinn
