// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>

class QAction;
class QToolButton;

namespace oneinn {

class WrappedLabel;

/// The sentences to say, always on the screen, with a way to take them along.
class SayPanel final : public QFrame {
    Q_OBJECT

public:
    explicit SayPanel(QWidget *parent = nullptr);

    /// roomFor: what may follow at this setting, so that it takes as much room.
    void display(const QString &sentences, const QString &roomFor = {});
    QString sentences() const;
    void copy() const;
    /// Beside Copy: what is said here can be practised.
    void offer(QAction *practise);

private:
    QToolButton *m_practise;
    WrappedLabel *m_sentences;
};

} // namespace oneinn
