// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/confusionread.h"

#include "results/paces.h"
#include "results/tablework.h"
#include "session/session.h"

namespace oneinn {

ConfusionRead::ConfusionRead(Session *session, Workers &workers, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_reading(workers, atOncePace, {})
{
    connect(session, &Session::dataChanged, &m_reading, [this] { m_reading.forget(); });
}

void ConfusionRead::want(const std::optional<Asked> &asked)
{
    if (!asked)
        return m_reading.forget();
    m_reading.ask(*asked, ofOpenTable(*m_session, [asked = *asked](const ingest::TableFile &file) {
        return std::make_shared<const ConfusionListing>(
                confusionListing(file, asked.of->table, asked.wish));
    }));
}

} // namespace oneinn

#include "moc_confusionread.cpp"
