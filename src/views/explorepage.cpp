// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/explorepage.h"

#include "charts/chartview.h"
#include "ui_explorepage.h"

#include <QResizeEvent>
#include <QStyle>

namespace oneinn {

namespace {

struct ColumnWidths {
    double share;
    int least;
    int most;

    int of(int width) const { return qBound(least, int(width * share), most); }
};

constexpr ColumnWidths productWidth{0.18, 220, 310};
constexpr ColumnWidths experienceWidth{0.28, 300, 420};

} // namespace

ExplorePage::ExplorePage(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::ExplorePage>())
{
    m_ui->setupUi(this);
    connect(m_ui->product, &ProductPanel::columnsRequested, this, &ExplorePage::columnsRequested);
    for (QWidget *column : QList<QWidget *>{m_ui->product, m_ui->experience}) {
        column->setBackgroundRole(QPalette::Base);
        column->setAutoFillBackground(true);
    }
    m_ui->middleLayout->setColumnStretch(0, 1);
    m_ui->middleLayout->setColumnStretch(1, 1);
    m_ui->middleLayout->setRowStretch(0, 1);
    m_ui->middleLayout->setRowStretch(1, 1);
}

ExplorePage::~ExplorePage() = default;

void ExplorePage::setSession(Session *session)
{
    m_ui->product->setSession(session);
    m_ui->scores->setSession(session);
    m_ui->precisionRecall->setSession(session);
    m_ui->latency->setSession(session);
}

void ExplorePage::setPresets(const QList<Preset> &presets)
{
    m_ui->product->setPresets(presets);
}

void ExplorePage::render(const Assessment &assessment)
{
    m_ui->product->render(assessment);
    m_ui->scores->render(assessment);
    m_ui->precisionRecall->render(assessment);
    m_ui->latency->render(assessment);
    m_ui->experience->render(assessment);
}

void ExplorePage::renderData()
{
    m_ui->product->renderData();
}

void ExplorePage::copySentences() const
{
    m_ui->experience->copySentences();
}

QList<charts::ChartView *> ExplorePage::charts() const
{
    return {m_ui->scores->chart(), m_ui->precisionRecall->chart(), m_ui->latency->chart(),
            m_ui->product->patienceChart()};
}

void ExplorePage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // Room for the scroll bar at any height: it comes when the patience editor opens.
    const int scrollBar = style()->pixelMetric(QStyle::PM_ScrollBarExtent);
    m_ui->leftScroll->setFixedWidth(
            qMax(productWidth.of(width()), m_ui->product->minimumSizeHint().width() + scrollBar));
    m_ui->rightScroll->setFixedWidth(experienceWidth.of(width()));
}

} // namespace oneinn
