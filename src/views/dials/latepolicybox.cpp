// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/dials/latepolicybox.h"

#include "results/results.h"
#include "session/session.h"
#include "views/widgets/listedmodels.h"
#include "wording/scenariowords.h"

#include <algorithm>

namespace oneinn {

namespace {

constexpr int otherRole = Qt::UserRole + 1; ///< the place of a model that answers instead
constexpr int fewestCharacters = 8;         ///< that a long name is cut short to

} // namespace

LatePolicyBox::LatePolicyBox(QWidget *parent)
    : QComboBox(parent)
{
    setAccessibleName(tr("Late answers"));
    setToolTip(tr("What comes of it when the answer comes after the budget"));
    setSizeAdjustPolicy(QComboBox::AdjustToContents);
    setMinimumContentsLength(fewestCharacters);
}

void LatePolicyBox::setResults(Results *results)
{
    m_results = results;
    m_session = results->session();
    connect(this, &QComboBox::activated, this, &LatePolicyBox::choose);
    connect(m_session, &Session::dataChanged, this, [this] { m_filledFor.reset(); });
    // Back to what late answers do.
    connect(&results->fallback(), &FallbackChosen::refused, this,
            [this] { render(m_session->assessment().scenario); });
}

void LatePolicyBox::choose()
{
    const QVariant other = currentData(otherRole);
    if (other.isValid())
        m_results->fallback().choose(m_others[other.toULongLong()]);
    else
        m_session->edit(edits::latePolicy(static_cast<LatePolicy>(currentData().toInt())));
}

void LatePolicyBox::fill(const std::optional<std::string> &model, const FeatureWords &words)
{
    clear();
    m_others.clear();
    for (const LatePolicy policy :
         {LatePolicy::ShowNothing, LatePolicy::Unanswered, LatePolicy::Wait})
        addItem(wording::latePolicyName(policy, words), static_cast<int>(policy));
    const Predictions &predictions = m_session->predictions();
    if (!model || !predictions.model() || !predictions.exampleId())
        return;
    for (const std::string &other : listedModels(predictions)) {
        if (other != *model)
            addOther(other);
    }
}

void LatePolicyBox::addOther(const std::string &model)
{
    addItem(wording::fallbackName(model), static_cast<int>(LatePolicy::FallBack));
    setItemData(count() - 1, QVariant::fromValue(qulonglong{m_others.size()}), otherRole);
    m_others.push_back(model);
}

/// In the list; one that is not among those listed has none.
int LatePolicyBox::placeOf(const std::string &model) const
{
    const auto found = std::find(m_others.begin(), m_others.end(), model);
    return found == m_others.end()
            ? -1
            : findData(QVariant::fromValue(qulonglong(found - m_others.begin())), otherRole);
}

void LatePolicyBox::render(const Scenario &scenario)
{
    const std::pair filledFor(scenario.selection.model, scenario.words);
    if (m_filledFor != filledFor) {
        m_filledFor = filledFor;
        fill(scenario.selection.model, scenario.words);
    }
    if (scenario.latePolicy == LatePolicy::FallBack && scenario.fallback)
        setCurrentIndex(placeOf(scenario.fallback->model));
    else
        setCurrentIndex(findData(static_cast<int>(scenario.latePolicy)));
}

} // namespace oneinn

#include "moc_latepolicybox.cpp"
