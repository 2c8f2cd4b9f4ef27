// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/assessment.h"

#include <QList>
#include <QString>

namespace oneinn::report {

/// A choice with the name it is told by, and its answer; borrowed, never null.
struct NamedPoint {
    QString name;
    const Assessment *assessment = nullptr;
};
using NamedPoints = QList<NamedPoint>;

} // namespace oneinn::report
