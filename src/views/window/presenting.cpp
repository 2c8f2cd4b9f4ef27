// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/window/presenting.h"

#include "results/results.h"
#include "session/session.h"
#include "views/dials/scorespanel.h"
#include "views/widgets/preferences.h"
#include "views/window/explorepage.h"
#include "views/window/lessonguide.h"
#include "views/window/presentation.h"
#include "views/window/simpleview.h"
#include "views/window/viewslides.h"

#include <QAction>

namespace oneinn {

namespace {

constexpr QLatin1String simplyKey("presentSimply");

}

Presenting::Presenting(const Parts &parts, QWidget *window)
    : QObject(window)
    , m_parts(parts)
    , m_window(window)
{
    parts.simply->setChecked(preferences::value(simplyKey).toBool());
    connect(parts.simply, &QAction::toggled, this,
            [](bool simply) { preferences::keep(simplyKey, simply); });
}

void Presenting::start()
{
    if (m_parts.lessons->isOpen())
        startLesson();
    else
        startViews();
}

void Presenting::startLesson()
{
    Slides *slides = m_parts.lessons->beginSlides();
    auto *presentation = new Presentation(slides, m_parts.results, m_window);
    connect(presentation, &Presentation::left, m_parts.lessons, &LessonGuide::endSlides);
    auto *simple = new SimpleView(nullptr, {m_parts.lessons->scores()}, presentation);
    begin(presentation, simple, nullptr);
}

void Presenting::startViews()
{
    auto *views = new ViewSlides(m_parts.explore, m_parts.results);
    auto *presentation = new Presentation(views, m_parts.results, m_window);
    auto *simple = new SimpleView(m_parts.results->session(),
                                  m_parts.explore->findChildren<ScoresPanel *>(), presentation);
    begin(presentation, simple, views);
}

/// views: that leave out patience in a class; null: there are none.
void Presenting::begin(Presentation *presentation, SimpleView *simple, ViewSlides *views)
{
    presentation->setAttribute(Qt::WA_DeleteOnClose);
    const auto follow = [simple, views](bool simply) {
        simple->setOn(simply);
        if (views)
            views->setWithoutPatience(simply);
    };
    follow(m_parts.simply->isChecked());
    connect(presentation, &Presentation::simpleRequested, m_parts.simply, &QAction::toggle);
    connect(m_parts.simply, &QAction::toggled, presentation, [follow, presentation](bool simply) {
        follow(simply);
        presentation->goOn();
    });
    connect(presentation, &Presentation::left, simple, [simple] { simple->setOn(false); });
    presentation->start();
}

} // namespace oneinn

#include "moc_presenting.cpp"
