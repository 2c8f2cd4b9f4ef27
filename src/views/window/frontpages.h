// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

class QAction;
class QStackedWidget;
class QWidget;

namespace oneinn {

class ExplorePage;
class NumbersPage;
class Session;
class StartPage;

/// The pages beside the exploration: where one starts, and where four numbers are asked for.
class FrontPages final : public QObject {
    Q_OBJECT

public:
    struct Pages {
        QStackedWidget *all;
        StartPage *start;
        NumbersPage *numbers;
        ExplorePage *explore;
    };
    struct Actions {
        QAction *start;
        QAction *numbers;
    };
    FrontPages(const Session *session, const Pages &pages, const Actions &actions, QObject *parent);

    void showStart();

private:
    void showNumbers();
    void goBack();

    const Session *m_session;
    Pages m_pages;
    QWidget *m_beforeNumbers; ///< the page that four numbers were asked for on
};

} // namespace oneinn
