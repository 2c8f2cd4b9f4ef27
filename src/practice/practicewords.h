// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "practice/practicecard.h"

namespace oneinn {

/// "Tradeoff, card 3".
QString practiceTitle(const PracticeCard &card);
/// That nothing is shown until it is said, and how long one has.
QString sayItFirst();
/// "4 min 10 s", "45 s".
QString spentText(int seconds);
/// "You took 4 min 10 s."
QString tookSentence(int seconds);
/// Each with a letter, and under it what the data say.
QString checklistText(const PracticeCard &card);
/// "You said 5 of 9. Not said: ..."; places of items.
QString tickedSentence(const PracticeCard &card, const QList<int> &said);

/// That nothing can be recorded here, and that it makes no difference.
QString noMicrophoneText();
QString recordingText();
/// "Recorded: 4 min 10 s, in memory alone unless you save it."
QString recordedText(int seconds);
QString recordingSavedText();

} // namespace oneinn
