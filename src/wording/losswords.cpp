// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/losswords.h"

#include "wording/feature.h"
#include "wording/numbers.h"
#include "wording/phrases.h"
#include "wording/valuewords.h"

#include <algorithm>
#include <cmath>

namespace oneinn::wording {

using namespace Qt::Literals::StringLiterals;

namespace {

QString lossClauseOf(Failure failure, const QString &step, double loss, const QString &unit)
{
    const bool one = failure == Failure::Latency;
    const QString subject = one ? u"being "_s + step : step;
    if (std::abs(loss) < nothingPerUse)
        return subject + (one ? u" loses nothing"_s : u" lose nothing"_s);
    constexpr double tellable = 0.005; // of 1,000 uses
    if (std::abs(1000.0 * loss) < tellable)
        return subject + (one ? u" loses next to nothing"_s : u" lose next to nothing"_s);
    const QString verb =
            loss > 0.0 ? (one ? u"loses"_s : u"lose"_s) : (one ? u"gains"_s : u"gain"_s);
    return u"%1 %2 %3%4"_s.arg(subject, verb, per1000Text(std::abs(loss)), unit);
}

/// A tenth more of none is none, whatever one costs.
QString whyNothing(const FailureLosses &losses, Failure failure)
{
    if (!isOfNone(losses, failure))
        return {};
    return failure == Failure::Precision ? u", as none is wrong"_s : u", as none is missed"_s;
}

/// Both ends with as many digits as it takes to tell them apart; empty where that does not help.
QString rangeOf(double low, double high)
{
    const auto [from, to] = toldApart(low, high, Plus::LeftOut);
    return from == to ? QString() : u"between %1 and %2"_s.arg(from, to);
}

/// "34 % more misses"; "3.1 more misses in 1,000 uses" where there were none.
QString stepOf(const FailureLosses &losses, Failure failure, const Feature &feature)
{
    if (losses.step[failure])
        return stepText(failure, *losses.step[failure]);
    const MoreOfUses &more = losses.moreOfUses;
    return u"%1 %2 in 1,000 %3"_s.arg(
            per1000Text(failure == Failure::Precision ? more.wrongShown : more.missed),
            moreOf(failure), feature.useCase.plural);
}

QString barStep(const FailureLosses &losses, Failure failure, const Feature &feature)
{
    if (!(losses.step[failure] <= 0.0))
        return stepOf(losses, failure, feature);
    return failure == Failure::Latency ? u"no slower"_s : u"no "_s + moreOf(failure);
}

/// Of a step that is none nothing is to be lost.
QString barSentence(const FailureLosses &losses, Failure failure, double loss,
                    const Feature &feature)
{
    const QString step = barStep(losses, failure, feature);
    if (losses.step[failure] <= 0.0)
        return step + u" than now"_s;
    return lossClauseOf(failure, step, loss, feature.perThousand()) + whyNothing(losses, failure);
}

LossWords barOf(const FailureLosses &losses, const PerFailure<Interval> &ranges, Failure failure,
                const Feature &feature)
{
    const double loss = losses.alone[failure];
    const Interval &range = ranges[failure];
    LossWords words;
    words.failure = failure;
    words.step = barStep(losses, failure, feature);
    words.loss = signedText(-1000.0 * loss);
    words.range = rangeOf(-1000.0 * range.high, -1000.0 * range.low);
    words.sentence = barSentence(losses, failure, loss, feature);
    // Of what is told: a gain where it is one.
    const double told = loss < 0.0 ? -1000.0 : 1000.0;
    const auto [least, most] = std::minmax({told * range.low, told * range.high});
    if (const QString width = rangeOf(least, most); !width.isEmpty())
        words.sentence += u" (%1)"_s.arg(width);
    words.sentence = asSentence(words.sentence);
    return words;
}

} // namespace

QString failureName(Failure failure)
{
    switch (failure) {
    case Failure::Latency:
        return u"Latency"_s;
    case Failure::Precision:
        return u"Precision"_s;
    case Failure::Recall:
        return u"Recall"_s;
    }
    Q_UNREACHABLE();
}

QString failureInSentence(Failure failure)
{
    switch (failure) {
    case Failure::Latency:
        return u"latency"_s;
    case Failure::Precision:
        return u"precision"_s;
    case Failure::Recall:
        return u"recall"_s;
    }
    Q_UNREACHABLE();
}

QString moreOf(Failure failure)
{
    switch (failure) {
    case Failure::Latency:
        return u"slower"_s;
    case Failure::Precision:
        return u"more wrong ones"_s;
    case Failure::Recall:
        return u"more misses"_s;
    }
    Q_UNREACHABLE();
}

QString stepText(Failure failure, double step)
{
    return percentText(step) + u' ' + moreOf(failure);
}

QString per1000Text(double perUse)
{
    return plainNumberText(1000.0 * perUse);
}

QString percentText(double share)
{
    return plainNumberText(100.0 * share) + u" %"_s;
}

bool isOfNone(const FailureLosses &losses, Failure failure)
{
    return losses.ofNone[failure] && losses.step[failure] > 0.0;
}

QString lossClause(const FailureLosses &losses, Failure failure, const QString &unit)
{
    return lossClauseOf(failure, stepText(failure, losses.step[failure].value_or(0.0)),
                        losses.alone[failure], unit)
            + whyNothing(losses, failure);
}

bool anyLoss(const FailureLosses &losses)
{
    return losses.alone[losses.ranking[0]] > nothingPerUse;
}

QList<Failure> competingFailures(const ScenarioLoad &load, const FailureLosses &losses)
{
    QList<Failure> result;
    for (const Failure failure : losses.ranking) {
        if (load.hasLatency || failure != Failure::Latency)
            result.append(failure);
    }
    return result;
}

QList<LossWords> lossWords(const ScenarioLoad &load, const FailureLosses &losses,
                           const PerFailure<Interval> &ranges, const FeatureWords &product)
{
    const Feature feature = featureOf(product);
    QList<LossWords> bars;
    for (const Failure failure : competingFailures(load, losses))
        bars.append(barOf(losses, ranges, failure, feature));
    return bars;
}

} // namespace oneinn::wording
