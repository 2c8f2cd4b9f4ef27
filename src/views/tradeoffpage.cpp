// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/tradeoffpage.h"

#include "charts/chartview.h"
#include "ui_tradeoffpage.h"

namespace oneinn {

TradeoffPage::TradeoffPage(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::TradeoffPage>())
{
    m_ui->setupUi(this);
    m_ui->layout->setColumnStretch(0, 1);
    m_ui->layout->setColumnStretch(1, 1);
    m_ui->layout->setRowStretch(0, 1);
    m_ui->layout->setRowStretch(1, 1);
    connect(m_ui->scores, &ScoresPanel::axisEdited, this, &TradeoffPage::scoreAxisEdited);
}

TradeoffPage::~TradeoffPage() = default;

void TradeoffPage::setSession(Session *session)
{
    m_ui->scores->setSession(session);
    m_ui->precisionRecall->setSession(session);
    m_ui->latency->setSession(session);
}

void TradeoffPage::setReach(const ReachMaker *reach)
{
    m_ui->scores->setReach(reach);
}

void TradeoffPage::render(const Assessment &assessment)
{
    m_ui->scores->render(assessment);
    m_ui->precisionRecall->render(assessment);
    m_ui->latency->render(assessment);
}

QList<charts::ChartView *> TradeoffPage::charts() const
{
    return {m_ui->scores->chart(), m_ui->precisionRecall->chart(), m_ui->latency->chart()};
}

} // namespace oneinn
