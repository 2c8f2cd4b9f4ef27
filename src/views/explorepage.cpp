// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/explorepage.h"

#include "charts/chartview.h"
#include "results/results.h"
#include "session/session.h"
#include "ui_explorepage.h"
#include "views/answersource.h"

#include <QAction>
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
constexpr ColumnWidths experienceWidth{0.28, 294, 420};

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
    setUpTab(m_ui->tradeoff);
    setUpTab(m_ui->plane);
    setUpTab(m_ui->policies);
    setUpTab(m_ui->verdict);
    setUpTab(m_ui->targets);
    setUpTab(m_ui->answer);
    connect(m_ui->answer, &AnswerPanel::failed, this, &ExplorePage::failed);
    addExportShortcut();
    connect(m_ui->verdictCard, &VerdictCard::clicked, this,
            [this] { m_ui->tabs->setCurrentWidget(m_ui->verdictPage); });
    connect(m_ui->tabs, &QTabWidget::currentChanged, this, [this] {
        if (m_session && m_session->hasData())
            renderTab(m_session->assessment());
    });
    connect(m_ui->tradeoff, &TradeoffPage::pinActivated, m_ui->pins, &PinsPanel::returnTo);
    connect(m_ui->plane, &PlanePanel::pinActivated, m_ui->pins, &PinsPanel::returnTo);
    connect(m_ui->tradeoff, &TradeoffPage::scoreAxisEdited, m_ui->plane, &PlanePanel::setScoreAxis);
}

ExplorePage::~ExplorePage() = default;

template<typename Panel> void ExplorePage::setUpTab(Panel *panel)
{
    addTabShortcut(static_cast<int>(m_renderTab.size()));
    m_renderTab.push_back([panel](const Assessment &assessment) { panel->render(assessment); });
}

void ExplorePage::addTabShortcut(int index)
{
    const QKeySequence keys(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + index));
    auto *action = new QAction(m_ui->tabs->tabText(index), this);
    action->setShortcut(keys);
    connect(action, &QAction::triggered, m_ui->tabs,
            [this, index] { m_ui->tabs->setCurrentIndex(index); });
    addAction(action);
    m_ui->tabs->setTabToolTip(
            index,
            QStringLiteral("%1 (%2)").arg(m_ui->tabs->tabToolTip(index),
                                          keys.toString(QKeySequence::NativeText)));
}

void ExplorePage::addExportShortcut()
{
    auto *action = new QAction(tr("Export the answer"), this);
    action->setShortcut(Qt::CTRL | Qt::Key_E);
    connect(action, &QAction::triggered, this, [this] {
        m_ui->tabs->setCurrentWidget(m_ui->answerPage);
        m_ui->answer->focusExport();
    });
    addAction(action);
}

void ExplorePage::setResults(Results *results)
{
    m_results = results;
    m_session = results->session();
    m_ui->product->setSession(m_session);
    m_ui->tradeoff->setResults(results);
    m_ui->plane->setResults(results);
    m_ui->policies->setResults(results);
    m_ui->pins->setResults(results);
    connect(&results->pins(), &PinResults::changed, this, &ExplorePage::renderPins);
    m_ui->verdictCard->setResults(results);
    m_ui->verdict->setResults(results);
    m_ui->answer->setSession(m_session, new AnswerSource(results, this));
    m_ui->targets->setResults(results);
}

void ExplorePage::setPresets(const QList<Preset> &presets)
{
    m_ui->product->setPresets(presets);
}

void ExplorePage::render(const Assessment &assessment)
{
    m_ui->product->render(assessment);
    renderTab(assessment);
    m_ui->experience->render(assessment);
    m_ui->pins->render(assessment);
    if (m_pinsFor != assessment.scenario.selection.model)
        renderPins();
}

void ExplorePage::renderPins()
{
    if (!m_session->hasData())
        return;
    m_pinsFor = m_session->assessment().scenario.selection.model;
    const std::vector<ChartPin> pins = chartPins(m_results->pins());
    m_ui->tradeoff->setPins(pins);
    m_ui->plane->setPins(pins);
}

void ExplorePage::renderTab(const Assessment &assessment)
{
    m_renderTab[static_cast<std::size_t>(m_ui->tabs->currentIndex())](assessment);
}

void ExplorePage::setOtherShares(const std::vector<Share> &shares)
{
    m_ui->experience->setOtherShares(shares);
    if (m_session && m_session->hasData())
        m_ui->experience->render(m_session->assessment());
}

void ExplorePage::renderData()
{
    m_ui->product->renderData();
}

void ExplorePage::copySentences() const
{
    m_ui->experience->copySentences();
}

QString ExplorePage::sentences() const
{
    return m_ui->experience->sentences();
}

QList<charts::ChartView *> ExplorePage::charts() const
{
    return m_ui->tradeoff->charts()
            << m_ui->plane->chart() << m_ui->policies->chart() << m_ui->product->patienceChart();
}

void ExplorePage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // Room for the scroll bar at any height: it comes when the patience editor opens.
    const int scrollBar = style()->pixelMetric(QStyle::PM_ScrollBarExtent);
    m_ui->leftScroll->setFixedWidth(
            qMax(productWidth.of(width()), m_ui->product->minimumSizeHint().width() + scrollBar));
    m_ui->rightScroll->setFixedWidth(experienceWidth.of(width()));
    m_ui->pins->setPageHeight(height());
}

} // namespace oneinn

#include "moc_explorepage.cpp"
