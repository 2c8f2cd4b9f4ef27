// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/verdictwords.h"

#include "wording/badweekwords.h"
#include "wording/feature.h"
#include "wording/headroomwords.h"
#include "wording/numbers.h"
#include "wording/phrases.h"
#include "wording/verdictrobustness.h"

#include <cmath>
#include <utility>

namespace oneinn::wording {

using namespace Qt::Literals::StringLiterals;

namespace {

/// What cannot be told apart, in the order of loss.
std::pair<Failure, Failure> inseparable(const ScenarioLoad &load)
{
    const LoadVerdict &verdict = load.load.verdict;
    const Failure first = verdict.first;
    const Failure other = verdict.rival;
    if (load.timeCounts || (first != Failure::Latency && other != Failure::Latency))
        return {first, other};
    // Time plays no part: it is not among those that compete.
    return first == Failure::Recall ? std::pair(Failure::Recall, Failure::Precision)
                                    : std::pair(Failure::Precision, Failure::Recall);
}

QString ifAllGetWorse(const LoadBearing &load)
{
    return u"if everything gets %1 % worse"_s.arg(
            plainNumberText(100.0 * load.equalSteps.step.latency.value_or(0.0)));
}

/// What begins a sentence; the verdict of a setting that is not the best is that of the setting.
QString beginning(const ScenarioLoad &load, Failure failure)
{
    return load.isAtTheBest ? failureName(failure)
                            : u"At this setting "_s + failureInSentence(failure);
}

/// The one answer there is, of two questions: "Recall carries this product in a bad week."
QString oneOfTwo(const ScenarioLoad &load)
{
    const LoadVerdict &verdict = load.load.verdict;
    const Failure failure = verdict.equalSteps ? *verdict.equalSteps : *verdict.badWeek;
    return u"%1 carries this product %2."_s.arg(beginning(load, failure),
                                                verdict.equalSteps ? ifAllGetWorse(load.load)
                                                                   : badWeekCase(load));
}

constexpr std::size_t fewestUses = 10; ///< below that shares are not stated either

QString headlineOf(const ScenarioLoad &load, const Feature &feature)
{
    const LoadVerdict &verdict = load.load.verdict;
    if (load.uses < fewestUses)
        return u"%1 %2 too few to say what carries this product."_s.arg(
                counted(static_cast<double>(load.uses), feature.useCase),
                load.uses == 1 ? u"is"_s : u"are"_s);
    if (showsNothing(load))
        return u"Nothing is %1 at this setting, so no failure can get worse: there is no verdict."_s
                .arg(feature.done);
    if (!anyLoss(load.load.equalSteps))
        return u"Nothing here carries this product."_s;
    if (verdict.certainty() == Certainty::OneAnswer)
        return beginning(load, *verdict.equalSteps) + u" carries this product."_s;
    if (verdict.certainty() == Certainty::Inseparable) {
        const auto [first, other] = inseparable(load);
        return u"%1 data cannot tell whether %2 or %3 carries this product."_s.arg(
                load.isAtTheBest ? u"These"_s : u"At this setting, these"_s,
                failureInSentence(first), failureInSentence(other));
    }
    if (verdict.equalSteps.has_value() != verdict.badWeek.has_value())
        return oneOfTwo(load);
    const QStringList answers{(load.isAtTheBest ? u"%1, %2."_s : u"At this setting: %1, %2."_s)
                                      .arg(load.isAtTheBest
                                                   ? failureName(*verdict.equalSteps)
                                                   : failureInSentence(*verdict.equalSteps),
                                           ifAllGetWorse(load.load)),
                              u"%1, %2."_s.arg(failureName(*verdict.badWeek), badWeekCase(load))};
    return answers.join(u' ');
}

QString lossesOf(const ScenarioLoad &load, const Feature &feature)
{
    const FailureLosses &losses = load.load.equalSteps;
    if (showsNothing(load))
        return {};
    QStringList clauses;
    for (const Failure failure : competingFailures(load, losses)) {
        clauses.append(
                lossClause(losses, failure, clauses.isEmpty() ? feature.perThousand() : QString()));
    }
    return asSentence(clauses.join(u"; "_s));
}

/// "every resample", "97 of 100 resamples", "no resample".
QString resamplesText(double share)
{
    if (share >= 1.0)
        return u"every resample"_s;
    return share > 0.0 ? shareText(share, 100) + u" resamples"_s : u"no resample"_s;
}

/// Of one of the two questions: which failure comes first, and how often.
QString evidenceIn(const QString &where, const FailureLosses &losses,
                   const PerFailure<double> &firstShare, bool answered)
{
    if (!losses.first)
        return asSentence(where
                          + (anyLoss(losses) ? u", it cannot be told which loses most"_s
                                             : u", none is known to lose anything"_s));
    const Failure first = *losses.first;
    const QString most = u"%1, %2 loses most in %3"_s.arg(where, failureInSentence(first),
                                                          resamplesText(firstShare[first]));
    return asSentence(answered ? most : most + u" only"_s);
}

/// "13 % more misses".
QString worseBy(Failure failure, double step)
{
    const QString percent = plainNumberText(100.0 * step);
    switch (failure) {
    case Failure::Latency:
        return u"answers %1 % slower"_s.arg(percent);
    case Failure::Precision:
        return u"%1 % more wrong ones"_s.arg(percent);
    case Failure::Recall:
        return u"%1 % more misses"_s.arg(percent);
    }
    Q_UNREACHABLE();
}

QString evidenceOf(const ScenarioLoad &load)
{
    const LoadBearing &found = load.load;
    if (!anyLoss(found.equalSteps))
        return {};
    const QString worst = isByChance(load) ? u"by chance alone"_s : badWeekCase(load);
    const LoadVerdict &verdict = found.verdict;
    if (verdict.certainty() == Certainty::TwoAnswers) {
        const Failure one = *verdict.equalSteps;
        const Failure other = *verdict.badWeek;
        const QString often = resamplesText(found.firstWithEqualSteps[one]);
        if (often == resamplesText(found.firstInBadWeek[other]))
            return asSentence(u"%1, %2 loses most in %3; %4, %5 does"_s.arg(
                    ifAllGetWorse(found), failureInSentence(one), often, worst,
                    failureInSentence(other)));
    }
    const QStringList both{
            evidenceIn(ifAllGetWorse(found), found.equalSteps, found.firstWithEqualSteps,
                       verdict.equalSteps.has_value()),
            evidenceIn(worst, found.badWeek, found.firstInBadWeek, verdict.badWeek.has_value())};
    return both.join(u' ');
}

QString sharesOf(const ScenarioLoad &load, const Feature &feature)
{
    const FailureLosses &losses = load.load.equalSteps;
    if (showsNothing(load))
        return {};
    const QString who = load.hasLatency ? u"all three"_s : u"both"_s;
    if (!losses.share)
        return u"If %1 get 10 % worse at once, nothing is lost that could be shared out."_s.arg(
                who);
    QStringList parts;
    for (const Failure failure : competingFailures(load, losses)) {
        const double percent = 100.0 * (*losses.share)[failure];
        parts.append(u"%1 %2 %"_s.arg(failureInSentence(failure), numberText(percent, 0)));
    }
    return u"If %1 get 10 % worse at once, %2%3 are lost: %4 (Shapley shares)."_s.arg(
            who, per1000Text(losses.joint), feature.perThousand(), joined(parts, u"and"_s));
}

/// What a reader takes a number for that is said so.
double numberSaid(QString text)
{
    return displayLocale().toDouble(text.replace(QChar(0x2212), u'-'));
}

/// With the digits of numbers that were added up as they are said.
QString sumSaid(double sum)
{
    constexpr int mostDigits = 9;
    return plainNumberText(sum, mostDigits);
}

QString interactionOf(const FailureLosses &losses)
{
    if (!losses.interact)
        return {};
    // Of the numbers that are told, so that whoever adds them up comes to the same.
    double sum = 0.0;
    for (const double alone : {losses.alone.latency, losses.alone.precision, losses.alone.recall})
        sum += numberSaid(per1000Text(alone));
    return u"The bars do not add up: alone they lose %1, together %2, because one failure changes "
           "what another does."_s.arg(sumSaid(sum), per1000Text(losses.joint));
}

QStringList assumptionsOf(const ScenarioLoad &load, const Feature &feature, Voice voice)
{
    const QString values = u"These values are %1 assumptions."_s.arg(whose(voice));
    const bool spoils = load.load.equalSteps.spoilsRightOnes;
    const QString none = voice == Voice::Yours ? u" You have set no patience, "_s
                                               : u" We have set no patience, "_s;
    QStringList result;
    if (!load.hasLatency)
        result.append(values
                      + u" The file has no latencies, so only precision and recall compete."_s);
    else if (!load.question.patience.everyoneWaits())
        result.append(u"These values and this patience are %1 assumptions."_s.arg(whose(voice)));
    else if (load.timeCounts)
        result.append(values + none
                      + u"so nobody leaves, and latency can only count through the budget."_s);
    else
        result.append(values + none + u"and no budget is kept, so latency cannot count."_s);
    if (spoils)
        result.append(
                u"So little is withheld here that more wrong ones are right ones that the model gets wrong."_s);
    const QString ranges = load.drawn
            ? u"Ranges are the middle 95 % of 500 resamples."_s
            : u"With so many %1, ranges follow the normal distribution that resamples would "
              "have."_s.arg(feature.person.plural);
    result.append(
            ranges
            + (voice == Voice::Yours
                       ? u" The rule for the verdict is our own proposal."_s
                       : u" The rule for the verdict is a proposal of the program that worked it out."_s));
    return result;
}

} // namespace

VerdictWords verdictWords(const ScenarioLoad &load, const FeatureWords &product, Voice voice)
{
    const Feature feature = featureOf(product);
    const LoadBearing &found = load.load;
    VerdictWords words;
    words.headline = headlineOf(load, feature);
    words.losses = lossesOf(load, feature);
    words.headroom = firstHeadroom(load);
    words.whyTwo = whyTwoAnswers(load);
    words.evidence = evidenceOf(load);
    words.robustness = verdictRobustness(found);
    words.equalSteps = lossWords(load, found.equalSteps, found.equalStepsRange, product);
    words.badWeek = lossWords(load, found.badWeek, found.badWeekRange, product);
    words.equalStepsNote =
            asSentence(feature.perThousand().trimmed() + u", with each 10 % worse than it is"_s);
    words.badWeekNote = badWeekNote(load, product);
    words.badWeekTitle = badWeekTitle(load);
    words.badWeekCase = badWeekCase(load);
    words.shares = sharesOf(load, feature);
    words.interaction = interactionOf(found.equalSteps);
    words.headrooms = headroomsOf(load);
    if (showsNothing(load)) {
        // Bars of nothing, and of a week that cannot be bad.
        words.equalSteps.clear();
        words.badWeek.clear();
        words.equalStepsNote.clear();
        words.badWeekNote.clear();
    }
    words.prices = priceWords(load, product);
    words.assumptions = assumptionsOf(load, feature, voice);
    return words;
}

QString whyTwoAnswers(const ScenarioLoad &load)
{
    const LoadVerdict &verdict = load.load.verdict;
    if (verdict.certainty() != Certainty::TwoAnswers)
        return {};
    const PerFailure<std::optional<double>> &step = load.load.badWeek.step;
    const auto &least = step[*verdict.equalSteps];
    const auto &most = step[*verdict.badWeek];
    if (!least || !most)
        return {};
    return asSentence(u"%1 there may be %2, but %3 only"_s.arg(
            isByChance(load) ? u"by chance"_s : badWeekCase(load), worseBy(*verdict.badWeek, *most),
            worseBy(*verdict.equalSteps, *least)));
}

bool showsNothing(const ScenarioLoad &load)
{
    if (std::isinf(load.question.threshold.value) && load.question.threshold.value > 0.0)
        return true;
    // Also above every score: as good as staying silent, and nothing there that could get worse.
    const OutcomeValues &values = load.question.values;
    const bool allCosts = values.tp() > values.fn() && values.tn() > values.fp();
    return allCosts && !anyLoss(load.load.equalSteps)
            && load.load.equalSteps.value == load.load.withoutPredictions;
}

QString carriesSpoken(const ScenarioLoad &load, const FeatureWords &product)
{
    const LoadVerdict &verdict = load.load.verdict;
    if (load.uses < fewestUses || showsNothing(load) || !anyLoss(load.load.equalSteps))
        return {};
    if (verdict.certainty() == Certainty::OneAnswer
        || verdict.certainty() == Certainty::Inseparable)
        return headlineOf(load, featureOf(product));
    if (!verdict.badWeek || !verdict.equalSteps)
        return oneOfTwo(load);
    // Two questions: each has a sentence of its own, which begins with what is asked.
    const QString evenly = u"%1, %2 carries this product"_s.arg(
            ifAllGetWorse(load.load), failureInSentence(*verdict.equalSteps));
    return asSentence(load.isAtTheBest ? evenly : u"at this setting, "_s + evenly) + u' '
            + asSentence(
                    u"%1, %2 does"_s.arg(badWeekCase(load), failureInSentence(*verdict.badWeek)));
}

QString carriesPendingText()
{
    return u"What carries this product is being worked out."_s;
}

QString verdictSentence(const VerdictWords &words)
{
    QStringList parts{words.headline, words.losses, words.headroom};
    parts.removeAll(QString());
    return parts.join(u' ');
}

QStringList verdictSentences(const VerdictWords &words)
{
    QStringList sentences{words.headline,        words.losses,      words.headroom,
                          words.whyTwo,          words.evidence,    words.robustness,
                          words.shares,          words.interaction, words.prices.budget,
                          words.prices.precision};
    sentences += words.assumptions;
    sentences.removeAll(QString());
    return sentences;
}

QString smallBarsNote()
{
    return u"value lost, each 10 % worse"_s;
}

QString verdictPendingText()
{
    return u"Working it out \u2026"_s;
}

QString noVerdictText()
{
    return u"There is nothing to judge by."_s;
}

} // namespace oneinn::wording
