// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace oneinn {

/// The program's own answer to a card: hidden until the person, who has ticked what was said, asks
/// for it.
class ProgramsAnswer final : public QWidget {
    Q_OBJECT

public:
    explicit ProgramsAnswer(QWidget *parent = nullptr);

    /// Hidden again.
    void display(const QStringList &paragraphs);
    void reveal();
    bool isRevealed() const;

Q_SIGNALS:
    void revealed();

private:
    QLabel *m_hint;
    QPushButton *m_show;
    QLabel *m_text;
};

} // namespace oneinn
