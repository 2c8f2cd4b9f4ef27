// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

class QAction;

namespace oneinn {

class ExplorePage;
class LessonGuide;
class Presentation;
class Results;
class SimpleView;
class ViewSlides;

/// What is presented by F5: the step of the lesson that is open, else the views that there are.
class Presenting final : public QObject {
    Q_OBJECT

public:
    struct Parts {
        ExplorePage *explore;
        Results *results;
        LessonGuide *lessons;
        QAction *simply; ///< checkable: as a class can read it
    };
    Presenting(const Parts &parts, QWidget *window);

    void start();

private:
    void startLesson();
    void startViews();
    void begin(Presentation *presentation, SimpleView *simple, ViewSlides *views);

    Parts m_parts;
    QWidget *m_window;
};

} // namespace oneinn
