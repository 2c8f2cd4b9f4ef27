// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/pins/pinspanel.h"

#include "results/results.h"
#include "session/session.h"
#include "ui_pinspanel.h"
#include "views/pins/pinsmodel.h"
#include "wording/pinwords.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QHeaderView>
#include <QScrollBar>

#include <array>
#include <numeric>
#include <utility>

namespace oneinn {

using wording::PinColumn;

namespace {

constexpr int leastNameCharacters = 20;
constexpr int mostPolicyCharacters = 26; ///< wider, it is cut short; the tool tip has it all
constexpr int linesWithoutPins = 3;      ///< for what is said then
constexpr int cellAir = 14;              ///< in a cell, beside its text
/// Rather than that the worth is scrolled out of sight; the first go first.
constexpr std::array droppedPinColumns{PinColumn::Policy, PinColumn::Budget, PinColumn::Threshold,
                                       PinColumn::UntilBad};

} // namespace

PinsPanel::PinsPanel(QWidget *parent)
    : QFrame(parent)
    , m_ui(std::make_unique<Ui::PinsPanel>())
    , m_model(new PinsModel(this))
{
    m_ui->setupUi(this);
    setVisible(m_open);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_ui->empty->setText(wording::noPinsText());
    setUpTable();
    setUpActions();
    connect(m_ui->differences, &QCheckBox::clicked, this, [this](bool on) {
        m_model->setDifferences(on);
        m_results->setDifferencesWanted(this, on);
        fitColumns();
        renderSelection();
    });
    renderEmpty();
}

PinsPanel::~PinsPanel() = default;

void PinsPanel::setResults(Results *results)
{
    m_results = &results->pins();
    m_session = results->session();
    connect(m_results, &PinResults::changed, this, &PinsPanel::renderPins);
    connect(&results->review(), &ReviewResults::changed, this,
            [this, review = &results->review()] { renderWithPerson(*review); });
    connect(m_results, &PinResults::progressed, this, &PinsPanel::renderWork);
    connect(m_ui->work, &WorkBar::cancelRequested, m_results, &PinResults::cancel);
    connect(m_ui->work, &WorkBar::resumeRequested, m_results, &PinResults::resume);
    connect(m_model, &PinsModel::nameEdited, this, [this](int pin, const QString &name) {
        m_session->pinBoard().rename(static_cast<std::size_t>(pin), name.toStdString());
    });
    connect(m_model, &PinsModel::moveRequested, this, &PinsPanel::move);
}

void PinsPanel::setUpTable()
{
    m_ui->table->setModel(m_model);
    m_ui->table->verticalHeader()->hide();
    m_ui->table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_ui->table->verticalHeader()->setDefaultSectionSize(rowHeight());
    m_ui->table->horizontalHeader()->setHighlightSections(false);
    connect(m_ui->table, &QTableView::clicked, this, [this](const QModelIndex &index) {
        // A click on the name may be the first of two, which change it.
        if (index.column() != static_cast<int>(PinColumn::Name))
            returnTo(index.row() - 1);
    });
    connect(m_ui->table, &QTableView::activated, this,
            [this](const QModelIndex &index) { returnTo(index.row() - 1); });
    connect(m_ui->table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &PinsPanel::renderSelection);
}

void PinsPanel::setUpActions()
{
    const auto add = [this](QAction *action, auto &&act) {
        action->setShortcutContext(Qt::WidgetShortcut);
        m_ui->table->addAction(action);
        connect(action, &QAction::triggered, this, act);
    };
    add(m_ui->actionReturn, [this] { returnTo(selected()); });
    add(m_ui->actionRename, [this] {
        m_ui->table->edit(m_model->index(selected() + 1, static_cast<int>(PinColumn::Name)));
    });
    add(m_ui->actionUp, [this] { move(selected(), selected() - 1); });
    add(m_ui->actionDown, [this] { move(selected(), selected() + 1); });
    add(m_ui->actionRemove, [this] {
        if (selected() >= 0)
            m_session->pinBoard().unpin(static_cast<std::size_t>(selected()));
    });
    add(m_ui->actionCopy, [this] {
        if (m_ui->table->currentIndex().isValid())
            QApplication::clipboard()->setText(m_model->rowText(m_ui->table->currentIndex().row()));
    });
    m_ui->table->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(m_ui->returnButton, &QPushButton::clicked, m_ui->actionReturn, &QAction::trigger);
}

void PinsPanel::render(const Assessment &assessment)
{
    const bool first = m_model->rowCount() == 0;
    m_model->setNow(assessment);
    if (first) {
        fitColumns();
        renderEmpty();
    }
    // Whether any budget counts is told on every chip.
    const bool timed = assessment.scenario.budget.has_value();
    if (first || timed != m_timed)
        Q_EMIT chipsChanged();
    else
        Q_EMIT nowChanged();
    m_timed = timed;
}

/// What is known at the band of now, in force.
void PinsPanel::renderWithPerson(const ReviewResults &review)
{
    std::optional<BandNumbers> numbers;
    if (const auto now = review.isInForce() ? review.now() : std::nullopt)
        numbers = BandNumbers{now->band, now->withoutPerUse + now->gainPerUse};
    const bool wasInForce = std::exchange(m_inForce, review.isInForce());
    if (!wasInForce && !m_inForce)
        return;
    m_model->setNowWithPerson(m_inForce, numbers);
    if (wasInForce != m_inForce)
        renderPins();
    else
        Q_EMIT nowChanged();
}

void PinsPanel::renderPins()
{
    const std::size_t pins = m_session->state().pins.size();
    const int current = selected();
    m_model->setPins(m_session->state().pins, m_results->pins());
    m_model->setOutdated(m_results->isOutdated());
    if (current != selected())
        select(qMin(current, static_cast<int>(pins) - 1));
    fitColumns();
    renderEmpty();
    renderSelection();
    Q_EMIT chipsChanged();
}

void PinsPanel::renderSelection()
{
    const int pin = selected();
    const bool isPin = pin >= 0;
    const auto at = static_cast<std::size_t>(pin);
    const bool fits = isPin && m_model->misfitOf(at).isEmpty();
    // At an end, too: a key that does nothing is better than one that moves the selection instead.
    for (QAction *action :
         {m_ui->actionRename, m_ui->actionRemove, m_ui->actionUp, m_ui->actionDown})
        action->setEnabled(isPin);
    m_ui->actionReturn->setEnabled(fits);
    m_ui->returnButton->setEnabled(fits);
    QString hint = isPin ? m_model->noteOf(at) : QString();
    if (m_results && m_results->isOutdated() && !m_results->isCancelled())
        hint = wording::pinsPendingText();
    m_hint = hint.isEmpty() ? wording::pinsHint() : hint;
    renderHint();
}

void PinsPanel::renderHint()
{
    const QFontMetrics metrics(m_ui->hint->font());
    const QString text = metrics.elidedText(m_hint, Qt::ElideRight, m_ui->hint->width());
    m_ui->hint->setText(text);
    m_ui->hint->setToolTip(text == m_hint ? QString() : m_hint);
}

/// Only where the pins themselves are to be seen.
void PinsPanel::renderWork()
{
    const bool open = m_open && !m_ui->table->isHidden();
    m_ui->work->display(open ? m_results->progress() : std::nullopt,
                        open && m_results->isCancelled());
}

void PinsPanel::returnTo(int pin)
{
    if (pin < 0 || pin >= m_model->rowCount() - 1)
        return;
    select(pin);
    if (m_model->misfitOf(static_cast<std::size_t>(pin)).isEmpty())
        m_session->edit(edits::adopt(m_session->state().pins.at(static_cast<std::size_t>(pin))));
}

void PinsPanel::move(int from, int to)
{
    if (from < 0 || to < 0 || to >= m_model->rowCount() - 1)
        return;
    m_session->pinBoard().move(static_cast<std::size_t>(from), static_cast<std::size_t>(to));
    select(to);
}

void PinsPanel::select(int pin)
{
    m_ui->table->setCurrentIndex(m_model->index(pin + 1, 0));
}

int PinsPanel::selected() const
{
    return m_ui->table->currentIndex().row() - 1;
}

QList<PinsPanel::Chip> PinsPanel::chips() const
{
    QList<Chip> chips;
    for (int row = 0; row < m_model->rowCount(); ++row)
        chips.append(chip(row));
    return chips;
}

PinsPanel::Chip PinsPanel::chip(int row) const
{
    return {m_model->chipText(row), m_model->spelledOut(row)};
}

void PinsPanel::setOpen(bool open)
{
    if (open)
        m_hand.remember();
    else
        m_hand.giveBack();
    m_open = open;
    setVisible(open);
    if (m_results)
        renderWork();
    if (!open)
        return;
    fitColumns();
    if (!m_ui->table->isHidden())
        m_ui->table->setFocus();
}

void PinsPanel::renderEmpty()
{
    const bool any = m_model->rowCount() > 1;
    m_ui->table->setVisible(any);
    m_ui->empty->setVisible(!any);
    for (QWidget *part : QList<QWidget *>{m_ui->hint, m_ui->differences, m_ui->returnButton})
        part->setVisible(any);
    if (m_results)
        renderWork();
}

int PinsPanel::rowHeight() const
{
    return fontMetrics().lineSpacing() + 6;
}

int PinsPanel::heightWithin(int most) const
{
    if (m_ui->table->isHidden())
        return qMin(most, linesWithoutPins * rowHeight());
    const QHeaderView *header = m_ui->table->horizontalHeader();
    constexpr int spare = 4;
    const int others = spare + layout()->contentsMargins().top()
            + layout()->contentsMargins().bottom() + m_ui->returnButton->sizeHint().height()
            + layout()->spacing() + header->sizeHint().height()
            + m_ui->table->horizontalScrollBar()->sizeHint().height()
            + 2 * m_ui->table->frameWidth();
    return qMin(most, others + m_model->rowCount() * rowHeight());
}

void PinsPanel::fitColumns()
{
    QFont bold = m_ui->table->font();
    bold.setBold(true); // as the first row is
    const QFontMetrics metrics(bold);
    QHeaderView *header = m_ui->table->horizontalHeader();
    const int character = metrics.averageCharWidth();
    std::array<int, wording::pinColumnCount> widths{};
    for (int column = 1; column < m_model->columnCount(); ++column) {
        int &width = widths[static_cast<std::size_t>(column)];
        const QStringList texts = m_model->widestTexts(column);
        for (const QString &text : texts)
            width = qMax(width, metrics.horizontalAdvance(text));
        if (column == static_cast<int>(PinColumn::Policy))
            width = qMin(width, mostPolicyCharacters * character);
        width += cellAir;
    }
    if (!m_model->anyLate())
        widths[static_cast<std::size_t>(PinColumn::Late)] = 0;
    const int least = leastNameCharacters * character;
    const int room = m_ui->table->viewport()->width();
    int others = std::accumulate(widths.begin(), widths.end(), 0);
    for (const PinColumn column : droppedPinColumns) {
        if (others + least <= room)
            break;
        others -= std::exchange(widths[static_cast<std::size_t>(column)], 0);
    }
    for (int column = 1; column < m_model->columnCount(); ++column) {
        const int width = widths[static_cast<std::size_t>(column)];
        header->setSectionHidden(column, width == 0);
        if (width > 0)
            header->resizeSection(column, width);
    }
    header->resizeSection(0, qMax(least, room - others));
}

void PinsPanel::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() != QEvent::FontChange)
        return;
    fitColumns();
    m_ui->table->verticalHeader()->setDefaultSectionSize(rowHeight());
}

void PinsPanel::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    fitColumns();
    renderHint();
}

} // namespace oneinn

#include "moc_pinspanel.cpp"
