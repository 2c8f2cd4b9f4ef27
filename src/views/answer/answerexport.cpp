// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/answer/answerexport.h"

#include "document/dataplaces.h"
#include "document/writebytes.h"
#include "print/pdf.h"
#include "report/markdown.h"
#include "report/watchexports.h"
#include "results/background.h"
#include "results/paces.h"
#include "views/answer/answersource.h"
#include "views/widgets/savedialog.h"
#include "views/widgets/savednote.h"
#include "views/widgets/workbar.h"
#include "wording/problemwords.h"

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
        {AnswerExport::Kind::WebPage,
         QT_TRANSLATE_NOOP("oneinn::AnswerExport", "&Web page with dials…"),
         QT_TRANSLATE_NOOP("oneinn::AnswerExport", "Web pages (*.html)"), "answer.html"},
        {AnswerExport::Kind::WebPageWithoutDials,
         QT_TRANSLATE_NOOP("oneinn::AnswerExport", "Web page without &dials…"),
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

struct AnswerExport::PageQuestion {
    int number = 0; ///< no two are alike: each is of the answer as it stood
    QString path;

    friend bool operator==(const PageQuestion &, const PageQuestion &) = default;
};

AnswerExport::AnswerExport(WorkBar *bar, QWidget *parent)
    : QObject(parent)
    , m_parent(parent)
    , m_bar(bar)
{
}

AnswerExport::~AnswerExport() = default;

void AnswerExport::setSource(const AnswerSource *source, std::function<QString()> dataPath)
{
    m_source = source;
    m_dataPath = std::move(dataPath);
    m_page = std::make_unique<PageWork>(source->workers(), atOncePace,
                                        BackgroundState::IsInGesture{});
    const auto showProgress = [this] { m_bar->display(m_page->progress(), false); };
    connect(m_page.get(), &BackgroundState::changed, this, &AnswerExport::finishPage);
    connect(m_page.get(), &BackgroundState::progressed, this, showProgress);
    connect(m_bar, &WorkBar::cancelRequested, this, [this, showProgress] {
        m_page->forget();
        showProgress();
    });
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
    case Kind::WebPage:
        return parts.webPage(today, AnswerParts::PageDials::Drawn);
    case Kind::WebPageWithoutDials:
        return parts.webPage(today, AnswerParts::PageDials::LeftOut);
    case Kind::PdfA4:
        return pdf(print::Paper::A4);
    case Kind::PdfLetter:
        return pdf(print::Paper::Letter);
    case Kind::PointsCsv:
        return report::pointsCsv(parts.points(), parts.source(today).lowerIsPositive);
    case Kind::OperatingPointJson:
        return parts.operatingPoint(today);
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
    const QFileInfo data(savingPlace(m_dataPath()));
    const QString suggested =
            QStringLiteral("%1-%2").arg(data.completeBaseName(), QLatin1String(entry->ending));
    const QString path =
            askWhereToSave(m_parent, tr("Save the answer"), suggested, tr(entry->filter));
    if (path.isEmpty())
        return;
    if (kind == Kind::WebPage)
        writeWebPage(path);
    else
        tell(path, write(kind, path));
}

void AnswerExport::writeWebPage(const QString &path)
{
    const auto parts = std::make_shared<const AnswerParts>(m_source->parts());
    m_page->forget();
    m_page->ask({++m_pages, path}, [parts](const JobControl &job) {
        QByteArray page = parts->webPage(QDate::currentDate(), AnswerParts::PageDials::Drawn, job);
        return job.stopRequested() ? nullptr : std::make_shared<const QByteArray>(std::move(page));
    });
}

void AnswerExport::finishPage()
{
    m_bar->display(m_page->progress(), false);
    const auto page = m_page->current();
    if (!page)
        return;
    const QString path = m_page->asked()->path;
    m_page->forget();
    tell(path, writeBytes(path, *page, {.neverOver = {systemPath(m_dataPath())}}));
}

void AnswerExport::tell(const QString &path, const std::optional<Problem> &problem)
{
    if (problem)
        Q_EMIT failed(wording::problemWords(*problem).sentence());
    else
        tellSaved(m_parent, path);
}

} // namespace oneinn

#include "moc_answerexport.cpp"
