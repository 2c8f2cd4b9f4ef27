// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/sentences.h"

#include "wording/experiencewords.h"
#include "wording/noun.h"
#include "wording/numbers.h"
#include "wording/phrases.h"
#include "wording/sayit.h"
#include "wording/valuewords.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace oneinn::wording {

using namespace Qt::Literals::StringLiterals;

namespace {

/// What late answers cost per use, against what the same uses would be worth with right answers.
/// Of the uses that end without an answer or a user.
double unservedCost(const Assessment &assessment)
{
    const auto &unserved = assessment.experience.unserved;
    const OutcomeValues &values = assessment.scenario.values;
    const double total = assessment.restated.total();
    const double positives = total > 0.0 ? assessment.restated.positives() / total : 0.0;
    const double perfect = positives * values.tp() + (1.0 - positives) * values.tn();
    return unserved ? unserved->value * (perfect - values.late()) : 0.0;
}

std::optional<double> lateCost(const Assessment &assessment)
{
    if (!assessment.experience.late && !assessment.experience.left)
        return {};
    const OutcomeValues &values = assessment.scenario.values;
    double cost = unservedCost(assessment);
    const double uses = assessment.counts.uses().weight;
    if (assessment.scenario.latePolicy == LatePolicy::ShowNothing && uses > 0.0)
        cost += assessment.counts.latePositiveCaught.weight / uses * (values.tp() - values.fn());
    return cost;
}

std::optional<double> costOf(Harm harm, const Assessment &assessment)
{
    const OutcomeValues &values = assessment.scenario.values;
    const ConfusionMatrix &matrix = assessment.restated;
    const Experience &experience = assessment.experience;
    const double total = matrix.total();
    const double missCost = values.tp() - values.fn();
    switch (harm) {
    case Harm::Wrong:
        if (!experience.wrongOfShown || total <= 0.0)
            return {};
        return matrix.fp() / total * (values.tn() - values.fp());
    case Harm::Missed:
        if (!experience.missed || total <= 0.0)
            return {};
        return matrix.fn() / total * missCost;
    case Harm::Late:
        return lateCost(assessment);
    }
    return {};
}

QString settingSentence(const Assessment &assessment)
{
    const QString setting = settingText(assessment, true);
    const auto &alertRate = assessment.metrics.alertRate;
    if (!alertRate)
        return asSentence(setting + u", there are no uses to judge by"_s);
    if (*alertRate == 0.0)
        return asSentence(setting + u", users never see anything"_s);
    return asSentence(u"%1, it shows %2 in %3 uses"_s.arg(
            setting, nounOf(assessment.scenario.noun).plural, shareText(*alertRate)));
}

} // namespace

QList<Harm> harmsByCost(const Assessment &assessment)
{
    QList<Harm> harms{Harm::Wrong, Harm::Missed, Harm::Late};
    std::map<Harm, std::optional<double>> cost;
    for (const Harm harm : harms)
        cost[harm] = costOf(harm, assessment);
    // An empty optional is less than any cost.
    std::stable_sort(harms.begin(), harms.end(), [&](Harm a, Harm b) { return cost[a] > cost[b]; });
    return harms;
}

QStringList sentences(const Assessment &assessment)
{
    const ExperienceWords words = experienceWords(assessment);
    const ValueWords value = valueWords(assessment);
    QStringList result{settingSentence(assessment)};
    for (const Harm harm : harmsByCost(assessment)) {
        switch (harm) {
        case Harm::Wrong:
            result.append(sentenceOf(words.wrong));
            break;
        case Harm::Missed:
            result.append(sentenceOf(words.missed));
            break;
        case Harm::Late:
            if (assessment.scenario.budget || assessment.experience.left)
                result.append(sentenceOf(words.late));
            break;
        }
    }
    result.append(sentenceOf(words.untilBad));
    result.append(asSentence(u"%1 (%2)"_s.arg(value.value, value.assumption)));
    for (const auto &aside : {value.nearOptimal, value.elkan}) {
        if (!aside.isEmpty())
            result.append(asSentence(aside));
    }
    return result;
}

} // namespace oneinn::wording
