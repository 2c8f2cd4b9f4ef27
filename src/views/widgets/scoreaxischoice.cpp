// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/widgets/scoreaxischoice.h"

#include "plots/scoreaxis.h"

namespace oneinn {

void ScoreAxisChoice::tell(charts::AxisMapping::Kind kind, const PredictionIndex &index)
{
    m_for = index.shared_from_this();
    m_kind = kind;
}

charts::AxisMapping::Kind ScoreAxisChoice::of(const PredictionIndex &index)
{
    if (m_for.get() != &index)
        tell(suggestedAxis(index), index);
    return m_kind;
}

} // namespace oneinn
