// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/window/columnquestions.h"

#include "session/session.h"
#include "views/data/importpage.h"
#include "views/data/rememberedcolumns.h"
#include "views/data/turningoffer.h"
#include "views/start/startpage.h"
#include "views/widgets/messagebar.h"
#include "views/window/explorepage.h"

#include <QStackedWidget>

#include <utility>

namespace oneinn {

ColumnQuestions::ColumnQuestions(Session *session, RememberedColumns *memory,
                                 const TurningOffer *turning, const Pages &pages, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_pages(pages)
{
    connect(&session->loading(), &Loading::columnsUnclear, this, &ColumnQuestions::ask);
    connect(pages.explore, &ExplorePage::columnsChosen, this, &ColumnQuestions::choose);
    connect(pages.import, &ImportPage::accepted, this, &ColumnQuestions::choose);
    connect(pages.import, &ImportPage::cancelled, this, &ColumnQuestions::leave);
    connect(turning, &TurningOffer::turned, this, &ColumnQuestions::choose);
    const auto recall = [session, memory] { session->loading().setColumnMemory(memory->all()); };
    connect(memory, &RememberedColumns::changed, this, recall);
    recall();
}

void ColumnQuestions::ask(const ColumnChoices &choices)
{
    m_pages.message->hide(); // the page says it, with the answers
    m_pages.import->ask(choices);
    m_pages.all->setCurrentWidget(m_pages.import);
}

void ColumnQuestions::leave()
{
    m_pages.message->hide();
    m_pages.all->setCurrentWidget(m_session->hasData() ? static_cast<QWidget *>(m_pages.explore)
                                                       : m_pages.start);
}

void ColumnQuestions::choose(Source source)
{
    // The person's own numbers outlive another reading of the same file.
    if (m_session->hasData() && m_session->data().source.path == source.path) {
        source.scenario = m_session->scenario();
        source.atMostValuable = true;
        source.atDefaultSelection = true;
        source.session.reset();
        source.isReadAgain = false;
    }
    m_session->loading().open(std::move(source));
}

} // namespace oneinn

#include "moc_columnquestions.cpp"
