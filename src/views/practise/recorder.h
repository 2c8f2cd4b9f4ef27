// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "practice/wavfile.h"

#include <QObject>

#include <memory>

namespace oneinn {

/// Hears what is said, and says it again. What was heard is in memory alone.
class Recorder : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// Forgets what was heard before.
    virtual void start() = 0;
    virtual void stop() = 0;
    virtual bool isRecording() const = 0;
    virtual SpokenAudio heard() const = 0;
    virtual void play(const SpokenAudio &audio) = 0;
    virtual void stopPlaying() = 0;
    virtual bool isPlaying() const = 0;

Q_SIGNALS:
    /// It began or ended to record or to play.
    void changed();
};

/// Null where there is no microphone, and where the program was built without Qt Multimedia.
std::unique_ptr<Recorder> microphone();

} // namespace oneinn
