// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/calibration/recalibration.h"
#include "core/problem.h"

#include <QString>

#include <optional>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace oneinn {

class Session;

/// What the scores that are looked at come to, as a file: CSV, or JSON where its name ends so. What
/// kept it from being written, if anything.
std::optional<Problem> writeMapping(const QString &path, const Recalibration &bent,
                                    const Session &session);
/// Asks for a path first. The same; nothing happens without a path.
std::optional<Problem> saveMapping(QWidget *parent, const Recalibration &bent,
                                   const Session &session);

} // namespace oneinn
