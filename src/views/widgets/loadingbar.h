// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>
#include <QTimer>

#include <memory>

namespace oneinn {

namespace Ui {
class LoadingBar;
}

/// Progress of reading a file, from 200 ms on, with a way to stop it.
class LoadingBar final : public QFrame {
    Q_OBJECT

public:
    explicit LoadingBar(QWidget *parent = nullptr);
    ~LoadingBar() override;

    void start(const QString &what);
    void progress(double share);
    void finish();

Q_SIGNALS:
    void cancelRequested();

private:
    std::unique_ptr<Ui::LoadingBar> m_ui;
    QTimer m_delay;
};

} // namespace oneinn
