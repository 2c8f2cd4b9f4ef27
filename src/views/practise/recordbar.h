// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "practice/wavfile.h"

#include <QWidget>

#include <memory>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace oneinn {

class Recorder;

/// Recording a spoken answer, if the person wants to, and hearing it again beside the checklist. It
/// is in memory alone unless it is saved. Where nothing can be recorded that is said once, and the
/// bar is not there.
class RecordBar final : public QWidget {
    Q_OBJECT

public:
    /// recorder: null where there is none.
    explicit RecordBar(std::unique_ptr<Recorder> recorder, QWidget *parent = nullptr);
    ~RecordBar() override;

    /// Another question: what was recorded is forgotten.
    void begin();
    /// It is said: the recording ends, and can be heard.
    void finish();
    /// As a WAV file.
    void saveTo(const QString &path);

private:
    void record();
    void play();
    void save();
    void follow();
    void tellOnce();

    std::unique_ptr<Recorder> m_recorder;
    SpokenAudio m_heard;
    bool m_isSaid = false;
    bool m_tells = false; ///< that there is no microphone
    QPushButton *m_record;
    QPushButton *m_play;
    QPushButton *m_save;
    QLabel *m_says;
};

} // namespace oneinn
