// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/window/frontpages.h"

#include "session/session.h"
#include "views/data/numberspage.h"
#include "views/start/startpage.h"
#include "views/window/explorepage.h"

#include <QAction>
#include <QStackedWidget>

namespace oneinn {

FrontPages::FrontPages(const Session *session, const Pages &pages, const Actions &actions,
                       QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_pages(pages)
    , m_beforeNumbers(pages.start)
{
    connect(actions.start, &QAction::triggered, this, &FrontPages::showStart);
    connect(actions.numbers, &QAction::triggered, this, &FrontPages::showNumbers);
    connect(pages.start, &StartPage::numbersRequested, this, &FrontPages::showNumbers);
    connect(pages.numbers, &NumbersPage::left, this,
            [this] { m_pages.all->setCurrentWidget(m_beforeNumbers); });
    // What leads into the exploration leads there from these pages as well.
    connect(pages.explore->accountAction(), &QAction::triggered, this, &FrontPages::goBack);
    connect(pages.explore, &ExplorePage::visited, this, &FrontPages::goBack);
    connect(pages.start, &StartPage::backRequested, this, &FrontPages::goBack);
    // An action's keys are heard where one of its widgets is seen.
    pages.start->addActions(pages.explore->roomActions());
    pages.numbers->addActions(pages.explore->roomActions());
}

void FrontPages::showStart()
{
    m_pages.start->setOpenFile(m_session->hasData() ? m_session->data().source.path : QString());
    m_pages.all->setCurrentWidget(m_pages.start);
}

/// Where anything is open.
void FrontPages::goBack()
{
    if (m_session->hasData())
        m_pages.all->setCurrentWidget(m_pages.explore);
}

void FrontPages::showNumbers()
{
    if (m_pages.all->currentWidget() != m_pages.numbers)
        m_beforeNumbers = m_pages.all->currentWidget();
    m_pages.all->setCurrentWidget(m_pages.numbers);
    m_pages.numbers->begin();
}

} // namespace oneinn

#include "moc_frontpages.cpp"
