// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/data/turningoffer.h"

#include "session/session.h"
#include "views/data/rolechoices.h"
#include "views/widgets/offerbar.h"
#include "wording/columnwords.h"
#include "wording/phrases.h"

#include <algorithm>

namespace oneinn {

const RoleJudgement *invertedOrder(const ingest::ResolvedMapping &mapping)
{
    const auto found = std::ranges::find_if(mapping.judgements, [](const RoleJudgement &each) {
        return each.role == Role::Direction && each.reason == RoleReason::Inverted
                && wording::isToBeSaid(each);
    });
    return found == mapping.judgements.end() ? nullptr : &*found;
}

TurningOffer::TurningOffer(const Session *session, OfferBar *bar)
    : QObject(bar)
    , m_session(session)
    , m_bar(bar)
{
    connect(bar, &OfferBar::accepted, this, &TurningOffer::turn);
    connect(bar, &OfferBar::accepted, bar, &QWidget::hide);
    connect(bar, &OfferBar::declined, bar, &QWidget::hide);
}

void TurningOffer::follow()
{
    const RoleJudgement *inverted = invertedOrder(m_session->data().file.mapping);
    if (inverted == nullptr)
        return m_bar->hide();
    m_bar->display(wording::asSentence(wording::roleReasonText(*inverted)) + QLatin1Char(' ')
                           + tr("Everything shown is told of this order."),
                   tr("Turn it round"), tr("Leave it so"));
}

void TurningOffer::turn()
{
    Source source = m_session->data().source;
    const ingest::ResolvedMapping &read = m_session->data().file.mapping;
    const RoleJudgement *inverted = invertedOrder(read);
    if (inverted == nullptr)
        return;
    for (const RoleChoice &choice : choicesFor(*inverted, {source.mapping, read})) {
        if (choice.isTaken)
            continue;
        source.mapping = choice.mapping;
        source.mappingIsRecalled = false;
        Q_EMIT turned(source);
        return;
    }
}

} // namespace oneinn

#include "moc_turningoffer.cpp"
