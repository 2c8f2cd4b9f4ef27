// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/filewatch.h"

#include <QObject>

namespace oneinn {

class OfferBar;
class Session;

/// Says of the file that is open that it has changed on disk, with the one click that reads it
/// again, or that it is gone. Until then all that is shown is of what was read.
class ChangedFile final : public QObject {
    Q_OBJECT

public:
    ChangedFile(Session *session, OfferBar *bar);

private:
    void follow();
    void offer(bool holdsOther);
    void tellGone();
    void readAgain();
    /// What could not be read stays offered, since it is not what is shown.
    void offerAgain();

    Session *m_session;
    OfferBar *m_bar;
    FileWatch m_watch{this};
    bool m_isReadAgain = false;
};

} // namespace oneinn
