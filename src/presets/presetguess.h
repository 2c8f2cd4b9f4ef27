// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "presets/presets.h"

#include <QStringList>

#include <optional>

namespace oneinn {

/// How a file names what it is about.
struct NamesInFile {
    QString label;
    QString positive;  ///< the value of the label that is looked for
    QStringList other; ///< columns: the score's, those of segments
};

/// A kind of feature whose words may fit a file. Never taken unasked.
struct PresetGuess {
    Preset preset;
    QString name;         ///< that speaks for it, as the file has it
    bool isLabel = false; ///< it is the label's, or the value that is looked for: probably so
};

/// By the words in the names alone: fraud, spam, tumour. Absent where none is there, or names
/// speak for different kinds, or deny it ("not_fraud").
std::optional<PresetGuess> guessPreset(const NamesInFile &names);

} // namespace oneinn
