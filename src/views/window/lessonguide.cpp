// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/window/lessonguide.h"

#include "results/results.h"
#include "session/session.h"
#include "views/learn/lessonlist.h"
#include "views/learn/lessonpanel.h"
#include "views/window/explorepage.h"
#include "views/window/lessondial.h"
#include "views/window/lessonslides.h"
#include "views/window/sessionfiles.h"
#include "views/window/toldpage.h"

#include <QAction>
#include <QFileInfo>
#include <QMainWindow>
#include <QStackedWidget>

#include <algorithm>
#include <utility>

namespace oneinn {

namespace {

constexpr int partOfWindow = 4; ///< that the panel takes, where there is room

QStackedWidget *makeCover(QStackedWidget *pages)
{
    auto *cover = new QStackedWidget(pages);
    cover->setObjectName(QStringLiteral("lessonCover"));
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
    , m_session(parts.results->session())
    , m_cover(makeCover(parts.pages))
{
    m_told = new ToldPage(m_cover);
    m_cover->addWidget(m_told);
    parts.pages->addWidget(m_cover);
    connect(parts.files, &SessionFiles::lessonRequested, this, &LessonGuide::openFile);
    connect(parts.pages, &QStackedWidget::currentChanged, this, &LessonGuide::follow);
    connect(m_session, &Session::opened, this, &LessonGuide::takeData);
    connect(&m_session->loading(), &Loading::failed, this, [this] { m_waiting.reset(); });
}

LessonList *LessonGuide::showList()
{
    auto *list = new LessonList(m_window);
    list->setAttribute(Qt::WA_DeleteOnClose);
    connect(list, &LessonList::opened, this, &LessonGuide::start);
    list->show();
    return list;
}

void LessonGuide::openFile(const QString &path)
{
    showList()->openFile(QFileInfo(path).absoluteFilePath());
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
    const bool isAwaited = waiting && m_session->data().source.path == dataPath(waiting->lesson());
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
    m_dial = new LessonDial(m_parts.results, m_cover);
    m_cover->addWidget(m_dial);
    connect(m_panel, &LessonPanel::believed, this, [this](double typed) {
        if (asksByDial())
            m_dial->put(typed);
    });
    connect(m_session, &Session::assessmentChanged, this, &LessonGuide::takeBelief);
}

bool LessonGuide::isOpen() const
{
    return m_panel && m_panel->course();
}

/// The window's own dial is the answer.
bool LessonGuide::asksByDial() const
{
    if (!isOpen() || m_presents || m_panel->course()->given())
        return false;
    const LessonCourse &course = *m_panel->course();
    return LessonDial::isOf(course.step()) && course.answers().dialEnds(course.step());
}

/// Where the dial was moved to; not where the step has put it.
void LessonGuide::takeBelief()
{
    const auto now = !m_puts && asksByDial() ? m_dial->believed() : std::nullopt;
    if (!now || (!m_believes && now == m_askedFrom))
        return;
    m_believes = true;
    m_panel->believe(*now);
}

Slides *LessonGuide::beginSlides()
{
    const LessonCourse &course = *m_panel->course();
    m_slides = new LessonSlides(course.lessonPtr(), firstSlide(), m_session, m_dial);
    m_presents = true;
    m_dial->ask(course.step());
    follow();
    return m_slides;
}

qsizetype LessonGuide::firstSlide() const
{
    const LessonCourse &course = *m_panel->course();
    const qsizetype last = course.lesson().lesson.steps.size() - 1;
    const qsizetype answered = course.score().answered;
    if (m_left && m_left->lesson == course.lesson().path && m_left->answered == answered)
        return std::min(m_left->place, last);
    return answered > last ? 0 : answered;
}

void LessonGuide::endSlides()
{
    m_presents = false;
    if (!isOpen())
        return;
    const LessonCourse &course = *m_panel->course();
    if (m_slides)
        m_left = LeftSlides{course.lesson().path, m_slides->place(), course.score().answered};
    showStep();
}

ScoresPanel *LessonGuide::scores() const
{
    return m_dial->scores();
}

void LessonGuide::showStep()
{
    const LessonCourse &course = *m_panel->course();
    const bool asks = asksByDial();
    const Scenario scenario = asks ? m_dial->askedScenario(course.step(), course.answers())
                                   : course.answers().scenario();
    m_believes = false;
    m_askedFrom.reset();
    if (asks)
        m_dial->ask(course.step());
    m_puts = true;
    m_session->edit({EditedPart::ModelAndPolicy, [&scenario](Scenario &now) { now = scenario; }});
    m_puts = false;
    if (asks)
        m_askedFrom = m_dial->believed();
    follow();
}

/// What stands in place of the exploration: the dial where it is the question, or was; else what
/// was told of the step at hand, and nothing besides.
QWidget *LessonGuide::coverNow()
{
    if (m_presents || asksByDial())
        return m_dial;
    const LessonCourse &course = *m_panel->course();
    if (course.given() && LessonDial::isOf(course.step())) {
        m_dial->ask(course.step());
        return m_dial;
    }
    m_told->display(course);
    return m_told;
}

/// The exploration gives way to the cover, and comes back; the rail gives way to the panel.
void LessonGuide::follow()
{
    const bool hides = m_presents || (m_panel && m_panel->hidesPicture());
    m_parts.explore->setRailShown(!isOpen());
    for (QAction *action : std::as_const(m_parts.telling))
        action->setEnabled(!hides);
    if (hides)
        m_cover->setCurrentWidget(coverNow());
    QWidget *now = m_parts.pages->currentWidget();
    if (hides && now == m_parts.explore)
        m_parts.pages->setCurrentWidget(m_cover);
    else if (!hides && now == m_cover)
        m_parts.pages->setCurrentWidget(m_parts.explore);
}

} // namespace oneinn

#include "moc_lessonguide.cpp"
