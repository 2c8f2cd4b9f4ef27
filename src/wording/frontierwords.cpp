// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/frontierwords.h"

#include "core/comparison/alikepolicies.h"
#include "wording/feature.h"
#include "wording/names.h"
#include "wording/numbers.h"
#include "wording/phrases.h"
#include "wording/policynames.h"
#include "wording/policywords.h"
#include "wording/statement.h"

#include <algorithm>

#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

namespace oneinn::wording {

using namespace Qt::Literals::StringLiterals;

namespace {

QString leftOutText(LeftOut reason, const Feature &feature)
{
    switch (reason) {
    case LeftOut::ModelsMixed:
        return u"several models are looked at together, which can be compared with none; choose one"_s;
    case LeftOut::NoExampleIds:
        return u"no column says which rows of the models belong together, so only one model is here"_s;
    case LeftOut::NoCompleteExample:
        return u"no %1 has a row of every model with one label, so only one model is here"_s.arg(
                feature.useCase.singular);
    case LeftOut::MoreModels:
        return u"the file has more models; only the first %1 are compared"_s.arg(
                countText(double(mostComparedModels)));
    case LeftOut::SomeTogether:
        return u"what takes several calls is tried with %1 of the models: what is asked now, then those worth most alone"_s
                .arg(countText(double(mostCandidateModels)));
    case LeftOut::OneModel:
        return u"there is one model, so no cascade and no mixture"_s;
    case LeftOut::NoLatency:
        return u"without latencies nothing is late, and nothing can be said about waits"_s;
    case LeftOut::NoBudget:
        return u"without a budget nothing is late; set one to see what a late answer may be replaced with"_s;
    case LeftOut::NotProbabilities:
        return u"the scores are not probabilities, so there is no default of 0.5"_s;
    case LeftOut::FallbackNotPossible:
        return u"the model that answers when it is late has no row for these %1, so nothing comes of them"_s
                .arg(feature.useCase.plural);
    }
    Q_UNREACHABLE();
}

/// Other policies that are not listed, since they give users the same; empty where there are none.
QString alikeText(const ComparedPolicies &compared, std::size_t policy)
{
    const std::vector<std::size_t> first = firstAlike(compared);
    QStringList names;
    for (std::size_t other = policy + 1; other < first.size(); ++other) {
        if (first[other] == policy)
            names.append(policyName(compared.policies[other].candidate, compared.models));
    }
    return names.isEmpty() ? QString()
                           : u"The same here for whoever meets it: %1."_s.arg(names.join(u"; "_s));
}

QString limitMissedText(const ComparedPolicies &compared, const LimitMissed &missed,
                        const Feature &feature)
{
    constexpr double thousand = 1000.0;
    const QString model = modelText(missed.model);
    const QString limit = countText(thousand * compared.precisionLimit);
    if (!missed.bestPrecision)
        return u"with %1 nothing is %2, so it has no point with %3 of 1,000 %2 right"_s.arg(
                model, feature.done, limit);
    const bool sure = compared.promise == PromiseRule::LowerLimit;
    if (sure && *missed.bestPrecision >= compared.precisionLimit)
        return u"no threshold of %1 surely has %2 of 1,000 %3 right: one by itself would, but of all that were looked at one looks so by chance"_s
                .arg(model, limit, feature.done);
    return (sure ? u"no threshold of %1 surely has %2 of 1,000 %3 right; the most that is sure is %4"_s
                 : u"no threshold of %1 has %2 of 1,000 %3 right; the best has %4"_s)
            .arg(model, limit, feature.done,
                 countText(std::floor(thousand * *missed.bestPrecision)));
}

/// One sentence for each, as long as they are few.
QStringList limitMissedNotes(const ComparedPolicies &compared, const Feature &feature)
{
    constexpr double thousand = 1000.0;
    constexpr std::size_t mostTold = 4;
    QStringList notes;
    if (compared.limitMissed.size() <= mostTold) {
        for (const LimitMissed &missed : compared.limitMissed)
            notes << asSentence(limitMissedText(compared, missed, feature));
        return notes;
    }
    std::vector<std::string> models;
    for (const LimitMissed &missed : compared.limitMissed)
        models.push_back(missed.model);
    const bool sure = compared.promise == PromiseRule::LowerLimit;
    return {asSentence(u"%1 models have no threshold that %2has %3 of 1,000 %4 right: %5"_s.arg(
            countText(double(models.size())), sure ? u"surely "_s : QString(),
            countText(thousand * compared.precisionLimit), feature.done, listedNames(models)))};
}

QString namesOf(const ComparedPolicies &compared, const std::vector<FrontierPlace> &places,
                bool (*wanted)(const FrontierPlace &))
{
    QStringList names;
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (wanted(places[i])
            && (i == 0 || !isNowAgain(compared.policies[i], compared.policies.front())))
            names << (i == 0 ? u"now"_s
                             : policyName(compared.policies[i].candidate, compared.models));
    }
    return names.join(u"; "_s);
}

} // namespace

QStringList comparisonNotes(const ComparedPolicies &compared, const FeatureWords &product)
{
    const Feature feature = featureOf(product);
    const auto uses = static_cast<double>(compared.uses);
    QStringList notes;
    notes << (compared.models.size() > 1
                      ? u"Compared on the %1 that every model was asked for."_s.arg(
                              usesText(uses, feature))
                      : u"Compared on %1."_s.arg(usesText(uses, feature)));
    if (compared.rowsLeftOut > 0)
        notes << (compared.rowsLeftOut == 1
                          ? u"1 row is left out: it lacks another model's row or a latency."_s
                          : u"%1 rows are left out: they lack another model's row or a latency."_s
                                    .arg(countText(double(compared.rowsLeftOut))));
    if (compared.isSample())
        notes << u"Which one is surely better is judged on %1 of them, drawn at random."_s.arg(
                countText(double(compared.resampled.uses())));
    for (const LeftOut reason : compared.leftOut)
        notes << asSentence(leftOutText(reason, feature));
    notes << limitMissedNotes(compared, feature);
    if (compared.budget)
        notes << u"Late is beyond %1 in every row, whether or not it waits."_s.arg(
                budgetText(compared.budget));
    if (compared.policies.size() > 1)
        notes << u"Differences are taken before rounding."_s;
    notes << u"What was chosen on these %1 is worth less on others; that is taken off."_s.arg(
            feature.useCase.plural);
    return notes;
}

QString frontierSummary(const ComparedPolicies &compared, const std::vector<FrontierPlace> &places,
                        const FrontierView &view, const FeatureWords &words, ToldOfNow now)
{
    QString none = noFrontierText(compared, view);
    if (!none.isEmpty())
        return none;
    const auto isOnFront = [](const FrontierPlace &place) { return place.onFront; };
    const auto isDominated = [](const FrontierPlace &place) { return place.dominatedForSure; };
    QString text =
            (now == ToldOfNow::WithoutPerson
                     ? u"Of those without a person none is better in %1 and in %2 than: %3."_s
                     : u"None is better in %1 and in %2 than: %3."_s)
                    .arg(view.quality == QualityMeasure::Value
                                 ? featureOf(words).valuePerThousandInSentence()
                                 : qualityName(view.quality, words),
                         burdenName(view.burden, compared.callsAreCounted, words),
                         namesOf(compared, places, isOnFront));
    const QString dominated = namesOf(compared, places, isDominated);
    if (dominated.isEmpty())
        return text + u" No other is worse for sure."_s;
    return text + u" Worse for sure: %1."_s.arg(dominated);
}

QString noFrontierText(const ComparedPolicies &compared, const FrontierView &view)
{
    const auto p = percentileOf(view.burden);
    if (p && !compared.hasLatency)
        return u"This file has no latency column, so there are no waits to draw. Choose calls or "
               u"costs in "
               "place of p50 to p99.9, or open a file with a column of waits."_s;
    const auto &all = compared.policies;
    const auto isTooFew = [&view](const ComparedPolicy &policy) {
        return pointOf(policy, view).tooFew;
    };
    if (p && std::any_of(all.begin(), all.end(), isTooFew))
        return asSentence(tooFewText(*p));
    return {};
}

QString adoptHint()
{
    return u"click a point or press Enter on a row to take it over"_s;
}

QString inForceText(CameBy by)
{
    return by == CameBy::TakingOver ? u"taken over, and in force now; undo (Ctrl+Z) takes it back"_s
                                    : u"in force now"_s;
}

QString offeredBeyondText(const QString &beyond)
{
    return u"but with it "_s + beyond;
}

QString drawnText()
{
    return u"Drawn: the models with a tick in the table."_s;
}

QString mostDrawnText()
{
    return u"%1 models are drawn at most: take another tick away first."_s.arg(
            countText(double(mostCandidateModels)));
}

QString frontierLegend()
{
    return u"Line: none is better in both. Grey: another is better in one and no worse in the rest, for sure. Bars: 95 % interval."_s;
}

QString comparingText()
{
    return u"Comparing…"_s;
}

QString nothingToCompareText()
{
    return u"None of these rows has a known latency, so there is nothing to compare."_s;
}

QString policyDetail(const ComparedPolicies &compared, std::size_t policy,
                     const FeatureWords &product, const QString &beyond)
{
    QStringList text =
            policySentences(compared, policy, product, ToldOfNow::Whole, PolicyNaming::Explained);
    if (!beyond.isEmpty())
        text.insert(1, asSentence(beyond));
    text.append(alikeText(compared, policy));
    text.removeAll(QString());
    for (std::size_t pair = 0; pair < compared.pairs.size(); ++pair) {
        if (compared.pairs[pair].a == policy || compared.pairs[pair].b == policy)
            text += pairSentences(compared, pair, product);
    }
    return text.join(u' ') + u'\n' + comparisonNotes(compared, product).join(u' ');
}

} // namespace oneinn::wording
