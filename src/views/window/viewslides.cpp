// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/window/viewslides.h"

#include "document/dataplaces.h"
#include "results/results.h"
#include "session/session.h"
#include "views/product/patiencepanel.h"
#include "views/window/explorepage.h"
#include "wording/names.h"

namespace oneinn {

namespace {

constexpr double iconsAtAll = 100.0;

QStringList placeOf(const ExplorePage::ViewName &name)
{
    QStringList place{name.room, name.view};
    place.removeDuplicates();
    return place;
}

/// How many of a hundred shown are wrong, as a question to those who look on.
void askOfIcons(Slide &slide, const Assessment &assessment)
{
    slide.question = wording::howManyWrongQuestion(assessment.scenario.words);
    const auto wrong = assessment.experience[Share::WrongOfShown];
    if (!wrong || wrong->reliability != Reliability::Stated)
        return;
    slide.icons = iconsAtAll * wrong->value;
    slide.asked = AskedNumber{wording::GuessUnit::OfHundred, *slide.icons};
}

/// The first number of its sentence that is out of 100.
void askOfSentence(Slide &slide)
{
    const auto number = firstOfHundred(slide.view.sentence);
    if (!number)
        return;
    slide.asked = AskedNumber{wording::GuessUnit::OfHundred, number->value};
    slide.asked->told = number->told;
    slide.askedIn = number->place;
}

} // namespace

ViewSlides::ViewSlides(ExplorePage *explore, Results *results, QObject *parent)
    : Slides(parent)
    , m_explore(explore)
    , m_results(results)
{
    connect(results->session(), &Session::assessmentChanged, this, &Slides::changed);
    // After the page, which listens for longer.
    for (const BackgroundState *part :
         {static_cast<const BackgroundState *>(&results->load()),
          static_cast<const BackgroundState *>(&results->plane()),
          static_cast<const BackgroundState *>(&results->policies()),
          static_cast<const BackgroundState *>(&results->places()),
          static_cast<const BackgroundState *>(&results->calibration()),
          static_cast<const BackgroundState *>(&results->band()),
          static_cast<const BackgroundState *>(&results->segments()),
          static_cast<const BackgroundState *>(&results->launch().release()),
          static_cast<const BackgroundState *>(&results->launch().learning()),
          static_cast<const BackgroundState *>(&results->rivals())})
        connect(part, &BackgroundState::changed, this, &Slides::changed);
    for (const BackgroundState *each : results->everyDoubts())
        connect(each, &BackgroundState::changed, this, &Slides::changed);
    connect(results, &Results::completed, this, &Slides::changed);
    // Once everybody else has heard of it.
    connect(results, &Results::completed, this, &ViewSlides::leaveWithoutPicture,
            Qt::QueuedConnection);
}

Slide ViewSlides::now() const
{
    const QWidget *page = m_explore->currentView();
    Slide slide;
    slide.key = page->objectName();
    slide.view = presentedView(page, *m_results);
    slide.place = placeOf(m_explore->nameOf(page));
    slide.place.append(wording::nameText(dataName(m_results->session()->data().source.path)));
    if (slide.view.picture == PresentedView::Picture::Icons)
        askOfIcons(slide, m_results->session()->assessment());
    else
        askOfSentence(slide);
    return slide;
}

QString ViewSlides::nextText() const
{
    const QList<QWidget *> pages = m_explore->views();
    for (auto at = pages.indexOf(m_explore->currentView()) + 1; at < pages.size(); ++at) {
        if (isPresented(pages.at(at)))
            return placeOf(m_explore->nameOf(pages.at(at))).join(QStringLiteral(" \u00b7 "));
    }
    return {};
}

bool ViewSlides::isPresented(const QWidget *page) const
{
    if (m_withoutPatience && page->findChild<PatiencePanel *>())
        return false;
    return canBePresented(page);
}

bool ViewSlides::isWaited() const
{
    return presentedView(m_explore->currentView(), *m_results).picture
            == PresentedView::Picture::None;
}

/// Past those without a picture.
void ViewSlides::go(int step)
{
    const QList<QWidget *> pages = m_explore->views();
    QWidget *before = m_explore->currentView();
    m_step = step < 0 ? -1 : 1;
    for (auto at = pages.indexOf(before) + step; at >= 0 && at < pages.size(); at += m_step) {
        if (!isPresented(pages.at(at)))
            continue;
        m_explore->showView(pages.at(at));
        if (isWaited() && !m_results->isPending())
            continue;
        Q_EMIT gone();
        return;
    }
    m_explore->showView(before);
    if (isWaited() && m_step > 0)
        go(-1); // from a view behind all pictures
}

/// Nothing was found that could be shown of a view that was waited for.
void ViewSlides::leaveWithoutPicture()
{
    if (isWaited() && !m_results->isPending())
        go(m_step);
}

} // namespace oneinn

#include "moc_viewslides.cpp"
