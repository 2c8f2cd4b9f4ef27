// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/options/targetspanel.h"

#include "results/results.h"
#include "session/session.h"
#include "ui_targetspanel.h"
#include "views/options/reachmodel.h"
#include "views/widgets/labelsnote.h"
#include "views/widgets/whileseen.h"
#include "wording/reachtable.h"
#include "wording/reachwords.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QScrollBar>

namespace oneinn {

namespace {

constexpr int leastTargetNameWidth = 110;

} // namespace

TargetsPanel::TargetsPanel(QWidget *parent)
    : QFrame(parent)
    , m_ui(std::make_unique<Ui::TargetsPanel>())
    , m_model(new ReachModel(this))
{
    m_ui->setupUi(this);
    m_ui->empty->setText(wording::noTargetText());
    setUpTable();
}

TargetsPanel::~TargetsPanel() = default;

void TargetsPanel::setResults(Results *results)
{
    auto *labels = new LabelsNote(LabelsNote::Above::Limits, this);
    labels->setResults(results);
    m_ui->layout->insertWidget(1, labels);
    m_results = results;
    m_session = results->session();
    m_ui->limits->setSession(m_session);
    connect(&results->reach(), &BackgroundState::changed, this, [this] {
        if (isVisible())
            renderAnswer();
    });
    whileSeen(this, [results](bool seen) { results->setReachWanted(seen); });
}

void TargetsPanel::setUpTable()
{
    m_ui->table->setModel(m_model);
    m_ui->table->verticalHeader()->hide();
    m_ui->table->horizontalHeader()->setHighlightSections(false);
    // Names take two lines, and rows of one height do not jump.
    m_ui->table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_ui->table->verticalHeader()->setDefaultSectionSize(2 * fontMetrics().lineSpacing() + 4);
    connect(m_ui->table, &QTableView::activated, this, [this] { take(false); });
    connect(m_ui->takeOver, &QPushButton::clicked, this, [this] { take(false); });
    connect(m_ui->takeSafe, &QPushButton::clicked, this, [this] { take(true); });
    connect(m_ui->table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &TargetsPanel::renderRoute);
    auto *copy = new QAction(tr("Copy row"), m_ui->table);
    copy->setObjectName(QStringLiteral("copyRow"));
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    connect(copy, &QAction::triggered, this, [this] {
        if (selected() >= 0)
            QApplication::clipboard()->setText(m_model->rowText(selected()));
    });
    m_ui->table->addAction(copy);
    m_ui->table->setContextMenuPolicy(Qt::ActionsContextMenu);
}

void TargetsPanel::render(const Assessment &assessment)
{
    m_ui->limits->render(assessment.scenario);
    renderAnswer();
}

void TargetsPanel::renderAnswer()
{
    const auto &answer = m_results->reach().answer();
    const bool outdated = m_results->reach().isOutdated();
    m_ui->hint->setText(outdated ? wording::reachingText() : QString());
    m_ui->summary->setEnabled(!outdated);
    if (!answer) {
        m_ui->empty->setText(m_results->reach().isPending() ? wording::reachingText()
                                                            : wording::noTargetText());
        m_ui->pages->setCurrentWidget(m_ui->emptyPage);
        m_model->setAnswer(nullptr, {});
        return;
    }
    m_ui->pages->setCurrentWidget(m_ui->answerPage);
    m_ui->summary->setText(
            wording::reachSummary(*answer, m_session->scenario().words).join(QLatin1Char(' ')));
    m_model->setAnswer(answer, m_session->scenario().words);
    const Targets &targets = answer->question.targets;
    m_ui->table->setColumnHidden(int(wording::ReachColumn::Answered), !targets.answered);
    m_ui->table->setColumnHidden(int(wording::ReachColumn::Gone), !targets.gone);
    m_ui->table->setColumnHidden(int(wording::ReachColumn::PerDay), !targets.shownPerDay);
    fitColumns();
    if (selected() < 0)
        m_ui->table->setCurrentIndex(m_model->index(0, 0));
    renderRoute();
}

void TargetsPanel::renderRoute()
{
    const auto &answer = m_results->reach().answer();
    const int route = selected();
    const bool known = answer && route >= 0 && route < int(answer->routes.size());
    const Reach *reach = known ? &answer->routes[std::size_t(route)].reach : nullptr;
    m_ui->takeOver->setEnabled(reach && reach->chosen);
    m_ui->takeSafe->setEnabled(reach && reach->safe
                               && reach->safe->threshold != reach->chosen->threshold);
    if (!known)
        return;
    const QStringList lines =
            wording::routeSentences(*answer, std::size_t(route), m_session->scenario().words);
    m_ui->detail->setPlainText(
            lines.join(QLatin1Char('\n')) + QStringLiteral("\n\n")
            + wording::reachNotes(*answer, m_session->scenario().words).join(QLatin1Char(' ')));
}

int TargetsPanel::selected() const
{
    return m_ui->table->currentIndex().row();
}

void TargetsPanel::take(bool surely)
{
    const auto &answer = m_results->reach().answer();
    const int route = selected();
    // What is out of date may not be reached any more.
    if (!answer || route < 0 || m_results->reach().isPending())
        return;
    const Route &way = answer->routes[std::size_t(route)];
    const auto &setting = surely ? way.reach.safe : way.reach.chosen;
    if (!setting)
        return;
    Choice choice = way.choice;
    choice.threshold = setting->threshold;
    m_session->edit(edits::adopt(choice));
}

void TargetsPanel::fitColumns()
{
    constexpr int air = 6;
    QHeaderView *header = m_ui->table->horizontalHeader();
    m_ui->table->resizeColumnsToContents();
    QList<int> others;
    int needed = 0;
    for (int column = 1; column < m_model->columnCount(); ++column) {
        if (m_ui->table->isColumnHidden(column))
            continue;
        others.append(column);
        needed += header->sectionSize(column);
    }
    // Numbers need what they need; names have lines, and air is for where there is room.
    const int width = m_ui->table->viewport()->width();
    const int airs = air * static_cast<int>(others.size());
    if (needed + airs + leastTargetNameWidth <= width) {
        for (const int column : std::as_const(others))
            header->resizeSection(column, header->sectionSize(column) + air);
        needed += airs;
    }
    header->resizeSection(0, qMax(leastTargetNameWidth, width - needed));
    m_ui->table->resizeRowsToContents();
    // No taller than its rows: the sentences need the room.
    const int scrollBar = m_ui->table->horizontalScrollBar()->sizeHint().height();
    m_ui->table->setMaximumHeight(header->height() + m_ui->table->verticalHeader()->length()
                                  + scrollBar + air);
}

void TargetsPanel::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    fitColumns();
}

} // namespace oneinn

#include "moc_targetspanel.cpp"
