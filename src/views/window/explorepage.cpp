// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/window/explorepage.h"

#include "charts/chartview.h"
#include "results/results.h"
#include "session/session.h"
#include "ui_explorepage.h"
#include "views/answer/answersource.h"
#include "views/evidence/evidenceroom.h"
#include "views/launch/foundevidence.h"
#include "views/pins/pinspanel.h"
#include "views/widgets/findingnote.h"
#include "views/window/rowsplace.h"
#include "views/window/verdictlines.h"
#include "wording/droplayerwords.h"
#include "wording/productlines.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QResizeEvent>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>

namespace oneinn {

namespace {

/// What a choice has of who answers.
Choice answererOf(const Scenario &scenario)
{
    Choice who;
    who.model = scenario.selection.model;
    who.combination = scenario.combination;
    return who;
}

int experienceWidth(int width)
{
    return qBound(300, width / 4, 420);
}

} // namespace

ExplorePage::ExplorePage(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::ExplorePage>())
    , m_pins(new PinsPanel(this))
    , m_export(new QAction(tr("Export\u2026"), this))
    , m_account(new QAction(tr("What was set aside"), this))
    , m_rows(new RowsPlace(this))
{
    m_ui->setupUi(this);
    m_pins->setObjectName(QStringLiteral("pins"));
    m_ui->strip->setOpen(m_pins->isOpen());
    connect(m_ui->strip, &PinsStrip::pinChosen, m_pins, &PinsPanel::returnTo);
    connect(m_ui->strip, &PinsStrip::compareToggled, this, [this](bool open) {
        m_pins->setOpen(open);
        placeDrawers();
    });
    connect(m_pins, &PinsPanel::nowChanged, this,
            [this] { m_ui->strip->displayNow(m_pins->nowChip()); });
    connect(m_pins, &PinsPanel::chipsChanged, this, [this] {
        m_ui->strip->display(m_pins->chips());
        placeDrawers();
    });
    m_ui->experience->setBackgroundRole(QPalette::Base);
    m_ui->experience->setAutoFillBackground(true);
    m_finding = new FindingNote(this);
    m_verdict = new VerdictLines(m_ui->rail, m_ui->say, this);
    connect(m_verdict, &VerdictLines::besideTold, m_ui->experience, &ExperiencePanel::setBeside);
    m_evidence = new EvidenceRoom(m_ui->rightScroll, m_ui->experience, this);
    addRoomsAndViews();
    connectPages();
    showRoom(Room::Dials);
}

ExplorePage::~ExplorePage() = default;

void ExplorePage::addExport()
{
    m_export->setShortcut(Qt::CTRL | Qt::Key_E);
    m_export->setToolTip(tr("Take the answer away as a file (Ctrl+E)"));
    connect(m_export, &QAction::triggered, this, [this] {
        showRoom(Room::Answer);
        m_ui->answer->focusExport();
    });
    addAction(m_export);
}

void ExplorePage::addAccount()
{
    m_account->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_A);
    m_account->setToolTip(tr("How many records are used, and why the others are not"));
    connect(m_account, &QAction::triggered, this, [this] {
        showView(m_ui->dataPage);
        m_ui->data->focusAccount();
    });
    addAction(m_account);
}

void ExplorePage::showRoom(Room room)
{
    m_ui->rooms->setCurrentWidget(m_rooms.of(room).views);
    m_ui->rail->setCurrent(static_cast<int>(room));
}

void ExplorePage::showView(QWidget *page)
{
    if (const RoomPlaces::Place *place = m_rooms.holding(page)) {
        place->views->setCurrentWidget(page);
        showRoom(place->room);
        Q_EMIT visited();
    }
}

/// By its keys: those of the room one is in lead to its next view.
void ExplorePage::chooseRoom(Room room)
{
    const QWidget *before = m_ui->rooms->currentWidget();
    const QWidget *focused = QApplication::focusWidget();
    const bool leaves = !focused || before->isAncestorOf(focused);
    showRoom(room);
    Q_EMIT visited();
    auto *views = static_cast<QTabWidget *>(m_ui->rooms->currentWidget());
    if (views == before)
        views->setCurrentIndex((views->currentIndex() + 1) % views->count());
    else if (leaves && views->count() > 1)
        views->tabBar()->setFocus(Qt::ShortcutFocusReason); // seen there, and not left behind
}

void ExplorePage::showEvidence(DropLayer layer)
{
    const auto answer = m_results->periods().answer();
    if (!answer || !answer->dropped)
        return;
    const FoundEvidence evidence = evidenceOf(*answer->dropped, layer);
    QWidget *panel = nullptr;
    switch (evidence.place) {
    case FoundEvidence::Place::Rows:
        showView(m_ui->dataPage);
        m_ui->data->showColumn(evidence.column, evidence.value);
        panel = m_ui->data;
        break;
    case FoundEvidence::Place::Traffic:
        showView(m_ui->trafficPage);
        m_ui->traffic->focusShare();
        panel = m_ui->traffic;
        break;
    case FoundEvidence::Place::Calibration:
        showView(m_ui->calibrationPage);
        panel = m_ui->calibration;
        break;
    case FoundEvidence::Place::Segments:
        if (m_rooms.holding(m_ui->segmentsPage)) {
            showView(m_ui->segmentsPage);
            m_ui->segments->showSegment(evidence.column, evidence.value);
            panel = m_ui->segments;
        } else {
            showView(m_ui->policiesPage);
        }
        break;
    case FoundEvidence::Place::Dials:
        showView(m_ui->tradeoff);
        break;
    }
    tellFinding(panel, wording::dropLayerSentence(*answer->dropped, layer, words()));
}

/// Over the evidence, until one goes elsewhere.
void ExplorePage::tellFinding(QWidget *panel, const QString &finding)
{
    auto *rows = panel ? qobject_cast<QVBoxLayout *>(panel->layout()) : nullptr;
    if (!rows)
        return;
    rows->insertWidget(0, m_finding);
    m_finding->display(finding);
}

void ExplorePage::roomChanged()
{
    if (m_finding->parentWidget() != this && !currentView()->isAncestorOf(m_finding))
        m_finding->display({});
    if (m_session && m_session->hasData())
        renderView(m_session->assessment());
}

QWidget *ExplorePage::currentView() const
{
    return static_cast<QTabWidget *>(m_ui->rooms->currentWidget())->currentWidget();
}

void ExplorePage::setResults(Results *results, RememberedColumns *memory)
{
    m_results = results;
    m_ui->columnsPage->setUp(results->workers(), memory);
    connect(m_ui->columnsPage, &ImportPage::accepted, this, &ExplorePage::columnsChosen);
    m_session = results->session();
    m_ui->data->setUp(results->workers(), m_session);
    m_ui->product->setSession(m_session);
    m_ui->traffic->setSession(m_session);
    m_ui->dataLimits->setSession(m_session);
    connect(m_ui->product, &ProductPanel::trafficAsked, this,
            [this] { showView(m_ui->trafficPage); });
    connect(m_ui->experience, &ExperiencePanel::thresholdChosen, m_session, &Session::setThreshold);
    m_ui->tradeoff->setResults(results);
    m_ui->plane->setResults(results);
    m_ui->policies->setResults(results);
    m_ui->segments->setResults(results);
    m_ui->tools->setResults(results);
    m_ui->classes->setResults(results);
    m_ui->review->setResults(results);
    connect(m_ui->classes, &ClassesPanel::againstRestChosen, this, &ExplorePage::columnsChosen);
    connect(&results->file().classes().reading(), &BackgroundState::changed, this,
            &ExplorePage::offerViews);
    m_ui->doubts->setResults(results);
    m_ui->calibration->setResults(results);
    m_ui->curves->setResults(results);
    m_ui->release->setResults(results);
    m_ui->drop->setResults(results);
    m_ui->stages->setResults(results);
    connect(&results->file().stages().reading(), &BackgroundState::changed, this,
            &ExplorePage::offerViews);
    m_ui->learn->setResults(results);
    m_pins->setResults(results);
    m_rows->setResults(results);
    connect(&results->pins(), &PinResults::changed, this, &ExplorePage::renderPins);
    m_verdict->setResults(results);
    connect(&results->within(), &BackgroundState::changed, this, &ExplorePage::renderLimits);
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
    renderView(assessment);
    m_ui->experience->render(assessment);
    m_verdict->render(assessment);
    renderRail(assessment);
    m_pins->render(assessment);
    if (m_pinsFor != answererOf(assessment.scenario))
        renderPins();
}

void ExplorePage::renderRail(const Assessment &assessment)
{
    m_ui->rail->setProduct(
            m_ui->product->feature(),
            wording::productLines(assessment.scenario, m_session->predictions().hasLatency()));
}

/// What was found last stays while a dial moves, so that nothing jumps.
void ExplorePage::renderLimits()
{
    m_ui->experience->setWithin(m_results->within().answer());
    if (m_session->hasData())
        m_ui->experience->renderLimits(m_session->assessment());
}

void ExplorePage::renderPins()
{
    if (!m_session->hasData())
        return;
    m_pinsFor = answererOf(m_session->assessment().scenario);
    const std::vector<ChartPin> pins = chartPins(m_results->pins());
    m_ui->tradeoff->setPins(pins);
    m_ui->plane->setPins(pins);
}

void ExplorePage::renderView(const Assessment &assessment)
{
    const QWidget *current = currentView();
    for (const RoomView &view : m_views) {
        if (view.page == current)
            view.render(assessment);
    }
}

void ExplorePage::setOtherShares(const std::vector<Share> &shares)
{
    m_ui->experience->setOtherShares(shares);
    m_evidence->look();
    if (m_session && m_session->hasData())
        m_ui->experience->render(m_session->assessment());
}

void ExplorePage::renderData()
{
    offerViews();
    m_evidence->lookSoon();
    m_finding->display({});
    m_ui->data->renderData(*m_session);
    const Source &source = m_session->data().source;
    m_ui->columnsPage->follow(source, m_session->data().reference.sha256,
                              m_session->loading().keptTable(source.path));
}

FeatureWords ExplorePage::words() const
{
    return m_session->scenario().words;
}

void ExplorePage::copySentences() const
{
    m_ui->say->copy();
}

QString ExplorePage::sentences() const
{
    return m_ui->say->sentences();
}

QList<charts::ChartView *> ExplorePage::charts() const
{
    return m_ui->tradeoff->charts() << m_ui->plane->chart() << m_ui->policies->chart()
                                    << m_ui->doubts->chart() << m_ui->calibration->chart()
                                    << m_ui->curves->chart() << m_ui->product->patienceChart();
}

QList<QWidget *> ExplorePage::besideRooms() const
{
    return {m_ui->strip, m_ui->experience, m_ui->say};
}

void ExplorePage::setRailShown(bool shown)
{
    m_ui->rail->setVisible(shown);
}

void ExplorePage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const int width = experienceWidth(this->width());
    m_ui->rightScroll->setFixedWidth(width);
    m_ui->say->setFixedWidth(width);
    m_evidence->look();
    placeDrawers();
}

void ExplorePage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape || event->modifiers() != Qt::NoModifier)
        return QWidget::keyPressEvent(event);
    if (m_rows->dismiss())
        return;
    if (!m_pins->isOpen())
        return QWidget::keyPressEvent(event);
    m_ui->strip->setOpen(false);
}

/// Above the strip, between the rail and what users experience: these stay to be seen.
void ExplorePage::placeDrawers()
{
    const int left = m_ui->rail->width();
    const QRect charts(left, 0, width() - left - m_ui->rightScroll->width(),
                       height() - m_ui->strip->sizeHint().height());
    if (m_pins->isOpen()) {
        const int tall = m_pins->heightWithin(charts.height() / 2);
        m_pins->setGeometry(left, charts.height() - tall, charts.width(), tall);
        m_pins->raise();
    }
    m_rows->place(charts);
}

} // namespace oneinn

#include "moc_explorepage.cpp"
