// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "print/figureblocks.h"

#include "pictures/picturepainter.h"
#include "print/printfont.h"
#include "report/htmlsections.h"

#include <QPagedPaintDevice>
#include <QPainter>

#include <algorithm>

namespace oneinn::print {

using namespace Qt::StringLiterals;

namespace {

constexpr double pixelsPerInch = 112.0; ///< small enough for three on a page
constexpr double gapInches = 0.25;

} // namespace

FigureBlocks::FigureBlocks(const QList<report::Figure> &figures, double pointSize, QSizeF page,
                           double used, QPagedPaintDevice *device)
    : m_page(page)
    , m_gap(gapInches * device->logicalDpiY())
{
    const double perPixel = device->logicalDpiX() / pixelsPerInch;
    for (const report::Figure &figure : figures) {
        const QSizeF size = perPixel * figure.picture.size();
        const double shrink = std::min(1.0, page.width() / size.width());
        const auto prose = [&](const QString &element, const QString &text) {
            return std::make_unique<Prose>(report::elementHtml(element, {}, text), pointSize, page,
                                           device);
        };
        m_blocks.push_back({prose(u"h4"_s, figure.title), prose(u"p"_s, figure.caption),
                            figure.picture, shrink * size});
    }
    place(used);
}

double FigureBlocks::Block::height() const
{
    return title->lastHeight() + place.height() + caption->lastHeight();
}

void FigureBlocks::place(double used)
{
    int page = 0;
    double top = used > 0.0 ? used + m_gap : 0.0;
    for (Block &block : m_blocks) {
        if (top > 0.0 && top + block.height() > m_page.height()) {
            ++page;
            top = 0.0;
        }
        block.page = page;
        block.top = top;
        top += block.height() + m_gap;
    }
}

void FigureBlocks::draw(QPainter *painter, int page) const
{
    for (const Block &block : m_blocks) {
        if (block.page != page)
            continue;
        painter->save();
        painter->translate(0.0, block.top);
        block.title->draw(painter, 0);
        painter->translate(0.0, block.title->lastHeight());
        pictures::paint(painter, block.picture, {{0.0, 0.0}, block.place}, printFont());
        painter->translate(0.0, block.place.height());
        block.caption->draw(painter, 0);
        painter->restore();
    }
}

} // namespace oneinn::print
