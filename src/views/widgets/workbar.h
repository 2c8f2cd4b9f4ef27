// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include <optional>

QT_BEGIN_NAMESPACE
class QProgressBar;
class QPushButton;
QT_END_NAMESPACE

namespace oneinn {

/// How far work in the background has come, with a way to stop it and to take it up again. Hidden
/// while there is neither.
class WorkBar final : public QWidget {
    Q_OBJECT

public:
    explicit WorkBar(QWidget *parent = nullptr);

    /// progress: of 1; absent: there is none to be seen.
    void display(const std::optional<double> &progress, bool cancelled);

Q_SIGNALS:
    void cancelRequested();
    void resumeRequested();

private:
    QProgressBar *m_progress;
    QPushButton *m_button;
    bool m_cancelled = false;
};

} // namespace oneinn
