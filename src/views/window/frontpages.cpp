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
    , m_pages(pages)
    , m_beforeNumbers(pages.start)
{
    connect(actions.start, &QAction::triggered, this, &FrontPages::showStart);
    connect(actions.numbers, &QAction::triggered, this, &FrontPages::showNumbers);
    connect(pages.start, &StartPage::numbersRequested, this, &FrontPages::showNumbers);
    connect(pages.numbers, &NumbersPage::left, this,
            [this] { m_pages.all->setCurrentWidget(m_beforeNumbers); });
    // What leads into the exploration leads there from these pages as well.
    connect(pages.explore->accountAction(), &QAction::triggered, this, [this, session] {
        if (session->hasData())
            m_pages.all->setCurrentWidget(m_pages.explore);
    });
}

void FrontPages::showStart()
{
    m_pages.all->setCurrentWidget(m_pages.start);
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
