// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace oneinn {

class MainWindow;
class Session;

struct ScreenshotWish {
    QString path; ///< of a PNG; of all views each gets its name: picture-dials-one-dial.png
    QString file; ///< that was asked for; may be empty
    QString view; ///< "dials/both-dials" or how that begins, or "all"; empty: as the window opens
    bool isSaid =
            true; ///< what is said there is printed; not where standard output has another use
};

/// Writes a picture of the window, prints (if wished) what is said at the point that it shows, and
/// ends the program: once the file that was asked for is read and everything that is shown has been
/// worked out, or at once where there is none. What is read is not written over. Exit code 1, with
/// a sentence on standard error, if that fails.
void screenshotWhenReady(MainWindow *window, Session *session, const ScreenshotWish &wish);

} // namespace oneinn
