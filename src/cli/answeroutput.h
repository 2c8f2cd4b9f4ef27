// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "report/report.h"

#include <QString>
#include <QStringList>

namespace oneinn::cli {

/// What an answer's file may end with: ".md" and others.
QStringList answerEndings();

/// Writes an answer as its path's ending says. A sentence where that cannot be done; empty: done.
QString writeAnswer(const report::Report &report, const QString &path);

} // namespace oneinn::cli
