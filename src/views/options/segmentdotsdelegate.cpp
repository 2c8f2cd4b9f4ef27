// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/options/segmentdotsdelegate.h"

#include "charts/charttheme.h"
#include "views/options/segmentsmodel.h"
#include "wording/segmentwords.h"

#include <QPainter>

namespace oneinn {

namespace {

constexpr double dotRadius = 3.5;
constexpr double intervalWidth = 2.0;
constexpr int sideAir = 8;

/// From a share to a place in a cell.
class DotScale {
public:
    DotScale(const QRectF &area, double most)
        : m_left(area.left() + sideAir)
        , m_width(area.width() - 2 * sideAir)
        , m_most(most)
    {
    }
    double at(double share) const { return m_left + m_width * qMin(1.0, share / m_most); }

private:
    double m_left;
    double m_width;
    double m_most;
};

} // namespace

void SegmentDotsDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                                const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    const QVariant data = index.data(SegmentsModel::dotsRole);
    if (!data.isValid())
        return;
    const auto dots = data.value<SegmentDots>();
    const auto colors = charts::ChartColors::fromPalette(option.palette);
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const bool isMissed = static_cast<const SegmentsModel *>(index.model())
                                  ->columns()[static_cast<std::size_t>(index.column())]
                                  .column
            == wording::SegmentColumn::Missed;
    const QColor mark = isSelected ? option.palette.color(QPalette::HighlightedText)
                                   : (isMissed ? colors.good : colors.bad);
    const DotScale scale(option.rect, dots.most);
    const double middle = QRectF(option.rect).center().y();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (dots.whole) {
        painter->setPen(QPen(isSelected ? mark : colors.outline, 1.0));
        const double x = scale.at(*dots.whole);
        painter->drawLine(QPointF(x, option.rect.top()), QPointF(x, option.rect.bottom() + 1));
    }
    painter->setPen(QPen(mark, intervalWidth));
    painter->drawLine(QPointF(scale.at(dots.low), middle), QPointF(scale.at(dots.high), middle));
    if (dots.value) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(mark);
        painter->drawEllipse(QPointF(scale.at(*dots.value), middle), dotRadius, dotRadius);
    }
    painter->restore();
}

} // namespace oneinn
