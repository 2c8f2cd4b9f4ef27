// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/options/ownbudgetbox.h"

#include "core/limits.h"
#include "core/policies/ownbudgets.h"
#include "session/session.h"
#include "views/widgets/numberbox.h"
#include "views/widgets/plaintext.h"
#include "wording/ownbudgetwords.h"
#include "wording/segmentwords.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace oneinn {

OwnBudgetBox::OwnBudgetBox(QWidget *parent)
    : QWidget(parent)
    , m_label(plainLabel(tr("bu&dget:"), this))
    , m_box(new NumberBox(this))
    , m_one(new QPushButton(tr("One budget again"), this))
{
    constexpr int decimals = 3;
    constexpr double step = 10.0;
    m_box->setObjectName(QStringLiteral("segmentBudget"));
    m_one->setObjectName(QStringLiteral("oneBudget"));
    m_box->setExactDecimals(decimals);
    m_box->setRange(0.0, limits::longestWait);
    m_box->setSingleStep(step);
    m_box->setSuffix(tr(" ms"));
    m_box->setSpecialValueText(tr("none"));
    m_label->setBuddy(m_box);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    for (QWidget *each : std::initializer_list<QWidget *>{m_label, m_box, m_one})
        row->addWidget(each);
    connect(m_box, &NumberBox::edited, this, &OwnBudgetBox::set);
    connect(m_one, &QPushButton::clicked, this,
            [this] { m_session->edit(edits::ownBudgets(std::nullopt)); });
}

/// What keeps the segment from having a budget of its own here; empty: nothing.
QString OwnBudgetBox::trouble(const SegmentsAsked &asked) const
{
    const Scenario &scenario = m_session->scenario();
    if (asked.by.columns.size() != 1)
        return wording::oneColumnForBudgetsText();
    if (!scenario.budget || !(scenario.budget->value > 0.0))
        return wording::dialForBudgetsText();
    if (scenario.budgets && scenario.budgets->column != asked.by.columns.front())
        return wording::otherBudgetsText(*scenario.budgets);
    return {};
}

void OwnBudgetBox::render(const SegmentsAsked &asked, const SegmentRow *current)
{
    setVisible(m_session->rows()->source()->hasLatency());
    const QString why = trouble(asked);
    m_column = asked.by.columns.front();
    m_value = current && why.isEmpty() ? std::optional(current->values.front()) : std::nullopt;
    m_box->setEnabled(m_value.has_value());
    m_box->setToolTip(why.isEmpty() ? wording::budgetByHandHint() : why);
    m_box->setAccessibleName(
            current ? tr("Latency budget of %1").arg(wording::segmentName(current->values))
                    : tr("Latency budget of a segment"));
    const Budget budget = m_value ? budgetOf(m_session->scenario(), m_column, *m_value) : Budget();
    m_box->display(budget ? budget->value : 0.0);
    m_one->setVisible(m_session->scenario().budgets.has_value());
}

void OwnBudgetBox::set(double milliseconds)
{
    const Scenario &scenario = m_session->scenario();
    if (!m_value || !scenario.budget)
        return;
    const bool isOwn = milliseconds > 0.0 && milliseconds != scenario.budget->value;
    m_session->edit(edits::ownBudgets(withBudget(
            scenario.budgets, m_column, *m_value,
            isOwn ? std::optional(Milliseconds{milliseconds}) : std::nullopt, *scenario.budget)));
}

} // namespace oneinn

#include "moc_ownbudgetbox.cpp"
