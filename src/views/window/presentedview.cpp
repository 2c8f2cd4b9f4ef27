// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/window/presentedview.h"

#include "charts/chartmarker.h"
#include "charts/chartview.h"
#include "charts/heatmapitem.h"
#include "charts/plotframe.h"
#include "charts/staritem.h"
#include "results/results.h"
#include "session/session.h"
#include "views/answer/answerpanel.h"
#include "views/dials/tradeoffpage.h"
#include "views/doubts/verdictpanel.h"
#include "views/launch/pictureview.h"
#include "views/options/segmentspanel.h"
#include "views/options/thresholdmarks.h"
#include "wording/experiencewords.h"
#include "wording/phrases.h"
#include "wording/sayit.h"
#include "wording/verdictwords.h"

#include <QGraphicsScene>
#include <QPainter>
#include <QRegularExpression>

#include <utility>
#include <vector>

namespace oneinn {

namespace {

constexpr qsizetype mostSpokenCharacters = 190; ///< more is no sentence for a wall
constexpr int usualChartHeight = 300;
constexpr double guessLineWidth = 2.0;

/// As many whole sentences as there is room for, and one in any case.
QString firstSentences(const QString &text, qsizetype most)
{
    // Not by Unicode's rules: to these, a sentence does not begin with a number.
    static const QRegularExpression endOfSentence(QStringLiteral("[.!?](?=\\s|$)"));
    qsizetype end = 0;
    for (auto ends = endOfSentence.globalMatch(text); ends.hasNext();) {
        const qsizetype next = ends.next().capturedEnd();
        if (end > 0 && next > most)
            break;
        end = next;
    }
    return end > 0 ? text.left(end).trimmed() : text;
}

/// Those that tell something; what is only there to be dragged does not.
QList<charts::ChartView *> tellingCharts(const QWidget *page)
{
    QList<charts::ChartView *> charts = page->findChildren<charts::ChartView *>();
    charts.removeIf([](const charts::ChartView *chart) {
        return qobject_cast<const ThresholdMarks *>(chart->parentWidget()) != nullptr;
    });
    return charts;
}

charts::ChartView *chartOn(const QWidget *page)
{
    const QList<charts::ChartView *> charts = tellingCharts(page);
    for (charts::ChartView *chart : charts) {
        if (chart->isVisible())
            return chart;
    }
    return nullptr;
}

/// The page may be the panel itself.
const SegmentsPanel *segmentsOn(const QWidget *page)
{
    const auto *itself = qobject_cast<const SegmentsPanel *>(page);
    return itself ? itself : page->findChild<SegmentsPanel *>();
}

QString iconsSentence(const Assessment &assessment)
{
    const wording::Statement wrong = wording::experienceWords(assessment).wrong;
    const bool known = wrong.headline != wording::undefinedDash();
    return wording::asSentence(known ? wrong.headline + QStringLiteral(": ") + wrong.detail
                                     : wrong.detail);
}

/// What several labels of a panel say, as one sentence.
QString spoken(QString summary)
{
    return firstSentences(
            wording::asSentence(
                    summary.replace(QStringLiteral(" \u00b7 "), QStringLiteral(": ")).simplified()),
            mostSpokenCharacters);
}

PresentedView segmentsPresented(const SegmentsPanel &panel)
{
    PresentedView view;
    view.segments = panel.known();
    if (!view.segments)
        return view;
    view.picture = PresentedView::Picture::Segments;
    view.sentence = wallSentences(panel.sentence());
    return view;
}

/// The first picture of a plan that there is.
PresentedView drawingPresented(const QWidget *page)
{
    PresentedView view;
    const auto drawings = page->findChildren<PictureView *>();
    for (PictureView *drawing : drawings) {
        if (!drawing->isVisible() || drawing->isEmpty() || drawing->isFaded())
            continue;
        view.picture = PresentedView::Picture::Drawing;
        view.drawing = drawing;
        view.sentence = spoken(drawing->accessibleName());
        return view;
    }
    return view;
}

/// As long as this is there, nothing is written at a chart's markers and lines of equal numbers,
/// and where the best is has no star.
class BareMarkers {
public:
    explicit BareMarkers(const QGraphicsScene *scene)
    {
        const QList<QGraphicsItem *> items = scene->items();
        for (QGraphicsItem *item : items) {
            QGraphicsObject *object = item->toGraphicsObject();
            if (auto *marker = qobject_cast<charts::ChartMarker *>(object))
                bare(marker);
            else if (auto *map = qobject_cast<charts::HeatMapItem *>(object))
                bare(map);
            else if (auto *star = qobject_cast<charts::StarItem *>(object);
                     star && star->isVisible())
                hide(star);
        }
    }
    ~BareMarkers()
    {
        for (const Written &written : m_written) {
            written.marker->setLabel(written.label);
            written.marker->setNote(written.note);
        }
        for (const auto &[item, map] : m_maps)
            item->setMap(map);
        for (QGraphicsObject *star : m_stars)
            star->show();
    }
    Q_DISABLE_COPY_MOVE(BareMarkers)

private:
    struct Written {
        charts::ChartMarker *marker;
        QString label;
        QString note;
    };

    void bare(charts::ChartMarker *marker)
    {
        m_written.push_back({marker, marker->label(), marker->note()});
        marker->setLabel({});
        marker->setNote({});
    }
    void bare(charts::HeatMapItem *item)
    {
        charts::HeatMap map = item->map();
        m_maps.emplace_back(item, map);
        for (charts::IsoLine &line : map.lines)
            line.label.clear();
        item->setMap(std::move(map));
    }
    void hide(QGraphicsObject *star)
    {
        m_stars.push_back(star);
        star->hide();
    }

    std::vector<Written> m_written;
    std::vector<std::pair<charts::HeatMapItem *, charts::HeatMap>> m_maps;
    std::vector<QGraphicsObject *> m_stars;
};

/// As long as this is there, a widget has the shape of the room, near its usual height.
class ReshapedWidget {
public:
    ReshapedWidget(QWidget *widget, const QSize &room, int usual)
        : m_widget(widget)
        , m_before(widget->size())
        , m_zoom(qMax(1.0, double(room.height()) / usual))
    {
        widget->resize((QSizeF(room) / m_zoom).toSize());
        // Some are never tall.
        const double taller = room.height() / m_zoom / qMax(1, widget->height());
        if (taller > 1.0) {
            m_zoom *= taller;
            widget->resize((QSizeF(room) / m_zoom).toSize());
        }
    }
    ~ReshapedWidget() { m_widget->resize(m_before); }
    Q_DISABLE_COPY_MOVE(ReshapedWidget)

    double zoom() const { return m_zoom; }

private:
    QWidget *m_widget;
    QSize m_before;
    double m_zoom;
};

} // namespace

bool canBePresented(const QWidget *page)
{
    return page->findChild<AnswerPanel *>() || page->findChild<VerdictPanel *>() || segmentsOn(page)
            || page->findChild<PictureView *>() || !tellingCharts(page).isEmpty();
}

PresentedView presentedView(const QWidget *page, const Results &results)
{
    using Picture = PresentedView::Picture;
    const Assessment &assessment = results.session()->assessment();
    if (const auto *answer = page->findChild<AnswerPanel *>())
        return {Picture::Icons, nullptr,
                answer->lead().isEmpty() ? iconsSentence(assessment) : answer->lead()};
    if (page->findChild<VerdictPanel *>()) {
        const auto load = results.load().current();
        if (!load)
            return {};
        return {Picture::Bars, nullptr,
                firstSentences(wording::verdictSentence(
                                       wording::verdictWords(*load, assessment.scenario.words)),
                               mostSpokenCharacters)};
    }
    if (const SegmentsPanel *segments = segmentsOn(page))
        return segmentsPresented(*segments);
    charts::ChartView *chart = chartOn(page);
    if (!chart)
        return drawingPresented(page);
    if (qobject_cast<const TradeoffPage *>(page))
        return {Picture::Chart, chart, firstSentences(wording::sayIt(assessment), 0)};
    return {Picture::Chart, chart, spoken(chart->accessibleDescription())};
}

QString wallSentences(const QString &text)
{
    return firstSentences(text, mostSpokenCharacters);
}

QImage chartPicture(charts::ChartView *chart, const QSize &room, double scale, bool bare,
                    const ChartGuesses &guesses)
{
    const ReshapedWidget reshaped(chart, room, usualChartHeight);
    std::optional<BareMarkers> markers;
    if (bare)
        markers.emplace(chart->scene());
    const double pixels = reshaped.zoom() * scale;
    QImage image = chart->toImage(pixels);
    image.setDevicePixelRatio(pixels);
    QPainter painter(&image);
    painter.setPen(QPen(guesses.color, guessLineWidth, Qt::DashLine));
    const charts::PlotFrame *frame = chart->frame();
    for (const double guess : guesses.axis) {
        const QPointF foot = frame->toPixels(frame->clamped({guess, 0.0}));
        painter.drawLine(QPointF(foot.x(), frame->plotArea().top()),
                         QPointF(foot.x(), frame->plotArea().bottom()));
    }
    painter.end();
    image.setDevicePixelRatio(scale);
    return image;
}

QImage widgetPicture(QWidget *widget, const QSize &room, double scale, int usual)
{
    const ReshapedWidget reshaped(widget, room, usual);
    const double pixels = reshaped.zoom() * scale;
    QImage image((QSizeF(widget->size()) * pixels).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(pixels);
    image.fill(Qt::transparent);
    widget->render(&image, {}, {}, QWidget::DrawChildren);
    image.setDevicePixelRatio(scale);
    return image;
}

} // namespace oneinn
