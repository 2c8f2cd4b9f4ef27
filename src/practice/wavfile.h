// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <optional>

/// A spoken answer, as it is kept in memory and saved.
namespace oneinn {

/// Linear samples of 16 bits, low byte first, all channels of a moment together.
struct SpokenAudio {
    int rate = 16000; ///< moments per second
    int channels = 1;
    QByteArray samples = {};

    friend bool operator==(const SpokenAudio &, const SpokenAudio &) = default;
};

/// Rounded down.
int secondsOf(const SpokenAudio &audio);

/// A RIFF WAVE file of it (Microsoft and IBM 1991, format 1). Half a moment at its end is left out.
QByteArray wavBytes(const SpokenAudio &audio);
/// Absent where it is no such file, of another format, or cut short. What stands between its parts
/// is passed over.
std::optional<SpokenAudio> readWav(const QByteArray &bytes);

} // namespace oneinn
