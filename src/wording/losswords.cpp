// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/losswords.h"

#include "wording/feature.h"
#include "wording/numbers.h"
#include "wording/phrases.h"
#include "wording/valuewords.h"

#include <cmath>

namespace oneinn::wording {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Both ends with as many digits as it takes to tell them apart; empty where that does not help.
QString rangeOf(double low, double high)
{
    const auto [from, to] = toldApart(low, high, Plus::LeftOut);
    return from == to ? QString() : u"between %1 and %2"_s.arg(from, to);
}

QString barStep(Failure failure, double step)
{
    if (step > 0.0)
        return stepText(failure, step);
    return failure == Failure::Latency ? u"no slower"_s : u"no "_s + moreOf(failure);
}

LossWords barOf(const FailureLosses &losses, const PerFailure<Interval> &ranges, Failure failure,
                const QString &unit)
{
    const double loss = losses.alone[failure];
    const Interval &range = ranges[failure];
    LossWords words;
    words.failure = failure;
    words.step = barStep(failure, losses.step[failure]);
    words.loss = signedText(-1000.0 * loss);
    words.range = rangeOf(-1000.0 * range.high, -1000.0 * range.low);
    words.sentence = lossClause(failure, losses.step[failure], loss, unit);
    if (const QString width = rangeOf(1000.0 * range.low, 1000.0 * range.high); !width.isEmpty())
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

QString lossClause(Failure failure, double step, double loss, const QString &unit)
{
    const bool one = failure == Failure::Latency;
    const QString subject = one ? u"being "_s + stepText(failure, step) : stepText(failure, step);
    if (std::abs(loss) < nothingPerUse)
        return subject + (one ? u" loses nothing"_s : u" lose nothing"_s);
    const QString verb =
            loss > 0.0 ? (one ? u"loses"_s : u"lose"_s) : (one ? u"gains"_s : u"gain"_s);
    return u"%1 %2 %3%4"_s.arg(subject, verb, per1000Text(std::abs(loss)), unit);
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
    const QString unit = featureOf(product).perThousand();
    QList<LossWords> bars;
    for (const Failure failure : competingFailures(load, losses))
        bars.append(barOf(losses, ranges, failure, unit));
    return bars;
}

} // namespace oneinn::wording
