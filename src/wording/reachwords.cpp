// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/reachwords.h"

#include "core/policies/candidates.h"
#include "wording/combinationwords.h"
#include "wording/decisionwords.h"
#include "wording/feature.h"
#include "wording/names.h"
#include "wording/numbers.h"
#include "wording/phrases.h"
#include "wording/policynames.h"
#include "wording/reachphrases.h"
#include "wording/targetwords.h"
#include "wording/valuewords.h"

#include <algorithm>
#include <cmath>

namespace oneinn::wording {

using namespace Qt::Literals::StringLiterals;

namespace {

TargetWords wordsOf(const ReachAnswer &answer, const FeatureWords &product)
{
    return {answer.question.targets, product};
}

QString furthestText(const Furthest &furthest)
{
    if (std::isinf(furthest.threshold.value))
        return u"above every score"_s;
    return u"at "_s + scoreText(furthest.threshold.value);
}

/// How much of a range its end may lose to be short: a tenth, but next to nothing of what a
/// probability says near 0 or 1, where a chart of odds shows that much more.
double spared(double end, const ThresholdInterval &range)
{
    constexpr double tenth = 0.1;
    constexpr double ofEnd = 0.05;
    const double most = tenth * (range.high - range.low); // infinite where the range is
    if (range.low < 0.0 || range.high > 1.0)
        return most;
    return std::min({most, ofEnd * end, ofEnd * 2.0 * (1.0 - end)});
}

/// A range with its ends rounded inwards, but not so far that what was chosen in it falls out.
QString rangeAround(const ThresholdInterval &range, const TargetSetting &chosen)
{
    const double at = chosen.threshold.value;
    if (std::isinf(range.low) || std::isinf(at))
        return rangeText(range);
    const double above = std::min(spared(range.low, range), at - range.low);
    const QString low = thresholdText({range.low + above / 2.0}, {range.low, range.low + above});
    if (std::isinf(range.high))
        return u"from %1 on"_s.arg(low);
    const double below = std::min(spared(range.high, range), range.high - at);
    const QString high = below > 0.0
            ? thresholdText({range.high - below / 2.0}, {range.high - below, range.high})
            : thresholdText(chosen.threshold, chosen.sameDecisions);
    return u"from %1 to %2"_s.arg(low, high);
}

/// Which other thresholds would do.
QString rangesText(const Reach &reach)
{
    const auto &feasible = reach.feasible;
    const TargetSetting &chosen = *reach.chosen;
    if (feasible.size() > 1)
        return u"Thresholds in %1 ranges do, the highest %2, the lowest %3."_s.arg(
                cardinal(static_cast<int>(feasible.size())), rangeText(feasible.front()),
                rangeText(feasible.back()));
    const ThresholdInterval &range = feasible.front();
    if (chosen.sameDecisions == range)
        return {};
    if (std::isinf(range.low) && std::isinf(range.high))
        return u"Every threshold does."_s;
    return u"Every threshold %1 does."_s.arg(rangeAround(range, chosen));
}

bool isSure(const Reach &reach)
{
    return std::all_of(allTargets.begin(), allTargets.end(), [&](TargetKind kind) {
        return !reach.asked.contains(kind) || reach.chosen->readings[kind].sure;
    });
}

/// What it takes to be sure.
QString safetyText(const Reach &reach, const Feature &feature)
{
    if (isSure(reach))
        return {};
    if (!reach.safe)
        return u"On these rows no threshold surely (95 %) reaches %1."_s.arg(
                targetsText(reach.asked));
    return u"To reach %1 surely (95 %), take it %2: %3."_s.arg(
            targetsText(reach.asked), atText(*reach.safe),
            insteadText(reach.safe->valuePerUse, reach.chosen->valuePerUse, feature));
}

QString bindingText(const Reach &reach, const TargetWords &words)
{
    const double now = reach.chosen->valuePerUse;
    if (!reach.binding) {
        const auto [most, here] = toldApart(1000.0 * reach.unlimited->valuePerUse, 1000.0 * now);
        if (most == here)
            return u"No target binds: no threshold is worth more."_s;
        return u"No single target binds: dropping one alone adds nothing, dropping all of them "
               "would be %1."_s.arg(
                       insteadText(reach.unlimited->valuePerUse, now, words.feature()));
    }
    const TargetSetting &then = *reach.without[*reach.binding];
    return u"What binds is %1: without it the best would be %2, %3, where %4."_s.arg(
            TargetWords::name(*reach.binding), atText(then),
            insteadText(then.valuePerUse, now, words.feature()),
            words.brings(*reach.binding, then.readings[*reach.binding]));
}

/// A line that begins with the name of a way, and so with that of its model, if it has one.
QString asRouteSentence(const Route &route, const QString &text)
{
    const bool isNamed = route.choice.model && !route.choice.model->empty();
    const QString sentence = routeName(route) + u": "_s + text;
    return isNamed ? sentence + u'.' : asSentence(sentence);
}

QStringList reachedSentences(const Route &route, const TargetWords &words)
{
    const Reach &reach = route.reach;
    QStringList all;
    all.append(
            asRouteSentence(route,
                            u"reaches %1 %2, worth %3"_s.arg(
                                    targetsText(reach.asked), atText(*reach.chosen),
                                    valuePer1000Text(reach.chosen->valuePerUse, words.product()))));
    all.append(rangesText(reach));
    for (const TargetKind kind : allTargets) {
        if (reach.asked.contains(kind))
            all.append(words.reading(kind, reach.chosen->readings[kind]));
    }
    all.append(safetyText(reach, words.feature()));
    all.append(bindingText(reach, words));
    return all;
}

/// How far a target goes by itself.
QString aloneText(const Reach &reach, TargetKind kind, const TargetWords &words)
{
    const auto &best = reach.alone[kind];
    if (!best)
        return words.brings(kind, TargetReading());
    const bool anywhere =
            isOfEveryThreshold(kind) || (kind == TargetKind::ShownPerDay && best->value <= 0.0);
    const QString at = anywhere ? QString() : u", "_s + furthestText(*best);
    return words.brings(kind, *best) + at;
}

/// Which targets cannot be had, and how far each can go by itself.
QStringList conflictSentences(const Reach &reach, const TargetWords &words)
{
    QStringList all;
    QStringList asked;
    QStringList furthest;
    TargetKind only{};
    for (const TargetKind kind : allTargets) {
        if (!reach.conflict.contains(kind))
            continue;
        only = kind;
        asked.append(words.target(kind));
        furthest.append(aloneText(reach, kind, words));
    }
    if (asked.size() == 1) {
        all.append(asSentence(u"it is asked that "_s + asked.first()));
        const bool anyBest = reach.alone[only].has_value();
        all.append(asSentence((anyBest ? u"at best "_s : QString()) + furthest.first()));
        return all;
    }
    all.append(asSentence(u"not to be had together: "_s + asked.join(u"; "_s)));
    all.append(asSentence(u"each alone at best: "_s + furthest.join(u"; "_s)));
    return all;
}

QStringList improvementSentences(const Reach &reach, const TargetWords &words)
{
    QStringList ways;
    for (const TargetKind kind : allTargets) {
        const auto &best = reach.besideOthers[kind];
        const QString way =
                best ? words.improvement(kind, best->value, reach.ofSlice.answered) : QString();
        if (!way.isEmpty())
            ways.append(way);
    }
    if (ways.isEmpty())
        return {u"No single improvement would be enough: more than one target would have to be "
                "eased."_s};
    if (ways.size() == 1)
        return {asSentence((reach.asked.size() > 1 ? u"with the other targets met, "_s : QString())
                           + ways.first())};
    QStringList all{u"Any one of these would be enough, with the other targets met:"_s};
    for (const QString &way : std::as_const(ways))
        all.append(asSentence(way));
    return all;
}

QStringList missedSentences(const Route &route, const TargetWords &words)
{
    const Reach &reach = route.reach;
    QStringList all{asRouteSentence(route, u"does not reach "_s + targetsText(reach.asked))};
    all += conflictSentences(reach, words);
    all += improvementSentences(reach, words);
    if (!reach.binding || reach.asked.size() == 1)
        return all;
    const TargetSetting &then = *reach.without[*reach.binding];
    all.append(u"Without %1, it would reach the others %2: worth %3, where %4."_s.arg(
            TargetWords::name(*reach.binding), atText(then),
            valuePer1000Text(then.valuePerUse, words.product()),
            words.brings(*reach.binding, then.readings[*reach.binding])));
    return all;
}

} // namespace

QString routeName(const Route &route)
{
    const Choice &choice = route.choice;
    const std::string fallback = choice.fallback ? choice.fallback->model : std::string();
    const Candidate candidate{"", CandidateKind::Alone,
                              SingleModel{{0, choice.threshold},
                                          choice.budget,
                                          choice.latePolicy,
                                          {{1, {}}, Fallback::Start::WithMain}}};
    QString name = policyName(candidate, {choice.model.value_or(std::string()), fallback});
    if (!choice.combination)
        return name;
    // What is said of late answers holds for what is combined as well.
    const QString model = modelText(choice.model.value_or(std::string()));
    return answererName(choice.model, choice.combination) + name.mid(model.size());
}

QStringList targetLines(const Targets &targets, const FeatureWords &product)
{
    const TargetWords words(targets, product);
    QStringList lines;
    for (const TargetKind kind : allTargets) {
        const QString target = words.target(kind);
        if (!target.isEmpty())
            lines.append(asSentence(target));
    }
    return lines;
}

QStringList routeSentences(const ReachAnswer &answer, std::size_t route,
                           const FeatureWords &product)
{
    const Route &way = answer.routes[route];
    const TargetWords words = wordsOf(answer, product);
    QStringList all = way.reach.chosen ? reachedSentences(way, words) : missedSentences(way, words);
    all.removeAll(QString());
    return all;
}

QStringList reachNotes(const ReachAnswer &answer, const FeatureWords &product)
{
    const ReachQuestion &asked = answer.question;
    QStringList notes;
    if (answer.modelsMixed)
        notes.append(u"Several models are mixed here; choose one to compare it with the others."_s);
    if (answer.moreModels)
        notes.append(u"Only the first %1 models are looked at."_s.arg(
                cardinal(static_cast<int>(mostCandidateModels))));
    const bool several =
            std::any_of(answer.routes.begin(), answer.routes.end(), [&](const auto &r) {
                return r.choice.model != answer.routes.front().choice.model;
            });
    if (several)
        notes.append(u"Each model is looked at on its own rows; which is worth more for sure is "
                     "said under “Models and policies”."_s);
    if (!answer.hasLatency && asked.targets.answered)
        notes.append(u"This file has no latency column, so nothing can be said about waits."_s);
    const bool doubtful =
            std::any_of(answer.routes.begin(), answer.routes.end(),
                        [](const auto &r) { return r.reach.chosen && !isSure(r.reach); });
    if (doubtful)
        notes.append(u"A limit that is just met on the rows it was chosen on is kept in truth less "
                     "than half of the time."_s);
    QStringList own{u"what an outcome is worth"_s};
    if (asked.targets.shownPerDay)
        own.append(u"%1 a day"_s.arg(usesText(asked.targets.usesPerDay, featureOf(product))));
    if (!asked.patience.everyoneWaits())
        own.append(u"who leaves when"_s);
    if (asked.baseRate)
        own.append(u"the base rate of %1"_s.arg(rateText(*asked.baseRate)));
    if (asked.mix)
        own.append(u"the mix by "_s + nameText(asked.mix->column));
    notes.append(asSentence(
            joined(own, u"and"_s)
            + (own.size() == 1 ? u" is your assumption"_s : u" are your assumptions"_s)));
    return notes;
}

QString noTargetText()
{
    return u"Tick a target above to see which settings reach it, and which target stands in the "
           "way."_s;
}

QString reachingText()
{
    return u"Looking for settings…"_s;
}

} // namespace oneinn::wording
