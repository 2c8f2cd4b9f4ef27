// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/data/importtable.h"

#include "charts/charttheme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace oneinn {

namespace {

constexpr int headAir = 7; ///< beside the texts of a header
constexpr int headGap = 3; ///< above, between and under its lines
constexpr int chipAir = 4; ///< beside the text of a chip
constexpr int widestHeadCharacters = 34;
constexpr double partScale = 0.9; ///< of the size of type

/// A column's name, and under it what it is taken for.
class RoleHeader final : public QHeaderView {
public:
    explicit RoleHeader(QWidget *parent)
        : QHeaderView(Qt::Horizontal, parent)
    {
        setSectionsClickable(true);
        setHighlightSections(true);
        setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    }

protected:
    QSize sectionSizeFromContents(int section) const override
    {
        const QFontMetrics name(nameFont());
        const QFontMetrics part(partFont());
        const int wide = std::max(name.horizontalAdvance(text(section, Qt::DisplayRole)),
                                  part.horizontalAdvance(text(section, ImportTableModel::PartsRole))
                                          + 3 * chipAir);
        constexpr int rounding = 1; // advances are whole numbers, and cut short by fractions
        return {std::min(wide + 2 * headAir + rounding,
                         widestHeadCharacters * fontMetrics().averageCharWidth()),
                name.height() + part.height() + 4 * headGap};
    }

    /// Also beside the columns there is no other colour.
    void paintEvent(QPaintEvent *event) override
    {
        QHeaderView::paintEvent(event);
        const QRect rest = viewport()->rect().adjusted(length() - offset(), 0, 0, 0);
        if (rest.width() <= 0)
            return;
        QPainter painter(viewport());
        painter.fillRect(rest, palette().color(QPalette::Base));
        painter.setPen(palette().color(QPalette::Mid));
        painter.drawLine(rest.bottomLeft(), rest.bottomRight());
    }

    void paintSection(QPainter *painter, const QRect &rect, int section) const override
    {
        painter->save();
        painter->fillRect(rect, palette().color(QPalette::Base));
        painter->setPen(palette().color(QPalette::Mid));
        painter->drawLine(rect.bottomLeft(), rect.bottomRight());
        const QRect inside = rect.adjusted(headAir, headGap, -headAir, -headGap);
        const QFontMetrics name(nameFont());
        painter->setFont(nameFont());
        painter->setPen(palette().color(QPalette::Text));
        painter->drawText(
                QRect(inside.topLeft(), QSize(inside.width(), name.height())),
                Qt::AlignLeft | Qt::AlignVCenter,
                name.elidedText(text(section, Qt::DisplayRole), Qt::ElideMiddle, inside.width()));
        paintPart(painter, inside.adjusted(0, name.height() + headGap, 0, 0), section);
        painter->restore();
    }

private:
    QString text(int section, int role) const
    {
        return model()->headerData(section, Qt::Horizontal, role).toString();
    }
    QFont nameFont() const
    {
        QFont bold = font();
        bold.setBold(true);
        return bold;
    }
    QFont partFont() const
    {
        QFont small = font();
        small.setPointSizeF(small.pointSizeF() * partScale);
        return small;
    }

    void paintPart(QPainter *painter, const QRect &rect, int section) const
    {
        const auto colors = charts::ChartColors::fromPalette(palette());
        const QFontMetrics metrics(partFont());
        const QString part = metrics.elidedText(text(section, ImportTableModel::PartsRole),
                                                Qt::ElideRight, rect.width() - 2 * chipAir);
        const QVariant certainty =
                model()->headerData(section, Qt::Horizontal, ImportTableModel::CertaintyRole);
        QRect chip(rect.topLeft(),
                   QSize(metrics.horizontalAdvance(part) + 2 * chipAir, metrics.height() + 2));
        painter->setFont(partFont());
        if (certainty.isValid()) {
            const bool sure = certainty.toInt() == static_cast<int>(RoleCertainty::Sure);
            const QColor hue = sure ? colors.good : colors.bad;
            constexpr double pale = 0.82;
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(Qt::NoPen);
            painter->setBrush(charts::mixed(hue, palette().color(QPalette::Base), pale));
            painter->drawRoundedRect(chip, headGap, headGap);
            painter->setPen(palette().color(QPalette::Text));
        } else {
            painter->setPen(colors.text);
        }
        painter->drawText(chip, Qt::AlignCenter, part);
        if (certainty.toInt() == static_cast<int>(RoleCertainty::Ask)) {
            painter->setBrush(Qt::NoBrush);
            painter->setPen(QPen(colors.badText, 1));
            painter->drawRoundedRect(chip, headGap, headGap);
        }
    }
};

} // namespace

ImportTable::ImportTable(QWidget *parent)
    : QTableView(parent)
    , m_model(new ImportTableModel(this))
{
    setHorizontalHeader(new RoleHeader(this));
    setModel(m_model);
    setAccessibleName(tr("The first records"));
    setAccessibleDescription(tr("Enter says what the column is that one is in"));
    setWordWrap(false);
    setShowGrid(false);
    setAlternatingRowColors(true);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(fontMetrics().lineSpacing() + 2 * headGap);
    horizontalHeader()->setToolTip(tr("Click to say what this column is"));
    connect(horizontalHeader(), &QHeaderView::sectionClicked, this, &ImportTable::request);
}

void ImportTable::fitColumns()
{
    constexpr int widestCharacters = 30;
    const int widest = widestCharacters * fontMetrics().averageCharWidth();
    for (int column = 0; column < m_model->columnCount(); ++column) {
        const int head = horizontalHeader()->sectionSizeHint(column);
        setColumnWidth(column, std::max(head, std::min(sizeHintForColumn(column), widest)));
    }
}

void ImportTable::keyPressEvent(QKeyEvent *event)
{
    const bool wanted = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter
            || event->key() == Qt::Key_Space || event->key() == Qt::Key_F2;
    if (wanted && currentIndex().isValid())
        request(currentIndex().column());
    else
        QTableView::keyPressEvent(event);
}

void ImportTable::request(int column)
{
    const QHeaderView *header = horizontalHeader();
    if (!currentIndex().isValid() || currentIndex().column() != column)
        setCurrentIndex(m_model->index(qMax(0, currentIndex().row()), column));
    scrollTo(currentIndex());
    Q_EMIT partRequested(column,
                         header->viewport()->mapToGlobal(QPoint(
                                 header->sectionViewportPosition(column), header->height())));
}

} // namespace oneinn

#include "moc_importtable.cpp"
