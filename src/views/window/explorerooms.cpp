// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Which rooms and views there are, and what leads from one to another.

#include "results/results.h"
#include "session/session.h"
#include "ui_explorepage.h"
#include "views/pins/pinspanel.h"
#include "views/widgets/segmentcolumns.h"
#include "views/window/explorepage.h"
#include "views/window/rowsplace.h"

#include <QAction>
#include <QTabWidget>

namespace oneinn {

namespace {

QKeySequence keysOf(Room room)
{
    return {Qt::CTRL | static_cast<Qt::Key>(Qt::Key_0 + static_cast<int>(room))};
}

} // namespace

template<typename Panel> void ExplorePage::addView(QWidget *page, Panel *panel)
{
    m_views.push_back({page, [panel](const Assessment &assessment) { panel->render(assessment); }});
}

void ExplorePage::addRoomsAndViews()
{
    addRoom(Room::Data, m_ui->dataRoom, tr("Data"), tr("what is in it?"));
    addRoom(Room::Product, m_ui->productRoom, tr("Product"), tr("what is it worth?"));
    addRoom(Room::Dials, m_ui->dialsRoom, tr("Dials"), tr("what do people get?"));
    addRoom(Room::Options, m_ui->optionsRoom, tr("Options"), tr("what else is there?"));
    addRoom(Room::Doubts, m_ui->doubtsRoom, tr("Doubts"), tr("how sure are we?"));
    addRoom(Room::Launch, m_ui->launchRoom, tr("Launch"), tr("what happens then?"));
    addRoom(Room::Answer, m_ui->answerRoom, tr("Answer"), tr("what do we say?"));
    addView(m_ui->dataPage, m_ui->data);
    addView(m_ui->toolsPage, m_ui->tools);
    addView(m_ui->trafficPage, m_ui->traffic);
    addView(m_ui->verdictPage, m_ui->verdict);
    addView(m_ui->tradeoff, m_ui->tradeoff);
    addView(m_ui->planePage, m_ui->plane);
    addView(m_ui->targetsPage, m_ui->targets);
    addView(m_ui->policiesPage, m_ui->policies);
    addView(m_ui->segmentsPage, m_ui->segments);
    addView(m_ui->reviewPage, m_ui->review);
    addView(m_ui->classesPage, m_ui->classes);
    addView(m_ui->doubtsPage, m_ui->doubts);
    addView(m_ui->calibrationPage, m_ui->calibration);
    addView(m_ui->curvesPage, m_ui->curves);
    addView(m_ui->dataLimitsPage, m_ui->dataLimits);
    addView(m_ui->releasePage, m_ui->release);
    addView(m_ui->dropPage, m_ui->drop);
    addView(m_ui->stagesPage, m_ui->stages);
    addView(m_ui->learnPage, m_ui->learn);
    addView(m_ui->answerPage, m_ui->answer);
    addExport();
    addAccount();
}

void ExplorePage::connectPages()
{
    connect(m_ui->rail, &RoomRail::roomChosen, this,
            [this](int room) { showRoom(static_cast<Room>(room)); });
    connect(m_ui->rail, &RoomRail::productChosen, this, [this] { showView(m_ui->productPage); });
    connect(m_ui->rail, &RoomRail::verdictChosen, this, [this] { showView(m_ui->verdictPage); });
    connect(m_ui->data, &DataPanel::columnsRequested, this,
            [this] { showView(m_ui->columnsPage); });
    connect(m_ui->data, &DataPanel::told, this, &ExplorePage::failed);
    connect(m_ui->answer, &AnswerPanel::failed, this, &ExplorePage::failed);
    connect(m_ui->calibration, &CalibrationPanel::failed, this, &ExplorePage::failed);
    connect(m_ui->drop, &DropPanel::evidenceRequested, this, &ExplorePage::showEvidence);
    connect(m_ui->rooms, &QStackedWidget::currentChanged, this, &ExplorePage::roomChanged);
    m_rows->listenTo(m_ui->experience, m_ui->tradeoff, m_ui->segments);
    m_rows->listenTo(m_ui->classes);
    connect(m_rows, &RowsPlace::toggled, this, &ExplorePage::placeDrawers);
    connect(m_rows, &RowsPlace::told, this, &ExplorePage::failed);
    connect(m_ui->tradeoff, &TradeoffPage::pinActivated, m_pins, &PinsPanel::returnTo);
    connect(m_ui->plane, &PlanePanel::pinActivated, m_pins, &PinsPanel::returnTo);
    connect(m_ui->tradeoff, &TradeoffPage::scoreAxisEdited, m_ui->plane, &PlanePanel::setScoreAxis);
    connect(m_ui->tradeoff, &TradeoffPage::scoreAxisEdited, m_ui->doubts,
            &DoubtsPanel::setScoreAxis);
}

void ExplorePage::addRoom(Room room, QTabWidget *views, const QString &name,
                          const QString &question)
{
    m_ui->rail->addRoom(static_cast<int>(room), name, question, keysOf(room));
    auto *action = new QAction(name, this);
    action->setShortcut(keysOf(room));
    connect(action, &QAction::triggered, this, [this, room] { chooseRoom(room); });
    addAction(action);
    m_rooms.add({room, views, action});
    if (views->count() < 2)
        views->setFocusProxy(
                nullptr); // the row of tabs, which is hidden and would end the way of Tab
    connect(views, &QTabWidget::currentChanged, this, &ExplorePage::roomChanged);
}

/// There only where a file has any.
void ExplorePage::offerViews()
{
    QTabWidget *room = m_ui->optionsRoom;
    m_offered.offer(room, m_ui->segmentsPage, room->indexOf(m_ui->policiesPage) + 1,
                    !segmentColumnsOf(m_session->predictions()).empty()
                            || !m_session->data().file.mapping.manyGroups.empty());
    m_offered.offer(room, m_ui->classesPage, room->count(),
                    m_results->file().classes().reading().answer() != nullptr);
    QTabWidget *launch = m_ui->launchRoom;
    m_offered.offer(launch, m_ui->stagesPage, launch->indexOf(m_ui->dropPage) + 1,
                    m_results->file().stages().reading().answer() != nullptr);
}

} // namespace oneinn
