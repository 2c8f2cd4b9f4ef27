// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
QT_END_NAMESPACE

namespace oneinn {

/// That a file waits until it is said what its columns are, and the way there.
class WaitingFile final : public QWidget {
    Q_OBJECT

public:
    explicit WaitingFile(QWidget *parent = nullptr);

    /// path: empty: none waits, and nothing is to be seen. asked: the name of the data that are
    /// asked about meanwhile; empty: none are.
    void display(const QString &path, const QString &asked);

Q_SIGNALS:
    void goRequested();

private:
    QLabel *m_says;
};

} // namespace oneinn
