// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/combinationwords.h"

#include "wording/feature.h"
#include "wording/names.h"
#include "wording/numbers.h"
#include "wording/ownbudgetwords.h"
#include "wording/ownthresholdwords.h"
#include "wording/policynames.h"

#include <QStringList>

namespace oneinn::wording {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double usesInHundred = 100.0;

QString ownText(const std::optional<std::string> &model)
{
    return modelText(model.value_or(std::string()));
}

struct ShortName {
    QString own;
    bool isNamed = true; ///< the model has a name

    QString operator()(const FirstAsked &first) const
    {
        return (first.parallel ? u"%1 + %2"_s : u"%1 → %2"_s).arg(modelText(first.model), own);
    }
    QString operator()(const AskedAgain &again) const
    {
        return u"%1, asked again after %2"_s.arg(own, millisecondsText(again.after.value));
    }
    QString operator()(const DividedUses &divided) const
    {
        return u"%1 % %2, else %3"_s.arg(numberText(usesInHundred * divided.share, 0), own,
                                         modelText(divided.other));
    }
    QString operator()(const ThresholdsBySegment &thresholds) const
    {
        const QString name = ownThresholdsName(thresholds);
        return isNamed ? own + u", "_s + name : name;
    }
};

struct Phrase {
    QString own;
    Threshold dial;
    bool lowerIsPositive = false;
    QString uses;

    QString operator()(const FirstAsked &first) const
    {
        return (first.parallel ? u"%1 and %2 are asked at once, and %2 decides when %1 is unsure"_s
                               : u"%1 is asked first, and %2 when it is unsure"_s)
                .arg(modelText(first.model), own);
    }
    QString operator()(const AskedAgain &again) const
    {
        return u"%1 is asked again after %2"_s.arg(own, millisecondsText(again.after.value));
    }
    QString operator()(const DividedUses &divided) const
    {
        return u"%1 in 100 %4 go to %2, the others to %3"_s.arg(
                numberText(usesInHundred * divided.share, 0), own, modelText(divided.other), uses);
    }
    QString operator()(const ThresholdsBySegment &thresholds) const
    {
        return ownThresholdsPhrase(thresholds, dial, lowerIsPositive);
    }
};

struct Labels {
    QString own;
    QString uses;

    CombinationLabels operator()(const FirstAsked &first) const
    {
        return {u"%1 asks %2 where it is unsure, from"_s.arg(modelText(first.model), own),
                u"to"_s,
                {}};
    }
    CombinationLabels operator()(const AskedAgain & /*its number is in the box*/) const
    {
        return {u"%1 is asked again after"_s.arg(own), {}, u"ms"_s};
    }
    CombinationLabels operator()(const DividedUses &divided) const
    {
        return {u"Of 100 "_s + uses,
                {},
                u"go to %1, the others to %2"_s.arg(own, modelText(divided.other))};
    }
    CombinationLabels operator()(const ThresholdsBySegment & /*a number for each*/) const
    {
        return {};
    }
};

} // namespace

QString answererName(const std::optional<std::string> &model,
                     const std::optional<Combination> &combination)
{
    if (!combination)
        return ownText(model);
    return std::visit(ShortName{ownText(model), model && !model->empty()}, *combination);
}

QString answererName(const RowsQuestion &scenario)
{
    return answererName(scenario.selection.model, scenario.combination);
}

QString operatedPhrase(const Scenario &scenario, bool lowerIsPositive)
{
    QStringList parts{combinationPhrase(scenario, lowerIsPositive), ownBudgetsPhrase(scenario)};
    parts.removeAll(QString());
    return parts.join(u"; "_s);
}

QString combinationPhrase(const Scenario &scenario, bool lowerIsPositive)
{
    if (!scenario.combination)
        return {};
    return std::visit(Phrase{ownText(scenario.selection.model), scenario.threshold, lowerIsPositive,
                             featureOf(scenario.words).useCase.plural},
                      *scenario.combination);
}

CombinationLabels combinationLabels(const Scenario &scenario)
{
    if (!scenario.combination)
        return {};
    return std::visit(
            Labels{ownText(scenario.selection.model), featureOf(scenario.words).useCase.plural},
            *scenario.combination);
}

QString combinationNumberName(const Combination &combination, bool second,
                              const FeatureWords &words)
{
    if (std::holds_alternative<FirstAsked>(combination))
        return second ? u"operated: unsure to"_s : u"operated: unsure from"_s;
    return std::holds_alternative<AskedAgain>(combination)
            ? u"asked again after"_s
            : u"of 100 "_s + featureOf(words).useCase.plural;
}

QString combinationHint(const Combination &combination, const FeatureWords &words)
{
    if (std::holds_alternative<FirstAsked>(combination))
        return u"The threshold is that of the second model. Where the first is sure, its answer stands at either end of the scores."_s;
    if (std::holds_alternative<AskedAgain>(combination))
        return u"The first of the two answers counts. How long the second takes is what another %1 took."_s
                .arg(featureOf(words).useCase.singular);
    if (std::holds_alternative<ThresholdsBySegment>(combination))
        return u"One dial moves every threshold as far up or down. Each is set in Options, Segments."_s;
    return u"One threshold moves both: as far up or down for the one model as for the other."_s;
}

} // namespace oneinn::wording
