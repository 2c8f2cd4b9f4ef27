// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/wavfile.h"

#include <QtEndian>

namespace oneinn {

namespace {

constexpr int bytesOfSample = 2;
constexpr qsizetype riffHeader = 12;  ///< "RIFF", a size, "WAVE"
constexpr qsizetype chunkHeader = 8;  ///< a name, a size
constexpr qsizetype formatBytes = 16; ///< of the chunk "fmt "
constexpr quint16 linearFormat = 1;

template<typename Number> void append(QByteArray &bytes, Number number)
{
    const Number little = qToLittleEndian(number);
    bytes.append(reinterpret_cast<const char *>(&little), sizeof(little));
}

template<typename Number> Number numberAt(const QByteArray &bytes, qsizetype at)
{
    return qFromLittleEndian<Number>(bytes.constData() + at);
}

int bytesOfMoment(const SpokenAudio &audio)
{
    return bytesOfSample * audio.channels;
}

/// Without what is no whole moment.
QByteArray wholeMoments(const SpokenAudio &audio)
{
    return audio.samples.left(audio.samples.size() - audio.samples.size() % bytesOfMoment(audio));
}

/// Absent where it is of another format than what is written here.
std::optional<SpokenAudio> formatAt(const QByteArray &bytes, qsizetype at)
{
    SpokenAudio audio;
    const bool isLinear = numberAt<quint16>(bytes, at) == linearFormat;
    audio.channels = numberAt<quint16>(bytes, at + 2);
    audio.rate = int(numberAt<quint32>(bytes, at + 4));
    const int bits = numberAt<quint16>(bytes, at + 14);
    if (!isLinear || audio.channels < 1 || audio.rate < 1 || bits != 8 * bytesOfSample)
        return std::nullopt;
    return audio;
}

} // namespace

int secondsOf(const SpokenAudio &audio)
{
    return int(audio.samples.size() / bytesOfMoment(audio) / audio.rate);
}

QByteArray wavBytes(const SpokenAudio &audio)
{
    const QByteArray samples = wholeMoments(audio);
    QByteArray bytes("RIFF");
    append(bytes,
           quint32(riffHeader - chunkHeader + chunkHeader + formatBytes + chunkHeader
                   + samples.size()));
    bytes.append("WAVEfmt ");
    append(bytes, quint32(formatBytes));
    append(bytes, linearFormat);
    append(bytes, quint16(audio.channels));
    append(bytes, quint32(audio.rate));
    append(bytes, quint32(audio.rate * bytesOfMoment(audio)));
    append(bytes, quint16(bytesOfMoment(audio)));
    append(bytes, quint16(8 * bytesOfSample));
    bytes.append("data");
    append(bytes, quint32(samples.size()));
    return bytes + samples;
}

std::optional<SpokenAudio> readWav(const QByteArray &bytes)
{
    if (bytes.size() < riffHeader || !bytes.startsWith("RIFF") || bytes.mid(8, 4) != "WAVE")
        return std::nullopt;
    std::optional<SpokenAudio> audio;
    for (qsizetype at = riffHeader; at + chunkHeader <= bytes.size();) {
        const QByteArray name = bytes.mid(at, 4);
        const qsizetype size = numberAt<quint32>(bytes, at + 4);
        at += chunkHeader;
        if (size > bytes.size() - at)
            return std::nullopt;
        if (name == "fmt " && size >= formatBytes)
            audio = formatAt(bytes, at);
        if (name == "data" && audio) {
            audio->samples = bytes.mid(at, size);
            return audio;
        }
        at += size + size % 2; // parts begin at even places
    }
    return std::nullopt;
}

} // namespace oneinn
