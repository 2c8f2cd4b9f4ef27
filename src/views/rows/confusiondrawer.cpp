// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/rows/confusiondrawer.h"

#include "document/dataplaces.h"
#include "document/writebytes.h"
#include "results/results.h"
#include "session/session.h"
#include "views/rows/listedrows.h"
#include "views/widgets/savedialog.h"
#include "views/widgets/workbar.h"
#include "wording/names.h"
#include "wording/problemwords.h"
#include "wording/rowwords.h"

#include <QFileInfo>
#include <QTableView>
#include <QVBoxLayout>

#include <memory>

namespace oneinn {

namespace {

QString shownCell(const QString &text)
{
    return wording::visible(text);
}

/// The number of the row in the file, what is read of it, and the classes' scores.
std::vector<ListedColumn> confusionColumns(const std::shared_ptr<const ConfusionListing> &listing)
{
    const QStringList heads = listing->header(shownCell);
    const qsizetype firstScore = heads.size() - listing->scores.size();
    std::vector<ListedColumn> columns;
    for (qsizetype at = 0; at < heads.size(); ++at)
        columns.push_back(
                {heads.at(at), at == 0 || at >= firstScore,
                 [listing, at](std::size_t row) { return listing->line(row, shownCell).at(at); }});
    return columns;
}

} // namespace

ConfusionDrawer::ConfusionDrawer(QWidget *parent)
    : Drawer(parent)
    , m_rows(new ListedRows(tr("The rows of a class by what they were called"), this))
    , m_work(new WorkBar(this))
{
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(10, 6, 10, 6);
    page->setSpacing(5);
    page->addWidget(headLine(tr("The rows of a class"), {}));
    page->addWidget(m_rows, 1);
    page->addWidget(m_work);
    connect(m_rows, &ListedRows::personalToggled, this, &ConfusionDrawer::ask);
    connect(m_rows, &ListedRows::moreShown, this, &ConfusionDrawer::renderSentence);
    connect(m_rows, &ListedRows::saveRequested, this, &ConfusionDrawer::save);
}

void ConfusionDrawer::setResults(Results *results)
{
    m_results = results;
    m_session = results->session();
    ConfusionRead::Reading &reading = results->file().confusion().reading();
    connect(&reading, &BackgroundState::changed, this, &ConfusionDrawer::render);
    connect(&reading, &BackgroundState::progressed, this, &ConfusionDrawer::render);
    connect(m_work, &WorkBar::cancelRequested, &reading, &BackgroundState::cancel);
    connect(m_work, &WorkBar::resumeRequested, &reading, &BackgroundState::resume);
    // Rows of another file are none of this one.
    connect(m_session, &Session::dataChanged, this, [this] {
        m_rows->clear();
        dismiss();
    });
}

void ConfusionDrawer::open(std::uint32_t actual, std::uint32_t decided)
{
    if (!m_session->hasData())
        return;
    m_actual = actual;
    m_decided = decided;
    m_rows->setFirst(firstShown);
    begin();
    ask();
    reveal(m_rows->table());
}

void ConfusionDrawer::forget()
{
    m_results->file().confusion().want(std::nullopt);
}

void ConfusionDrawer::ask()
{
    const auto classes = m_results->file().classes().reading().current();
    if (!classes)
        return;
    const ConfusionWish wish{.actual = m_actual,
                             .decided = m_decided,
                             .most = ConfusionRead::mostListed,
                             .personal = m_rows->showsPersonal()};
    m_results->file().confusion().want(ConfusionRead::Asked{classes, wish});
    render();
}

void ConfusionDrawer::render()
{
    if (!isOpen())
        return;
    const ConfusionRead::Reading &reading = m_results->file().confusion().reading();
    m_work->display(reading.progress(), reading.isCancelled());
    const auto listing = reading.current();
    if (!listing)
        return;
    // Once they are seen, none is hidden that could be named.
    if (!m_rows->showsPersonal())
        m_rows->setHidden(listing->hidden);
    m_rows->setRows(confusionColumns(listing), listing->found.rows.size(), listing->found.all);
    renderSentence();
}

void ConfusionDrawer::renderSentence()
{
    if (const auto listing = m_results->file().confusion().reading().current())
        m_rows->setSentence(wording::confusionRowsSentence(listing->actual, listing->decided,
                                                           m_rows->shown(), listing->found.all));
}

void ConfusionDrawer::save()
{
    const auto listing = m_results->file().confusion().reading().current();
    if (!listing)
        return;
    const QString opened = m_session->data().source.path;
    const QString path = askWhereToSave(this, wording::saveRowsTitle(listing->hidden),
                                        QFileInfo(savingPlace(opened)).completeBaseName()
                                                + QStringLiteral("-rows.csv"),
                                        tr("CSV (*.csv)"));
    if (path.isEmpty())
        return;
    const auto problem =
            writeBytes(path, confusionCsv(*listing).toUtf8(), {.neverOver = {systemPath(opened)}});
    if (problem) {
        Q_EMIT told(wording::problemWords(*problem).sentence());
        return;
    }
    const QString name = wording::nameText(QFileInfo(path).fileName());
    const std::size_t saved = listing->found.rows.size();
    Q_EMIT told(saved == listing->found.all
                        ? tr("Saved: %1").arg(name)
                        : tr("Saved: %1, the first %2 rows")
                                  .arg(name, wording::rowsCountText(saved, listing->found.all)));
}

} // namespace oneinn

#include "moc_confusiondrawer.cpp"
