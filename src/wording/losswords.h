// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/featurewords.h"
#include "core/loadbearing/scenarioload.h"

#include <QList>
#include <QString>

/// What is lost where a failure gets worse.
namespace oneinn::wording {

/// "Latency", "Precision", "Recall".
QString failureName(Failure failure);
/// "latency", "precision", "recall".
QString failureInSentence(Failure failure);
/// What a failure is more of: "slower", "more wrong ones", "more misses".
QString moreOf(Failure failure);
/// "10 % slower", "34 % more misses".
QString stepText(Failure failure, double step);

/// A loss of value per use that is below this is none.
inline constexpr double nothingPerUse = 1e-12;
/// Value of 1,000 uses: "18", "0.4".
QString per1000Text(double perUse);
/// "10 %", "3.1 %", "310 %".
QString percentText(double share);

/// A part more of what there is none of; false of those that are added to none.
bool isOfNone(const FailureLosses &losses, Failure failure);
/// "Being 10 % slower loses 18", "10 % more misses gain 4", "10 % more misses lose nothing, as none
/// is missed".
QString lossClause(const FailureLosses &losses, Failure failure, const QString &unit);

/// Whether any failure, made worse, costs something.
bool anyLoss(const FailureLosses &losses);
/// In the order of loss; of a file without latencies only those that there are.
QList<Failure> competingFailures(const ScenarioLoad &load, const FailureLosses &losses);

/// A bar of a tornado.
struct LossWords {
    Failure failure = Failure::Latency;
    QString step;     ///< "10 % slower", "10 % more wrong ones", "no more misses"
    QString loss;     ///< "−18": what is lost of 1,000 uses' value; "0"
    QString range;    ///< "between −21 and −15"; empty where it has no width
    QString sentence; ///< "10 % slower loses 18 per 1,000 uses (between 15 and 21)"
};

/// Of all that compete, most first.
QList<LossWords> lossWords(const ScenarioLoad &load, const FailureLosses &losses,
                           const PerFailure<Interval> &ranges, const FeatureWords &product = {});

} // namespace oneinn::wording
