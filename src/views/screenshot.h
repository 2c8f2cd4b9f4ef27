// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace oneinn {

class MainWindow;
class Session;

/// Writes a picture of the window as PNG, prints what is said at the point that it shows, and ends
/// the program: once the file that was asked for is read and everything that is shown has been
/// worked out, or at once where it is empty. What is read is not written over. Exit code 1, with a
/// sentence on standard error, if that fails.
void screenshotWhenReady(MainWindow *window, Session *session, const QString &path,
                         const QString &file);

} // namespace oneinn
