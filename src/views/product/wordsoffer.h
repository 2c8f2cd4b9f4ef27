// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "presets/presetguess.h"

#include <QObject>

namespace oneinn {

class OfferBar;
class Session;

/// Of a file that seems to be about frauds, and is told of in the usual words: offers those of
/// that kind of feature. Takes nothing unasked.
class WordsOffer final : public QObject {
    Q_OBJECT

public:
    WordsOffer(Session *session, OfferBar *bar);

private:
    void follow();
    void take();

    Session *m_session;
    OfferBar *m_bar;
    std::optional<PresetGuess> m_guess;
};

} // namespace oneinn
