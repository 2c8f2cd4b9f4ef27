// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/window/lessonguide.h"

#include "session/session.h"
#include "views/learn/lessonlist.h"
#include "views/learn/lessonpanel.h"
#include "views/widgets/plaintext.h"
#include "views/window/explorepage.h"
#include "views/window/sessionfiles.h"

#include <QAction>
#include <QFileInfo>
#include <QLabel>
#include <QMainWindow>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

namespace oneinn {

namespace {

constexpr int partOfWindow = 4; ///< that the panel takes, where there is room

QWidget *makeCover(QStackedWidget *pages)
{
    auto *cover = new QWidget(pages);
    cover->setObjectName(QStringLiteral("lessonCover"));
    auto *column = new QVBoxLayout(cover);
    auto *says = plainLabel(LessonGuide::tr("What these data show stands here once you have "
                                            "answered."),
                            cover);
    says->setProperty("role", QStringLiteral("quiet"));
    says->setAlignment(Qt::AlignCenter);
    says->setWordWrap(true);
    column->addWidget(says);
    return cover;
}

QString dataPath(const OpenLesson &lesson)
{
    return lessonDataPath(lesson.lesson, QFileInfo(lesson.path).absolutePath());
}

} // namespace

LessonGuide::LessonGuide(const Parts &parts, QMainWindow *window)
    : QObject(window)
    , m_window(window)
    , m_parts(parts)
    , m_cover(makeCover(parts.pages))
{
    parts.pages->addWidget(m_cover);
    connect(parts.pages, &QStackedWidget::currentChanged, this, &LessonGuide::follow);
    connect(parts.session, &Session::opened, this, &LessonGuide::takeData);
    connect(&parts.session->loading(), &Loading::failed, this, [this] { m_waiting.reset(); });
}

void LessonGuide::showList()
{
    auto *list = new LessonList(m_window);
    list->setAttribute(Qt::WA_DeleteOnClose);
    connect(list, &LessonList::opened, this, &LessonGuide::start);
    list->show();
}

void LessonGuide::start(const OpenLessonPtr &lesson, const LessonLog &log)
{
    const LessonCourse course(lesson, log.value(lesson->path));
    const Source source{.path = dataPath(*lesson),
                        .mapping = lessonMapping(lesson->lesson),
                        .scenario = course.answers().scenario()};
    m_waiting = course;
    m_parts.files->open(source);
}

/// Data were opened: a lesson's, or others, which end the lesson.
void LessonGuide::takeData()
{
    const auto waiting = std::exchange(m_waiting, {});
    const bool isAwaited =
            waiting && m_parts.session->data().source.path == dataPath(waiting->lesson());
    if (!isAwaited) {
        if (m_panel)
            m_panel->leave();
        return;
    }
    addPanel();
    m_parts.explore->showRoom(Room::Dials);
    m_panel->begin(*waiting);
}

void LessonGuide::addPanel()
{
    if (m_panel)
        return;
    m_panel = new LessonPanel(m_window);
    m_window->addDockWidget(Qt::RightDockWidgetArea, m_panel);
    m_window->resizeDocks({m_panel}, {m_window->width() / partOfWindow}, Qt::Horizontal);
    connect(m_panel, &LessonPanel::stepShown, this, &LessonGuide::showStep);
    connect(m_panel, &LessonPanel::left, this, &LessonGuide::follow);
}

void LessonGuide::showStep()
{
    m_parts.session->edit({EditedPart::ModelAndPolicy, [this](Scenario &scenario) {
                               scenario = m_panel->course()->answers().scenario();
                           }});
    follow();
}

/// The exploration gives way to the cover, and comes back; the rail gives way to the panel.
void LessonGuide::follow()
{
    const bool hides = m_panel && m_panel->hidesPicture();
    m_parts.explore->setRailShown(!m_panel || !m_panel->course());
    for (QAction *action : std::as_const(m_parts.telling))
        action->setEnabled(!hides);
    QWidget *now = m_parts.pages->currentWidget();
    if (hides && now == m_parts.explore)
        m_parts.pages->setCurrentWidget(m_cover);
    else if (!hides && now == m_cover)
        m_parts.pages->setCurrentWidget(m_parts.explore);
}

} // namespace oneinn

#include "moc_lessonguide.cpp"
