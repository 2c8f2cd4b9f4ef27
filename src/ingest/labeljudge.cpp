// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/labeljudge.h"

#include "ingest/classscores.h"
#include "ingest/columnevidence.h"
#include "ingest/numbers.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace oneinn::ingest {

namespace {

constexpr int wellKnownBonus = 50; ///< more than the whole list of names is long
constexpr std::size_t mostScoresTried = 8;
constexpr std::size_t mostLabelsTried = 32;

/// How much a name says that a column is the truth.
enum class LabelTier { ByValues, Outcome, Verdict, Usual, Truth };

LabelTier labelTierOf(const NameFit &fit)
{
    if (fit.strength > labelName + wellKnownBonus)
        return LabelTier::Truth;
    if (fit.strength > verdictName + wellKnownBonus)
        return LabelTier::Usual;
    return fit.strength > weakName + wellKnownBonus ? LabelTier::Verdict : LabelTier::Outcome;
}

struct PossibleLabel {
    std::size_t column;
    NameFit fit;
    LabelTier tier = LabelTier::ByValues;
    bool wellKnown = false;
    std::vector<LabelClass> classes = {};
    std::optional<Ordering> ordering = {};     ///< by the score that orders it best
    std::optional<std::size_t> threshold = {}; ///< the score that one threshold on makes it
};

class LabelJudge {
public:
    LabelJudge(const ColumnCandidates &candidates, const std::optional<std::string> &positive,
               const std::optional<std::string> &givenScore)
        : m_candidates(candidates)
        , m_positive(positive)
    {
        collectScores(givenScore);
    }

    LabelChoice judge();

private:
    void collectScores(const std::optional<std::string> &givenScore);
    std::vector<PossibleLabel> named();
    std::vector<PossibleLabel> byValues() const;
    std::vector<PossibleLabel> decisions() const;
    std::vector<std::size_t> severalClasses() const;
    bool hasScoreOfEach(std::size_t column) const;
    bool mayHoldClasses(std::size_t column) const;
    LabelChoice amongClasses() const;
    void weigh(std::vector<PossibleLabel> &labels) const;
    void weighBy(std::size_t score, PossibleLabel &label) const;
    ColumnChoice choiceOf(const PossibleLabel &label, RoleCertainty certainty, RoleReason reason,
                          const std::vector<PossibleLabel> &rivals = {}) const;
    ColumnChoice amongNamed(std::vector<PossibleLabel> labels) const;
    ColumnChoice amongUnnamed(std::vector<PossibleLabel> labels) const;
    ColumnChoice alone(const PossibleLabel &label) const;

    const ColumnCandidates &m_candidates;
    const std::optional<std::string> &m_positive;
    std::vector<std::size_t> m_scores;
    std::optional<Problem> m_problem;
};

/// The columns that a score may be in: by name, else by values.
void LabelJudge::collectScores(const std::optional<std::string> &givenScore)
{
    const auto &table = m_candidates.table();
    if (givenScore) {
        if (const auto given = table.find(*givenScore))
            m_scores.push_back(*given);
        return;
    }
    const LabelValues unknown;
    for (const auto &fitting : m_candidates.fittingScores([&](std::size_t i) {
             return scoreFit(m_candidates.column(i), m_candidates.names(i), unknown);
         }))
        m_scores.push_back(fitting.column);
    for (std::size_t i = 0; m_scores.empty() && i < table.columns.size(); ++i) {
        const auto &column = table.columns[i];
        if (m_candidates.isFree(i) && column.numbers.isNumeric() && !column.numbers.integers
            && isProbability(column) && !m_candidates.names(i).isSpokenFor()) {
            m_scores.push_back(i);
            break;
        }
    }
    if (m_scores.size() > mostScoresTried)
        m_scores.resize(mostScoresTried);
}

std::vector<PossibleLabel> LabelJudge::named()
{
    std::vector<PossibleLabel> labels;
    const auto fitting = m_candidates.fitting([&](std::size_t i) -> Fit {
        const auto &column = m_candidates.column(i);
        auto fit = m_candidates.names(i).of(ColumnRole::Label);
        if (!fit || (m_candidates.tool() && isNoLabel(*m_candidates.tool(), column.name)))
            return std::nullopt;
        const auto values = labelValues(column, m_positive);
        if (!values) {
            if (!m_problem)
                m_problem = values.problem();
            return std::nullopt;
        }
        fit->strength += values.value().wellKnown ? wellKnownBonus : 0;
        return fit;
    });
    for (const auto &[column, fit] : fitting) {
        if (labels.size() < mostLabelsTried)
            labels.push_back({.column = column, .fit = fit, .tier = labelTierOf(fit)});
    }
    return labels;
}

std::vector<PossibleLabel> LabelJudge::byValues() const
{
    std::vector<PossibleLabel> labels;
    const auto fitting = m_candidates.fitting([&](std::size_t i) -> Fit {
        const auto &column = m_candidates.column(i);
        if (readNumber(column.name).kind == CellKind::Number || m_candidates.names(i).isSpokenFor()
            || m_candidates.names(i).of(ColumnRole::Label))
            return std::nullopt;
        const auto values = labelValues(column, m_positive);
        if (!values || values.value().positive.value.empty() || values.value().negative.empty())
            return std::nullopt;
        return NameFit{values.value().wellKnown ? 1 : 0, GuessReason::Values};
    });
    for (const auto &[column, fit] : fitting) {
        // Two other words say less than yes and no do.
        if (fit.strength == fitting.front().fit.strength && labels.size() < mostLabelsTried)
            labels.push_back({.column = column, .fit = fit, .wellKnown = fit.strength > 0});
    }
    return labels;
}

/// What is called like a model's decision, and has two values.
std::vector<PossibleLabel> LabelJudge::decisions() const
{
    std::vector<PossibleLabel> labels;
    const auto fitting = m_candidates.fitting([&](std::size_t i) -> Fit {
        const auto values = labelValues(m_candidates.column(i), m_positive);
        const bool two = values && !values.value().positive.value.empty()
                && !values.value().negative.empty();
        return two ? m_candidates.names(i).of(ColumnRole::Decision) : std::nullopt;
    });
    labels.reserve(fitting.size());
    for (const auto &[column, fit] : fitting)
        labels.push_back({.column = column, .fit = fit});
    return labels;
}

/// Whether each of its values has a score column, as a label's of several classes have.
bool LabelJudge::hasScoreOfEach(std::size_t i) const
{
    std::vector<std::string> classes;
    for (const auto &value : m_candidates.column(i).values) {
        if (!isMissing(value.text))
            classes.push_back(value.text);
    }
    return classes.size() > 2 && !m_candidates.column(i).hasTooManyClasses()
            && !classScorePatterns(m_candidates.table().columns, i, classes).empty();
}

/// Words that come again and again, under a name that says nothing else.
bool LabelJudge::mayHoldClasses(std::size_t i) const
{
    constexpr std::size_t fewestRecords = 3; // a value, on average; else they are names
    const auto &column = m_candidates.column(i);
    return column.values.size() > 2 && !column.hasManyValues() && !column.numbers.isNumeric()
            && column.values.size() * fewestRecords <= m_candidates.table().records
            && !m_candidates.names(i).isSpokenFor() && !m_candidates.names(i).of(ColumnRole::Day)
            && !startsWithDate(column.values.front().text);
}

/// Columns each of whose values has a score column; no model's, whose scores stand so as well.
std::vector<std::size_t> LabelJudge::severalClasses() const
{
    std::vector<std::size_t> columns;
    for (std::size_t i = 0; i < m_candidates.table().columns.size(); ++i) {
        const NameFits &names = m_candidates.names(i);
        if (m_candidates.isFree(i) && !names.of(ColumnRole::Decision)
            && !names.of(ColumnRole::Model) && hasScoreOfEach(i))
            columns.push_back(i);
    }
    return columns;
}

/// Where nothing has two values: a label of several classes, for a person to say which is looked
/// for. What only may be one is named in the problem, and not taken.
LabelChoice LabelJudge::amongClasses() const
{
    const auto sure = severalClasses();
    if (sure.size() == 1) {
        const auto values = labelValues(m_candidates.column(sure.front()), m_positive);
        if (!values)
            return {{}, values.problem()};
        PossibleLabel label{.column = sure.front(), .fit = {1, GuessReason::Values}};
        return {alone(label), {}};
    }
    std::vector<std::size_t> possible;
    for (std::size_t i = 0; i < m_candidates.table().columns.size(); ++i) {
        if (m_candidates.isFree(i) && mayHoldClasses(i))
            possible.push_back(i);
    }
    if (possible.size() != 1)
        return {};
    const auto &column = m_candidates.column(possible.front());
    if (const auto values = labelValues(column, m_positive); m_positive && !values)
        return {{}, values.problem()};
    const auto commonest =
            std::ranges::max_element(column.values, {}, &ColumnProfile::Value::records);
    return {{},
            Problem{.kind = ProblemKind::NoLabelColumn,
                    .column = column.name,
                    .detail = commonest->text,
                    .names = m_candidates.table().names()}};
}

void LabelJudge::weigh(std::vector<PossibleLabel> &labels) const
{
    for (auto &label : labels) {
        const auto &column = m_candidates.column(label.column);
        const auto values = labelValues(column, m_positive);
        if (!values)
            continue;
        label.classes = sampledClasses(column, values.value());
        for (const auto score : m_scores) {
            if (score != label.column)
                weighBy(score, label);
        }
    }
}

void LabelJudge::weighBy(std::size_t score, PossibleLabel &label) const
{
    const auto &numbers = m_candidates.column(score).sample.numbers;
    const auto ordering = orderingOf(numbers, label.classes);
    const bool better = ordering
            && (!label.ordering
                || std::abs(ordering->auc - 0.5) > std::abs(label.ordering->auc - 0.5));
    if (better)
        label.ordering = ordering;
    if (!label.threshold && isThresholdOn(numbers, label.classes))
        label.threshold = score;
}

ColumnChoice LabelJudge::choiceOf(const PossibleLabel &label, RoleCertainty certainty,
                                  RoleReason reason, const std::vector<PossibleLabel> &rivals) const
{
    RoleJudgement judgement{.role = Role::Label,
                            .certainty = certainty,
                            .reason = reason,
                            .column = m_candidates.column(label.column).name,
                            .ordering = label.ordering};
    if (reason == RoleReason::DecisionByScore && label.threshold)
        judgement.rivals.push_back({m_candidates.column(*label.threshold).name, label.ordering});
    for (const auto &rival : rivals)
        judgement.rivals.push_back({m_candidates.column(rival.column).name, rival.ordering});
    return {label.column, label.fit.reason, std::move(judgement)};
}

/// There is no other: what keeps it from being sure is only what it does.
ColumnChoice LabelJudge::alone(const PossibleLabel &label) const
{
    const bool isNamed = label.tier != LabelTier::ByValues;
    if (label.threshold)
        return choiceOf(label, isNamed ? RoleCertainty::Likely : RoleCertainty::Ask,
                        RoleReason::DecisionByScore);
    return isNamed ? choiceOf(label, RoleCertainty::Sure, RoleReason::Name)
                   : choiceOf(label, RoleCertainty::Likely, RoleReason::Values);
}

ColumnChoice LabelJudge::amongNamed(std::vector<PossibleLabel> labels) const
{
    const auto tier = std::max_element(labels.begin(), labels.end(), [](auto &a, auto &b) {
                          return a.tier < b.tier;
                      })->tier;
    std::erase_if(labels, [tier](const auto &label) { return label.tier < tier; });
    std::erase_if(labels, [this, column = labels.front().column](const auto &label) {
        return label.column != column
                && holdTheSame(m_candidates.column(column), m_candidates.column(label.column));
    });
    if (labels.size() == 1)
        return alone(labels.front());
    const auto isDecision = [](const PossibleLabel &label) { return label.threshold.has_value(); };
    const auto isOrdered = [](const PossibleLabel &label) {
        return !label.ordering || label.ordering->orders();
    };
    // Of a truth and a decision, or of a truth and something else, the truth.
    auto rivals = labels;
    const auto truths = std::stable_partition(rivals.begin(), rivals.end(), [&](const auto &label) {
        return !isDecision(label) && isOrdered(label);
    });
    const auto count = truths - rivals.begin();
    const auto best = rivals.front();
    rivals.erase(rivals.begin());
    if (count == 1)
        return choiceOf(best, RoleCertainty::Likely, RoleReason::OrderedByScore, rivals);
    // A verdict stands beside others as often as not, and the first of them is the usual one.
    const bool verdicts = tier == LabelTier::Verdict;
    return choiceOf(best, verdicts ? RoleCertainty::Likely : RoleCertainty::Ask,
                    RoleReason::SeveralTruths, rivals);
}

ColumnChoice LabelJudge::amongUnnamed(std::vector<PossibleLabel> labels) const
{
    if (labels.empty())
        return {};
    weigh(labels);
    if (labels.size() == 1)
        return alone(labels.front());
    const auto orderedEnd =
            std::stable_partition(labels.begin(), labels.end(), [](const PossibleLabel &label) {
                return label.ordering && label.ordering->orders() && !label.threshold;
            });
    const auto count = orderedEnd - labels.begin();
    const auto best = labels.front();
    labels.erase(labels.begin());
    if (count == 1)
        return choiceOf(best, RoleCertainty::Likely, RoleReason::OrderedByScore, labels);
    return choiceOf(best, RoleCertainty::Ask, RoleReason::SeveralTruths, labels);
}

LabelChoice LabelJudge::judge()
{
    auto labels = named();
    if (!labels.empty()) {
        weigh(labels);
        return {amongNamed(std::move(labels)), {}};
    }
    if (auto choice = amongUnnamed(byValues()); choice.column)
        return {std::move(choice), {}};
    auto possible = decisions();
    if ((possible.empty() || m_scores.empty()) && m_problem)
        return {{}, m_problem};
    if (possible.empty() || m_scores.empty())
        return amongClasses();
    weigh(possible);
    const auto &decision = possible.front();
    return {choiceOf(decision, RoleCertainty::Ask,
                     decision.threshold ? RoleReason::DecisionByScore : RoleReason::DecisionByName),
            {}};
}

} // namespace

LabelChoice judgeLabel(const ColumnCandidates &candidates,
                       const std::optional<std::string> &positive,
                       const std::optional<std::string> &givenScore)
{
    return LabelJudge(candidates, positive, givenScore).judge();
}

} // namespace oneinn::ingest
