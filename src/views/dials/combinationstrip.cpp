// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/dials/combinationstrip.h"

#include "core/infinity.h"
#include "core/limits.h"
#include "session/session.h"
#include "views/widgets/numberbox.h"
#include "views/widgets/plaintext.h"
#include "wording/combinationwords.h"
#include "wording/ownbudgetwords.h"
#include "wording/phrases.h"

#include <QHBoxLayout>
#include <QLabel>

#include <algorithm>
#include <cmath>

namespace oneinn {

namespace {

constexpr double percent = 100.0;
constexpr double scoreStep = 0.01;
constexpr int scoreDecimals = 6;
constexpr double hedgeStep = 10.0;

/// A label beside a box that it speaks for; a long name gives way before what can be set.
QLabel *labelFor(QWidget *box, QWidget *parent)
{
    QLabel *label = plainLabel({}, parent);
    label->setMinimumWidth(1);
    label->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    label->setBuddy(box);
    return label;
}

} // namespace

CombinationStrip::CombinationStrip(QWidget *parent)
    : QWidget(parent)
    , m_first(new NumberBox(this))
    , m_second(new NumberBox(this))
{
    m_before = labelFor(m_first, this);
    m_between = labelFor(m_second, this);
    m_after = labelFor(m_first, this);
    m_first->setObjectName(QStringLiteral("ownFirst"));
    m_second->setObjectName(QStringLiteral("ownSecond"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(10, 0, 10, 0);
    row->setSpacing(6);
    for (QWidget *part :
         std::initializer_list<QWidget *>{m_before, m_first, m_between, m_second, m_after})
        row->addWidget(part);
    row->addStretch(1);
    connect(m_first, &NumberBox::edited, this, [this](double value) { edit(false, value); });
    connect(m_second, &NumberBox::edited, this, [this](double value) { edit(true, value); });
    setVisible(false);
}

void CombinationStrip::setSession(Session *session)
{
    m_session = session;
}

void CombinationStrip::render(const Scenario &scenario)
{
    const QString budgets = wording::asSentence(wording::ownBudgetsPhrase(scenario));
    setVisible(scenario.combination.has_value() || !budgets.isEmpty());
    m_shown = scenario.combination;
    if (!m_shown)
        return renderBudgets(budgets);
    const auto labels = wording::combinationLabels(scenario);
    m_before->setText(labels.before);
    m_between->setText(labels.between);
    m_after->setText(labels.after);
    const bool isTold = std::holds_alternative<ThresholdsBySegment>(*m_shown);
    if (isTold)
        m_before->setText(wording::asSentence(wording::operatedPhrase(scenario, false)));
    m_first->setVisible(!isTold);
    const bool two = std::holds_alternative<FirstAsked>(*m_shown);
    m_between->setVisible(two);
    m_second->setVisible(two);
    m_after->setVisible(!labels.after.isEmpty());
    m_first->setAccessibleName(wording::combinationNumberName(*m_shown, false, scenario.words));
    m_second->setAccessibleName(wording::combinationNumberName(*m_shown, true, scenario.words));
    setToolTip(wording::combinationHint(*m_shown, scenario.words));
    setRanges(*m_shown);
    displayNumbers(*m_shown);
}

/// One model, and nothing to set here.
void CombinationStrip::renderBudgets(const QString &said)
{
    m_before->setText(said);
    for (QWidget *each : std::initializer_list<QWidget *>{m_first, m_between, m_second, m_after})
        each->setVisible(false);
    setToolTip(wording::ownBudgetsHint());
}

void CombinationStrip::setRanges(const Combination &combination)
{
    const bool scores = std::holds_alternative<FirstAsked>(combination);
    const bool again = std::holds_alternative<AskedAgain>(combination);
    for (NumberBox *box : {m_first, m_second}) {
        box->setDecimals(scores ? scoreDecimals : 0);
        box->setSingleStep(scores ? scoreStep : again ? hedgeStep : 1.0);
        if (scores)
            box->setRange(-limits::largestScore, limits::largestScore);
        else
            box->setRange(0.0, again ? limits::longestWait : percent);
    }
}

void CombinationStrip::displayNumbers(const Combination &combination)
{
    if (const auto *first = std::get_if<FirstAsked>(&combination)) {
        const double most = limits::largestScore;
        m_first->display(std::max(first->deferBetween.low, -most));
        m_second->display(std::min(first->deferBetween.high, most));
    } else if (const auto *again = std::get_if<AskedAgain>(&combination)) {
        m_first->display(again->after.value);
    } else if (const auto *divided = std::get_if<DividedUses>(&combination)) {
        m_first->display(percent * divided->share);
    }
}

void CombinationStrip::edit(bool second, double value)
{
    if (!m_shown)
        return;
    Combination wanted = *m_shown;
    if (auto *first = std::get_if<FirstAsked>(&wanted)) {
        Interval &between = first->deferBetween;
        if (second)
            between.high = std::max(value, between.low);
        else
            between.low = std::min(value, between.high);
    } else if (auto *again = std::get_if<AskedAgain>(&wanted)) {
        again->after = {value};
    } else if (auto *divided = std::get_if<DividedUses>(&wanted)) {
        divided->share = value / percent;
    }
    m_session->edit(edits::combination(wanted));
    // Where it goes no further nothing has changed, and the box still has what was typed.
    if (m_shown)
        displayNumbers(*m_shown);
}

} // namespace oneinn

#include "moc_combinationstrip.cpp"
