// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/options/cascadestrip.h"

#include "charts/chartmarker.h"
#include "charts/chartview.h"
#include "charts/curve.h"
#include "charts/plotframe.h"
#include "charts/shadeitem.h"
#include "core/infinity.h"
#include "views/widgets/numberbox.h"
#include "views/widgets/plaintext.h"
#include "views/widgets/steering.h"
#include "wording/policynames.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace oneinn {

namespace {

constexpr int chartHeight = 84;
constexpr int barCount = 60;
constexpr int mostDecimals = 9;
constexpr double roomAbove = 1.1;

/// Enough for a thousand places between the ends, or more.
int decimalsFor(double width)
{
    if (!(width > 0.0))
        return 2;
    return std::clamp(3 - static_cast<int>(std::floor(std::log10(width))), 0, mostDecimals);
}

/// The outline of a histogram whose tallest bar is 1.
QList<QPointF> outlineOf(const std::vector<double> &heights, double low, double high)
{
    const double tallest = *std::max_element(heights.begin(), heights.end());
    const double width = (high - low) / static_cast<double>(heights.size());
    QList<QPointF> line{{low, 0.0}};
    for (std::size_t i = 0; i < heights.size(); ++i) {
        const double left = low + width * static_cast<double>(i);
        const double height = tallest > 0.0 ? heights[i] / tallest : 0.0;
        line << QPointF(left, height) << QPointF(left + width, height);
    }
    line << QPointF(high, 0.0);
    return line;
}

} // namespace

CascadeStrip::CascadeStrip(QWidget *parent)
    : QWidget(parent)
    , m_from(plainLabel({}, this))
    , m_low(makeBox(Bound::Low, wording::unsureFromName()))
    , m_high(makeBox(Bound::High, wording::unsureToName()))
    , m_best(new QPushButton(wording::backToTheBestText(), this))
    , m_chart(new charts::ChartView(this))
    , m_scores(new charts::Curve(charts::CurveRole::Rival, m_chart->frame()))
    , m_unsure(new charts::ShadeItem(charts::ShadeItem::Meaning::Shown, m_chart->frame()))
    , m_lowLine(makeMarker(wording::unsureFromName()))
    , m_highLine(makeMarker(wording::unsureToName()))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    setUpRow();
    setUpChart();
    layout->addWidget(m_chart);
    setFocusProxy(m_low);
}

void CascadeStrip::setUpRow()
{
    m_low->setObjectName(QStringLiteral("unsureFrom"));
    m_high->setObjectName(QStringLiteral("unsureTo"));
    m_best->setObjectName(QStringLiteral("backToTheBest"));
    m_from->setBuddy(m_low);
    // A long name gives way before what can be set.
    m_from->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_from->setMinimumWidth(1);
    auto *to = plainLabel(wording::unsureToText(), this);
    to->setBuddy(m_high);
    auto *row = new QHBoxLayout;
    row->setSpacing(6);
    row->addWidget(m_from);
    row->addWidget(m_low);
    row->addWidget(to);
    row->addWidget(m_high);
    row->addStretch(1);
    row->addWidget(m_best);
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
    connect(m_best, &QPushButton::clicked, this, [this] { Q_EMIT edited(std::nullopt); });
}

void CascadeStrip::setUpChart()
{
    m_chart->setObjectName(QStringLiteral("cascadeChart"));
    m_chart->setFixedHeight(chartHeight);
    charts::AxisSpec unlabelled;
    unlabelled.high = roomAbove;
    unlabelled.gridLines = false;
    m_chart->frame()->setVertical(unlabelled);
    setTabOrder(m_low, m_high);
    setTabOrder(m_high, m_best);
    setTabOrder(m_best, m_chart);
}

NumberBox *CascadeStrip::makeBox(Bound bound, const QString &name)
{
    auto *box = new NumberBox(this);
    box->setAccessibleName(name);
    box->setToolTip(wording::cascadeHint());
    connect(box, &NumberBox::edited, this, [this, bound](double value) { type(bound, value); });
    return box;
}

charts::ChartMarker *CascadeStrip::makeMarker(const QString &name)
{
    using charts::ChartMarker;
    auto *marker = new ChartMarker(ChartMarker::Kind::VerticalLine, m_chart->frame());
    marker->setAccessibleName(name);
    return marker;
}

void CascadeStrip::setSession(Session *session)
{
    for (const auto &[marker, bound] :
         {std::pair(m_lowLine, Bound::Low), std::pair(m_highLine, Bound::High)}) {
        const auto move = [this, bound = bound](double wanted) { this->move(bound, wanted); };
        steer(marker, session, this,
              {[this, move](QPointF axis) { move(m_axis.toScore(axis.x())); },
               [this, move, bound = bound](int steps) { move(shown(bound) + steps * step()); },
               [this, move](bool high) { move(high ? m_axis.high() : m_axis.low()); }});
    }
}

void CascadeStrip::setCascade(const ComparedPolicies &compared, const Cascade &cascade)
{
    m_first = compared.models.at(static_cast<std::size_t>(cascade.small));
    m_second = compared.models.at(static_cast<std::size_t>(cascade.large.model));
    setScores(compared.resampled.score.col(cascade.small), compared.resampled.weight);
    // What no bound could be set to means the same as the end on that side.
    m_own = {std::min(cascade.deferBetween.low, m_axis.high()),
             std::max(cascade.deferBetween.high, m_axis.low())};
    m_from->setText(onButton(wording::unsureFromText(m_first)));
    m_unsure->setLabel(wording::decidesText(m_second));
    m_chart->setAccessibleSummary(wording::cascadeChartName(m_first),
                                  wording::cascadeChartSummary(m_first, m_second));
}

/// The right end is above every score, so that a bound can be.
void CascadeStrip::setScores(const Eigen::Ref<const Eigen::ArrayXd> &score,
                             const Eigen::ArrayXd &weight)
{
    m_decimals = decimalsFor(score.maxCoeff() - score.minCoeff());
    const double unit = std::pow(10.0, -m_decimals);
    const double low = std::floor(score.minCoeff() / unit) * unit;
    // One unit more is nothing beside very large scores.
    const double high = std::max((std::floor(score.maxCoeff() / unit) + 1.0) * unit,
                                 std::nextafter(score.maxCoeff(), infinity));
    m_axis = charts::AxisMapping::score(low, high);
    m_chart->frame()->setHorizontal(charts::mappedAxis(m_axis, {}));
    std::vector<double> heights(barCount, 0.0);
    for (Eigen::Index use = 0; use < score.size(); ++use) {
        const double place = (score[use] - low) / (high - low) * barCount;
        heights[static_cast<std::size_t>(std::clamp(place, 0.0, barCount - 1.0))] += weight[use];
    }
    m_scores->setPoints(outlineOf(heights, low, high));
    for (NumberBox *box : {m_low, m_high}) {
        box->setDecimals(m_decimals);
        box->setSingleStep(step());
        box->setRange(low, high);
    }
}

void CascadeStrip::display(const std::optional<CascadeBounds> &bounds)
{
    const bool isThese = bounds && bounds->first == m_first && bounds->second == m_second;
    m_between = isThese ? bounds->deferBetween : m_own;
    m_best->setEnabled(bounds.has_value());
    showBounds();
}

void CascadeStrip::setChartVisible(bool visible)
{
    m_chart->setVisible(visible);
}

double CascadeStrip::shown(Bound bound) const
{
    const double exact = bound == Bound::Low ? m_between.low : m_between.high;
    return std::clamp(exact, m_axis.low(), m_axis.high());
}

double CascadeStrip::step() const
{
    return std::pow(10.0, 1 - m_decimals);
}

double CascadeStrip::rounded(double value) const
{
    const double perUnit = std::pow(10.0, m_decimals);
    return std::round(value * perUnit) / perUnit;
}

/// A number that is typed is meant: the other one gives way to it.
void CascadeStrip::type(Bound bound, double wanted)
{
    const double value = rounded(wanted);
    if (bound == Bound::Low)
        m_between.high = std::max(m_between.high, value);
    else
        m_between.low = std::min(m_between.low, value);
    move(bound, value);
}

void CascadeStrip::move(Bound bound, double wanted)
{
    const double value = rounded(wanted);
    Interval between = m_between;
    if (bound == Bound::Low)
        between.low = value <= m_axis.low() ? -infinity : std::min(value, between.high);
    else
        between.high = value >= m_axis.high() ? infinity : std::max(value, between.low);
    Q_EMIT edited(CascadeBounds{m_first, m_second, between});
    // Where it goes no further nothing has changed, and the box still has what was typed.
    showBounds();
}

void CascadeStrip::showBounds()
{
    const double low = shown(Bound::Low);
    const double high = shown(Bound::High);
    m_low->display(low);
    m_high->display(high);
    m_lowLine->setPosition({m_axis.toAxis(low), 0.0});
    m_highLine->setPosition({m_axis.toAxis(high), 0.0});
    m_unsure->setRange(std::pair(m_axis.toAxis(low), m_axis.toAxis(high)));
}

} // namespace oneinn

#include "moc_cascadestrip.cpp"
