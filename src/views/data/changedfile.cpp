// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/data/changedfile.h"

#include "document/dataplaces.h"
#include "session/session.h"
#include "session/sessiondocument.h"
#include "views/widgets/offerbar.h"
#include "wording/sessionwords.h"

#include <utility>

namespace oneinn {

ChangedFile::ChangedFile(Session *session, OfferBar *bar)
    : QObject(bar)
    , m_session(session)
    , m_bar(bar)
{
    bar->hide();
    connect(session, &Session::dataChanged, this, &ChangedFile::follow);
    connect(&m_watch, &FileWatch::changed, this, &ChangedFile::offer);
    connect(&m_watch, &FileWatch::gone, this, &ChangedFile::tellGone);
    connect(bar, &OfferBar::accepted, this, &ChangedFile::readAgain);
    connect(bar, &OfferBar::accepted, bar, &QWidget::hide);
    connect(bar, &OfferBar::declined, bar, &QWidget::hide);
    connect(&session->loading(), &Loading::failed, this, &ChangedFile::offerAgain);
}

void ChangedFile::follow()
{
    m_bar->hide();
    m_isReadAgain = false;
    const QString &path = m_session->data().source.path;
    const bool isPiped = m_session->loading().keptTable(path) != nullptr;
    m_watch.watch(isPiped ? QString() : path, m_session->data().reference);
}

void ChangedFile::offer(bool holdsOther)
{
    if (!holdsOther)
        return m_bar->hide();
    m_bar->display(wording::changedFileOffer(dataName(m_session->data().source.path)),
                   tr("Read it agai&n"), tr("Sta&y with what is shown"));
}

void ChangedFile::tellGone()
{
    m_bar->display(wording::goneFileNote(dataName(m_session->data().source.path)), {},
                   tr("Sta&y with what is shown"));
}

void ChangedFile::offerAgain()
{
    if (std::exchange(m_isReadAgain, false))
        offer(true);
}

void ChangedFile::readAgain()
{
    m_isReadAgain = true;
    const SessionState &state = m_session->state();
    Source source = m_session->data().source;
    source.mapping = usedColumns(m_session->data());
    source.mappingIsRecalled = false;
    source.scenario = state.scenario;
    source.atMostValuable = source.atDefaultSelection = false;
    source.pins = state.pins;
    source.session.reset();
    source.isReadAgain = true;
    m_session->loading().open(std::move(source));
}

} // namespace oneinn

#include "moc_changedfile.cpp"
