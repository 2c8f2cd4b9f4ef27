// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "print/prose.h"

#include "print/printfont.h"
#include "print/tablewidths.h"

#include <QAbstractTextDocumentLayout>
#include <QFont>
#include <QFontMetricsF>
#include <QPagedPaintDevice>
#include <QPainter>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextFrame>
#include <QTextLayout>
#include <QTextTable>

#include <cmath>

namespace oneinn::print {

using namespace Qt::StringLiterals;

namespace {

/// %1: title, %2: lead, %3: table, %4: headings, in points. No h1 to h3: Qt makes them larger
/// still.
constexpr QLatin1String styleSheet(R"(
p { margin: 0 0 4px 0; }
p.title { font-size: %1pt; font-weight: bold; margin: 0 0 2px 0; }
p.date { color: #525c68; }
p.lead { font-size: %2pt; font-weight: bold; margin: 3px 0 5px 0; }
h4 { font-size: %4pt; font-weight: bold; margin: 9px 0 1px 0; }
ul { margin: 0 0 3px 0; }
li { margin: 0 0 1px 0; }
table { border-collapse: collapse; margin: 4px 0 4px 0; }
td, th { font-size: %3pt; font-weight: normal; }
)");

constexpr double tablePart = 0.93;    ///< of the size of the text
constexpr double bulletIndent = 14.0; ///< CSS pixels

QString points(double size)
{
    return QString::number(size, 'f', 2);
}

QString styleFor(double size)
{
    return QString(styleSheet)
            .arg(points(1.5 * size), points(1.1 * size), points(tablePart * size),
                 points(1.1 * size));
}

void fitTables(QTextDocument *document, double pointSize, double pageWidth,
               QPagedPaintDevice *device)
{
    constexpr double cssPixelsPerInch = 96.0;
    constexpr double padding = 16.0; ///< of a cell, and what lies between two
    QFont font = printFont();
    font.setPointSizeF(tablePart * pointSize);
    const QFontMetricsF metrics(font, device);
    const auto frames = document->rootFrame()->childFrames();
    for (QTextFrame *frame : frames) {
        if (auto *table = qobject_cast<QTextTable *>(frame))
            fitColumns(table, metrics, padding / cssPixelsPerInch * device->logicalDpiX(),
                       pageWidth);
    }
}

/// A heading at the foot of a page goes to the next one, where its text is.
void keepHeadingsWithText(QTextDocument *document)
{
    const QAbstractTextDocumentLayout *layout = document->documentLayout();
    const double height = document->pageSize().height();
    // Of its first line, since a block begins where the one before it ends, if there is room or
    // not.
    const auto pageOf = [&](const QTextBlock &block) {
        constexpr double rounding = 1.0; // a page's own top may be a hair above it
        layout->pageCount(); // what a break has moved is laid out again only when it is asked for
        const double top = layout->blockBoundingRect(block).top() + rounding;
        const QTextLayout *lines = block.layout();
        return std::floor((top + (lines->lineCount() > 0 ? lines->lineAt(0).y() : 0.0)) / height);
    };
    for (QTextBlock block = document->begin(); block.isValid(); block = block.next()) {
        if (block.blockFormat().headingLevel() == 0 || !block.next().isValid()
            || pageOf(block) == pageOf(block.next()))
            continue;
        QTextBlockFormat format;
        format.setPageBreakPolicy(QTextFormat::PageBreak_AlwaysBefore);
        QTextCursor(block).mergeBlockFormat(format);
    }
}

} // namespace

Prose::Prose(const QString &html, double pointSize, QSizeF page, QPagedPaintDevice *device)
    : m_document(std::make_unique<QTextDocument>())
    , m_page(page)
{
    QFont font = printFont();
    font.setPointSizeF(pointSize);
    m_document->setDefaultFont(font);
    m_document->setDefaultStyleSheet(styleFor(pointSize));
    m_document->documentLayout()->setPaintDevice(device);
    m_document->setDocumentMargin(0.0);
    m_document->setIndentWidth(bulletIndent);
    m_document->setHtml(html);
    fitTables(m_document.get(), pointSize, page.width(), device);
    m_document->setPageSize(page);
    keepHeadingsWithText(m_document.get());
}

double Prose::lastHeight() const
{
    return m_document->size().height() - (pages() - 1) * m_page.height();
}

void Prose::draw(QPainter *painter, int page) const
{
    const double top = page * m_page.height();
    painter->save();
    painter->translate(0.0, -top);
    // A little less than the page: what begins where it ends would be written on it, too, unseen.
    m_document->drawContents(painter, {0.0, top + 0.5, m_page.width(), m_page.height() - 1.5});
    painter->restore();
}

} // namespace oneinn::print
