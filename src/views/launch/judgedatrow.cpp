// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/launch/judgedatrow.h"

#include "results/periodcomparison.h"
#include "session/session.h"
#include "views/widgets/wrappedlabel.h"
#include "wording/dropviewwords.h"
#include "wording/dropwords.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace oneinn {

JudgedAtRow::JudgedAtRow(QWidget *parent)
    : QWidget(parent)
    , m_sentence(new WrappedLabel(this))
    , m_other(new QPushButton(this))
    , m_use(new QPushButton(this))
{
    m_sentence->setObjectName(QStringLiteral("judgedAt"));
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_other->setObjectName(QStringLiteral("judgeAtOther"));
    m_use->setObjectName(QStringLiteral("bestBefore"));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_other);
    buttons->addWidget(m_use);
    buttons->addStretch(1);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(m_sentence);
    rows->addLayout(buttons);
    connect(m_other, &QPushButton::clicked, this,
            [this] { m_comparison->setJudgedAtBestBefore(!m_comparison->isJudgedAtBestBefore()); });
    connect(m_use, &QPushButton::clicked, this, [this] { m_session->setThreshold(m_best); });
}

void JudgedAtRow::setSources(Session *session, PeriodComparison *comparison)
{
    m_session = session;
    m_comparison = comparison;
}

void JudgedAtRow::display(const OldThreshold &threshold, bool lowerIsPositive)
{
    const auto told = [lowerIsPositive](Threshold each) {
        return lowerIsPositive ? 0.0 - each.value : each.value;
    };
    m_best = threshold.bestBefore;
    const Threshold onDials = m_session->scenario().threshold;
    const bool isOnDials = m_best == onDials;
    m_sentence->setText(wording::keptOriginSentence(threshold.origin, told(threshold.kept)));
    m_other->setText(m_comparison->isJudgedAtBestBefore() ? wording::judgeAtDialsText(told(onDials))
                                                          : wording::judgeAtBestText(told(m_best)));
    m_other->setVisible(!isOnDials);
    m_use->setText(wording::bestBeforeText(told(m_best)));
    m_use->setAccessibleName(wording::bestBeforeName(told(m_best)));
    m_use->setVisible(!isOnDials);
}

} // namespace oneinn
