// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

class QStackedWidget;

namespace oneinn {

class ExplorePage;
class ImportPage;
class MessageBar;
class RememberedColumns;
class Session;
class StartPage;
class TurningOffer;
struct ColumnChoices;
struct Source;

/// Which columns a file is read by: asked where that is unclear, changed by the person, remembered.
class ColumnQuestions final : public QObject {
    Q_OBJECT

public:
    struct Pages {
        QStackedWidget *all;
        ImportPage *import;
        ExplorePage *explore;
        StartPage *start;
        MessageBar *message;
    };
    ColumnQuestions(Session *session, RememberedColumns *memory, const TurningOffer *turning,
                    const Pages &pages, QObject *parent);

private:
    void ask(const ColumnChoices &choices);
    void leave();
    void choose(Source source);

    Session *m_session;
    Pages m_pages;
};

} // namespace oneinn
