// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/decimate.h"
#include "core/choice.h"
#include "plots/precisionrecallplot.h"
#include "report/figures.h"
#include "report/figuresize.h"
#include "report/figurewords.h"
#include "report/plot.h"
#include "wording/chartwords.h"

#include <algorithm>
#include <array>

namespace oneinn::report {

using namespace Qt::StringLiterals;
using pictures::Role;

namespace {

constexpr double margin = 8.0;
constexpr double plotHeight = 280.0;
constexpr double roomForAxis = 48.0;
constexpr double leftOfCurve = 70.0;

constexpr pictures::Shape curveShape{.stroke = Role::Good, .width = 2.0};
constexpr pictures::Shape nowShape{Role::Bad, Role::Text, 1.5};
constexpr pictures::Shape pinShape{Role::Paper, Role::Text, 1.2};

/// As recall and precision; absent where nothing is shown or nothing positive.
std::optional<QPointF> pointOf(const Assessment &assessment)
{
    const PointMetrics &metrics = assessment.metrics;
    if (!metrics.precision || !metrics.recall)
        return {};
    return QPointF(*metrics.recall, *metrics.precision);
}

/// Boxes with a letter beside their points, none on another nor on a point.
class PinLetters {
public:
    PinLetters(pictures::Picture *picture, const QRectF &area)
        : m_picture(picture)
        , m_area(area)
    {
    }

    void keepFree(QPointF point) { m_taken.append(boxAround(point)); }

    void draw(QPointF point, const QString &letter)
    {
        const QPointF center = freePlace(point);
        m_taken.append(boxAround(center));
        m_picture->line(point, center, {.stroke = Role::Text});
        m_picture->circle(point, 3.0, {Role::Text});
        m_picture->rectangle(boxAround(center), pinShape);
        m_picture->text(center + QPointF(0.0, 4.0), letter,
                        {.anchor = pictures::Anchor::Middle, .bold = true, .size = 11.0});
    }

private:
    static QRectF boxAround(QPointF center)
    {
        constexpr double half = 7.5;
        return {center - QPointF(half, half), center + QPointF(half, half)};
    }

    QPointF freePlace(QPointF point) const
    {
        constexpr std::array<QPointF, 8> directions{
                {{1, -1}, {-1, -1}, {1, 1}, {-1, 1}, {0, -1.4}, {1.4, 0}, {0, 1.4}, {-1.4, 0}}};
        for (double distance = 14.0; distance < 120.0; distance += 9.0) {
            for (const QPointF &direction : directions) {
                const QPointF center = point + distance * direction;
                const QRectF box = boxAround(center);
                const bool free = m_area.contains(box)
                        && std::none_of(m_taken.begin(), m_taken.end(),
                                        [&](const QRectF &other) { return other.intersects(box); });
                if (free)
                    return center;
            }
        }
        return point;
    }

    pictures::Picture *m_picture;
    QRectF m_area;
    QList<QRectF> m_taken;
};

/// Whether a point belongs to another line than the one that is drawn.
bool anyElsewhere(const FigureMaterial &material)
{
    const Choice now = choiceOf(material.assessment.scenario);
    return std::any_of(material.pins.begin(), material.pins.end(), [&now](const NamedPoint &pin) {
        Choice choice = choiceOf(pin.assessment->scenario);
        choice.threshold = now.threshold;
        return choice != now;
    });
}

QList<LegendEntry> legendEntries(const FigureMaterial &material)
{
    using Swatch = LegendEntry::Swatch;
    QList<LegendEntry> entries{{u"every threshold"_s, curveShape, Swatch::Line}};
    if (pointOf(material.assessment))
        entries.append({u"now: "_s + wording::operatingPointLabel(material.assessment), nowShape,
                        Swatch::Dot});
    qsizetype place = 0;
    for (const NamedPoint &pin : material.pins) {
        const QString letter = pinLetter(place++);
        if (pointOf(*pin.assessment))
            entries.append({pin.name, pinShape, Swatch::Letter, letter});
    }
    return entries;
}

void drawPoints(pictures::Picture *picture, const Plot &plot, const FigureMaterial &material)
{
    PinLetters letters(picture, plot.area());
    const auto now = pointOf(material.assessment);
    if (now)
        letters.keepFree(plot.at(*now));
    for (const NamedPoint &pin : material.pins) {
        if (const auto point = pointOf(*pin.assessment))
            letters.keepFree(plot.at(*point));
    }
    qsizetype place = 0;
    for (const NamedPoint &pin : material.pins) {
        const QString letter = pinLetter(place++);
        if (const auto point = pointOf(*pin.assessment))
            letters.draw(plot.at(*point), letter);
    }
    if (now)
        picture->circle(plot.at(*now), 6.0, nowShape);
}

} // namespace

std::optional<Figure> precisionRecallFigure(const FigureMaterial &material)
{
    const QList<QPointF> steps = precisionRecallPoints(material.assessment.outlook->sweep);
    if (steps.isEmpty())
        return {};
    const QString caption = precisionRecallCaption(material.assessment, anyElsewhere(material));
    const Legend legend(legendEntries(material), figureWidth - 2.0 * margin);
    const double top = margin + legend.height() + margin;
    pictures::Picture picture({figureWidth, top + plotHeight + roomForAxis}, caption);
    legend.draw(&picture, {margin, margin});

    const wording::CurveAxes titles =
            wording::precisionRecallAxes(material.assessment.scenario.words);
    Plot plot(&picture, {leftOfCurve, top, figureWidth - leftOfCurve - 24.0, plotHeight},
              shareAxis(titles.horizontal), shareAxis(titles.vertical));
    plot.drawFrame();
    picture.polyline(plot.at(charts::decimate(steps, 0.0, 1.0, curveColumns)), curveShape);
    drawPoints(&picture, plot, material);
    return Figure{u"Precision and recall"_s, caption, std::move(picture)};
}

} // namespace oneinn::report
