// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "lessons/lessonlog.h"

#include <QObject>

#include <optional>

QT_BEGIN_NAMESPACE
class QAction;
class QMainWindow;
class QStackedWidget;
QT_END_NAMESPACE

namespace oneinn {

class ExplorePage;
class LessonPanel;
class Session;
class SessionFiles;

/// Lessons in the window: their list, the panel beside the picture, the data of each step on the
/// dials; and nothing that would tell the answer before there is one.
class LessonGuide final : public QObject {
    Q_OBJECT

public:
    struct Parts {
        Session *session;
        SessionFiles *files;
        QStackedWidget *pages;
        ExplorePage *explore;
        QList<QAction *> telling; ///< what would show or say numbers
    };
    LessonGuide(const Parts &parts, QMainWindow *window);

    void showList();
    /// Opens its data first; asks before work is lost, as any opening does.
    void start(const OpenLessonPtr &lesson, const LessonLog &log);

private:
    void takeData();
    void showStep();
    void follow();
    void addPanel();

    QMainWindow *m_window;
    Parts m_parts;
    QWidget *m_cover; ///< stands for the exploration until there is an answer
    LessonPanel *m_panel = nullptr;
    std::optional<LessonCourse> m_waiting; ///< for its data
};

} // namespace oneinn
