// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QString>

class QTabWidget;
class QWidget;

namespace oneinn {

/// Views that are there only where a file has what they show.
class OfferedViews {
public:
    /// Puts a view into its room, or takes it out. at: its place there.
    void offer(QTabWidget *room, QWidget *view, int at, bool any);

private:
    struct Name {
        QString view;
        QString about;
    };
    QHash<QWidget *, Name> m_names; ///< of those that are left out
};

} // namespace oneinn
