// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/metrics/exactintervals.h"
#include "report/answerwords.h"
#include "report/choicetable.h"
#include "report/comparisons.h"
#include "report/doubtprose.h"
#include "report/dropprose.h"
#include "report/reviewprose.h"
#include "report/rollbackwords.h"
#include "report/sections.h"
#include "report/segmentsprose.h"
#include "report/stagesprose.h"
#include "wording/accountwords.h"
#include "wording/binwords.h"
#include "wording/conditionwords.h"
#include "wording/experiencewords.h"
#include "wording/feature.h"
#include "wording/frontierwords.h"
#include "wording/names.h"
#include "wording/numbers.h"
#include "wording/pacewords.h"
#include "wording/patiencewords.h"
#include "wording/phrases.h"
#include "wording/policywords.h"
#include "wording/reviewbeside.h"
#include "wording/shareline.h"
#include "wording/sharewords.h"
#include "wording/valuewords.h"
#include "wording/verdictwords.h"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <numeric>
#include <vector>

namespace oneinn::report {

using namespace Qt::Literals::StringLiterals;
using wording::asSentence;
using wording::countText;

namespace {

QString noticedText(const Noticed &noticed, const QString &people, bool anyLate)
{
    QStringList parts{u"%1 wrong ones"_s.arg(wording::shareText(noticed.wrong, 100)),
                      u"%1 missed ones"_s.arg(wording::shareText(noticed.missed, 100))};
    if (anyLate)
        parts.append(u"%1 late ones"_s.arg(wording::shareText(noticed.late, 100)));
    return u"%1 notice %2: our assumption."_s.arg(wording::capitalised(people),
                                                  wording::joined(parts, u"and"_s));
}

QString costsText(const Scenario &scenario)
{
    QStringList parts;
    for (const auto &[model, cost] : scenario.costPerCall)
        parts.append(u"%1 %2"_s.arg(wording::nameText(model), plainNumber(cost)));
    return parts.isEmpty() ? QString()
                           : u"A call costs: %1 (our assumption)."_s.arg(parts.join(u", "_s));
}

Section assumptions(const AnswerMaterial &material)
{
    const Scenario &scenario = material.assessment.scenario;
    const int k = scenario.badBeforeLeaving;
    const wording::Feature feature = featureOf(material);
    const bool anyWaits = !wording::tellsNoWaits(material.assessment);
    QStringList bullets{
            valuesSentence(material.assessment),
            u"%1 gives up after %2 bad %3: our assumption; nobody has measured it here."_s.arg(
                    wording::capitalised(wording::withArticle(feature.person.singular)),
                    wording::cardinal(k), k == 1 ? u"one"_s : u"ones"_s),
            noticedText(scenario.noticed, feature.person.plural, anyWaits),
            wording::paceSentence(material.assessment),
            anyWaits ? asSentence(u"patience: %1; our assumption"_s.arg(
                    wording::patienceAlone(scenario.patience)))
                     : QString()};
    const QString rate = baseRateClause(material.assessment);
    bullets.append(rate.isEmpty() ? u"The share of %1 is taken to be the file's."_s.arg(
                           feature.positivesSaid())
                                  : u"All shares are told %1: our assumption."_s.arg(rate));
    bullets.append(costsText(scenario));
    if (material.review)
        bullets.append(reviewPartsOf(material).assumed);
    bullets.append(material.provenance.assumptions);
    bullets.append(wording::openBinSentence(material.assessment));
    bullets.append(rollbackAssumption(material));
    if (material.load) {
        for (const QString &assumption :
             wording::verdictWords(*material.load, scenario.words, wording::Voice::Ours)
                     .assumptions)
            bullets.append(assumption);
    }
    bullets.removeAll(QString());
    return {u"Assumptions"_s, {}, bullets, {}};
}

QString numberCell(const std::optional<double> &value)
{
    constexpr int decimals = 4;
    return value ? wording::numberText(*value, decimals) : QString(QChar(0x2014));
}

QStringList intervalRow(const QString &name, const std::optional<Proportion> &share)
{
    const auto end = [&share](double Interval::*which) {
        return share && !share->tooFewClusters() ? std::optional(share->interval.*which)
                                                 : std::nullopt;
    };
    return {name, numberCell(valueOf(share)), numberCell(end(&Interval::low)),
            numberCell(end(&Interval::high)),
            share ? countText(share->all.rows) : QString(QChar(0x2014))};
}

Section intervals(const AnswerMaterial &material)
{
    const Assessment &assessment = material.assessment;
    const Shares &shares = assessment.experience.shares;
    const wording::Feature feature = featureOf(material);
    Table table{{u"Measure"_s, u"Value"_s, u"From"_s, u"To"_s, u"Rows"_s},
                {intervalRow(u"precision"_s, complementOf(shares[Share::WrongOfShown])),
                 intervalRow(u"recall"_s, complementOf(shares[Share::Missed])),
                 intervalRow(u"specificity"_s, shares[Share::Specificity]),
                 intervalRow(u"accuracy"_s, shares[Share::Accuracy]),
                 intervalRow(u"share "_s + feature.done, shares[Share::Shown]),
                 intervalRow(u"share of "_s + feature.positivesSaid(), shares[Share::Good])}};
    if (const auto late = shares[Share::Late])
        table.rows.append(intervalRow(u"too late, of all "_s + feature.useCase.plural, late));
    if (const auto failed = shares[Share::Failed])
        table.rows.append(intervalRow(u"failed calls"_s, failed));
    if (const auto refused = shares[Share::Refused])
        table.rows.append(intervalRow(u"refused calls"_s, refused));
    if (const auto gone = shares[Share::Left])
        table.rows.append(intervalRow(feature.person.plural + u" gone"_s, gone));
    QStringList paragraphs{
            u"Shares of 1, with %1 95 % interval; a dash where nothing can be divided by."_s.arg(
                    ExactIntervals::areGiven() ? u"the exact"_s : u"Wilson's"_s)};
    const QString hidden = wording::accuracyOfSilence(assessment);
    if (!hidden.isEmpty())
        paragraphs.append(asSentence(u"accuracy hides that "_s + hidden));
    return {u"Intervals"_s, paragraphs, {}, table};
}

std::optional<Section> sideBySide(const AnswerMaterial &material)
{
    auto table = choiceTable(material, true);
    if (!table)
        return std::nullopt;
    QStringList differences;
    for (std::size_t pin = 0; pin < material.pins.size(); ++pin) {
        const QString value = valueClause(material, material.pins[pin]);
        if (!isNow(material, material.pins[pin]) && !value.isEmpty())
            differences.append(asSentence(u"against %1, %2"_s.arg(pinName(material, pin), value)));
    }
    return Section{
            u"Choices side by side"_s,
            {u"In brackets the 95 % interval. What each differs by is measured %1 by %1."_s.arg(
                    featureOf(material).useCase.singular)},
            differences,
            std::move(table)};
}

Section evidence(const AnswerMaterial &material)
{
    Section section{u"What carries the product, in full"_s, {}, {}, {}};
    const wording::VerdictWords words =
            wording::verdictWords(*material.load, material.assessment.scenario.words);
    for (const wording::LossWords &bar : words.equalSteps)
        section.bullets.append(bar.sentence);
    for (const wording::LossWords &bar : words.badWeek)
        section.bullets.append(wording::asSentence(words.badWeekCase).chopped(1) + u", "_s
                               + bar.sentence.left(1).toLower() + bar.sentence.mid(1));
    section.bullets += words.headrooms;
    for (const QString &aside :
         {words.shares, words.interaction, words.prices.budget, words.prices.precision})
        section.bullets.append(aside);
    section.bullets.removeAll(QString());
    section.paragraphs = {words.equalStepsNote, words.badWeekNote};
    section.paragraphs.removeAll(QString());
    return section;
}

/// In their order; of very many, those that are worth most, and now.
std::vector<std::size_t> toldAlternatives(const ComparedPolicies &compared)
{
    constexpr std::size_t mostTold = 30;
    std::vector<std::size_t> told(compared.policies.size());
    std::iota(told.begin(), told.end(), std::size_t{0});
    if (told.size() <= mostTold)
        return told;
    std::ranges::stable_sort(told.begin() + 1, told.end(), std::greater(), [&](std::size_t i) {
        return compared.policies[i].summary.valuePerUse;
    });
    told.resize(mostTold);
    std::ranges::sort(told);
    return told;
}

Section alternatives(const AnswerMaterial &material)
{
    using Column = wording::PolicyColumn;
    const ComparedPolicies &compared = *material.compared;
    QList<Column> columns{Column::Name, Column::Value, Column::Difference, Column::Wrong,
                          Column::Missed};
    if (compared.budget)
        columns.append(Column::Late);
    if (compared.hasLatency)
        columns.append(Column::WaitP95);
    columns.append(Column::Cost);
    Table table;
    for (const Column column : std::as_const(columns))
        table.header.append(wording::policyColumnTitle(column, compared.callsAreCounted,
                                                       material.assessment.scenario.words)
                                    .replace(u'\n', u' '));
    const std::vector<std::size_t> told = toldAlternatives(compared);
    for (const std::size_t policy : told) {
        QStringList row;
        for (const Column column : std::as_const(columns))
            row.append(wording::policyCell(compared, policy, column));
        table.rows.append(row);
    }
    QStringList notes = wording::comparisonNotes(compared, material.assessment.scenario.words);
    if (told.size() < compared.policies.size())
        notes.prepend(u"Of %1 alternatives the %2 that are worth most are listed."_s.arg(
                countText(double(compared.policies.size())), countText(double(told.size()))));
    if (material.review)
        notes.append(wording::reviewBeside(reviewPartsOf(material)));
    return {u"Alternatives considered"_s, {inARow(notes)}, {}, table};
}

/// Whose they are where uses are independent.
QString intervalsOf()
{
    return ExactIntervals::areGiven() ? u"Intervals are exact, Clopper and Pearson's"_s
                                      : u"Intervals are Wilson's"_s;
}

/// What intervals take into account.
QString intervalsText(const AnswerMaterial &material)
{
    const wording::Feature feature = featureOf(material);
    const wording::Noun &person = feature.person;
    const QString uses = feature.useCase.plural;
    const QString differences =
            u"differences are measured on the same %1, pair by pair."_s.arg(uses);
    const auto &clusters = material.assessment.experience.shares.clusters();
    if (!clusters)
        return intervalsOf() + u", 95 %; "_s + differences;
    QStringList from;
    if (const double users = clusters->clusters(ClusterOf::User); users > 0.0)
        from.append(wording::fromClusters(ClusterOf::User, users, person));
    if (const double cases = clusters->clusters(ClusterOf::Case); cases > 0.0)
        from.append(wording::fromClusters(ClusterOf::Case, cases, person)
                    + (cases == 1.0 ? u" that was asked again"_s : u" that were asked again"_s));
    if (const double groups = clusters->clusters(ClusterOf::Group); groups > 0.0)
        from.append(wording::fromClusters(ClusterOf::Group, groups, person));
    if (const double days = clusters->clusters(ClusterOf::Day); days > 0.0)
        from.append(wording::fromClusters(ClusterOf::Day, days, person));
    return u"Intervals are Wilson's, 95 %, as wide as %1 %2 make them, which are alike (clusters, Student's t); "_s
                   .arg(uses, wording::joined(from, u"and"_s))
            + differences;
}

Section conventions(const AnswerMaterial &material)
{
    QStringList bullets{
            wording::capitalised(featureOf(material).done)
                    + u" if and only if the score is at least the threshold; equal scores move together."_s,
            wording::tellsNoWaits(material.assessment)
                    ? QString()
                    : u"On time if and only if the latency is at most the budget; a time-out is late for every budget."_s,
            u"What cannot be divided is a dash, never 0: where nothing is %1 there is no precision."_s
                    .arg(featureOf(material).done),
            intervalsText(material),
            u"Below 10 cases only the counts are told; below 30, or with a wide interval, only a range."_s,
            u"Settings that were chosen on these data are worth a little less on others; the interval of a difference is wide enough for both."_s,
            doubtsMethod(material)};
    bullets.removeAll(QString());
    return {u"How things are counted"_s, {}, bullets, {}};
}

Section data(const AnswerMaterial &material)
{
    const Provenance &provenance = material.provenance;
    QStringList bullets;
    if (!provenance.fileName.isEmpty())
        bullets.append(u"File: "_s + wording::nameText(provenance.fileName));
    bullets.append(asSentence(wording::accountSentence(provenance.account)));
    for (const QString &detail : wording::accountDetails(provenance.account))
        bullets.append(asSentence(detail));
    for (const Selection::Where &where : material.assessment.scenario.selection.where)
        bullets.append(u"Only rows where %1 is %2."_s.arg(wording::nameText(where.column),
                                                          wording::conditionValue(where)));
    for (const QString &column : provenance.columns)
        bullets.append(
                wording::middleElided(wording::visible(column), wording::mostPathCharacters));
    if (!provenance.sha256.isEmpty())
        bullets.append(u"SHA-256: "_s + QString::fromLatin1(provenance.sha256));
    return {u"The data"_s, {}, bullets, {}};
}

} // namespace

QList<Section> briefAppendix(const AnswerMaterial &material)
{
    QList<Section> sections{assumptions(material),
                            Section{u"What it learns from"_s, loopSentences(material), {}, {}},
                            intervals(material)};
    if (auto table = sideBySide(material))
        sections.append(*std::move(table));
    if (material.review)
        sections.append(reviewSection(material));
    sections += segmentsSection(material);
    if (material.load)
        sections.append(evidence(material));
    if (material.compared)
        sections.append(alternatives(material));
    if (const QStringList labels = labelSentences(material); !labels.isEmpty())
        sections.append(
                {u"More labels, and what would change our mind"_s, {inARow(labels)}, {}, {}});
    if (material.drop)
        sections += dropEvidence(material);
    if (material.stages)
        sections.append(stagesSection(material));
    sections.append(conventions(material));
    sections.append(data(material));
    return sections;
}

} // namespace oneinn::report
