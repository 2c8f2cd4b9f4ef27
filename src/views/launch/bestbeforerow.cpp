// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/launch/bestbeforerow.h"

#include "results/periodcomparison.h"
#include "session/session.h"
#include "wording/dropviewwords.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QPushButton>

namespace oneinn {

BestBeforeRow::BestBeforeRow(QWidget *parent)
    : QWidget(parent)
    , m_judge(new QCheckBox(this))
    , m_use(new QPushButton(this))
{
    m_judge->setObjectName(QStringLiteral("judgeAtBest"));
    m_use->setObjectName(QStringLiteral("bestBefore"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_judge);
    row->addWidget(m_use);
    row->addStretch(1);
    connect(m_judge, &QCheckBox::clicked, this,
            [this](bool checked) { m_comparison->setJudgedAtBestBefore(checked); });
    connect(m_use, &QPushButton::clicked, this, [this] { m_session->setThreshold(m_best); });
}

void BestBeforeRow::setSources(Session *session, PeriodComparison *comparison)
{
    m_session = session;
    m_comparison = comparison;
}

void BestBeforeRow::display(Threshold best, double told)
{
    m_best = best;
    const bool isOnDials = best == m_session->scenario().threshold;
    const bool isJudged = m_comparison->isJudgedAtBestBefore();
    m_judge->setText(wording::judgeAtBestText(told));
    m_judge->setChecked(isJudged);
    m_judge->setVisible(isJudged || !isOnDials);
    m_use->setText(wording::bestBeforeText());
    m_use->setAccessibleName(wording::bestBeforeName(told));
    m_use->setVisible(!isOnDials);
}

} // namespace oneinn
