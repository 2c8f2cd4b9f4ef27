// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/samples.h"

#include <QList>
#include <QMenu>

namespace oneinn {

class Appearance;
class ExplorePage;

/// What can be done with files, for the button that names the one that is open.
class FileMenu final : public QMenu {
    Q_OBJECT

public:
    struct Actions {
        QAction *start;
        QAction *numbers;
        QAction *open;
        QAction *database;
        QAction *save;
        QAction *saveAs;
    };
    FileMenu(const Actions &actions, ExplorePage *page, QWidget *parent);

    void setSamples(const QList<Sample> &samples);

Q_SIGNALS:
    void sampleRequested(const QString &id);

private:
    QMenu *m_samples;
};

/// Everything the window can do, by kind.
class WindowMenu final : public QMenu {
    Q_OBJECT

public:
    struct Actions {
        QAction *undo;
        QAction *redo;
        QAction *pin;
        QAction *copySentences;
        QAction *history;
        QAction *find;
        QAction *present;
        QAction *presentSimply;
        QAction *learn;
        QAction *practise;
        QAction *shortcuts;
        QAction *quit;
    };
    WindowMenu(const Actions &actions, FileMenu *files, ExplorePage *page, Appearance *appearance,
               QWidget *parent);

private:
    void addAppearance(QMenu *menu, Appearance *appearance);
    void addPictures(QMenu *menu, const ExplorePage *page);
};

} // namespace oneinn
