// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/rows/rowsdrawer.h"

#include "results/results.h"
#include "results/rowlisting.h"
#include "session/session.h"
#include "views/rows/cellrowsmodel.h"
#include "views/rows/rowsexport.h"
#include "views/widgets/flowrow.h"
#include "views/widgets/plaintext.h"
#include "views/widgets/workbar.h"
#include "wording/names.h"
#include "wording/reviewwords.h"
#include "wording/rowwords.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace oneinn {

namespace {

constexpr int drawerFive = 5;
constexpr std::size_t moreRowsEachTime = 5; ///< times as many
constexpr int drawerRowAir = 6;
constexpr qsizetype mostPersonalNames = 40;
constexpr qsizetype mostWhose = 120;

QPushButton *drawerButton(const QString &text, const char *name, const QString &tip,
                          QWidget *parent)
{
    auto *made = new QPushButton(text, parent);
    made->setObjectName(QString::fromLatin1(name));
    made->setToolTip(tip);
    return made;
}

} // namespace

RowsDrawer::RowsDrawer(QWidget *parent)
    : QFrame(parent)
    , m_title(plainLabel(tr("The rows behind"), this))
    , m_cell(new QComboBox(this))
    , m_order(new QComboBox(this))
    , m_five(drawerButton(tr("Five it got most wrong"), "fiveMostWrong",
                          tr("The five that were shown wrongly or missed by the most"), this))
    , m_personal(new QCheckBox(this))
    , m_save(drawerButton(tr("Save as CSV\u2026"), "saveRows",
                          tr("All of these rows, in this order, with the columns that are shown"),
                          this))
    , m_close(drawerButton(tr("Close"), "closeRows", tr("Back to where you were (Esc)"), this))
    , m_sentence(plainLabel({}, this))
    , m_count(plainLabel({}, this))
    , m_more(drawerButton(tr("Show more"), "moreRows", tr("Further rows, in the same order"), this))
    , m_table(new QTableView(this))
    , m_model(new CellRowsModel(this))
    , m_work(new WorkBar(this))
    , m_saving(new WorkBar(this))
{
    setProperty("role", QStringLiteral("pins"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setVisible(false);
    m_sentence->setObjectName(QStringLiteral("rowsSentence"));
    m_sentence->setWordWrap(true);
    m_count->setObjectName(QStringLiteral("rowsCount"));
    m_count->setProperty("role", QStringLiteral("detail"));
    setUpTable();
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(10, 6, 10, 6);
    page->setSpacing(5);
    page->addWidget(head());
    auto *told = new QHBoxLayout;
    told->addWidget(m_sentence, 1);
    told->addWidget(m_count, 0, Qt::AlignTop);
    page->addLayout(told);
    page->addWidget(m_table, 1);
    page->addWidget(tools());
    page->addWidget(m_work);
    page->addWidget(m_saving);
}

QWidget *RowsDrawer::head()
{
    m_title->setObjectName(QStringLiteral("rowsTitle"));
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
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
    connect(m_close, &QPushButton::clicked, this, &RowsDrawer::dismiss);
    auto *line = new QWidget(this);
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_title);
    layout->addWidget(m_cell);
    layout->addWidget(m_order);
    layout->addStretch();
    layout->addWidget(m_close);
    return line;
}

QWidget *RowsDrawer::tools()
{
    m_personal->setObjectName(QStringLiteral("personalColumns"));
    connect(m_five, &QPushButton::clicked, this, [this] {
        RowsWish wish = *m_behind->wish();
        wish.cell = RowCell::Wrong;
        wish.order = RowOrder::Wrongest;
        m_most = drawerFive;
        want(wish);
    });
    connect(m_personal, &QCheckBox::clicked, this, &RowsDrawer::renderRows);
    connect(m_more, &QPushButton::clicked, this, &RowsDrawer::showMore);
    connect(m_save, &QPushButton::clicked, this, [this] {
        if (m_behind->finding().asked())
            m_export->choosePath(question(), listing());
    });
    auto *line = new FlowRow(this);
    for (QWidget *each : QList<QWidget *>{m_more, m_five, m_save, m_personal})
        line->add(each);
    return line;
}

void RowsDrawer::setUpTable()
{
    m_table->setObjectName(QStringLiteral("cellRows"));
    m_table->setAccessibleName(tr("The rows behind a number"));
    m_table->setModel(m_model);
    m_table->setWordWrap(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->setMinimumHeight(60);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().lineSpacing() + drawerRowAir);
    auto *copy = new QAction(tr("Copy row"), m_table);
    copy->setObjectName(QStringLiteral("copyRow"));
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    connect(copy, &QAction::triggered, this, [this] {
        if (m_table->currentIndex().isValid())
            QApplication::clipboard()->setText(m_model->rowText(m_table->currentIndex().row()));
    });
    m_table->addAction(copy);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
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
        m_model->setRows({}, nullptr);
        dismiss();
    });
}

void RowsDrawer::open(const RowsWish &wish, std::size_t first)
{
    if (!m_session->hasData())
        return;
    QWidget *now = QApplication::focusWidget();
    if (now && !isAncestorOf(now))
        m_before = now;
    m_most = first;
    const bool opens = !m_open;
    m_open = true;
    want(wish);
    m_behind->finding().resume();
    setVisible(true);
    raise();
    if (opens)
        Q_EMIT toggled(true);
    m_table->setFocus(Qt::ShortcutFocusReason);
}

void RowsDrawer::dismiss()
{
    if (!m_open)
        return;
    const bool within = isAncestorOf(QApplication::focusWidget());
    m_open = false;
    m_behind->want(std::nullopt);
    if (within && m_before && m_before->isVisible())
        m_before->setFocus(Qt::OtherFocusReason);
    setVisible(false);
    Q_EMIT toggled(false);
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
    m_most = firstShown;
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
                                ? tr("Those whose user waited longest for what they accept")
                                : tr("Which rows come first"));
}

void RowsDrawer::showMore()
{
    m_most *= moreRowsEachTime;
    m_model->setShown(m_most);
    renderCount();
    m_table->setFocus(Qt::OtherFocusReason);
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
                     + wording::nameText(each.value));
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
    return m_personal->isChecked() ? wholeRowListing(rows, question(), mapping)
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
    if (!m_open)
        return;
    renderWork();
    const RowsBehind::Finding &finding = m_behind->finding();
    const bool faded = finding.isOutdated();
    // Not the table: what is switched off loses the keys.
    for (QWidget *each : QList<QWidget *>{m_sentence, m_count})
        each->setEnabled(!faded);
    if (finding.current())
        renderRows();
}

void RowsDrawer::renderRows()
{
    const auto found = m_behind->finding().current();
    if (!found)
        return;
    renderPersonal();
    m_model->setShown(m_most);
    m_model->setRows(listing(), found);
    m_table->resizeColumnsToContents();
    renderCount();
}

/// Named, so that it is known what would be seen.
void RowsDrawer::renderPersonal()
{
    const RowListing guarded = rowListing(*m_behind->finding().asked()->of, question(),
                                          m_session->data().file.mapping, {});
    const QString names = wording::visible(guarded.hidden.join(QStringLiteral(", ")));
    m_personal->setText(onButton(tr("Also what looks personal: %1")
                                         .arg(wording::middleElided(names, mostPersonalNames))));
    m_personal->setToolTip(names);
    m_personal->setVisible(!guarded.hidden.isEmpty());
}

/// The sentence is the command line's, of as many rows as are listed.
void RowsDrawer::renderCount()
{
    const auto found = m_behind->finding().current();
    if (!found)
        return;
    const auto shown = static_cast<std::size_t>(m_model->rowCount());
    CellRows told = *found;
    told.rows.resize(shown);
    m_sentence->setText(whose()
                        + wording::cellRowsSentence(told, question(), m_session->scenario().words));
    m_count->setText(wording::rowsCountText(shown, found->all));
    m_more->setVisible(shown < found->rows.size());
    m_save->setEnabled(found->all > 0);
    m_save->setToolTip(
            found->all > 0
                    ? tr("All of these rows, in this order, with the columns shown: what looks "
                         "personal, ids among it, only where that is ticked")
                    : tr("There are no such rows"));
    if (shown > 0 && !m_table->currentIndex().isValid())
        m_table->setCurrentIndex(m_model->index(0, 0));
}

void RowsDrawer::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && event->modifiers() == Qt::NoModifier)
        dismiss();
    else
        QFrame::keyPressEvent(event);
}

} // namespace oneinn

#include "moc_rowsdrawer.cpp"
