// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "views/widgets/handback.h"

#include <QFrame>
#include <QList>

namespace oneinn {

/// Lies over the charts until it is closed.
class Drawer : public QFrame {
    Q_OBJECT

public:
    /// The hand is again where it was.
    void dismiss();
    bool isOpen() const { return m_open; }

Q_SIGNALS:
    /// It is to be placed, or has gone.
    void toggled(bool open);
    /// What came of saving.
    void told(const QString &sentence);

protected:
    explicit Drawer(QWidget *parent);

    /// What is listed, a kind's own choices, and what closes it.
    QWidget *headLine(const QString &title, const QList<QWidget *> &choices);
    /// For what asks for its rows between the two: from then on it is open.
    void begin();
    /// hand: what then has the keys.
    void reveal(QWidget *hand);
    /// Nobody looks any more.
    virtual void forget() = 0;
    void keyPressEvent(QKeyEvent *event) override;

private:
    HandBack m_hand{this};
    bool m_open = false;
};

} // namespace oneinn
