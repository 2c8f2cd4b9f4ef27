// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "lessons/lessonlog.h"

#include <QObject>
#include <QPointer>

#include <optional>

QT_BEGIN_NAMESPACE
class QAction;
class QMainWindow;
class QStackedWidget;
QT_END_NAMESPACE

namespace oneinn {

class ExplorePage;
class LessonDial;
class LessonList;
class LessonPanel;
class LessonSlides;
class Results;
class ScoresPanel;
class Session;
class SessionFiles;
class Slides;
class ToldPage;

/// Lessons in the window: their list, the panel beside the picture, the data of each step on the
/// dials; and nothing that would tell the answer before there is one.
class LessonGuide final : public QObject {
    Q_OBJECT

public:
    struct Parts {
        Results *results;
        SessionFiles *files;
        QStackedWidget *pages;
        ExplorePage *explore;
        QList<QAction *> telling; ///< what would show or say numbers
    };
    LessonGuide(const Parts &parts, QMainWindow *window);

    LessonList *showList();
    /// A file of the teacher's own; what is wrong with it is told in the list.
    void openFile(const QString &path);
    /// Opens its data first; asks before work is lost, as any opening does.
    void start(const OpenLessonPtr &lesson, const LessonLog &log);
    /// Whether somebody goes through one.
    bool isOpen() const;
    /// Its steps for a class; what was answered stays as it is. From the one at hand on, but from
    /// the first where all are answered, and where a class was left since, from there. Until
    /// endSlides() the window has the dial that they show.
    Slides *beginSlides();
    void endSlides();
    /// On that dial.
    ScoresPanel *scores() const;

private:
    void takeData();
    void showStep();
    void follow();
    void addPanel();
    void takeBelief();
    bool asksByDial() const;
    QWidget *coverNow();
    qsizetype firstSlide() const;

    QMainWindow *m_window;
    Parts m_parts;
    Session *m_session;
    QStackedWidget *m_cover; ///< stands for the exploration until all is answered
    ToldPage *m_told = nullptr;
    LessonDial *m_dial = nullptr;
    LessonPanel *m_panel = nullptr;
    std::optional<double> m_askedFrom; ///< where the dial stood when it was asked
    bool m_believes = false;           ///< it was moved since
    bool m_puts = false;               ///< what a step puts there is nobody's answer
    bool m_presents = false;
    /// Where a class was left.
    struct LeftSlides {
        QString lesson;
        qsizetype place; ///< of the class
        int answered;    ///< in the panel, by then
    };
    std::optional<LeftSlides> m_left;
    QPointer<LessonSlides> m_slides;
    std::optional<LessonCourse> m_waiting; ///< for its data
};

} // namespace oneinn
