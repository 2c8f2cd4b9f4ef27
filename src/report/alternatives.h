// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/comparison/policycomparison.h"
#include "report/answermaterial.h"

#include <QStringList>

#include <cstddef>
#include <optional>

/// What else was compared, beside the choice that is answered for.
namespace oneinn::report {

/// The most valuable alternative that was compared: neither now, nor what is decided alike, nor the
/// default. Of those that keep the limits, where one of them is worth more for sure.
struct Alternative {
    std::size_t policy = 0; ///< in AnswerMaterial::compared
    QString name;
    ComparisonVerdict verdict = ComparisonVerdict::CannotBeToldApart; ///< A: it is worth more
    double difference = 0.0; ///< per use, the alternative less now, on new uses
    Interval interval;
    QString worth;            ///< see wording::worthText()
    QString intervalText;     ///< see wording::expectedIntervalText()
    QString beyond;           ///< see wording::beyondLimitsText(); empty: it keeps the limits
    bool allAreWorse = false; ///< so is every other that was compared, for sure
};
std::optional<Alternative> bestAlternative(const AnswerMaterial &material);
/// That it is worth more, for sure, in one sentence; empty where it is not.
QString beatenSentence(const AnswerMaterial &material);
/// The same, whether it is so or not.
enum class Limits { Kept, Broken };
QString beatenText(Limits limits);
/// What it would bring, which limits it would break, of 100 or of as many as are counted in, and
/// what it would cost.
QStringList alternativeSentences(const AnswerMaterial &material, int of = 100);

} // namespace oneinn::report
