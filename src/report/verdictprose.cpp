// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/verdictprose.h"

#include "report/answerwords.h"
#include "wording/badweekwords.h"
#include "wording/decisionwords.h"
#include "wording/numbers.h"
#include "wording/phrases.h"
#include "wording/verdictwords.h"

#include <cmath>

namespace oneinn::report {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double nothing = 1e-12; ///< of value per use

/// "being in time", "not being wrong", "not missing good ones".
QString duty(Failure failure, const wording::Feature &feature)
{
    switch (failure) {
    case Failure::Latency:
        return u"being quick"_s;
    case Failure::Precision:
        return u"being right when we %1 something"_s.arg(feature.verb);
    case Failure::Recall:
        return u"not missing "_s + feature.positivesSaid();
    }
    Q_UNREACHABLE();
}

QString lossSentence(Failure failure, double step, double loss, const QString &unit)
{
    const QString percent = plainNumber(100.0 * step);
    QString cause;
    switch (failure) {
    case Failure::Latency:
        cause = u"being %1 percent slower"_s;
        break;
    case Failure::Precision:
        cause = u"%1 percent more wrong ones"_s;
        break;
    case Failure::Recall:
        cause = u"%1 percent more misses"_s;
        break;
    }
    const bool one = failure == Failure::Latency;
    const QString verb =
            loss > 0.0 ? (one ? u"costs"_s : u"cost"_s) : (one ? u"gains"_s : u"gain"_s);
    return wording::asSentence(
            u"%1 %2 us about %3"_s.arg(cause.arg(percent), verb,
                                       plainNumber(wording::thousand * std::abs(loss)))
            + unit);
}

/// "a wrong one were worse than 2.1 misses (now 1.3)", told by whichever of the two is the worse
/// at the bound.
QString boundClause(double wrongInMisses, bool beyond, std::optional<double> now)
{
    const auto asOfNow = [](double ratio) { return u" (now %1)"_s.arg(plainNumber(ratio)); };
    const bool missIsWorse = wrongInMisses < 1.0;
    const QString times = plainNumber(missIsWorse ? 1.0 / wrongInMisses : wrongInMisses);
    const bool one = times == u"1";
    if (missIsWorse)
        return u"a miss were %1 than %2"_s.arg(beyond ? u"less bad"_s : u"worse"_s,
                                               one ? u"a wrong one"_s : times + u" wrong ones"_s)
                + (now ? asOfNow(1.0 / *now) : QString());
    return u"a wrong one were %1 than %2"_s.arg(beyond ? u"worse"_s : u"less bad"_s,
                                                one ? u"a miss"_s : times + u" misses"_s)
            + (now ? asOfNow(*now) : QString());
}

bool anyLoss(const LoadBearing &load)
{
    return load.equalSteps.alone[load.equalSteps.ranking[0]] > nothing;
}

QString headlineOf(const ScenarioLoad &load, const wording::Feature &feature)
{
    const LoadVerdict &verdict = load.load.verdict;
    if (wording::showsNothing(load))
        return u"We %1 nothing, so no failure can get worse, and none decides."_s.arg(feature.verb);
    if (!anyLoss(load.load))
        return u"On these values, nothing: no failure costs us anything."_s;
    if (verdict.certainty() == Certainty::OneAnswer)
        return wording::asSentence(duty(*verdict.equalSteps, feature)
                                   + u", and the data are clear about that"_s);
    const QString little = u"%1 if everything gets a little worse"_s;
    // Spoken, in as few words as there are.
    const QString bad = u"%1 "_s
            + (wording::isByChance(load) ? u"if chance is against us"_s
                                         : wording::badWeekCase(load));
    if (verdict.certainty() == Certainty::TwoAnswers)
        return wording::asSentence(little.arg(duty(*verdict.equalSteps, feature)) + u", and "_s
                                   + bad.arg(duty(*verdict.badWeek, feature)));
    if (verdict.equalSteps)
        return wording::asSentence(little.arg(duty(*verdict.equalSteps, feature))
                                   + u"; if each gets as bad as it may, that cannot be told"_s);
    if (verdict.badWeek)
        return wording::asSentence(bad.arg(duty(*verdict.badWeek, feature))
                                   + u"; if everything gets a little worse, that cannot be told"_s);
    Failure first = verdict.first;
    Failure other = verdict.rival;
    if (!load.timeCounts && (first == Failure::Latency || other == Failure::Latency)) {
        first = Failure::Precision;
        other = Failure::Recall;
    }
    return u"These data do not say: %1 and %2 matter about equally."_s.arg(duty(first, feature),
                                                                           duty(other, feature));
}

} // namespace

SpokenVerdict spokenVerdict(const AnswerMaterial &material)
{
    SpokenVerdict result;
    if (!material.load) {
        result.headline = u"That has not been worked out."_s;
        return result;
    }
    const ScenarioLoad &load = *material.load;
    const wording::Feature feature = featureOf(material);
    result.headline = headlineOf(load, feature);
    if (!anyLoss(load.load))
        return result;
    const FailureLosses &losses = load.load.equalSteps;
    for (const Failure failure : losses.ranking) {
        if (!load.hasLatency && failure == Failure::Latency)
            continue;
        const double loss = losses.alone[failure];
        if (std::abs(loss) < nothing)
            continue;
        result.losses.append(lossSentence(failure, losses.step[failure].value_or(0.0), loss,
                                          result.losses.isEmpty() ? u" %1 in 1,000 %2"_s.arg(
                                                  feature.unitSaid(), feature.useCase.plural)
                                                                  : QString()));
    }
    if (result.losses.size() == 1)
        result.losses.append(u"Nothing else costs anything."_s);
    return result;
}

QString whatChangesOurMind(const AnswerMaterial &material, bool withNow)
{
    if (!hasValues(material.assessment.scenario))
        return u"What would change our mind is saying what an outcome is worth, which nobody has done yet."_s;
    const RatioRange *range = material.load && material.load->load.sameFirst
            ? &*material.load->load.sameFirst
            : nullptr;
    if (!range || (!range->low && !range->high))
        return u"What would change our mind is another idea of what an outcome is worth, or data that look different."_s;
    const auto now = withNow ? std::optional(range->now) : std::nullopt;
    QStringList ends;
    if (range->low)
        ends.append(boundClause(*range->low, false, now));
    if (range->high)
        ends.append(boundClause(*range->high, true, now));
    return u"What would change our mind: if %1, something else would come first, and we would choose again."_s
            .arg(wording::joined(ends, u"or if"_s));
}

} // namespace oneinn::report
