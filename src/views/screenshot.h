// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace oneinn {

class Session;

/// Writes a picture of the window as PNG and ends the program: once data is shown, or at once when
/// nothing is being read. Exit code 1, with a sentence on standard error, if that fails.
void screenshotWhenReady(QWidget *window, Session *session, const QString &path);

} // namespace oneinn
