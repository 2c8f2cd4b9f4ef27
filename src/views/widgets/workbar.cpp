// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/widgets/workbar.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>

namespace oneinn {

namespace {

constexpr int barSteps = 1000;
constexpr int progressCharacters = 14;

} // namespace

WorkBar::WorkBar(QWidget *parent)
    : QWidget(parent)
    , m_progress(new QProgressBar(this))
    , m_button(new QPushButton(this))
{
    m_progress->setRange(0, barSteps);
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(progressCharacters * fontMetrics().averageCharWidth());
    m_progress->setAccessibleName(tr("Share of the work that is done"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_progress);
    layout->addWidget(m_button);
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_cancelled)
            Q_EMIT resumeRequested();
        else
            Q_EMIT cancelRequested();
    });
    hide();
}

void WorkBar::display(const std::optional<double> &progress, bool cancelled)
{
    m_cancelled = cancelled;
    m_progress->setVisible(progress.has_value());
    m_progress->setValue(int(progress.value_or(0.0) * barSteps));
    m_button->setText(cancelled ? tr("Work it out") : tr("Cancel"));
    m_button->setToolTip(cancelled ? tr("What is shown is older than what is set")
                                   : tr("What was worked out before stays"));
    setVisible(progress || cancelled);
}

} // namespace oneinn

#include "moc_workbar.cpp"
