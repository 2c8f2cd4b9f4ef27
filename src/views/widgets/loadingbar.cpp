// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/widgets/loadingbar.h"

#include "ui_loadingbar.h"

namespace oneinn {

namespace {

constexpr int unnoticedMs = 200; ///< work shorter than this needs no announcement

} // namespace

LoadingBar::LoadingBar(QWidget *parent)
    : QFrame(parent)
    , m_ui(std::make_unique<Ui::LoadingBar>())
{
    m_ui->setupUi(this);
    m_delay.setSingleShot(true);
    m_delay.setInterval(unnoticedMs);
    connect(&m_delay, &QTimer::timeout, this, &QWidget::show);
    connect(m_ui->cancel, &QPushButton::clicked, this, &LoadingBar::cancelRequested);
    hide();
}

LoadingBar::~LoadingBar() = default;

void LoadingBar::start(const QString &what)
{
    m_ui->text->setText(what);
    m_ui->progress->setValue(0);
    if (!isVisible())
        m_delay.start();
}

void LoadingBar::progress(double share)
{
    m_ui->progress->setValue(int(share * m_ui->progress->maximum()));
}

void LoadingBar::finish()
{
    m_delay.stop();
    hide();
}

} // namespace oneinn

#include "moc_loadingbar.cpp"
