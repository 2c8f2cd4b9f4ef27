// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSizeF>
#include <QString>
#include <QTextDocument>

#include <memory>

class QPagedPaintDevice;
class QPainter;

namespace oneinn::print {

/// Text laid out in pages of a device, in its units.
class Prose {
public:
    /// `html` has h4, p (also of the classes title, date and lead), ul and tables.
    Prose(const QString &html, double pointSize, QSizeF page, QPagedPaintDevice *device);

    int pages() const { return m_document->pageCount(); }
    /// How much of the last page is used.
    double lastHeight() const;
    void draw(QPainter *painter, int page) const;

private:
    std::unique_ptr<QTextDocument> m_document;
    QSizeF m_page;
};

} // namespace oneinn::print
