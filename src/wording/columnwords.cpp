// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/columnwords.h"

#include "wording/names.h"
#include "wording/numbers.h"
#include "wording/phrases.h"

#include <cmath>

namespace oneinn::wording {

using namespace Qt::StringLiterals;

namespace {

/// "71 of 100".
QString pairsText(const Ordering &ordering)
{
    return u"%1 of 100"_s.arg(numberText(std::round(100.0 * ordering.auc), 0));
}

QStringList rivalNames(const RoleJudgement &judgement)
{
    QStringList names;
    for (const auto &rival : judgement.rivals)
        names.append(quotedName(rival.name));
    return names;
}

QString rivalsText(const RoleJudgement &judgement, const QString &word)
{
    const auto names = rivalNames(judgement);
    return names.size() > mostListedNames ? listed(names) : joined(names, word);
}

/// The column and its rivals.
QString everyCandidate(const RoleJudgement &judgement)
{
    QStringList names{quotedName(judgement.column)};
    names += rivalNames(judgement);
    return names.size() > mostListedNames ? listed(names) : joined(names, u"and"_s);
}

/// "; a positive scores higher than a negative in 88, 71 and 70 of 100 pairs", where it is known.
QString ordersText(const RoleJudgement &judgement)
{
    QStringList orders;
    const auto add = [&orders](const std::optional<Ordering> &ordering) {
        orders.append(ordering ? numberText(std::round(100.0 * ordering->auc), 0) : u"?"_s);
    };
    add(judgement.ordering);
    for (const auto &rival : judgement.rivals)
        add(rival.ordering);
    if (orders.contains(u"?"_s) || orders.size() > mostListedNames)
        return {};
    return u"; by the score, a positive comes before a negative in %1 of 100 pairs"_s.arg(
            joined(orders, u"and"_s));
}

/// "half of the latencies in “latency” are at most 2.01".
QString mediansText(const RoleJudgement &judgement)
{
    const QString column = quotedName(judgement.column);
    if (!judgement.median)
        return u"the latencies in "_s + column;
    const double median = *judgement.median;
    const int decimals = median >= 100.0 ? 0 : median >= 10.0 ? 1 : 2;
    return u"half of the latencies in %1 are at most %2, and they"_s.arg(
            column, numberText(median, decimals));
}

QString labelReason(const RoleJudgement &judgement)
{
    const QString column = quotedName(judgement.column);
    switch (judgement.reason) {
    case RoleReason::SeveralTruths:
        return u"%1 could each say what was really so%2"_s.arg(everyCandidate(judgement),
                                                               ordersText(judgement))
                + (judgement.certainty == RoleCertainty::Likely ? u"; %1 is taken"_s.arg(column)
                                                                : QString());
    case RoleReason::OrderedByScore:
        return u"%1 is taken for what was really so, rather than %2: the score orders it, and it "
               u"is "
               "no threshold on the score"_s.arg(column, rivalsText(judgement, u"and"_s));
    case RoleReason::DecisionByScore:
        if (judgement.certainty == RoleCertainty::Likely)
            return u"%1 is taken for what was really so, as its name says, though it is in every "
                   "record just what one threshold on %2 decides, as the model's own decision would be"_s
                           .arg(column, rivalsText(judgement, u"and"_s));
        return u"%1 is in every record just what one threshold on %2 decides, so it may be the "
               "model's own decision and not what was really so"_s.arg(
                       column, rivalsText(judgement, u"and"_s));
    case RoleReason::DecisionByName:
        return u"%1 is called like a model's decision, and no column says what was really so"_s.arg(
                column);
    default:
        return {};
    }
}

QString scoreReason(const RoleJudgement &judgement)
{
    const QString column = quotedName(judgement.column);
    const QString order = judgement.ordering ? pairsText(*judgement.ordering) : QString();
    switch (judgement.reason) {
    case RoleReason::SeveralScores:
        return u"%1 could each be the score"_s.arg(everyCandidate(judgement));
    case RoleReason::Complements:
        return u"%1 sum to 1, and neither name says which is the positive value's"_s.arg(
                everyCandidate(judgement));
    case RoleReason::OrdersBetter:
        return u"%1 is taken for the score, rather than %2: it orders the label better, a positive "
               "before a negative in %3 pairs"_s.arg(column, rivalsText(judgement, u"and"_s),
                                                     order);
    case RoleReason::DoesNotOrder:
        return u"%1 says nothing about the label: a positive scores higher than a negative in %2 "
               "pairs"_s.arg(column, order);
    case RoleReason::Inverted:
        return u"higher scores of %1 go with the negatives here: a positive scores higher than a "
               "negative in only %2 pairs"_s.arg(column, order);
    case RoleReason::OfPredictedClass:
        return u"the score is never below one in two, so it is taken for the probability of the "
               "class in %1, and turned into that of the positive value"_s.arg(column);
    case RoleReason::OfClassAmongSeveral:
        return u"the score is that of the class in %1: where that is another one than the positive "
               "one, it counts as 0"_s.arg(column);
    case RoleReason::DecisionsAsScores:
        return u"%1 says which class it is and no column says how surely, so the score is 1 where "
               u"it "
               "says the positive one and 0 elsewhere"_s.arg(column);
    default:
        return {};
    }
}

constexpr double longestWaitTold = 9e11; ///< what is larger is a date, in whatever unit

/// Latencies, their unit, and calls that failed.
QString waitReason(const RoleJudgement &judgement)
{
    const QString column = quotedName(judgement.column);
    switch (judgement.reason) {
    case RoleReason::SeveralWaits:
        return u"%1 is taken for the latency, and not %2"_s.arg(column,
                                                                rivalsText(judgement, u"or"_s));
    case RoleReason::GrowsWithRow:
        if (judgement.median.value_or(0.0) > longestWaitTold)
            return u"%1 holds points in time, so it is taken for a time stamp and not for a latency"_s
                    .arg(column);
        return u"%1 grows from row to row, so it is taken for a time stamp and not for a latency"_s
                .arg(column);
    case RoleReason::UnitBySize:
        return u"%1 are taken for %2, by their size"_s.arg(
                mediansText(judgement),
                judgement.rivals.empty() ? QString() : nameText(judgement.rivals.front().name));
    case RoleReason::UnitUnclear: {
        QStringList units;
        for (const auto &rival : judgement.rivals)
            units.append(nameText(rival.name));
        return u"%1 may be in %2"_s.arg(mediansText(judgement), joined(units, u"or"_s));
    }
    case RoleReason::FailedByWord:
        return u"what stands in %1 says that calls failed, so these get no answer; what "
               "stands as their score and wait is passed over"_s.arg(column);
    case RoleReason::PerhapsFailed:
        return u"%1 may say which calls failed, but what it marks has a score and a wait"_s.arg(
                column);
    case RoleReason::RefusedByWord:
        return u"what stands in %1 says which calls the model refused, so these get no "
               u"answer; "
               "what stands as their score and wait is passed over"_s.arg(column);
    case RoleReason::PerhapsRefused:
        return u"%1 may say which calls the model refused, but what it marks has a score and a wait"_s
                .arg(column);
    case RoleReason::FailedBySign:
        return u"some waits in %1 are numbers that are no waits (%2), as where a call failed"_s.arg(
                column, rivalsText(judgement, u"and"_s));
    default:
        return {};
    }
}

/// What a row counts for, and which model it is from.
QString rowReason(const RoleJudgement &judgement)
{
    const QString column = quotedName(judgement.column);
    switch (judgement.reason) {
    case RoleReason::NamedWeight:
        return u"every row counts for what %1 says, as its name suggests"_s.arg(column);
    case RoleReason::NotAWeight:
        return u"%1 looks like what is weighed on scales, so every row counts the same"_s.arg(
                column);
    case RoleReason::BadWeights:
        return u"some numbers in %1 are negative, and their rows are set aside"_s.arg(column);
    case RoleReason::MostlyBadWeights:
        return u"most numbers in %1 are negative, so they are hardly what a row counts for"_s.arg(
                column);
    case RoleReason::CountedRows:
        return u"every record stands for as many cases as %1 says, all alike and independent"_s.arg(
                column);
    case RoleReason::SeveralModels:
        return u"%1 are taken for the scores of several models over the same records"_s.arg(
                everyCandidate(judgement));
    case RoleReason::PerhapsModels:
        return u"%1 is taken to say which model a row is from, as its name suggests"_s.arg(column);
    case RoleReason::SegmentNotModel:
        return u"%1 is not taken for models, since no example occurs under several of its values"_s
                .arg(column);
    default:
        return {};
    }
}

} // namespace

QString roleName(Role role)
{
    switch (role) {
    case Role::Label:
        return u"label"_s;
    case Role::Score:
        return u"score"_s;
    case Role::Direction:
        return u"direction of the score"_s;
    case Role::Decision:
        return u"predicted class"_s;
    case Role::Latency:
        return u"latency"_s;
    case Role::LatencyUnit:
        return u"unit of the latency"_s;
    case Role::Failed:
        return u"failed calls"_s;
    case Role::Refused:
        return u"refused calls"_s;
    case Role::Model:
        return u"model"_s;
    case Role::Weight:
        return u"weight"_s;
    case Role::Count:
        return u"count"_s;
    }
    return {};
}

QString roleReasonText(const RoleJudgement &judgement)
{
    const QString column = quotedName(judgement.column);
    switch (judgement.reason) {
    case RoleReason::Given:
        return u"it was chosen"_s;
    case RoleReason::Name:
        return u"its name says so, and what it holds does not speak against it"_s;
    case RoleReason::Values:
        if (judgement.certainty == RoleCertainty::Ask)
            return u"no column is called like a score, and it is not plain that %1 is one"_s.arg(
                    column);
        return u"%1 is taken for the %2: no name says so, but it is the only column with such values"_s
                .arg(column, roleName(judgement.role));
    case RoleReason::UnitByName:
        return u"its name says so"_s;
    case RoleReason::UnitByTool:
        return u"the tool that writes such columns measures in it"_s;
    default:
        break;
    }
    for (const auto reason : {labelReason, scoreReason, waitReason, rowReason}) {
        if (QString text = reason(judgement); !text.isEmpty())
            return text;
    }
    return {};
}

QString optionsFor(Reader reader, const QString &options)
{
    return reader == Reader::CommandLine ? u" (%1)"_s.arg(options) : QString();
}

QString roleSentences(const RoleJudgement &judgement, Reader reader)
{
    return asSentence(roleReasonText(judgement)) + u' '
            + asSentence(roleRemedyText(judgement, reader));
}

bool isToBeSaid(const RoleJudgement &judgement)
{
    return judgement.certainty == RoleCertainty::Likely || judgement.reason == RoleReason::Inverted;
}

} // namespace oneinn::wording
