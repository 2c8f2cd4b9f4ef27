// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/conventionwords.h"

#include "wording/feature.h"
#include "wording/numbers.h"
#include "wording/phrases.h"
#include "wording/statement.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace oneinn::wording {

using namespace Qt::Literals::StringLiterals;

namespace {

using ToolStatus = ToolCell::Status;

constexpr std::array everyReason{ToolReason::TieNotShown,  ToolReason::NearestScore,
                                 ToolReason::Sigmoid,      ToolReason::RowsCountOnce,
                                 ToolReason::Averaged,     ToolReason::NoDenominator,
                                 ToolReason::Interpolated, ToolReason::ScoreItself};

/// "budget, and no users who leave".
QString listedWith(const QStringList &parts, const QString &between)
{
    return parts.join(u", "_s + between + u' ');
}

QString toolRowsText(double rows)
{
    return rows == 1.0 ? u"1 row has"_s : u"%1 rows have"_s.arg(countText(rows));
}

QString toolReasonText(ToolReason reason, const ToolTable &table)
{
    switch (reason) {
    case ToolReason::TieNotShown:
        return u"a score of exactly the threshold is not shown there (%1 it)"_s.arg(
                toolRowsText(table.tied));
    case ToolReason::NearestScore:
        return u"it takes the score nearest to the threshold instead, %1"_s.arg(
                scoreText(table.nearestScore.value_or(0.0)));
    case ToolReason::Sigmoid:
        return u"scores outside 0 to 1 go through a sigmoid there before the threshold"_s;
    case ToolReason::RowsCountOnce:
        return u"every row counts once there, whatever it weighs"_s;
    case ToolReason::Averaged:
        return u"both classes are averaged there, weighted by their sizes"_s;
    case ToolReason::NoDenominator:
        return u"it takes a division of 0 by 0, which some print as 0 and some as NaN"_s;
    case ToolReason::Interpolated:
        return u"the curve is interpolated between its points there, and summed in steps here"_s;
    case ToolReason::ScoreItself:
        break;
    }
    return u"the threshold there is a score of the file, and here the middle of the gap below it"_s;
}

/// A reason, the numbers it makes others, and the tools in which it does.
struct ToolClause {
    ToolReason reason;
    std::vector<ToolMetric> metrics;
    QStringList tools;
};

std::vector<ToolMetric> metricsMoved(const ToolTable &table, Tool tool, ToolReason reason)
{
    std::vector<ToolMetric> metrics;
    for (std::size_t i = 0; i < toolMetricCount; ++i) {
        const auto metric = static_cast<ToolMetric>(i);
        const ToolCell &cell = table.at(tool, metric);
        if (std::ranges::find(cell.reasons, reason) != cell.reasons.end())
            metrics.push_back(metric);
    }
    return metrics;
}

std::vector<ToolClause> toolClauses(const ToolTable &table)
{
    std::vector<ToolClause> clauses;
    for (const ToolReason reason : everyReason) {
        for (const ToolRules &rules : allTools()) {
            auto metrics = metricsMoved(table, rules.tool, reason);
            if (metrics.empty())
                continue;
            const auto same = std::ranges::find_if(clauses, [&](const ToolClause &clause) {
                return clause.reason == reason && clause.metrics == metrics;
            });
            if (same != clauses.end())
                same->tools.append(toolName(rules.tool));
            else
                clauses.push_back({reason, std::move(metrics), {toolName(rules.tool)}});
        }
    }
    return clauses;
}

QString metricNames(const std::vector<ToolMetric> &metrics)
{
    QStringList names;
    for (const ToolMetric metric : metrics)
        names.append(toolMetricName(metric));
    return joined(names, u"and"_s);
}

QString clauseText(const ToolClause &clause, const ToolTable &table)
{
    return u"%1 %2 another %3, because %4"_s.arg(
            joined(clause.tools, u"and"_s), clause.tools.size() == 1 ? u"prints"_s : u"print"_s,
            metricNames(clause.metrics), toolReasonText(clause.reason, table));
}

struct ToolAgreement {
    std::vector<ToolMetric> same;      ///< in every tool
    std::vector<ToolMetric> different; ///< in one or more of those that print it
};

ToolAgreement agreementIn(const ToolTable &table)
{
    ToolAgreement agreement;
    for (std::size_t i = 0; i < toolMetricCount; ++i) {
        const auto metric = static_cast<ToolMetric>(i);
        const auto differs = [&](const ToolRules &rules) {
            return table.at(rules.tool, metric).differs;
        };
        const auto agrees = [&](const ToolRules &rules) {
            const ToolCell &cell = table.at(rules.tool, metric);
            return cell.status == ToolStatus::Number && !cell.differs;
        };
        if (std::ranges::any_of(allTools(), differs))
            agreement.different.push_back(metric);
        else if (table.our(metric) && std::ranges::all_of(allTools(), agrees))
            agreement.same.push_back(metric);
    }
    return agreement;
}

int decimalsOf(const ToolTable &table, ToolMetric metric)
{
    constexpr int usual = 4;
    constexpr int most = 6;
    int decimals = usual;
    const auto &our = table.our(metric);
    const auto looksTheSame = [&](const ToolRules &rules) {
        const ToolCell &cell = table.at(rules.tool, metric);
        return our && cell.differs && cell.status == ToolStatus::Number
                && numberText(cell.value, decimals) == numberText(*our, decimals);
    };
    while (decimals < most && std::ranges::any_of(allTools(), looksTheSame))
        ++decimals;
    return decimals;
}

QString toolCellText(const ToolCell &cell, int decimals)
{
    switch (cell.status) {
    case ToolStatus::Number:
        return (cell.about ? u"~"_s : QString()) + numberText(cell.value, decimals)
                + (cell.differs ? u"*"_s : u" "_s);
    case ToolStatus::NotANumber:
        return cell.differs ? u"NaN*"_s : u"NaN "_s;
    case ToolStatus::NotPrinted:
        return u"- "_s;
    case ToolStatus::NeedsProbabilities:
        return u"n/a "_s;
    case ToolStatus::Refused:
        return u"error "_s;
    case ToolStatus::NotDocumented:
        break;
    }
    return u"? "_s;
}

bool anyCell(const ToolTable &table, bool (*is)(const ToolCell &))
{
    return std::ranges::any_of(
            table.tools, [is](const ToolCells &cells) { return std::ranges::any_of(cells, is); });
}

QString marksText(const ToolTable &table)
{
    QStringList marks;
    const auto mark = [&](bool (*is)(const ToolCell &), const QString &text) {
        if (anyCell(table, is))
            marks.append(text);
    };
    mark([](const ToolCell &cell) { return cell.differs; }, u"* another number than One in N's"_s);
    mark([](const ToolCell &cell) { return cell.about; }, u"~ near, not exact"_s);
    mark([](const ToolCell &cell) { return cell.status == ToolStatus::NotPrinted; },
         u"- not printed"_s);
    mark([](const ToolCell &cell) { return cell.status == ToolStatus::NotDocumented; },
         u"? not documented"_s);
    mark([](const ToolCell &cell) { return cell.status == ToolStatus::NeedsProbabilities; },
         u"n/a takes probabilities, 0 to 1, alone"_s);
    mark([](const ToolCell &cell) { return cell.status == ToolStatus::Refused; },
         u"error stops with one"_s);
    return marks.join(u"; "_s) + u'.';
}

} // namespace

QString toolName(Tool tool)
{
    const std::string_view name = rulesOf(tool).name;
    return QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()));
}

QString toolMetricName(ToolMetric metric)
{
    switch (metric) {
    case ToolMetric::Precision:
        return u"precision"_s;
    case ToolMetric::Recall:
        return u"recall"_s;
    case ToolMetric::F1:
        return u"F1"_s;
    case ToolMetric::Specificity:
        return u"specificity"_s;
    case ToolMetric::Accuracy:
        return u"accuracy"_s;
    case ToolMetric::RocAuc:
        return u"ROC AUC"_s;
    case ToolMetric::AveragePrecision:
        return u"average precision (PR AUC)"_s;
    case ToolMetric::LogLoss:
        return u"log loss"_s;
    case ToolMetric::Brier:
        return u"Brier score (MSE)"_s;
    case ToolMetric::BestF1Threshold:
        return u"threshold of the best F1"_s;
    case ToolMetric::BestF1:
        break;
    }
    return u"best F1"_s;
}

QStringList conventionSentences(const ToolTable &table)
{
    const ToolAgreement agreement = agreementIn(table);
    const auto clauses = toolClauses(table);
    const QString same = agreement.same.empty()
            ? u"No number is the same in all six"_s
            : u"All six print the same %1"_s.arg(metricNames(agreement.same));
    if (clauses.empty())
        return {same + (agreement.same.empty() ? u"."_s : u", and so does One in N."_s)};
    if (clauses.size() == 1)
        return {u"%1; %2."_s.arg(same, clauseText(clauses.front(), table))};
    QStringList sentences{u"%1; there are %2 reasons why %3 differ."_s.arg(
            same, cardinal(static_cast<int>(clauses.size())), metricNames(agreement.different))};
    for (const ToolClause &clause : clauses)
        sentences.append(asSentenceOf(clause.tools.front(), clauseText(clause, table)));
    return sentences;
}

QString turnedScoresText(bool oneLess)
{
    return u"Low scores are positive here, which no other tool takes: they are given %1, and so "
           u"are "
           "the thresholds in this table."_s.arg(oneLess ? u"1 less the score"_s
                                                         : u"the score negated"_s);
}

QString unknownToToolsText(const ToolTable &table, const Assessment &assessment,
                           const QString &beside)
{
    constexpr double noDifference = 1e-9;
    const ShareContext &context = assessment.experience.shares.context();
    QStringList unknown;
    if (context.lateCounts)
        unknown.append(u"budget"_s);
    if (context.leavingCounts)
        unknown.append(u"users who leave"_s);
    if (context.restated)
        unknown.append(u"base rate"_s);
    const auto found = table.our(ToolMetric::Recall);
    const auto missed = assessment.experience[Share::Missed];
    if (unknown.isEmpty() || !found || !missed
        || std::abs(1.0 - *found - missed->value) < noDifference)
        return {};
    const Feature feature = featureOf(assessment.scenario.words);
    return u"Other tools know no %1: by them %2 %3 are missed, and %4 says %5."_s.arg(
            listedWith(unknown, u"and no"_s), shareText(1.0 - *found, 100), feature.positivesSaid(),
            beside, shareText(missed->value, 100));
}

namespace {

bool isInfinite(const std::optional<double> &our)
{
    return our && std::isinf(*our);
}

QString ourCellText(const std::optional<double> &our, int decimals)
{
    if (isInfinite(our))
        return u"infinite "_s;
    return (our ? numberText(*our, decimals) : undefinedDash()) + u' ';
}

/// Why ours is not defined, or has no end.
QString ourLogLossNote(const ToolTable &table)
{
    const auto &our = table.our(ToolMetric::LogLoss);
    if (!our && !table.probabilities)
        return u"There is no log loss of ours: the scores are no probabilities, as not all lie from 0 to 1."_s;
    if (!our)
        return u"We tell no log loss: one score that is certain and wrong makes it infinite, and each tool stops elsewhere. The Brier score says how good these scores are."_s;
    if (isInfinite(our))
        return u"Our log loss is infinite: a score of 0 or 1 says that it is certain, and is wrong at least once. Tools hold scores a little away from 0 and 1, so that theirs hangs on how far."_s;
    return {};
}

} // namespace

QStringList conventionNotes(const ToolTable &table)
{
    QStringList notes{marksText(table)};
    if (const QString note = ourLogLossNote(table); !note.isEmpty())
        notes.append(note);
    for (const ToolRules &rules : allTools()) {
        const auto &cells = table.tools[static_cast<std::size_t>(rules.tool)];
        if (std::ranges::any_of(cells, &ToolCell::about))
            notes.append(u"%1 keeps at most %2 of the %3 different scores as thresholds; which "
                         u"ones, the "
                         "file does not tell, so its numbers are those with all of them."_s.arg(
                                 toolName(rules.tool), countText(double(rules.mostThresholds)),
                                 countText(double(table.distinctScores))));
    }
    return notes;
}

QString decisionsForToolsText()
{
    return u"For what counts rows the tools are given what is shown, 1 or 0; for all else the scores."_s;
}

std::vector<QStringList> conventionLines(const ToolTable &table)
{
    QStringList header{QString(), u"One in N "_s};
    for (const ToolRules &rules : allTools())
        header.append(toolName(rules.tool) + u' ');
    std::vector<QStringList> lines{header};
    for (std::size_t i = 0; i < toolMetricCount; ++i) {
        const auto metric = static_cast<ToolMetric>(i);
        const int decimals = decimalsOf(table, metric);
        const auto &our = table.our(metric);
        QStringList line{toolMetricName(metric), ourCellText(our, decimals)};
        for (const ToolRules &rules : allTools())
            line.append(toolCellText(table.at(rules.tool, metric), decimals));
        lines.push_back(line);
    }
    return lines;
}

} // namespace oneinn::wording
