// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/sentences.h"

#include "wording/datalimitwords.h"
#include "wording/experiencewords.h"
#include "wording/feature.h"
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

/// What uses that end without an answer or a user cost, against what the same uses would be worth
/// with right answers.
double unservedCost(const Shares &shares, const OutcomeValues &values)
{
    const auto unserved = shares[Share::Unserved];
    const double good = shares.ofUses(goodUses);
    const double perfect = good * values.tp() + (1.0 - good) * values.tn();
    return unserved ? unserved->value * (perfect - values.late()) : 0.0;
}

/// Of these parts, what ended in an answer.
double answered(const Shares &shares, UseParts missed)
{
    return shares.ofUses(missed) - shares.ofUses({UsePart::UnansweredGood});
}

std::optional<double> costOf(Harm harm, const Assessment &assessment)
{
    const OutcomeValues &values = assessment.scenario.values;
    const Shares &shares = assessment.experience.shares;
    const double missCost = values.tp() - values.fn();
    const UseParts late{UsePart::MissedByLateness};
    switch (harm) {
    case Harm::Wrong:
        if (!shares[Share::WrongOfShown])
            return {};
        return shares.ofUses({UsePart::WrongShown}) * (values.tn() - values.fp());
    case Harm::Missed:
        if (!shares[Share::Missed])
            return {};
        return answered(shares, late | UseParts{UsePart::MissedByModel}) * missCost;
    case Harm::Late:
        if (!shares[Share::Late] && !shares[Share::Left] && !shares[Share::Failed]
            && !shares[Share::Refused])
            return {};
        return unservedCost(shares, values) + std::max(0.0, answered(shares, late)) * missCost;
    }
    return {};
}

QString settingSentence(const Assessment &assessment)
{
    const QString setting = settingText(assessment, true);
    const Feature feature = featureOf(assessment.scenario.words);
    if (isSilentUnknown(assessment)) {
        const LabelledUses &uses = assessment.labels->uses;
        return asSentence(u"%1, it %2 %3 in %4 %5"_s.arg(
                setting, feature.verbs, feature.raised.plural,
                shareText(uses.shownUses / (uses.shownUses + uses.silentUses)),
                feature.useCase.plural));
    }
    const auto shown = assessment.experience[Share::Shown];
    if (!shown)
        return asSentence(
                u"%1, there are no %2 to judge by"_s.arg(setting, feature.useCase.plural));
    if (shown->value == 0.0 && std::isinf(assessment.scenario.threshold.value))
        return asSentence(u"at this setting nothing is "_s + feature.done);
    if (shown->value == 0.0)
        return asSentence(u"%1, it never %2 anything"_s.arg(setting, feature.verbs));
    return asSentence(u"%1, it %2"_s.arg(setting, feature.actsIn(shareText(shown->value))));
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

QStringList sentences(const Assessment &assessment, const Reach *within)
{
    const ExperienceWords words = experienceWords(assessment);
    const ValueWords value = valueWords(assessment, within);
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
            if (assessment.scenario.budget || assessment.experience[Share::Left]
                || assessment.experience.anyLost())
                result.append(sentenceOf(words.late));
            break;
        }
    }
    result.append(sentenceOf(words.untilBad));
    result.append(asSentence(u"%1 (%2)"_s.arg(value.value, value.assumption)));
    for (const auto &aside : {value.nearBest, value.elkan}) {
        if (!aside.isEmpty())
            result.append(asSentence(aside));
    }
    return result;
}

} // namespace oneinn::wording
