// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/targetspanel.h"

#include "results/results.h"
#include "session/session.h"
#include "ui_targetspanel.h"
#include "views/reachmodel.h"
#include "wording/reachtable.h"
#include "wording/reachwords.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QScrollBar>

namespace oneinn {

namespace {

constexpr int leastTargetNameWidth = 160;

} // namespace

TargetsPanel::TargetsPanel(QWidget *parent)
    : QFrame(parent)
    , m_ui(std::make_unique<Ui::TargetsPanel>())
    , m_model(new ReachModel(this))
{
    m_ui->setupUi(this);
    m_ui->empty->setText(wording::noTargetText());
    setUpTable();
    connectTargets();
}

TargetsPanel::~TargetsPanel() = default;

void TargetsPanel::setResults(Results *results)
{
    m_results = results;
    m_session = results->session();
    m_boxes.connectTo(m_session);
    connect(&results->reach(), &BackgroundState::changed, this, [this] {
        if (isVisible())
            renderAnswer();
    });
}

void TargetsPanel::connectTargets()
{
    m_boxes = FieldBoxes({
            {m_ui->wrongOneIn, Field::WrongAtMost, BoxUnit::OneIn},
            {m_ui->missedOf100, Field::MissedAtMost, BoxUnit::Percent},
            {m_ui->answeredWait, Field::AnsweredWait},
            {m_ui->answeredOf100, Field::AnsweredShare, BoxUnit::Percent},
            {m_ui->shownPerDay, Field::ShownPerDay},
            {m_ui->usesPerDay, Field::UsesPerDay},
    });
    connectTarget(m_ui->wrong, Field::WrongAtMost, {});
    connectTarget(m_ui->missed, Field::MissedAtMost, {});
    connectTarget(m_ui->answered, Field::AnsweredWait, {Field::AnsweredShare});
    connectTarget(m_ui->shown, Field::ShownPerDay, {});
    // A number that is typed is asked for: here both, before each box says its own alone.
    for (NumberBox *box : {m_ui->answeredWait, m_ui->answeredOf100}) {
        connect(box, &NumberBox::edited, this, [this] {
            if (!m_session->scenario().targets.answered)
                ask(Field::AnsweredWait, {Field::AnsweredShare});
        });
    }
}

void TargetsPanel::connectTarget(QCheckBox *asked, Field field, const QList<Field> &with)
{
    connect(asked, &QCheckBox::clicked, this, [this, field, with](bool on) {
        if (on)
            ask(field, with);
        else
            m_session->edit(field, std::nullopt);
    });
}

void TargetsPanel::ask(Field field, const QList<Field> &with)
{
    m_session->beginGesture(); // one step of undo
    m_session->edit(field, m_boxes.value(field));
    for (const Field other : with)
        m_session->edit(other, m_boxes.value(other));
    m_session->endGesture();
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
    renderTargets(assessment.scenario);
    renderAnswer();
}

void TargetsPanel::renderTargets(const Scenario &scenario)
{
    // What is not asked keeps the number that it had.
    m_boxes.display(scenario);
    const Targets &targets = scenario.targets;
    m_ui->wrong->setChecked(targets.wrongOfShown.has_value());
    m_ui->missed->setChecked(targets.missed.has_value());
    m_ui->answered->setChecked(targets.answered.has_value());
    m_ui->shown->setChecked(targets.shownPerDay.has_value());
    const bool timed = m_session->predictions().hasLatency() || targets.answered.has_value();
    for (QWidget *part : QList<QWidget *>{m_ui->answered, m_ui->answeredWait, m_ui->answeredOf100})
        part->setEnabled(timed);
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
    m_ui->summary->setText(wording::reachSummary(*answer).join(QLatin1Char(' ')));
    m_model->setAnswer(answer, m_session->scenario().noun);
    const Targets &targets = answer->question.targets;
    m_ui->table->setColumnHidden(int(wording::ReachColumn::Answered), !targets.answered);
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
            wording::routeSentences(*answer, std::size_t(route), m_session->scenario().noun);
    m_ui->detail->setPlainText(lines.join(QLatin1Char('\n')) + QStringLiteral("\n\n")
                               + wording::reachNotes(*answer).join(QLatin1Char(' ')));
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
    m_session->adopt(choice);
}

void TargetsPanel::fitColumns()
{
    constexpr int air = 6;
    QHeaderView *header = m_ui->table->horizontalHeader();
    m_ui->table->resizeColumnsToContents();
    int others = 0;
    for (int column = 1; column < m_model->columnCount(); ++column) {
        if (m_ui->table->isColumnHidden(column))
            continue;
        header->resizeSection(column, header->sectionSize(column) + air);
        others += header->sectionSize(column);
    }
    header->resizeSection(0, qMax(leastTargetNameWidth, m_ui->table->viewport()->width() - others));
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
