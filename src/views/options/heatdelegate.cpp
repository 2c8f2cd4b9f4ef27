// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/options/heatdelegate.h"

#include "charts/charttheme.h"
#include "views/options/classmatrixmodel.h"

#include <QPainter>

#include <cmath>

namespace oneinn {

void HeatDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    constexpr double strongest = 0.8; // of the way to the full colour
    constexpr double focusWidth = 2.0;
    const auto colors = charts::ChartColors::fromPalette(option.palette);
    const QColor base = option.palette.color(QPalette::Base);
    const bool right = index.data(ClassMatrixModel::rightRole).toBool();
    const double share = index.data(ClassMatrixModel::shareRole).toDouble();
    // Small shares are to be seen as well.
    const QColor fill = charts::mixed(base, right ? colors.good : colors.bad,
                                      share > 0.0 ? strongest * std::sqrt(qMin(1.0, share)) : 0.0);
    const bool light =
            charts::contrastRatio(fill, Qt::white) > charts::contrastRatio(fill, Qt::black);
    painter->save();
    painter->fillRect(option.rect, fill);
    painter->setPen(light ? Qt::white : Qt::black);
    QFont font = option.font;
    font.setBold(right);
    painter->setFont(font);
    painter->drawText(option.rect, Qt::AlignCenter,
                      QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight,
                                                    option.rect.width() - 2));
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter->setPen(QPen(colors.focus, focusWidth));
        painter->drawRect(QRectF(option.rect).adjusted(1, 1, -1, -1));
    }
    painter->restore();
}

} // namespace oneinn

#include "moc_heatdelegate.cpp"
