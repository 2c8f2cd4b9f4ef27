// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/openeddata.h"

#include <QObject>

namespace oneinn {

class OfferBar;
class Session;

/// Says of a file whose high scores go with the negatives that they do, with the one click that
/// turns them round.
class TurningOffer final : public QObject {
    Q_OBJECT

public:
    TurningOffer(const Session *session, OfferBar *bar);

    /// Other data: what is offered of it, if anything.
    void follow();

Q_SIGNALS:
    /// The file that is open, to be read the other way round.
    void turned(const oneinn::Source &source);

private:
    void turn();

    const Session *m_session;
    OfferBar *m_bar;
};

/// The judgement that higher scores go with the negatives, where it is assumed that they should
/// not; null where nothing speaks against the order, or a person has said that it is right.
const RoleJudgement *invertedOrder(const ingest::ResolvedMapping &mapping);

} // namespace oneinn
