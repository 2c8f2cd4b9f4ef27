// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/policynames.h"

#include "wording/feature.h"
#include "wording/names.h"
#include "wording/numbers.h"
#include "wording/phrases.h"

#include <algorithm>
#include <cmath>

namespace oneinn::wording {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Names models by their columns.
class Namer {
public:
    Namer(const std::vector<std::string> &models, bool brief)
        : m_models(models)
        , m_brief(brief)
    {
    }

    QString operator()(const SingleModel &policy) const
    {
        const QString name = modelName(policy.point.model);
        return late(policy.steered ? name + u", thresholds by segment"_s : name,
                    {policy.budget, policy.late, policy.fallback}, policy.paced);
    }
    QString operator()(const Cascade &policy) const
    {
        const QString small = modelName(policy.small);
        const QString large = modelName(policy.large.model);
        if (m_brief)
            return severalLate((policy.parallel ? u"%1 + %2"_s : u"%1 → %2"_s).arg(small, large),
                               policy.deadline);
        return severalLate((policy.parallel ? u"both asked at once, %2 decides when %1 is unsure"_s
                                            : u"%1 first, %2 when it is unsure"_s)
                                   .arg(small, large),
                           policy.deadline);
    }
    QString operator()(const Hedged &policy) const
    {
        const QString name = modelName(policy.point.model);
        return severalLate(m_brief ? name + u", asked twice"_s
                                   : u"%1, asked again after %2"_s.arg(
                                           name, millisecondsText(policy.hedgeAfter.value)),
                           policy.deadline);
    }
    QString operator()(const Mixture &policy) const
    {
        const QString first = modelName(policy.first.model);
        const QString second = modelName(policy.second.model);
        const QString part = partText(policy.share);
        const QString whole = u"%1 for %2, %3 for the others"_s.arg(first, part, second);
        // Of two models the other one is known.
        const QString brief = m_models.size() > 2 ? u"%1 %2, else %3"_s.arg(part, first, second)
                                                  : u"%1 %2"_s.arg(part, first);
        return severalLate(m_brief ? brief : whole, policy.deadline);
    }

private:
    static QString partText(double share)
    {
        constexpr double percent = 100.0;
        return share == 0.5 ? u"half"_s : u"%1 %"_s.arg(numberText(percent * share, 0));
    }
    /// Several calls are waited for if nothing else is said.
    QString severalLate(const QString &name, const Deadline &deadline) const
    {
        return deadline.late == LatePolicy::Wait ? name : late(name, deadline);
    }
    /// paced: segments have budgets of their own.
    QString late(const QString &name, const Deadline &deadline, bool paced = false) const
    {
        if (!deadline.budget)
            return name;
        const QString own = m_brief ? u"own budget"_s : u"the budget of its segment"_s;
        const QString budget = paced ? own : budgetText(deadline.budget);
        switch (deadline.late) {
        case LatePolicy::Wait:
            return m_brief ? name : name + u", waited for"_s;
        case LatePolicy::ShowNothing:
            return m_brief ? u"%1 ≤ %2"_s.arg(name, budget)
                           : u"%1, nothing after %2"_s.arg(name, budget);
        case LatePolicy::Unanswered:
            return m_brief ? u"%1 ≤ %2"_s.arg(name, budget)
                           : u"%1, unanswered after %2"_s.arg(name, budget);
        case LatePolicy::FallBack:
            break;
        }
        const QString other = modelName(deadline.fallback.point.model);
        return m_brief ? u"%1 ≤ %2, else %3"_s.arg(name, budget, other)
                       : u"%1, replaced by %2 after %3"_s.arg(name, other, budget);
    }
    QString modelName(Eigen::Index model) const
    {
        return modelText(m_models[static_cast<std::size_t>(model)]);
    }

    const std::vector<std::string> &m_models;
    bool m_brief;
};

/// The model that a policy's name begins with; absent where it begins with a word.
struct FirstNamed {
    using Model = std::optional<Eigen::Index>;

    Model operator()(const SingleModel &policy) const { return policy.point.model; }
    Model operator()(const Cascade &policy) const
    {
        return policy.parallel ? std::nullopt : Model(policy.small);
    }
    Model operator()(const Hedged &policy) const { return policy.point.model; }
    Model operator()(const Mixture &policy) const { return policy.first.model; }
};

/// Half wait longer than the usual one.
QString waitName(double p)
{
    constexpr double half = 0.5;
    constexpr double hardlyAny = 0.99;
    if (p <= half)
        return u"usual wait"_s;
    return p < hardlyAny ? u"long wait"_s : u"very long wait"_s;
}

/// With a capital, unless it begins with the name of a model.
QString beginningALine(const QString &name, const Candidate &candidate,
                       const std::vector<std::string> &models)
{
    const auto first = candidate.kind == CandidateKind::Now
            ? std::nullopt
            : std::visit(FirstNamed(), candidate.policy);
    const bool beginsWithModel = first && !models[static_cast<std::size_t>(*first)].empty();
    return beginsWithModel ? name : capitalised(name);
}

} // namespace

QString policyName(const Candidate &candidate, const std::vector<std::string> &models)
{
    QString name = std::visit(Namer(models, false), candidate.policy);
    switch (candidate.kind) {
    case CandidateKind::Now:
        return u"now: "_s + name;
    case CandidateKind::Default:
        return name + u" from 0.5 up, the default"_s;
    case CandidateKind::AtPrecision:
        return name + u", most caught at the precision limit"_s;
    default:
        return name;
    }
}

QString policyTitle(const Candidate &candidate, const std::vector<std::string> &models)
{
    return beginningALine(policyName(candidate, models), candidate, models);
}

QString policyLabel(const Candidate &candidate, const std::vector<std::string> &models)
{
    switch (candidate.kind) {
    case CandidateKind::Now:
        return u"now"_s;
    case CandidateKind::Default:
        return u"default 0.5"_s;
    case CandidateKind::AtPrecision:
        return std::visit(Namer(models, true), candidate.policy) + u", at the limit"_s;
    default:
        return std::visit(Namer(models, true), candidate.policy);
    }
}

QString policyExplained(const Candidate &candidate, const std::vector<std::string> &models)
{
    const QString label = policyLabel(candidate, models);
    const QString name = policyName(candidate, models);
    return name.startsWith(label) ? policyTitle(candidate, models) : u"%1 (%2)"_s.arg(label, name);
}

QString qualityName(QualityMeasure quality, const FeatureWords &words)
{
    const Feature feature = featureOf(words);
    switch (quality) {
    case QualityMeasure::Value:
        return feature.valuePerThousand();
    case QualityMeasure::WrongOfShown:
        return u"wrong, of 1,000 "_s + feature.done;
    case QualityMeasure::Missed:
        return u"missed, of 1,000 "_s + feature.positivesBriefly();
    }
    Q_UNREACHABLE();
}

QString burdenName(BurdenMeasure burden, bool callsAreCounted, const FeatureWords &words)
{
    if (const auto p = percentileOf(burden))
        return waitName(*p) + u" (%1)"_s.arg(percentileName(*p));
    return (callsAreCounted ? u"calls per 1,000 "_s : u"cost per 1,000 "_s)
            + featureOf(words).useCase.plural;
}

QString percentileName(double p)
{
    const double percent = 100.0 * p;
    const bool whole = std::abs(percent - std::round(percent)) < 1e-9;
    return u'p' + numberText(percent, whole ? 0 : 1);
}

QString tooFewText(double p)
{
    return u"too few requests to state "_s + percentileName(p);
}

QString policyColumnTitle(PolicyColumn column, bool callsAreCounted, const FeatureWords &words,
                          TitleLines lines)
{
    const Feature feature = featureOf(words);
    const QString of = lines == TitleLines::Two ? u"%1 of\n1,000 %2"_s : u"%1\nof 1,000\n%2"_s;
    switch (column) {
    case PolicyColumn::Name:
        return u"Model or policy"_s;
    case PolicyColumn::Value:
        return feature.valueHeading();
    case PolicyColumn::Difference:
        return u"Difference to now\n(95 % interval)"_s;
    case PolicyColumn::Wrong:
        return of.arg(u"Wrong"_s, feature.done);
    case PolicyColumn::Missed:
        return of.arg(u"Missed"_s, feature.positivesBriefly());
    case PolicyColumn::Late:
        return of.arg(u"Late"_s, feature.useCaseBriefly());
    case PolicyColumn::WaitHalf:
        return u"Wait\np50"_s;
    case PolicyColumn::WaitP95:
        return u"Wait\np95"_s;
    case PolicyColumn::Cost:
        return (callsAreCounted ? u"Calls per"_s : u"Cost per"_s) + u"\n1,000 "_s
                + feature.useCaseBriefly();
    }
    Q_UNREACHABLE();
}

QString modelText(const std::string &model)
{
    return model.empty() ? u"the model"_s : nameText(model);
}

QString costOfACallText()
{
    return u"Cost of a call (your assumption):"_s;
}

QString costOfACallText(const std::string &model)
{
    return u"Cost of a call of %1, your assumption"_s.arg(modelText(model));
}

QString noCostText()
{
    return u"counts as 1"_s;
}

QString costHint()
{
    return u"In a unit of your own, such as euros. As long as no model has a cost, calls are counted; with one, a model without a cost counts as 1 a call. Go below 0 to take a cost away."_s;
}

QString unsureFromText(const std::string &model)
{
    return u"%1 is unsure from"_s.arg(modelText(model));
}

QString unsureToText()
{
    return u"to"_s;
}

QString unsureFromName()
{
    return u"unsure from"_s;
}

QString unsureToName()
{
    return u"unsure to"_s;
}

QString backToTheBestText()
{
    return u"&Back to the best"_s;
}

QString cascadeHint()
{
    return u"Below the first number nothing is shown, from the second one on it is; in between the other model is asked."_s;
}

QString decidesText(const std::string &model)
{
    return u"%1 decides"_s.arg(modelText(model));
}

QString cascadeChartName(const std::string &first)
{
    return u"Where %1 is unsure"_s.arg(modelText(first));
}

QString cascadeChartSummary(const std::string &first, const std::string &second)
{
    return u"How often %1 gives each score. Between the two lines %2 decides."_s.arg(
            modelText(first), modelText(second));
}

QString notAdoptableText(const Candidate &candidate)
{
    return candidate.kind == CandidateKind::Now ? u"This is what is set now."_s : QString();
}

QString usesText(double uses, const Feature &feature)
{
    return countText(uses) + u' '
            + (std::round(uses) == 1.0 ? feature.useCase.singular : feature.useCase.plural);
}

} // namespace oneinn::wording
