// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/targetspanel.h"

#include "results/results.h"
#include "session/session.h"
#include "ui_targetspanel.h"
#include "views/reachmodel.h"
#include "wording/reachwords.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QScrollBar>

namespace oneinn {

namespace {

constexpr double percent = 100.0;
constexpr int leastNameWidth = 160;

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
    connect(&results->reach(), &BackgroundState::changed, this, [this] {
        if (isVisible())
            renderAnswer();
    });
}

void TargetsPanel::connectTargets()
{
    // The numbers offered are not edits: leaving a box as it is asks for nothing.
    const auto all = findChildren<NumberBox *>();
    for (NumberBox *box : all)
        box->display(box->value());
    // A number that is typed is asked for.
    const auto line = [this](QCheckBox *asked, std::initializer_list<NumberBox *> boxes,
                             void (TargetsPanel::*set)(bool)) {
        connect(asked, &QCheckBox::clicked, this, set);
        for (NumberBox *box : boxes)
            connect(box, &NumberBox::edited, this, [this, set] { (this->*set)(true); });
    };
    line(m_ui->wrong, {m_ui->wrongOneIn}, &TargetsPanel::setWrong);
    line(m_ui->missed, {m_ui->missedOf100}, &TargetsPanel::setMissed);
    line(m_ui->answered, {m_ui->answeredWait, m_ui->answeredOf100}, &TargetsPanel::setAnswered);
    line(m_ui->shown, {m_ui->shownPerDay}, &TargetsPanel::setShown);
    connect(m_ui->usesPerDay, &NumberBox::edited, this,
            [this](double uses) { edit([uses](Targets &targets) { targets.usesPerDay = uses; }); });
}

void TargetsPanel::edit(const std::function<void(Targets &)> &change)
{
    Targets targets = m_session->scenario().targets;
    change(targets);
    m_session->setTargets(targets);
}

void TargetsPanel::setWrong(bool asked)
{
    edit([this, asked](Targets &targets) {
        targets.wrongOfShown =
                asked ? std::optional(1.0 / m_ui->wrongOneIn->value()) : std::nullopt;
    });
}

void TargetsPanel::setMissed(bool asked)
{
    edit([this, asked](Targets &targets) {
        targets.missed = asked ? std::optional(m_ui->missedOf100->value() / percent) : std::nullopt;
    });
}

void TargetsPanel::setAnswered(bool asked)
{
    edit([this, asked](Targets &targets) {
        targets.answered.reset();
        if (asked)
            targets.answered = Targets::AnsweredWithin{{m_ui->answeredWait->value()},
                                                       m_ui->answeredOf100->value() / percent};
    });
}

void TargetsPanel::setShown(bool asked)
{
    edit([this, asked](Targets &targets) {
        targets.shownPerDay = asked ? std::optional(m_ui->shownPerDay->value()) : std::nullopt;
        targets.usesPerDay = m_ui->usesPerDay->value();
    });
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
    renderTargets(assessment.scenario.targets);
    renderAnswer();
}

void TargetsPanel::renderTargets(const Targets &targets)
{
    // What is not asked keeps the number that it had.
    m_ui->wrong->setChecked(targets.wrongOfShown.has_value());
    if (targets.wrongOfShown)
        m_ui->wrongOneIn->display(1.0 / *targets.wrongOfShown);
    m_ui->missed->setChecked(targets.missed.has_value());
    if (targets.missed)
        m_ui->missedOf100->display(*targets.missed * percent);
    m_ui->answered->setChecked(targets.answered.has_value());
    if (targets.answered) {
        m_ui->answeredWait->display(targets.answered->wait.value);
        m_ui->answeredOf100->display(targets.answered->share * percent);
    }
    m_ui->shown->setChecked(targets.shownPerDay.has_value());
    if (targets.shownPerDay)
        m_ui->shownPerDay->display(*targets.shownPerDay);
    m_ui->usesPerDay->display(targets.usesPerDay);
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
    header->resizeSection(0, qMax(leastNameWidth, m_ui->table->viewport()->width() - others));
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
