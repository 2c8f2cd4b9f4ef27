// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QStringList>

namespace oneinn {

/// The files opened last, newest first, kept between runs. Files that are gone are not listed.
class RecentFiles final : public QObject {
    Q_OBJECT

public:
    static constexpr int most = 8;

    explicit RecentFiles(QObject *parent = nullptr);

    QStringList paths() const;
    void add(const QString &path);

Q_SIGNALS:
    void changed();
};

} // namespace oneinn
