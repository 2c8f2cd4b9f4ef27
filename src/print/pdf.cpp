// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "print/pdf.h"

#include "print/figureblocks.h"
#include "print/pdfbytes.h"
#include "print/printfont.h"
#include "print/prose.h"
#include "report/htmlsections.h"
#include "wording/names.h"

#include <QBuffer>
#include <QHashSeed>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>

#include <optional>

namespace oneinn::print {

using namespace Qt::StringLiterals;
using report::Report;

namespace {

constexpr double largest = 11.0; ///< points
constexpr double smallest = 9.5;
constexpr double step = 0.25;
constexpr double appendixSize = 9.5;
constexpr double footerSize = 8.0;
constexpr double footerMillimetres = 9.0;
constexpr int resolution = 600;

QString paragraph(const char *styleClass, const QString &text)
{
    return text.isEmpty()
            ? QString()
            : u"<p class=\"%1\">%2</p>"_s.arg(QLatin1String(styleClass), report::escaped(text));
}

report::SectionStyle sectionStyle()
{
    const QString line = u"; border-bottom: 1px solid #9aa3ad"_s;
    return {.headingLevel = 4,
            .cell = u"text-align: left; padding: 2px 12px 2px 0"_s + line,
            .numberCell = u"text-align: right; padding: 2px 0 2px 14px"_s + line};
}

QString bodyHtml(const Report &report)
{
    return paragraph("title", report.title) + paragraph("date", report.date)
            + paragraph("lead", report.lead) + report::sectionsHtml(report.body, sectionStyle());
}

QString appendixHtml(const Report &report)
{
    return paragraph("title", u"Appendix"_s)
            + report::sectionsHtml(report.appendix, sectionStyle());
}

/// Fonts are written in the order of a hash, which Qt seeds anew in every process.
class SameHashOrder {
public:
    SameHashOrder() { QHashSeed::setDeterministicGlobalSeed(); }
    ~SameHashOrder() { QHashSeed::resetRandomGlobalSeed(); }
    SameHashOrder(const SameHashOrder &) = delete;
    SameHashOrder &operator=(const SameHashOrder &) = delete;
    SameHashOrder(SameHashOrder &&) = delete;
    SameHashOrder &operator=(SameHashOrder &&) = delete;
};

/// All pages of a report, laid out for a writer.
class Pages {
public:
    Pages(const Report &report, const PdfOptions &options, QPdfWriter *writer)
        : m_options(options)
        , m_writer(writer)
        , m_sheet(writer->width(), writer->height())
        , m_content(m_sheet.width(), m_sheet.height() - footerMillimetres * resolution / 25.4)
    {
        for (m_size = largest; m_size >= smallest; m_size -= step) {
            m_body.emplace(bodyHtml(report), m_size, m_content, writer);
            if (m_body->pages() == 1)
                break;
        }
        m_size = std::max(m_size, smallest);
        if (report.appendix.isEmpty() && report.figures.isEmpty())
            return;
        m_appendix.emplace(appendixHtml(report), appendixSize, m_content, writer);
        m_figures.emplace(report.figures, appendixSize, m_content, m_appendix->lastHeight(),
                          writer);
    }

    int count() const { return m_body->pages() + appendixPages(); }
    int bodyPages() const { return m_body->pages(); }
    double size() const { return m_size; }

    void draw(QPainter *painter) const
    {
        for (int page = 0; page < count(); ++page) {
            if (page > 0)
                m_writer->newPage();
            const int beyond = page - m_body->pages();
            if (beyond < 0)
                m_body->draw(painter, page);
            else
                drawAppendix(painter, beyond);
            drawFooter(painter, page);
        }
    }

private:
    int appendixPages() const
    {
        return m_appendix ? m_appendix->pages() + m_figures->morePages() : 0;
    }

    void drawAppendix(QPainter *painter, int page) const
    {
        if (page < m_appendix->pages())
            m_appendix->draw(painter, page);
        m_figures->draw(painter, page - m_appendix->pages() + 1);
    }

    void drawFooter(QPainter *painter, int page) const
    {
        QFont font = printFont();
        font.setPointSizeF(footerSize);
        painter->save();
        painter->setFont(font);
        painter->setPen(QColor(0x525c68));
        const QRectF foot(QPointF(0.0, 0.0), m_sheet);
        const QString place = u"page %1 of %2"_s.arg(page + 1).arg(count());
        const QFontMetricsF metrics(font, m_writer);
        const double room = m_sheet.width() - metrics.horizontalAdvance(place + u"    "_s);
        painter->drawText(
                foot, Qt::AlignLeft | Qt::AlignBottom,
                metrics.elidedText(wording::nameText(m_options.footer), Qt::ElideMiddle, room));
        painter->drawText(foot, Qt::AlignRight | Qt::AlignBottom, place);
        painter->restore();
    }

    const PdfOptions &m_options;
    QPdfWriter *m_writer;
    QSizeF m_sheet;
    QSizeF m_content;
    double m_size = largest;
    std::optional<Prose> m_body;
    std::optional<Prose> m_appendix;
    std::optional<FigureBlocks> m_figures;
};

void setUp(QPdfWriter *writer, const Report &report, Paper paper)
{
    constexpr QMarginsF margins(18.0, 15.0, 18.0, 12.0);
    writer->setResolution(resolution);
    writer->setPageSize(QPageSize(paper == Paper::A4 ? QPageSize::A4 : QPageSize::Letter));
    writer->setPageMargins(margins, QPageLayout::Millimeter);
    writer->setTitle(wording::visible(report.title));
    writer->setCreator(u"One in N"_s);
}

} // namespace

Pdf toPdf(const Report &report, const PdfOptions &options)
{
    const SameHashOrder sameOrder;
    Pdf pdf;
    QBuffer buffer(&pdf.bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        setUp(&writer, report, options.paper);
        const Pages pages(report, options, &writer);
        QPainter painter(&writer);
        pages.draw(&painter);
        pdf.pages = pages.count();
        pdf.bodyPages = pages.bodyPages();
        pdf.pointSize = pages.size();
    }
    pdf.bytes = withCreationDate(pdf.bytes, options.createdAt);
    return pdf;
}

} // namespace oneinn::print
