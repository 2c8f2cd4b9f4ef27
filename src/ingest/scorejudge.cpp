// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/scorejudge.h"

#include "ingest/classscores.h"
#include "ingest/columnevidence.h"
#include "ingest/numbers.h"
#include "ingest/predictedclasses.h"

#include <algorithm>
#include <cmath>

namespace oneinn::ingest {

namespace {

using ScoreFitting = ColumnCandidates::Fitting;

constexpr std::size_t mostScoreRivals = 16;

class ScoreJudge {
public:
    ScoreJudge(const ColumnCandidates &candidates, const ChosenLabel &label)
        : m_candidates(candidates)
        , m_label(label)
    {
    }

    ScoreChoice judge() const;

private:
    ColumnChoice amongNamed(std::vector<ScoreFitting> fitting) const;
    enum class Rivalry { None, AsGood, Better };
    Rivalry rivalry(const ScoreFitting &best, std::size_t other) const;
    Fit valueFit(std::size_t column) const;
    ScoreChoice byValues() const;
    std::optional<std::size_t> ofPositiveClass() const;
    std::optional<ColumnChoice> ofComplements(const ScoreFitting &best) const;
    std::optional<ColumnChoice> rivalled(const ScoreFitting &best,
                                         const std::vector<ScoreFitting> &others) const;
    std::optional<Ordering> ordering(std::size_t column) const
    {
        return orderingOf(m_candidates.column(column).sample.numbers, m_label.classes);
    }
    ColumnChoice choiceOf(std::size_t column, GuessReason reason, RoleCertainty certainty,
                          RoleReason why, const std::vector<std::size_t> &rivals = {}) const;
    /// Whether it is the positive value's (1), another's (-1), or who knows (0).
    int side(std::size_t column) const
    {
        const auto &candidate = m_candidates.column(column);
        if (!candidate.ofList.empty()) {
            const auto place = placeOfPositive(m_candidates.column(m_label.column), m_label.values,
                                               candidate.listSize);
            return !place ? 0 : *place == candidate.writing.element ? 1 : -1;
        }
        return classInName(m_candidates.column(column).name, m_label.values,
                           m_candidates.column(m_label.column).name);
    }

    const ColumnCandidates &m_candidates;
    const ChosenLabel &m_label;
};

ColumnChoice ScoreJudge::choiceOf(std::size_t column, GuessReason reason, RoleCertainty certainty,
                                  RoleReason why, const std::vector<std::size_t> &rivals) const
{
    RoleJudgement judgement{.role = Role::Score,
                            .certainty = certainty,
                            .reason = why,
                            .column = m_candidates.column(column).name,
                            .ordering = ordering(column)};
    for (const auto rival : rivals)
        judgement.rivals.push_back({m_candidates.column(rival).name, ordering(rival)});
    return {column, reason, std::move(judgement)};
}

/// Of two columns that make 1 in every record, the positive one's.
std::optional<ColumnChoice> ScoreJudge::ofComplements(const ScoreFitting &best) const
{
    const auto &column = m_candidates.column(best.column);
    if (!isProbability(column))
        return std::nullopt;
    const auto &table = m_candidates.table();
    std::size_t tried = 0;
    for (std::size_t i = 0; i < table.columns.size() && tried < mostScoreRivals; ++i) {
        const bool possible = i != best.column && m_candidates.isFreeScore(i)
                && table.columns[i].numbers.isNumeric() && isProbability(table.columns[i]);
        if (!possible)
            continue;
        ++tried;
        if (!sumToOne(column, table.columns[i]))
            continue;
        const int own = side(best.column);
        const int other = side(i);
        if (own == other)
            return choiceOf(best.column, best.fit.reason, RoleCertainty::Ask,
                            RoleReason::Complements, {i});
        const auto chosen = own > other ? best.column : i;
        return choiceOf(chosen, best.fit.reason, RoleCertainty::Sure, RoleReason::Name,
                        {own > other ? i : best.column});
    }
    return std::nullopt;
}

ScoreJudge::Rivalry ScoreJudge::rivalry(const ScoreFitting &best, std::size_t other) const
{
    const auto &column = m_candidates.column(best.column);
    const auto &rival = m_candidates.column(other);
    if (holdTheSame(column, rival))
        return Rivalry::None;
    const bool twin = !column.header.empty() && column.header == rival.header;
    if (twin && column.ofList.empty())
        return Rivalry::AsGood;
    const auto own = ordering(best.column);
    const auto theirs = ordering(other);
    if (!own || !theirs || !theirs->orders())
        return Rivalry::None;
    const bool byPart = best.fit.reason == GuessReason::NamePart;
    // Equal orders are two readings of one score; a raw one beside its probability.
    if (std::abs(own->auc - theirs->auc) < 1e-12 && column.name != rival.name && !byPart)
        return Rivalry::None;
    const double ownDistance = std::abs(own->auc - 0.5);
    const double theirDistance = std::abs(theirs->auc - 0.5);
    const double half = (theirs->high - theirs->low + own->high - own->low) / 2.0;
    if (!own->orders() || (byPart && theirDistance - ownDistance > half))
        return Rivalry::Better;
    return byPart && theirDistance + half > ownDistance ? Rivalry::AsGood : Rivalry::None;
}

/// Whether other columns that are called like scores do better, or as well.
std::optional<ColumnChoice> ScoreJudge::rivalled(const ScoreFitting &best,
                                                 const std::vector<ScoreFitting> &others) const
{
    std::vector<std::size_t> better;
    std::vector<std::size_t> asGood;
    for (const auto &other : others) {
        const auto found = rivalry(best, other.column);
        if (found == Rivalry::Better)
            better.push_back(other.column);
        else if (found == Rivalry::AsGood)
            asGood.push_back(other.column);
    }
    if (better.size() == 1 && asGood.empty())
        return choiceOf(better.front(), GuessReason::Values, RoleCertainty::Likely,
                        RoleReason::OrdersBetter, {best.column});
    if (better.empty() && asGood.empty())
        return std::nullopt;
    better.insert(better.end(), asGood.begin(), asGood.end());
    return choiceOf(best.column, best.fit.reason, RoleCertainty::Ask, RoleReason::SeveralScores,
                    better);
}

ColumnChoice ScoreJudge::amongNamed(std::vector<ScoreFitting> fitting) const
{
    if (fitting.size() > mostScoreRivals)
        fitting.resize(mostScoreRivals);
    const auto best = fitting.front();
    fitting.erase(fitting.begin());
    if (auto choice = ofComplements(best))
        return *std::move(choice);
    if (auto choice = rivalled(best, fitting))
        return *std::move(choice);
    return choiceOf(best.column, best.fit.reason, RoleCertainty::Sure, RoleReason::Name);
}

/// Of a column whose name says nothing.
Fit ScoreJudge::valueFit(std::size_t i) const
{
    const auto &column = m_candidates.column(i);
    if (!column.ofList.empty() && side(i) < 0)
        return std::nullopt;
    const bool numeric = column.writing.form != NumberForm::Duration && column.numbers.isNumeric()
            && !column.numbers.integers && column.values.size() > 2;
    if (!numeric || m_candidates.names(i).isSpokenFor() || growsWithRow(column)
        || readNumber(column.name).kind == CellKind::Number)
        return std::nullopt;
    return NameFit{isProbability(column) ? 1 : 0, GuessReason::Values};
}

ScoreChoice ScoreJudge::byValues() const
{
    const auto fitting = m_candidates.fittingScores([&](std::size_t i) { return valueFit(i); });
    const auto decided = m_candidates.fitting([&](std::size_t i) -> Fit {
        const auto &name = m_candidates.names(i).of(ColumnRole::Decision);
        return isHardDecision(m_candidates.column(i)) ? name : std::nullopt;
    });
    ScoreChoice none{{}, decided.empty() ? std::nullopt : std::optional(decided[0].column)};
    if (fitting.empty())
        return none;
    const auto &best = fitting.front();
    const auto equals = std::count_if(fitting.begin(), fitting.end(), [&](const auto &other) {
        return other.fit.strength == best.fit.strength;
    });
    const bool probability = best.fit.strength > 0;
    if (equals > 1 || (!probability && none.decisions))
        return none;
    const auto order = ordering(best.column);
    const bool trusted = probability && (!order || order->orders());
    return {choiceOf(best.column, GuessReason::Values,
                     trusted ? RoleCertainty::Likely : RoleCertainty::Ask, RoleReason::Values),
            {}};
}

/// Of several classes each of which has a column called after it.
std::optional<std::size_t> ScoreJudge::ofPositiveClass() const
{
    if (!m_label.values.againstRest)
        return std::nullopt;
    std::vector<std::string> classes;
    for (const auto &value : m_candidates.column(m_label.column).values) {
        if (!isMissing(value.text))
            classes.push_back(value.text);
    }
    const auto column = scoreColumnOf(m_candidates.table().columns, m_label.column, classes,
                                      m_label.values.positive.value);
    return column && m_candidates.isFreeScore(*column) ? column : std::nullopt;
}

ScoreChoice ScoreJudge::judge() const
{
    if (const auto column = ofPositiveClass())
        return {choiceOf(*column, GuessReason::Name, RoleCertainty::Sure, RoleReason::Name), {}};
    auto fitting = m_candidates.fittingScores([&](std::size_t i) {
        return scoreFit(m_candidates.column(i), m_candidates.names(i), m_label.values);
    });
    std::erase_if(fitting, [&](const ScoreFitting &candidate) {
        return !m_candidates.column(candidate.column).ofList.empty() && side(candidate.column) < 0;
    });
    if (fitting.empty())
        return byValues();
    return {amongNamed(std::move(fitting)), {}};
}

/// Of several classes: its score is that of the class that was predicted, if it orders the label
/// better so.
ColumnChoice amongSeveral(const ColumnCandidates &candidates, const ChosenLabel &label,
                          const ColumnProfile &scores, const Ordering &plain)
{
    const auto column = columnOfClasses(candidates, label.column, label.values);
    if (!column || scores.numbers.low < 0.0)
        return {};
    const ColumnProfile &predicted = candidates.column(*column);
    LabelValues values;
    values.classes = *predictedClasses(predicted, candidates.column(label.column), label.values);
    const auto order = orderingOf(
            ofPositive(scores.sample.numbers, sampledClasses(predicted, values), label.values),
            label.classes);
    if (!order || order->auc <= std::max(plain.auc, 1.0 - plain.auc))
        return {};
    return {*column, GuessReason::Values,
            RoleJudgement{.role = Role::Decision,
                          .certainty = RoleCertainty::Likely,
                          .reason = RoleReason::OfClassAmongSeveral,
                          .column = predicted.name,
                          .ordering = order}};
}

} // namespace

ScoreChoice judgeScore(const ColumnCandidates &candidates, const ChosenLabel &label)
{
    return ScoreJudge(candidates, label).judge();
}

ColumnChoice judgeDecision(const ColumnCandidates &candidates, const ChosenLabel &label,
                           std::size_t score)
{
    constexpr std::size_t leastRecords = 20;
    constexpr double rounding = 1e-9;
    const auto &scores = candidates.column(score);
    const auto &truth = candidates.names(label.column).of(ColumnRole::Label);
    const bool verdict = truth && truth->strength <= verdictName && truth->strength > knownPart;
    const auto plain = orderingOf(scores.sample.numbers, label.classes);
    if (verdict || !plain || scores.numbers.numbers < leastRecords)
        return {};
    if (label.values.againstRest)
        return amongSeveral(candidates, label, scores, *plain);
    if (!isProbability(scores) || scores.numbers.low < 0.5 - rounding)
        return {};
    const auto fitting = candidates.fitting([&](std::size_t i) -> Fit {
        const auto &decision = candidates.names(i).of(ColumnRole::Decision);
        return decision ? decision : candidates.names(i).of(ColumnRole::Label);
    });
    for (const auto &[column, fit] : fitting) {
        const auto &predicted = candidates.column(column);
        const auto classes = classesIn(predicted, label.values);
        if (!classes)
            continue;
        LabelValues values;
        values.classes = *classes;
        const auto turned =
                ofPositive(scores.sample.numbers, sampledClasses(predicted, values), label.values);
        const auto order = orderingOf(turned, label.classes);
        if (!order || order->auc <= std::max(plain->auc, 1.0 - plain->auc))
            continue;
        return {column, fit.reason,
                RoleJudgement{.role = Role::Decision,
                              .certainty = RoleCertainty::Likely,
                              .reason = RoleReason::OfPredictedClass,
                              .column = predicted.name,
                              .ordering = order}};
    }
    return {};
}

std::optional<RoleJudgement> judgeOrder(const std::vector<double> &numbers, bool lowerIsPositive,
                                        const ChosenLabel &label)
{
    constexpr double wellBelow = 0.4;
    constexpr double hardlyAbove = 0.56;
    auto order = orderingOf(numbers, label.classes);
    if (!order)
        return std::nullopt;
    if (lowerIsPositive)
        order = order->turned();
    RoleJudgement judgement{.role = Role::Direction,
                            .certainty = RoleCertainty::Likely,
                            .column = {},
                            .ordering = order};
    if (order->auc < wellBelow && order->downwards())
        judgement.reason = RoleReason::Inverted;
    else if (!order->orders() && order->high < hardlyAbove)
        judgement.reason = RoleReason::DoesNotOrder;
    else
        return std::nullopt;
    return judgement;
}

} // namespace oneinn::ingest
