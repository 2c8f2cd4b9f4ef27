// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/options/segmentslide.h"

#include "views/options/segmentdotsdelegate.h"
#include "views/options/segmentsmodel.h"

#include <QHeaderView>
#include <QStyleOptionHeader>

namespace oneinn {

namespace {

constexpr int mostSlideRows = 12;
constexpr int slideRowAir = 9;

/// Where the numbers are hidden, their heading stands over the dots.
class SlideHeader final : public QHeaderView {
public:
    explicit SlideHeader(QWidget *parent)
        : QHeaderView(Qt::Horizontal, parent)
    {
    }

protected:
    void initStyleOptionForIndex(QStyleOptionHeader *option, int section) const override
    {
        QHeaderView::initStyleOptionForIndex(option, section);
        const auto *segments = qobject_cast<const SegmentsModel *>(model());
        const bool isTold = section > 0 && !isSectionHidden(section - 1)
                && segments->columns()[static_cast<std::size_t>(section) - 1].column
                        == segments->columns()[static_cast<std::size_t>(section)].column;
        if (option->text.isEmpty() && !isTold)
            option->text = segments->headingOf(section);
    }
};

} // namespace

SegmentSlide::SegmentSlide(QWidget *parent)
    : QTableView(parent)
{
    setItemDelegate(new SegmentDotsDelegate(this));
    setHorizontalHeader(new SlideHeader(this));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setSelectionMode(QAbstractItemView::NoSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWordWrap(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(fontMetrics().lineSpacing() + slideRowAir);
}

void SegmentSlide::display(SegmentsModel *model, bool bare)
{
    m_model = model;
    if (this->model() != model)
        setModel(model);
    for (int i = 0; i < model->columnCount(); ++i) {
        const auto &column = model->columns()[static_cast<std::size_t>(i)];
        // Beside the dots there is room for the numbers that they draw, and for no others.
        const bool isOfDots = column.column == wording::SegmentColumn::WrongOfShown
                || column.column == wording::SegmentColumn::Missed;
        const bool tells = !column.isDrawn && column.column != wording::SegmentColumn::Name;
        setColumnHidden(i, tells && (bare || !isOfDots));
    }
    fit();
}

int SegmentSlide::usualHeight() const
{
    const int rows = m_model ? qMin(mostSlideRows, m_model->rowCount()) : mostSlideRows;
    return horizontalHeader()->sizeHint().height() + rows * verticalHeader()->defaultSectionSize();
}

void SegmentSlide::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fit();
}

void SegmentSlide::fit()
{
    if (m_model)
        fitSegmentColumns(*this, *m_model);
}

} // namespace oneinn

#include "moc_segmentslide.cpp"
