// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/doubts/verdictpanel.h"

#include "results/results.h"
#include "session/session.h"
#include "ui_verdictpanel.h"
#include "wording/datalimitwords.h"
#include "wording/verdictwords.h"

#include <algorithm>

namespace oneinn {

namespace {

/// Sentences of one label; without any, it takes no room.
void setSentences(QLabel *label, QStringList sentences,
                  const QString &between = QStringLiteral(" "))
{
    sentences.removeAll(QString());
    label->setText(sentences.join(between));
    label->setVisible(!sentences.isEmpty());
}

} // namespace

VerdictPanel::VerdictPanel(QWidget *parent)
    : QFrame(parent)
    , m_ui(std::make_unique<Ui::VerdictPanel>())
{
    m_ui->setupUi(this);
    m_ui->contents->setBackgroundRole(QPalette::Base);
    m_ui->contents->setAutoFillBackground(true);
    m_ui->empty->setText(wording::verdictPendingText());
}

VerdictPanel::~VerdictPanel() = default;

void VerdictPanel::setResults(const Results *results)
{
    m_results = results;
    connect(&results->load(), &BackgroundState::changed, this, [this] {
        if (isVisible())
            renderLoad();
    });
}

void VerdictPanel::render(const Assessment & /*assessment*/)
{
    renderLoad();
}

void VerdictPanel::renderLoad()
{
    const Session &session = *m_results->session();
    if (session.hasData() && wording::isSilentUnknown(session.assessment())) {
        m_ui->empty->setText(wording::verdictUnknownText());
        return m_ui->pages->setCurrentWidget(m_ui->emptyPage);
    }
    const bool outdated = m_results->load().isOutdated();
    m_ui->headline->setEnabled(!outdated);
    m_ui->equalBars->setFaded(outdated);
    m_ui->weekBars->setFaded(outdated);
    m_ui->pending->setText(outdated ? wording::verdictPendingText() : QString());
    m_ui->pages->setCurrentWidget(m_results->load().answer() ? m_ui->loadPage : m_ui->emptyPage);
    m_ui->empty->setText(!m_results->load().isAnswered() ? wording::verdictPendingText()
                                                         : wording::noVerdictText());
    if (m_results->load().answer() && !outdated)
        renderBars();
}

void VerdictPanel::renderBars()
{
    const ScenarioLoad &known = *m_results->load().answer();
    const LoadBearing &load = known.load;
    const wording::VerdictWords words =
            wording::verdictWords(known, m_results->session()->scenario().words);
    const auto equal = lossBars(words.equalSteps, load.equalSteps, load.equalStepsRange);
    const auto week = lossBars(words.badWeek, load.badWeek, load.badWeekRange);
    const double longest = std::max(largestLoss(equal), largestLoss(week));
    m_ui->equalBars->display(equal, longest);
    m_ui->weekBars->display(week, longest);
    m_ui->equalNote->setText(words.equalStepsNote);
    m_ui->weekTitle->setText(words.badWeekTitle);
    for (QWidget *each : QList<QWidget *>{m_ui->equalTitle, m_ui->weekTitle})
        each->setVisible(!words.equalSteps.isEmpty());
    m_ui->sharesTitle->setVisible(!words.shares.isEmpty());
    m_ui->headroomsTitle->setVisible(!words.headrooms.isEmpty());
    m_ui->weekNote->setText(words.badWeekNote);
    m_ui->headline->setText(words.headline);
    setSentences(m_ui->sentence, {words.losses, words.headroom});
    setSentences(m_ui->evidence, {words.whyTwo, words.evidence, words.robustness});
    setSentences(m_ui->shares, {words.shares, words.interaction});
    setSentences(m_ui->headrooms, words.headrooms, QStringLiteral("\n"));
    setSentences(m_ui->prices, {words.prices.budget, words.prices.precision}, QStringLiteral("\n"));
    setSentences(m_ui->assumptions, words.assumptions);
}

} // namespace oneinn

#include "moc_verdictpanel.cpp"
