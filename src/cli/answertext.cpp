// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/answertext.h"

#include "cli/json.h"
#include "core/policies/ownthresholds.h"
#include "wording/accountwords.h"
#include "wording/combinationwords.h"
#include "wording/experiencewords.h"
#include "wording/feature.h"
#include "wording/numbers.h"
#include "wording/ownbudgetwords.h"
#include "wording/phrases.h"
#include "wording/sentences.h"
#include "wording/sharewords.h"
#include "wording/valuewords.h"

namespace oneinn::cli {

using namespace Qt::StringLiterals;

namespace {

/// Sentences that name no threshold: the prose knows them only as the predictions hold them.
QStringList sentencesWithoutThresholds(const Assessment &assessment)
{
    const wording::ExperienceWords words = wording::experienceWords(assessment);
    QStringList result;
    for (const wording::Harm harm : wording::harmsByCost(assessment)) {
        if (harm == wording::Harm::Wrong)
            result.append(wording::sentenceOf(words.wrong));
        else if (harm == wording::Harm::Missed)
            result.append(wording::sentenceOf(words.missed));
        else if (assessment.scenario.budget || assessment.experience[Share::Left]
                 || assessment.experience.anyLost())
            result.append(wording::sentenceOf(words.late));
    }
    result.append(wording::sentenceOf(words.untilBad));
    result.append(wording::asSentence(
            wording::valuePer1000Text(assessment.value.perUse, assessment.scenario.words)));
    return result;
}

QStringList withThresholds(const Assessment &assessment, const Reach &within)
{
    return wording::sentences(assessment, &within);
}

struct MetricRow {
    QString name;
    std::optional<double> value;
    std::optional<Proportion> share; ///< absent where there is no interval
};

QList<MetricRow> metricRows(const Assessment &assessment)
{
    const PointMetrics &m = assessment.metrics;
    const MetricIntervals &i = assessment.intervals;
    return {
            {u"precision"_s, m.precision, i.precision},
            {u"recall"_s, m.recall, i.recall},
            {u"specificity"_s, m.specificity, i.specificity},
            {u"npv"_s, m.npv, i.npv},
            {u"false-positive rate"_s, m.fpr, i.fpr},
            {u"false-negative rate"_s, m.fnr, i.fnr},
            {u"accuracy"_s, m.accuracy, i.accuracy},
            {u"share shown"_s, m.alertRate, i.alertRate},
            {u"prevalence"_s, m.prevalence, i.prevalence},
            {u"balanced accuracy"_s, m.balancedAccuracy, {}},
            {u"Youden's J"_s, m.youdenJ, {}},
            {u"lift"_s, m.lift, {}},
            {u"F0.5"_s, m.fHalf, {}},
            {u"F1"_s, m.f1, {}},
            {u"F2"_s, m.f2, {}},
            {u"Matthews correlation"_s, m.mcc, {}},
    };
}

QString cell(std::optional<double> value)
{
    constexpr int decimals = 4;
    constexpr int width = 9;
    return (value ? wording::numberText(*value, decimals) : u"-"_s).rightJustified(width);
}

QString matrixText(const ConfusionMatrix &matrix)
{
    return u"tp %1   fp %2   fn %3   tn %4"_s.arg(numberText(matrix.tp()), numberText(matrix.fp()),
                                                  numberText(matrix.fn()), numberText(matrix.tn()));
}

/// With the fewest digits that make the same decisions, to be copied into --threshold.
QString thresholdText(const Assessment &assessment, ScoreUnits units)
{
    constexpr int mostDigits = 17;
    const double exact = units.inFile(assessment.scenario.threshold);
    if (assessment.sameDecisions.isOfBins)
        return numberText(exact);
    for (int digits = 2; digits < mostDigits; ++digits) {
        QString text = QString::number(exact, 'g', digits);
        if (assessment.sameDecisions.contains(units.fromFile(text.toDouble())))
            return text;
    }
    return numberText(exact);
}

QString pointText(const Assessment &assessment, ScoreUnits units)
{
    QString text = u"shown: score %1 %2"_s.arg(units.lowerIsPositive() ? u"<="_s : u">="_s,
                                               thresholdText(assessment, units));
    if (!wording::ownBudgetsName(assessment.scenario).isEmpty())
        text += u"   on time: "_s + wording::ownBudgetsName(assessment.scenario);
    else if (assessment.scenario.budget)
        text += u"   on time: latency <= %1 ms"_s.arg(
                numberText(assessment.scenario.budget->value));
    return text;
}

QString accountText(const RowAccount &account)
{
    QString text = wording::asSentence(wording::accountSentence(account)) + u'\n';
    const QStringList details = wording::accountDetails(account);
    for (const QString &detail : details)
        text += u"  "_s + detail + u'\n';
    return text;
}

/// What the table leaves aside, where its shares are not those of all uses.
QString whoseText(const Assessment &assessment)
{
    if (assessment.experience[Share::Left])
        return u"The model's own, as if nobody left:\n"_s;
    if (assessment.experience.anyLost())
        return u"The model's own, of what it answered:\n"_s;
    if (assessment.scenario.budget && assessment.scenario.latePolicy == LatePolicy::Unanswered)
        return u"The model's own, late uses left aside:\n"_s;
    return {};
}

} // namespace

QStringList answerSentences(const Assessment &assessment, const Input &input)
{
    const ScoreUnits units = input.units;
    QStringList all = units.lowerIsPositive()
            ? sentencesWithoutThresholds(assessment)
            : withThresholds(
                    assessment,
                    withinLimits(*sliceOf(assessment.scenario, input), assessment.scenario));
    if (thresholdsBySegment(assessment.scenario.combination) || assessment.scenario.budgets)
        all.insert(qMin(qsizetype(1), all.size()),
                   wording::asSentence(
                           wording::operatedPhrase(assessment.scenario, units.lowerIsPositive())));
    return all;
}

QString metricsTableText(const Assessment &assessment)
{
    constexpr int nameWidth = 22;
    QString text =
            whoseText(assessment) + QString(nameWidth, u' ') + u"    value    95 % interval\n"_s;
    const wording::Noun person = wording::featureOf(assessment.scenario.words).person;
    const auto rows = metricRows(assessment);
    for (const MetricRow &row : rows) {
        text += row.name.leftJustified(nameWidth) + cell(row.value);
        if (row.share && row.share->tooFewClusters())
            text += u"    too few "_s + wording::clustersNoun(row.share->clustersOf, person).plural;
        else if (row.share)
            text += cell(row.share->interval.low) + u" to"_s
                    + cell(row.share->interval.high).sliced(2);
        text += u'\n';
    }
    return text;
}

QString answerText(const Assessment &assessment, const Input &input)
{
    QString text;
    const auto sentences = answerSentences(assessment, input);
    for (const QString &sentence : sentences)
        text += sentence + u'\n';
    text += u'\n' + pointText(assessment, input.units) + u'\n' + matrixText(assessment.matrix)
            + u"\n\n"_s + metricsTableText(assessment) + u'\n' + accountText(input.account);
    if (assessment.scenario.budget)
        text += u'\n' + wording::measuredWhereText() + u'\n';
    return text;
}

} // namespace oneinn::cli
