// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/predictions/predictions.h"

#include <QString>
#include <QStringView>

#include <optional>
#include <string>
#include <utility>
#include <vector>

/// What is typed for some values of a column: "COLUMN:A=0.4,B=0.6".
namespace oneinn::cli {

struct NumbersBySegment {
    std::string column;
    std::vector<std::pair<std::string, double>> values; ///< at least one, as typed
};

/// Split at the first ':', at ',' and at each part's last '='; what stands in double quotes is not
/// split, and "" is one of them there. Absent unless every part has a finite number.
std::optional<NumbersBySegment> numbersBySegment(const QString &text);

/// The first value that is named twice.
std::optional<std::string> namedTwice(const NumbersBySegment &numbers);

/// That a value does not occur, and which do; absent where all of them occur. The column is there.
std::optional<QString> missingValueProblem(const Predictions &predictions, const QString &file,
                                           const std::string &column,
                                           const std::vector<std::string> &values);

} // namespace oneinn::cli
