// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/rows/rowsdrawer.h"

#include "results/results.h"
#include "results/rowlisting.h"
#include "session/session.h"
#include "views/rows/cellrowcolumns.h"
#include "views/rows/listedrows.h"
#include "views/rows/rowsexport.h"
#include "views/widgets/plaintext.h"
#include "views/widgets/workbar.h"
#include "wording/conditionwords.h"
#include "wording/names.h"
#include "wording/reviewwords.h"
#include "wording/rowwords.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace oneinn {

namespace {

constexpr int drawerFive = 5;
constexpr qsizetype mostWhose = 120;

} // namespace

RowsDrawer::RowsDrawer(QWidget *parent)
    : Drawer(parent)
    , m_cell(new QComboBox(this))
    , m_order(new QComboBox(this))
    , m_rows(new ListedRows(tr("The rows behind a number"), this))
    , m_work(new WorkBar(this))
    , m_saving(new WorkBar(this))
{
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(10, 6, 10, 6);
    page->setSpacing(5);
    page->addWidget(head());
    page->addWidget(m_rows, 1);
    page->addWidget(m_work);
    page->addWidget(m_saving);
    addTools();
}

QWidget *RowsDrawer::head()
{
    m_cell->setObjectName(QStringLiteral("rowsCell"));
    m_cell->setAccessibleName(tr("Which rows"));
    m_cell->setToolTip(tr("Which of the rows: wrong ones, missed ones, late ones"));
    m_cell->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_order->setObjectName(QStringLiteral("rowsOrder"));
    m_order->setAccessibleName(tr("Which come first"));
    m_order->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    connect(m_cell, &QComboBox::activated, this, &RowsDrawer::chooseCell);
    connect(m_order, &QComboBox::activated, this, [this] {
        RowsWish wish = *m_behind->wish();
        wish.order = static_cast<RowOrder>(m_order->currentData().toInt());
        want(wish);
    });
    return headLine(tr("The rows behind"), {m_cell, m_order});
}

void RowsDrawer::addTools()
{
    auto *five = new QPushButton(tr("Five it got most wrong"), this);
    five->setObjectName(QStringLiteral("fiveMostWrong"));
    five->setToolTip(tr("The five that were decided wrongly by the most"));
    connect(five, &QPushButton::clicked, this, [this] {
        RowsWish wish = *m_behind->wish();
        wish.cell = RowCell::Wrong;
        wish.order = RowOrder::Wrongest;
        m_rows->setFirst(drawerFive);
        want(wish);
    });
    m_rows->addTool(five);
    connect(m_rows, &ListedRows::personalToggled, this, &RowsDrawer::renderRows);
    connect(m_rows, &ListedRows::moreShown, this, &RowsDrawer::renderSentence);
    connect(m_rows, &ListedRows::saveRequested, this, [this] {
        if (m_behind->finding().asked())
            m_export->choosePath(question(), listing());
    });
}

void RowsDrawer::setResults(Results *results)
{
    m_session = results->session();
    m_behind = &results->file().rowsBehind();
    m_export = new RowsExport(results->workers(), m_session, m_saving, this);
    connect(m_export, &RowsExport::told, this, &RowsDrawer::told);
    RowsBehind::Finding &finding = m_behind->finding();
    connect(&finding, &BackgroundState::changed, this, &RowsDrawer::renderState);
    connect(&finding, &BackgroundState::progressed, this, &RowsDrawer::renderWork);
    connect(m_work, &WorkBar::cancelRequested, &finding, &BackgroundState::cancel);
    connect(m_work, &WorkBar::resumeRequested, &finding, &BackgroundState::resume);
    // Rows of another file are none of this one, and those that were shown are gone.
    connect(m_session, &Session::dataChanged, this, [this] {
        m_rows->clear();
        dismiss();
    });
}

void RowsDrawer::open(const RowsWish &wish, std::size_t first)
{
    if (!m_session->hasData())
        return;
    m_rows->setFirst(first);
    begin();
    want(wish);
    m_behind->finding().resume();
    reveal(m_rows->table());
}

void RowsDrawer::forget()
{
    m_behind->want(std::nullopt);
}

void RowsDrawer::want(const RowsWish &wish)
{
    m_behind->want(wish);
    fillCells();
    fillOrders();
    renderState();
}

void RowsDrawer::chooseCell()
{
    RowsWish wish = *m_behind->wish();
    wish.cell = static_cast<RowCell>(m_cell->currentData().toInt());
    m_rows->setFirst(firstShown);
    want(wish);
}

void RowsDrawer::fillCells()
{
    m_cell->clear();
    for (const RowCell cell : toldCells(m_session->assessment()))
        m_cell->addItem(wording::rowCellName(cell), static_cast<int>(cell));
    m_cell->setCurrentIndex(qMax(0, m_cell->findData(static_cast<int>(m_behind->wish()->cell))));
}

void RowsDrawer::fillOrders()
{
    const RowCell cell = m_behind->wish()->cell;
    m_order->clear();
    for (const RowOrder order : {RowOrder::Nearest, RowOrder::Wrongest})
        m_order->addItem(wording::rowOrderName(order, cell), static_cast<int>(order));
    const bool isRight = cell == RowCell::Tp || cell == RowCell::Tn;
    const bool isGone = cell == RowCell::Gone;
    m_order->setCurrentIndex(
            isRight || isGone ? 0 : m_order->findData(static_cast<int>(m_behind->wish()->order)));
    m_order->setEnabled(!isRight && !isGone);
    m_order->setToolTip(isRight ? tr("These are right: none is more wrong than another")
                                : isGone
                                ? tr("Those where somebody waited longest for what they accept")
                                : tr("Which rows come first"));
}

/// "score from 0.42 to below 0.44; channel web: "; empty where nothing is left out.
QString RowsDrawer::whose() const
{
    const RowsWish &wish = *m_behind->wish();
    QStringList parts;
    if (wish.scores)
        parts.append(wording::scoreSpanText(*wish.scores,
                                            m_session->data().file.mapping.lowerIsPositive.value));
    const auto &where = wish.where ? *wish.where : m_session->scenario().selection.where;
    for (const Selection::Where &each : where)
        parts.append(wording::nameText(each.column) + QLatin1Char(' ')
                     + wording::conditionValue(each));
    parts.removeAll(QString());
    return parts.isEmpty() ? QString()
                           : wording::middleElided(parts.join(QStringLiteral("; ")), mostWhose)
                    + QStringLiteral(": ");
}

const CellRowsQuestion &RowsDrawer::question() const
{
    return m_behind->finding().asked()->question;
}

RowListing RowsDrawer::listing() const
{
    const ScenarioRows &rows = *m_behind->finding().asked()->of;
    const ingest::ResolvedMapping &mapping = m_session->data().file.mapping;
    return m_rows->showsPersonal() ? wholeRowListing(rows, question(), mapping)
                                   : rowListing(rows, question(), mapping, {});
}

void RowsDrawer::renderWork()
{
    const RowsBehind::Finding &finding = m_behind->finding();
    m_work->display(finding.progress(), finding.isCancelled());
}

/// What was found for older settings stays, faded, until there is something newer.
void RowsDrawer::renderState()
{
    if (!isOpen())
        return;
    renderWork();
    const RowsBehind::Finding &finding = m_behind->finding();
    m_rows->setFaded(finding.isOutdated());
    if (finding.current())
        renderRows();
}

void RowsDrawer::renderRows()
{
    const auto found = m_behind->finding().current();
    if (!found)
        return;
    m_rows->setHidden(rowListing(*m_behind->finding().asked()->of, question(),
                                 m_session->data().file.mapping, {})
                              .hidden);
    m_rows->setRows(cellRowColumns(listing(), found, m_session->scenario().words),
                    found->rows.size(), found->all);
    renderSentence();
}

/// The command line's, of as many rows as are listed.
void RowsDrawer::renderSentence()
{
    const auto found = m_behind->finding().current();
    if (!found)
        return;
    CellRows told = *found;
    told.rows.resize(m_rows->shown());
    m_rows->setSentence(whose()
                        + wording::cellRowsSentence(told, question(), m_session->scenario().words));
}

} // namespace oneinn

#include "moc_rowsdrawer.cpp"
