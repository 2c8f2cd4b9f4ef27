// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wording/doubtswords.h"
#include "wording/fact.h"

#include <QList>
#include <QString>

/// What stands on and beside the picture of how sure the best threshold is.
namespace oneinn::wording {

struct DoubtsViewWords {
    QString sentence;   ///< what the best is worth, here and on new uses, and what limit it breaks
    QList<Fact> facts;  ///< where it lies, what is as good, what became of it on later days
    QString method;     ///< "1,000 resamples of 400 users, seed 1"; empty without any
    QString takeOver;   ///< on the button that sets it: "Take over 0.62"
    QString untakeable; ///< why that can do nothing; empty where it can
    QString summary;    ///< all of it, for those who cannot see the picture
};
/// limits: limitsOf(); now: the threshold that is set; hasDays: a column says on which day each use
/// was.
DoubtsViewWords doubtsViewWords(const ToldDoubts &told, const Targets &limits, Threshold now,
                                bool hasDays);

QString doubtsPendingText();
/// Where it was stopped.
QString doubtsCancelledText();
/// Where there is nothing to choose from.
QString noDoubtsText(const FeatureWords &product);

/// On the picture.
QString asGoodLabel();
QString drawsLabel();
QString bestMarkLabel();
QString valueAxisTitle(const FeatureWords &product);
/// "Line: ...; bars: ...".
QString doubtsLegend();

/// "customer", "day", "customer and day", "payment": what is drawn.
QString drawnByName(ClusterSource by, const FeatureWords &product);
/// What there is to choose, or why there is no choice.
QString drawnByText(bool anyChoice, const FeatureWords &product);

} // namespace oneinn::wording
