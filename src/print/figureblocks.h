// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "print/prose.h"
#include "report/report.h"

#include <memory>
#include <vector>

namespace oneinn::print {

/// Figures with title and caption, each whole on one page.
class FigureBlocks {
public:
    /// The first is put on the page where `used` of the height is taken, if it fits there.
    FigureBlocks(const QList<report::Figure> &figures, double pointSize, QSizeF page, double used,
                 QPagedPaintDevice *device);

    /// Pages that are begun beyond the first.
    int morePages() const { return m_blocks.empty() ? 0 : m_blocks.back().page; }
    /// Those of a page: 0 is the one that was there already.
    void draw(QPainter *painter, int page) const;

private:
    struct Block {
        std::unique_ptr<Prose> title;
        std::unique_ptr<Prose> caption;
        pictures::Picture picture;
        QSizeF place;
        int page = 0;
        double top = 0.0;

        double height() const;
    };
    void place(double used);

    QSizeF m_page;
    double m_gap;
    std::vector<Block> m_blocks;
};

} // namespace oneinn::print
