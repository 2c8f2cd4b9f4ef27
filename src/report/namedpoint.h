// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/assessment.h"

#include <QList>
#include <QString>

#include <optional>

namespace oneinn::report {

/// A choice with the name it is told by, and its answer, which is borrowed and never null.
struct NamedPoint {
    QString name;
    const Assessment *assessment = nullptr;
    std::optional<Interval> valueInterval = {}; ///< of its value per use, 95 %; absent: not known
};
using NamedPoints = QList<NamedPoint>;

} // namespace oneinn::report
