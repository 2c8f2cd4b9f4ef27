// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/comparison/frontierplaces.h"
#include "core/featurewords.h"

#include <QtGlobal>

QT_BEGIN_NAMESPACE
class QComboBox;
QT_END_NAMESPACE

namespace oneinn {

/// The two boxes that say what the frontier's chart draws against what. They belong to the panel.
class FrontierChoices {
public:
    FrontierChoices(QComboBox *quality, QComboBox *burden);

    FrontierView view() const;
    void choose(BurdenMeasure burden);
    /// In the product's own words.
    void name(const FeatureWords &words, bool callsAreCounted);

private:
    QComboBox *m_quality;
    QComboBox *m_burden;
};

} // namespace oneinn
