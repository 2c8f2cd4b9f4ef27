// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/window/slidepicture.h"

#include "charts/charttheme.h"
#include "results/results.h"
#include "session/session.h"
#include "views/doubts/lossbars.h"
#include "views/evidence/iconarray.h"
#include "views/launch/pictureview.h"
#include "views/options/segmentslide.h"

#include <QWidget>

#include <algorithm>
#include <iterator>

namespace oneinn {

namespace {

constexpr int usualIconsHeight = 150;
constexpr double leastContrast = 4.5; ///< its words are read, too
constexpr QColor amber(0xf2, 0xb1, 0x4c);

} // namespace

QColor guessColor(const QPalette &palette)
{
    return charts::withContrast(amber, palette.color(QPalette::Base), leastContrast);
}

SlidePicture::SlidePicture(const Results *results, QWidget *wall)
    : m_results(results)
    , m_wall(wall)
    , m_icons(new IconArray(wall))
    , m_bars(new LossBars(wall))
    , m_segments(new SegmentSlide(wall))
{
    m_icons->hide();
    m_bars->hide();
    m_segments->hide();
}

QImage SlidePicture::of(const Slide &slide, const Asked &asked) const
{
    switch (slide.view.picture) {
    case PresentedView::Picture::Chart:
        return chart(slide, asked);
    case PresentedView::Picture::Bars:
        return bars(asked);
    case PresentedView::Picture::Icons:
        return icons(slide, asked);
    case PresentedView::Picture::Drawing:
        return drawing(slide, asked);
    case PresentedView::Picture::Segments:
        return segments(slide, asked);
    case PresentedView::Picture::None:
        break;
    }
    return {};
}

QImage SlidePicture::chart(const Slide &slide, const Asked &asked) const
{
    ChartGuesses marks{{}, guessColor(m_wall->palette())};
    for (const double guess : asked.guesses) {
        if (const auto mark = slide.toAxis ? slide.toAxis(guess) : std::nullopt)
            marks.axis.push_back(*mark);
    }
    return chartPicture(slide.view.chart, asked.room, asked.scale, !asked.revealed, marks);
}

QImage SlidePicture::drawing(const Slide &slide, const Asked &asked)
{
    PictureView *drawing = slide.view.drawing;
    drawing->setBare(!asked.revealed);
    QImage image = widgetPicture(drawing, asked.room, asked.scale, drawing->sizeHint().height());
    drawing->setBare(false);
    return image;
}

QImage SlidePicture::segments(const Slide &slide, const Asked &asked) const
{
    m_segments->display(slide.view.segments, !asked.revealed);
    return widgetPicture(m_segments, asked.room, asked.scale, m_segments->usualHeight());
}

QImage SlidePicture::bars(const Asked &asked) const
{
    const ScenarioLoad &known = *m_results->load().current();
    QList<LossBar> bars = lossBars(
            wording::verdictWords(known, m_results->session()->scenario().words).equalSteps,
            known.load.equalSteps, known.load.equalStepsRange);
    const double longest = largestLoss(bars);
    for (LossBar &bar : bars) {
        if (asked.revealed)
            break;
        bar.words.loss = QStringLiteral("?");
        bar.words.range.clear();
    }
    m_bars->display(bars, longest);
    return widgetPicture(m_bars, asked.room, asked.scale, m_bars->sizeHint().height());
}

/// The icons are the number: before it is revealed they are hollow.
QImage SlidePicture::icons(const Slide &slide, const Asked &asked) const
{
    const bool told = slide.icons && asked.revealed;
    std::vector<int> guesses;
    guesses.reserve(asked.guesses.size());
    if (slide.asked && slide.asked->unit == wording::GuessUnit::OfHundred)
        std::ranges::transform(asked.guesses, std::back_inserter(guesses),
                               [](double guess) { return int(guess); });
    m_icons->setCountsGood(slide.iconsAreGood);
    m_icons->display(told ? std::optional(qRound(*slide.icons)) : std::nullopt, {});
    m_icons->setGuesses(std::move(guesses), guessColor(m_wall->palette()));
    const int side = qMin(asked.room.width(), asked.room.height());
    return widgetPicture(m_icons, {side, side}, asked.scale, usualIconsHeight);
}

} // namespace oneinn
