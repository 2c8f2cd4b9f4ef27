// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Built only where Qt Multimedia is.

#include "views/practise/recorder.h"

#include <QAudioDevice>
#include <QAudioFormat>
#include <QAudioSink>
#include <QAudioSource>
#include <QBuffer>
#include <QMediaDevices>

namespace oneinn {

namespace {

constexpr int longestAnswer = 30 * 60; ///< seconds; at 16 kHz 58 MB

/// For speech, if the device can; else as it likes best.
QAudioFormat formatOf(const QAudioDevice &device)
{
    QAudioFormat format;
    format.setSampleRate(SpokenAudio().rate);
    format.setChannelCount(SpokenAudio().channels);
    format.setSampleFormat(QAudioFormat::Int16);
    if (!device.isFormatSupported(format)) {
        format = device.preferredFormat();
        format.setSampleFormat(QAudioFormat::Int16);
    }
    return format;
}

QAudioFormat formatOf(const SpokenAudio &audio)
{
    QAudioFormat format;
    format.setSampleRate(audio.rate);
    format.setChannelCount(audio.channels);
    format.setSampleFormat(QAudioFormat::Int16);
    return format;
}

class Microphone final : public Recorder {
public:
    explicit Microphone(const QAudioDevice &device)
        : m_device(device)
        , m_format(formatOf(device))
    {
    }

    void start() override
    {
        stopPlaying();
        m_samples.clear();
        m_source = std::make_unique<QAudioSource>(m_device, m_format);
        QIODevice *from = m_source->start();
        if (!from)
            m_source.reset();
        else
            connect(from, &QIODevice::readyRead, this, [this, from] { take(from->readAll()); });
        Q_EMIT changed();
    }

    void stop() override
    {
        if (!m_source)
            return;
        m_source->stop();
        m_source.reset();
        Q_EMIT changed();
    }

    bool isRecording() const override { return m_source != nullptr; }

    SpokenAudio heard() const override
    {
        return {m_format.sampleRate(), m_format.channelCount(), m_samples};
    }

    void play(const SpokenAudio &audio) override
    {
        stop();
        m_playing.close();
        m_playing.setData(audio.samples);
        m_playing.open(QIODevice::ReadOnly);
        m_sink = std::make_unique<QAudioSink>(formatOf(audio));
        connect(m_sink.get(), &QAudioSink::stateChanged, this, [this](QAudio::State state) {
            if (state == QAudio::IdleState)
                QMetaObject::invokeMethod(this, &Microphone::stopPlaying, Qt::QueuedConnection);
        });
        m_sink->start(&m_playing);
        Q_EMIT changed();
    }

    void stopPlaying() override
    {
        if (!m_sink)
            return;
        m_sink->stop();
        m_sink.reset();
        Q_EMIT changed();
    }

    bool isPlaying() const override { return m_sink != nullptr; }

private:
    void take(const QByteArray &samples)
    {
        m_samples += samples;
        if (secondsOf(heard()) >= longestAnswer)
            QMetaObject::invokeMethod(this, &Microphone::stop, Qt::QueuedConnection);
    }

    QAudioDevice m_device;
    QAudioFormat m_format;
    QByteArray m_samples;
    QBuffer m_playing;
    std::unique_ptr<QAudioSource> m_source;
    std::unique_ptr<QAudioSink> m_sink;
};

} // namespace

std::unique_ptr<Recorder> microphone()
{
    const QAudioDevice device = QMediaDevices::defaultAudioInput();
    return device.isNull() ? nullptr : std::make_unique<Microphone>(device);
}

} // namespace oneinn
