// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/answer/answerexport.h"

#include "document/writebytes.h"
#include "print/pdf.h"
#include "report/html.h"
#include "report/markdown.h"
#include "report/watchexports.h"
#include "views/answer/answersource.h"
#include "views/widgets/savednote.h"
#include "wording/problemwords.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>

#include <iterator>

namespace oneinn {

namespace {

struct KindEntry {
    AnswerExport::Kind kind;
    const char *text;   ///< of the menu
    const char *filter; ///< of the dialog
    const char *ending; ///< of the suggested name
};

constexpr KindEntry kinds[] = {
        {AnswerExport::Kind::PdfA4, QT_TRANSLATE_NOOP("oneinn::AnswerExport", "PDF, &A4…"),
         QT_TRANSLATE_NOOP("oneinn::AnswerExport", "PDF (*.pdf)"), "answer.pdf"},
        {AnswerExport::Kind::PdfLetter, QT_TRANSLATE_NOOP("oneinn::AnswerExport", "PDF, &Letter…"),
         QT_TRANSLATE_NOOP("oneinn::AnswerExport", "PDF (*.pdf)"), "answer.pdf"},
        {AnswerExport::Kind::Html, QT_TRANSLATE_NOOP("oneinn::AnswerExport", "&Web page…"),
         QT_TRANSLATE_NOOP("oneinn::AnswerExport", "Web pages (*.html)"), "answer.html"},
        {AnswerExport::Kind::Markdown, QT_TRANSLATE_NOOP("oneinn::AnswerExport", "&Markdown…"),
         QT_TRANSLATE_NOOP("oneinn::AnswerExport", "Markdown (*.md)"), "answer.md"},
        {AnswerExport::Kind::PointsCsv,
         QT_TRANSLATE_NOOP("oneinn::AnswerExport", "&Points as CSV…"),
         QT_TRANSLATE_NOOP("oneinn::AnswerExport", "CSV (*.csv)"), "points.csv"},
        {AnswerExport::Kind::OperatingPointJson,
         QT_TRANSLATE_NOOP("oneinn::AnswerExport", "&Operating point as JSON…"),
         QT_TRANSLATE_NOOP("oneinn::AnswerExport", "JSON (*.json)"), "operating-point.json"},
};

} // namespace

AnswerExport::AnswerExport(QWidget *parent)
    : QObject(parent)
    , m_parent(parent)
{
}

void AnswerExport::setSource(const AnswerSource *source, std::function<QString()> dataPath)
{
    m_source = source;
    m_dataPath = std::move(dataPath);
}

void AnswerExport::fill(QMenu *menu)
{
    for (const KindEntry &entry : kinds) {
        if (entry.kind == Kind::PointsCsv)
            menu->addSeparator();
        QAction *action = menu->addAction(tr(entry.text));
        connect(action, &QAction::triggered, this, [this, kind = entry.kind] { choosePath(kind); });
    }
}

QByteArray AnswerExport::bytes(Kind kind) const
{
    const QDate today = QDate::currentDate();
    const AnswerParts parts = m_source->parts();
    const auto brief = [&] {
        return parts.report(report::Length::Brief, today, AnswerParts::Figures::Drawn);
    };
    const auto pdf = [&](print::Paper paper) {
        return print::toPdf(brief(),
                            {.paper = paper,
                             .footer = parts.source(today).fileName,
                             .createdAt = today.startOfDay(Qt::UTC)})
                .bytes;
    };
    switch (kind) {
    case Kind::Markdown:
        return report::markdown(brief()).toUtf8();
    case Kind::Html:
        return report::toHtml(brief());
    case Kind::PdfA4:
        return pdf(print::Paper::A4);
    case Kind::PdfLetter:
        return pdf(print::Paper::Letter);
    case Kind::PointsCsv:
        return report::pointsCsv(parts.points(), parts.source(today).lowerIsPositive);
    case Kind::OperatingPointJson:
        return report::operatingPointJson(parts.now, parts.source(today));
    }
    Q_UNREACHABLE();
}

std::optional<Problem> AnswerExport::write(Kind kind, const QString &path) const
{
    return writeBytes(path, bytes(kind), {.neverOver = {systemPath(m_dataPath())}});
}

void AnswerExport::choosePath(Kind kind)
{
    const auto entry = std::find_if(std::begin(kinds), std::end(kinds),
                                    [kind](const KindEntry &each) { return each.kind == kind; });
    const QFileInfo data(m_dataPath());
    const QString suggested =
            QStringLiteral("%1-%2").arg(data.completeBaseName(), QLatin1String(entry->ending));
    const QString path = QFileDialog::getSaveFileName(m_parent, tr("Save the answer"), suggested,
                                                      tr(entry->filter));
    if (path.isEmpty())
        return;
    if (const auto problem = write(kind, path))
        Q_EMIT failed(wording::problemWords(*problem).sentence());
    else
        tellSaved(m_parent, path);
}

} // namespace oneinn

#include "moc_answerexport.cpp"
