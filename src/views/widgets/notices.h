// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>

class QStackedWidget;

namespace oneinn {

/// Messages, offers and progress, one above the other, over the foot of the pages: nothing that is
/// under a hand moves when one comes or goes. What lies over a page that has no foot to spare
/// (`spared` is the one that has) makes it end above.
class Notices final : public QFrame {
    Q_OBJECT

public:
    /// notices: hidden until they have something to say; they become parts of this.
    Notices(QStackedWidget *pages, QWidget *spared, const QList<QWidget *> &notices);

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();

    QStackedWidget *m_pages;
    QWidget *m_spared;
    QList<QWidget *> m_notices;
};

} // namespace oneinn
