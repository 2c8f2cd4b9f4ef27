// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/options/segmentspanel.h"

#include "results/results.h"
#include "session/session.h"
#include "ui_segmentspanel.h"
#include "views/options/ownthresholdsstrip.h"
#include "views/options/segmentdotsdelegate.h"
#include "views/options/segmentorders.h"
#include "views/options/segmentsmodel.h"
#include "views/widgets/segmentcolumns.h"
#include "wording/names.h"
#include "wording/segmenthints.h"
#include "wording/segmentwords.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QScrollBar>

#include <algorithm>

namespace oneinn {

using wording::SegmentColumn;

namespace {

constexpr int rowAir = 9;
constexpr int everyoneRow = 0;

QString columnItem(const std::string &column)
{
    return wording::nameText(column);
}

std::vector<std::string> shownSegment(const Selection &selection, const SegmentsBy &by)
{
    std::vector<std::string> values;
    for (const std::string &column : by.columns) {
        for (const Selection::Where &where : selection.where) {
            if (where.column == column && where.match == Selection::Match::Is)
                values.push_back(where.value);
        }
    }
    return values;
}

} // namespace

SegmentsPanel::SegmentsPanel(QWidget *parent)
    : QFrame(parent)
    , m_ui(std::make_unique<Ui::SegmentsPanel>())
    , m_model(new SegmentsModel(this))
{
    m_ui->setupUi(this);
    m_own = new OwnThresholdsStrip(this);
    m_ui->layout->insertWidget(m_ui->layout->indexOf(m_ui->detail) + 1, m_own);
    connect(m_own, &OwnThresholdsStrip::ruleChosen, this, &SegmentsPanel::askAnew);
    connect(m_own, &OwnThresholdsStrip::onlyRequested, this,
            [this] { take(m_ui->table->currentIndex().row()); });
    connect(m_own, &OwnThresholdsStrip::segmentChosen, this,
            [this](const std::vector<std::string> &values) {
                m_ui->table->setCurrentIndex(m_model->index(m_model->rowOf(values), 0));
            });
    setUpTable();
    connectTable();
}

SegmentsPanel::~SegmentsPanel() = default;

void SegmentsPanel::setUpTable()
{
    m_ui->table->setModel(m_model);
    m_ui->table->setItemDelegate(new SegmentDotsDelegate(m_ui->table));
    m_ui->table->verticalHeader()->hide();
    m_ui->table->setWordWrap(false);
    m_ui->table->setTextElideMode(Qt::ElideMiddle);
    QHeaderView *header = m_ui->table->horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionsClickable(true);
    header->setMinimumSectionSize(leastSegmentDots);
    m_ui->table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_ui->table->verticalHeader()->setDefaultSectionSize(fontMetrics().lineSpacing() + rowAir);
    auto *copy = new QAction(tr("Copy row"), m_ui->table);
    copy->setObjectName(QStringLiteral("copyRow"));
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    connect(copy, &QAction::triggered, this, [this] {
        const int row = m_ui->table->currentIndex().row();
        if (row >= 0)
            QApplication::clipboard()->setText(m_model->rowText(row));
    });
    m_ui->table->addAction(copy);
    auto *rows = new QAction(tr("The rows behind it"), m_ui->table);
    rows->setObjectName(QStringLiteral("segmentRows"));
    rows->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_R);
    rows->setShortcutContext(Qt::WidgetShortcut);
    connect(rows, &QAction::triggered, this, &SegmentsPanel::requestRows);
    m_ui->table->addAction(rows);
    m_ui->table->setContextMenuPolicy(Qt::ActionsContextMenu);
}

void SegmentsPanel::connectTable()
{
    connect(m_ui->table->horizontalHeader(), &QHeaderView::sectionClicked, this,
            &SegmentsPanel::sortByHeader);
    // Not while the table is still at work on the click. A single one chooses a row and no more:
    // whoever wants to set its threshold still looks at everyone.
    connect(
            m_ui->table, &QTableView::activated, this,
            [this](const QModelIndex &index) { take(index.row()); }, Qt::QueuedConnection);
    connect(m_ui->table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &SegmentsPanel::renderDetail);
    // The bar takes its width once there are rows to scroll.
    connect(m_ui->table->verticalScrollBar(), &QScrollBar::rangeChanged, this,
            &SegmentsPanel::fitColumns, Qt::QueuedConnection);
    connect(m_ui->by, &QComboBox::activated, this, [this] {
        fillCrossed();
        askAnew();
    });
    connect(m_ui->crossed, &QComboBox::activated, this, &SegmentsPanel::askAnew);
    connect(m_ui->order, &QComboBox::activated, this, &SegmentsPanel::sortByBox);
}

void SegmentsPanel::setResults(Results *results)
{
    m_results = results;
    m_session = results->session();
    m_own->setSession(m_session);
    SegmentsResults::Table &segments = results->segments();
    connect(&segments, &BackgroundState::changed, this, [this] {
        if (isVisible())
            renderState();
    });
    connect(&segments, &BackgroundState::progressed, this, &SegmentsPanel::renderWork);
    connect(m_ui->work, &WorkBar::cancelRequested, &segments, &BackgroundState::cancel);
    connect(m_ui->work, &WorkBar::resumeRequested, &segments, &BackgroundState::resume);
}

void SegmentsPanel::fillColumns()
{
    m_ui->by->clear();
    for (const std::string &column : segmentColumnsOf(*m_shownOf))
        m_ui->by->addItem(columnItem(column), QString::fromStdString(column));
    m_ui->by->setCurrentIndex(static_cast<int>(firstSegmentColumn(*m_shownOf)));
    fillCrossed();
}

void SegmentsPanel::fillCrossed()
{
    const QVariant before = m_ui->crossed->currentData();
    m_ui->crossed->clear();
    m_ui->crossed->addItem(tr("nothing"));
    for (const std::string &column : segmentColumnsOf(*m_shownOf)) {
        const QString name = QString::fromStdString(column);
        if (name != m_ui->by->currentData().toString())
            m_ui->crossed->addItem(columnItem(column), name);
    }
    m_ui->crossed->setCurrentIndex(before.isValid() ? qMax(0, m_ui->crossed->findData(before)) : 0);
    const bool several = m_ui->crossed->count() > 1;
    m_ui->crossed->setVisible(several);
    m_ui->crossedLabel->setVisible(several);
}

SegmentsBy SegmentsPanel::by() const
{
    SegmentsBy by;
    for (const QComboBox *box : {m_ui->by, m_ui->crossed}) {
        if (box->currentData().isValid())
            by.columns.push_back(box->currentData().toString().toStdString());
    }
    return by;
}

void SegmentsPanel::showSegment(const std::string &column, const std::string &value)
{
    const int at = m_ui->by->findData(QString::fromStdString(column));
    if (at < 0)
        return;
    m_ui->by->setCurrentIndex(at);
    m_ui->crossed->setCurrentIndex(0);
    fillCrossed();
    m_wanted = value;
    askAnew();
}

void SegmentsPanel::askAnew()
{
    m_results->bySegment().want(by(), m_own->rule());
    renderState();
}

void SegmentsPanel::render(const Assessment &)
{
    const PredictionsPtr &now = m_session->data().file.predictions;
    if (m_shownOf != now) {
        m_shownOf = now;
        m_model->setTable(nullptr);
        m_model->setOrder({});
        m_own->forgetRule();
        fillColumns();
    }
    m_results->bySegment().want(by(), m_own->rule());
    renderState();
}

void SegmentsPanel::renderWork()
{
    const SegmentsResults::Table &segments = m_results->segments();
    m_ui->work->display(segments.progress(), segments.isCancelled());
}

/// An index of what is asked answers at once, whatever the threshold; until there is one, what was
/// known before stays, faded.
void SegmentsPanel::renderState()
{
    renderWork();
    const SegmentsResults::Table &segments = m_results->segments();
    const auto &answer = segments.answer();
    const auto &asked = segments.asked();
    const bool fits = answer && asked && answer->of == asked->of
            && answer->index->by() == asked->question.by
            && answer->index->question() == static_cast<const UsesQuestion &>(asked->question);
    if (fits)
        renderTable();
    const bool faded = !fits && m_model->table();
    for (QWidget *each : QList<QWidget *>{m_ui->table, m_ui->sentence, m_ui->detail})
        each->setEnabled(!faded);
    m_ui->pages->setCurrentWidget(m_model->table() ? m_ui->tablePage : m_ui->emptyPage);
    m_ui->empty->setText(segments.isCancelled() ? wording::segmentsCancelledText()
                                                : wording::segmentsPendingText());
}

void SegmentsPanel::renderTable()
{
    const auto &answer = m_results->segments().answer();
    const SegmentsAsked &question = m_results->segments().asked()->question;
    // The segment that the box and a mark of thresholds are for stays, wherever its row goes.
    const bool isUsed =
            m_own->isAncestorOf(QApplication::focusWidget()) || m_session->history().isInGesture();
    const SegmentRow *current = m_model->segmentAt(m_ui->table->currentIndex().row());
    const auto before = current ? current->values : std::vector<std::string>();
    const bool isFirst = !m_model->table() || m_model->table()->by != question.by;
    m_model->setWords(m_session->scenario().words);
    m_model->setTable(std::make_shared<const SegmentTable>(tableWithGains(
            *answer->index, question, &answer->spreads, askedThresholds(*answer, question))));
    const SegmentTable &table = *m_model->table();
    m_ui->sentence->setText(wording::segmentsSentence(table, m_session->scenario().words));
    m_ui->notes->setText(
            wording::segmentsNotes(table, m_session->scenario().words).join(QLatin1Char(' ')));
    if (isFirst) {
        fillSegmentOrders(*m_ui->order, *m_model, m_session->scenario().words);
        markOrder();
    }
    fitColumns();
    const auto wanted = m_wanted && table.by.columns.size() == 1
            ? std::optional(m_model->rowOf({*m_wanted}))
            : std::nullopt;
    m_wanted.reset();
    if (wanted)
        m_ui->table->setCurrentIndex(m_model->index(*wanted, 0));
    else if (isUsed)
        m_ui->table->setCurrentIndex(m_model->index(m_model->rowOf(before), 0));
    else
        selectShown();
    renderDetail();
}

/// The row of what the window shows: one segment, or everyone.
void SegmentsPanel::selectShown()
{
    const auto shown = shownSegment(m_session->scenario().selection, m_model->table()->by);
    const int row = m_model->rowOf(shown);
    if (m_ui->table->currentIndex().row() != row && !m_ui->table->hasFocus())
        m_ui->table->setCurrentIndex(m_model->index(row, 0));
}

void SegmentsPanel::renderDetail()
{
    const SegmentRow *row = m_model->segmentAt(m_ui->table->currentIndex().row());
    m_ui->detail->setText(row ? wording::segmentText(*row, m_session->scenario().words)
                              : wording::segmentsHint());
    renderOwn();
}

void SegmentsPanel::renderOwn()
{
    const auto &answer = m_results->segments().answer();
    const auto &asked = m_results->segments().asked();
    if (!answer || !asked || !m_model->table() || answer->index->by() != asked->question.by)
        return;
    const SegmentRow *current = m_model->segmentAt(m_ui->table->currentIndex().row());
    const auto shown = shownSegment(m_session->scenario().selection, m_model->table()->by);
    m_own->render(*answer, asked->question, *m_model->table(),
                  askedThresholds(*answer, asked->question), current);
    m_own->renderOnly(current, shown == (current ? current->values : std::vector<std::string>()));
}

void SegmentsPanel::sortByHeader(int section)
{
    const SegmentColumn column = m_model->columns()[static_cast<std::size_t>(section)].column;
    m_model->setOrder(turnedOrder(m_model->order(), column));
    markOrder();
    selectShown();
}

void SegmentsPanel::sortByBox()
{
    m_model->setOrder(chosenSegmentOrder(*m_ui->order));
    markOrder();
    selectShown();
}

/// Box and header say the same.
void SegmentsPanel::markOrder()
{
    markSegmentOrder(*m_ui->order, *m_ui->table->horizontalHeader(), *m_model);
}

void SegmentsPanel::requestRows()
{
    const int row = m_ui->table->currentIndex().row();
    if (m_model->table() && row >= 0)
        Q_EMIT rowsRequested(m_model->whereAt(row, m_session->scenario().selection.where));
}

/// Only that segment, one step; everyone again by their row, or by the same row once more.
void SegmentsPanel::take(int row)
{
    if (!m_model->table() || row < 0)
        return;
    const Selection &selection = m_session->scenario().selection;
    const SegmentRow *segment = m_model->segmentAt(row);
    const bool again = segment && shownSegment(selection, m_model->table()->by) == segment->values;
    const auto where = m_model->whereAt(again ? everyoneRow : row, selection.where);
    if (where != selection.where)
        m_session->edit(edits::where(where));
}

SegmentsModel *SegmentsPanel::known() const
{
    return m_model->table() ? m_model : nullptr;
}

QString SegmentsPanel::sentence() const
{
    return m_ui->sentence->text();
}

void SegmentsPanel::fitColumns()
{
    if (m_model->table())
        fitSegmentColumns(*m_ui->table, *m_model);
}

void SegmentsPanel::showEvent(QShowEvent *event)
{
    QFrame::showEvent(event);
    if (m_session->hasData() && m_shownOf == m_session->data().file.predictions)
        m_results->bySegment().want(by(), m_own->rule());
    fitColumns();
}

void SegmentsPanel::hideEvent(QHideEvent *event)
{
    QFrame::hideEvent(event);
    m_results->bySegment().want(std::nullopt);
}

void SegmentsPanel::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    fitColumns();
}

} // namespace oneinn

#include "moc_segmentspanel.cpp"
