// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/practise/recordbar.h"

#include "document/writebytes.h"
#include "practice/practicewords.h"
#include "views/practise/pressedbyenter.h"
#include "views/practise/recorder.h"
#include "views/widgets/plaintext.h"
#include "views/widgets/preferences.h"
#include "views/widgets/savedialog.h"
#include "wording/problemwords.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace oneinn {

namespace {

constexpr QLatin1String toldKey("toldOfNoMicrophone");

}

RecordBar::RecordBar(std::unique_ptr<Recorder> recorder, QWidget *parent)
    : QWidget(parent)
    , m_recorder(std::move(recorder))
    , m_record(new QPushButton(this))
    , m_play(new QPushButton(this))
    , m_save(new QPushButton(tr("Save the re&cording\u2026"), this))
    , m_says(plainLabel({}, this))
{
    setObjectName(QStringLiteral("recordBar"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    m_record->setObjectName(QStringLiteral("record"));
    m_play->setObjectName(QStringLiteral("play"));
    m_save->setObjectName(QStringLiteral("saveRecording"));
    m_says->setObjectName(QStringLiteral("recording"));
    m_says->setProperty("role", QStringLiteral("quiet"));
    for (QPushButton *button : {m_record, m_play, m_save}) {
        pressedByEnter(button);
        row->addWidget(button);
    }
    row->addWidget(m_says, 1);
    connect(m_record, &QPushButton::clicked, this, &RecordBar::record);
    connect(m_play, &QPushButton::clicked, this, &RecordBar::play);
    connect(m_save, &QPushButton::clicked, this, &RecordBar::save);
    if (m_recorder)
        connect(m_recorder.get(), &Recorder::changed, this, &RecordBar::follow);
    else
        tellOnce();
}

RecordBar::~RecordBar() = default;

void RecordBar::tellOnce()
{
    for (QPushButton *button : {m_record, m_play, m_save})
        button->hide();
    m_tells = !preferences::value(toldKey).toBool();
    m_says->setText(noMicrophoneText());
    preferences::keep(toldKey, true);
}

void RecordBar::begin()
{
    if (!m_recorder) {
        setVisible(m_tells && !m_isSaid);
        return;
    }
    m_recorder->stop();
    m_recorder->stopPlaying();
    m_heard = {};
    m_isSaid = false;
    m_says->clear();
    follow();
}

void RecordBar::finish()
{
    m_isSaid = true;
    if (!m_recorder)
        return;
    if (m_recorder->isRecording()) {
        m_recorder->stop();
        m_heard = m_recorder->heard();
    }
    follow();
}

void RecordBar::record()
{
    if (m_recorder->isRecording()) {
        m_recorder->stop();
        m_heard = m_recorder->heard();
    } else {
        m_recorder->start();
    }
    follow();
}

void RecordBar::play()
{
    if (m_recorder->isPlaying())
        m_recorder->stopPlaying();
    else
        m_recorder->play(m_heard);
    follow();
}

void RecordBar::follow()
{
    const bool records = m_recorder->isRecording();
    const bool isThere = !m_heard.samples.isEmpty();
    m_record->setVisible(!m_isSaid);
    m_record->setText(records ? tr("Stop &recording") : tr("&Record my answer"));
    m_play->setVisible(m_isSaid && isThere);
    m_play->setText(m_recorder->isPlaying() ? tr("Stop p&laying") : tr("&Listen to it"));
    m_save->setVisible(m_isSaid && isThere);
    if (records)
        m_says->setText(recordingText());
    else if (isThere)
        m_says->setText(recordedText(secondsOf(m_heard)));
    else
        m_says->clear();
}

void RecordBar::save()
{
    const QString path = askWhereToSave(this, tr("Save the recording"),
                                        QStringLiteral("answer.wav"), tr("Sound (*.wav)"));
    if (!path.isEmpty())
        saveTo(path);
}

void RecordBar::saveTo(const QString &path)
{
    if (const auto problem = writeBytes(path, wavBytes(m_heard)))
        m_says->setText(wording::problemWords(*problem).sentence());
    else
        m_says->setText(recordingSavedText());
}

} // namespace oneinn

#include "moc_recordbar.cpp"
