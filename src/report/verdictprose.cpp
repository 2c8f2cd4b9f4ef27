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
#include <utility>
#include <vector>

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
    // Of none there is no part.
    const QString percent = step > 0.0 ? plainNumber(100.0 * step) + u" percent "_s : QString();
    QString cause;
    switch (failure) {
    case Failure::Latency:
        cause = u"being %1slower"_s;
        break;
    case Failure::Precision:
        cause = u"%1more wrong ones"_s;
        break;
    case Failure::Recall:
        cause = u"%1more misses"_s;
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

/// The two that matter about equally; nobody waits where time does not count.
std::pair<Failure, Failure> equallyNamed(const ScenarioLoad &load)
{
    const LoadVerdict &verdict = load.load.verdict;
    if (!load.timeCounts
        && (verdict.first == Failure::Latency || verdict.rival == Failure::Latency))
        return {Failure::Precision, Failure::Recall};
    return {verdict.first, verdict.rival};
}

/// A failure, and the worsening that it is judged by.
struct NamedFailure {
    Failure failure;
    const FailureLosses *losses;
};

/// In the order of the headline, where that names any.
std::vector<NamedFailure> namedIn(const ScenarioLoad &load)
{
    const LoadVerdict &verdict = load.load.verdict;
    const FailureLosses &steps = load.load.equalSteps;
    std::vector<NamedFailure> named;
    if (verdict.equalSteps)
        named.push_back({*verdict.equalSteps, &steps});
    if (verdict.badWeek && verdict.badWeek != verdict.equalSteps)
        named.push_back({*verdict.badWeek, &load.load.badWeek});
    if (!named.empty())
        return named;
    const auto [first, other] = equallyNamed(load);
    return {{first, &steps}, {other, &steps}};
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
    const auto [first, other] = equallyNamed(load);
    return u"These data do not say: %1 and %2 matter about equally."_s.arg(duty(first, feature),
                                                                           duty(other, feature));
}

/// One of each failure that loses anything, the first with its unit.
QStringList lossSentences(const ScenarioLoad &load, const std::vector<NamedFailure> &failures,
                          const wording::Feature &feature)
{
    QStringList sentences;
    for (const auto &[failure, losses] : failures) {
        const double loss = losses->alone[failure];
        if ((!load.hasLatency && failure == Failure::Latency) || std::abs(loss) < nothing)
            continue;
        const QString unit = sentences.isEmpty()
                ? u" %1 in 1,000 %2"_s.arg(feature.unitSaid(), feature.useCase.plural)
                : QString();
        sentences.append(lossSentence(failure, losses->step[failure].value_or(0.0), loss, unit));
    }
    return sentences;
}

std::vector<NamedFailure> ranked(const ScenarioLoad &load)
{
    std::vector<NamedFailure> all;
    all.reserve(everyFailure.size());
    for (const Failure failure : load.load.equalSteps.ranking)
        all.push_back({failure, &load.load.equalSteps});
    return all;
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
    result.losses = lossSentences(load, ranked(load), feature);
    if (!wording::showsNothing(load))
        result.ofNamed = lossSentences(load, namedIn(load), feature);
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
