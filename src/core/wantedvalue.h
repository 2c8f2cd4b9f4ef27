// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

namespace oneinn {

/// What the value of a key in a file of settings has to be.
struct WantedValue {
    enum class Kind {
        Text,
        Flag,
        Number,
        NumberBetween,      ///< least, most
        WholeNumberBetween, ///< least, most
        NumberOrWord,       ///< words: the only one that stands for a number
        NotBelow,           ///< a number; words: the key of the least it may be
        Milliseconds,
        Settings, ///< an object
        List,
        ListOfTexts,
        OneOf, ///< words
        OneCharacter,
        Checksum,
        Title,
        DataPath,
        ModelName,
        ColumnName,
        ColumnValue,
        FallbackModel, ///< since the late policy is to fall back
        PatiencePoints,
        SharesOfAll,       ///< that add up to 1
        TwoPatiencePoints, ///< of a shape that has two
    };

    Kind kind = Kind::Text;
    double least = 0.0;
    double most = 0.0;
    std::vector<std::string> words = {};
};

} // namespace oneinn
