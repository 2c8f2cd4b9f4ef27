// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/dials/tradeoffpage.h"

#include "charts/chartview.h"
#include "results/results.h"
#include "session/session.h"
#include "ui_tradeoffpage.h"
#include "views/dials/combinationstrip.h"
#include "views/widgets/earlierswitch.h"
#include "views/widgets/whileseen.h"

namespace oneinn {

TradeoffPage::TradeoffPage(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::TradeoffPage>())
{
    m_ui->setupUi(this);
    m_combination = new CombinationStrip(this);
    constexpr int lastRow = 2;
    m_ui->layout->addWidget(m_combination, lastRow, 0, 1, 2);
    m_earlier = new EarlierSwitch(this);
    m_ui->layout->addWidget(m_earlier, lastRow + 1, 0, 1, 2);
    m_ui->layout->setColumnStretch(0, 1);
    m_ui->layout->setColumnStretch(1, 1);
    m_ui->layout->setRowStretch(0, 1);
    m_ui->layout->setRowStretch(1, 1);
    connect(m_ui->scores, &ScoresPanel::axisEdited, this, &TradeoffPage::scoreAxisEdited);
    connect(m_ui->scores, &ScoresPanel::rowsRequested, this, &TradeoffPage::rowsRequested);
    connect(m_ui->scores, &ScoresPanel::pinActivated, this, &TradeoffPage::pinActivated);
    connect(m_ui->precisionRecall, &PrecisionRecallPanel::pinActivated, this,
            &TradeoffPage::pinActivated);
    connect(m_ui->latency, &LatencyPanel::pinActivated, this, &TradeoffPage::pinActivated);
}

TradeoffPage::~TradeoffPage() = default;

void TradeoffPage::setResults(Results *results)
{
    m_results = results;
    Session *session = results->session();
    m_session = session;
    m_ui->scores->setSession(session);
    m_combination->setSession(session);
    m_ui->scores->setReach(results);
    m_ui->precisionRecall->setResults(results);
    m_ui->latency->setResults(results);
    m_earlier->setCurves(&results->earlier());
    whileSeen(this, [this](bool seen) { m_results->earlier().setRowsWanted(this, seen); });
    connect(&results->earlier(), &EarlierCurves::changed, this, [this] {
        if (isVisible() && m_session->hasData())
            render(m_session->assessment());
    });
    connect(&results->rivals(), &BackgroundState::changed, this, [this] {
        if (isVisible() && m_results->rivals().isAnswered())
            render(m_results->session()->assessment());
    });
}

void TradeoffPage::render(const Assessment &assessment)
{
    m_results->askForRivals();
    const RivalsPtr rivals = m_results->rivals().current();
    const EarlierDrawn earlier = m_results->earlier().drawn();
    m_ui->scores->render(assessment, earlier);
    m_combination->render(assessment.scenario);
    m_ui->precisionRecall->render(assessment, rivals, earlier);
    m_ui->latency->render(assessment, rivals, earlier);
    const bool timed = m_session->predictions().hasLatency();
    if (m_ui->latency->isHidden() != timed)
        return;
    m_ui->latency->setVisible(timed);
    m_ui->layout->addWidget(m_ui->precisionRecall, 1, 0, 1, timed ? 1 : 2);
}

void TradeoffPage::requestRows()
{
    m_ui->scores->requestRows();
}

void TradeoffPage::setPins(const std::vector<ChartPin> &pins)
{
    m_ui->scores->setPins(pins);
    m_ui->precisionRecall->setPins(pins);
    m_ui->latency->setPins(pins);
}

QList<charts::ChartView *> TradeoffPage::charts() const
{
    return {m_ui->scores->chart(), m_ui->precisionRecall->chart(), m_ui->latency->chart()};
}

} // namespace oneinn

#include "moc_tradeoffpage.cpp"
