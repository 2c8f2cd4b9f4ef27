// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/options/policiespanel.h"

#include "charts/beyonditem.h"
#include "charts/chartview.h"
#include "charts/curve.h"
#include "charts/plotframe.h"
#include "charts/pointsitem.h"
#include "core/questions.h"
#include "results/results.h"
#include "session/session.h"
#include "ui_policiespanel.h"
#include "views/options/cascadestrip.h"
#include "views/options/costeditor.h"
#include "views/options/policiesmodel.h"
#include "views/options/policycolumns.h"
#include "views/widgets/labelsnote.h"
#include "views/widgets/whileseen.h"
#include "wording/frontierwords.h"
#include "wording/limitwords.h"
#include "wording/policynames.h"
#include "wording/policywords.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>

#include <utility>

namespace oneinn {

namespace {

constexpr int roomForStrip = 640; ///< lower, the table needs the height

} // namespace

PoliciesPanel::PoliciesPanel(QWidget *parent)
    : QFrame(parent)
    , m_ui(std::make_unique<Ui::PoliciesPanel>())
    , m_model(new PoliciesModel(this))
{
    m_ui->setupUi(this);
    m_ui->legend->setText(wording::frontierLegend());
    m_ui->empty->setText(wording::comparingText());
    m_choices.emplace(m_ui->quality, m_ui->burden);
    connect(m_ui->quality, &QComboBox::activated, this, &PoliciesPanel::ask);
    connect(m_ui->burden, &QComboBox::activated, this, &PoliciesPanel::ask);
    setUpTable();
    charts::PlotFrame *frame = m_ui->chart->frame();
    m_beyond = new charts::BeyondItem(frame);
    m_beyond->setLabel(wording::beyondLimitsLabel());
    m_front = new charts::Curve(charts::CurveRole::Rival, frame);
    m_points = new charts::PointsItem(frame);
    // Not while the point that was clicked is still at work: adopting may take it away.
    connect(m_points, &charts::PointsItem::activated, this, &PoliciesPanel::take,
            Qt::QueuedConnection);
}

PoliciesPanel::~PoliciesPanel() = default;

charts::ChartView *PoliciesPanel::chart() const
{
    return m_ui->chart;
}

void PoliciesPanel::nameChoices()
{
    m_choices->name(m_words, !m_answer || m_answer->compared->callsAreCounted);
}

void PoliciesPanel::renderWords(const FeatureWords &words)
{
    if (words == m_words)
        return;
    m_words = words;
    m_model->setWords(words);
    nameChoices();
    if (!m_answer)
        return;
    renderChart();
    renderDetail();
}

void PoliciesPanel::setUpTable()
{
    m_ui->table->setModel(m_model);
    m_ui->table->verticalHeader()->hide();
    QHeaderView *header = m_ui->table->horizontalHeader();
    header->setHighlightSections(false);
    m_ui->table->setWordWrap(true); // of names that do not fit in a line
    m_ui->table->setTextElideMode(Qt::ElideMiddle);
    m_ui->table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_ui->table->verticalHeader()->setDefaultSectionSize(fontMetrics().lineSpacing() + 7);
    connect(m_ui->table, &QTableView::activated, this,
            [this](const QModelIndex &index) { take(m_model->policyAt(index.row())); });
    connect(m_ui->takeOver, &QPushButton::clicked, this, [this] { take(selected()); });
    connect(m_ui->allDetail, &QToolButton::toggled, this, &PoliciesPanel::fitDetail);
    m_ui->hint->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    connect(m_ui->table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &PoliciesPanel::renderDetail);
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
    m_ui->table->setContextMenuPolicy(Qt::ActionsContextMenu);
}

void PoliciesPanel::setResults(Results *results)
{
    auto *labels = new LabelsNote(LabelsNote::Above::Numbers, this);
    labels->setResults(results);
    m_ui->layout->insertWidget(0, labels);
    m_results = results;
    m_session = results->session();
    connect(&results->policies(), &BackgroundState::changed, this, [this] {
        if (isVisible())
            show();
    });
    connect(&results->review(), &ReviewResults::changed, this, &PoliciesPanel::renderWithPerson);
    connect(&results->policies(), &BackgroundState::progressed, this, &PoliciesPanel::renderWork);
    connect(&results->places(), &BackgroundState::changed, this, [this] {
        if (isVisible())
            show();
    });
    for (WorkBar *bar : {m_ui->work, m_ui->firstWork}) {
        connect(bar, &WorkBar::cancelRequested, &results->policies(), &BackgroundState::cancel);
        connect(bar, &WorkBar::resumeRequested, &results->policies(), &BackgroundState::resume);
    }
    connect(m_ui->costs, &CostEditor::edited, this,
            [this](const std::map<std::string, double> &costs) {
                m_session->edit(edits::costPerCall(costs));
            });
    connect(m_ui->cascade, &CascadeStrip::edited, this, &PoliciesPanel::editCascade);
    connect(m_model, &PoliciesModel::drawnEdited, this, &PoliciesPanel::draw);
    m_ui->cascade->setSession(m_session);
    whileSeen(this, [this](bool seen) { m_results->setPoliciesWanted(this, seen); });
}

int PoliciesPanel::selected() const
{
    return m_model->policyAt(m_ui->table->currentIndex().row());
}

void PoliciesPanel::render(const Assessment &assessment)
{
    renderWords(assessment.scenario.words);
    m_ui->costs->display(m_session->scenario().costPerCall);
    m_ui->cascade->display(shownBounds());
    if (m_shownOf != m_session->data().file.predictions)
        renderData();
    show();
    if (m_answer)
        renderLimit(m_answer->view);
}

/// What is shown belongs to another file.
void PoliciesPanel::renderData()
{
    m_shownOf = m_session->data().file.predictions;
    m_answer.reset();
    m_drawn.reset();
    m_model->setPolicies(nullptr);
    m_ui->empty->setText(wording::comparingText());
    m_ui->pages->setCurrentWidget(m_ui->emptyPage);
    m_choices->choose(m_shownOf->hasLatency() ? BurdenMeasure::WaitP95 : BurdenMeasure::Cost);
    ask();
}

void PoliciesPanel::ask()
{
    m_results->setFrontierView(m_choices->view());
    show();
}

void PoliciesPanel::renderWork()
{
    const Results::Policies &policies = m_results->policies();
    for (WorkBar *bar : {m_ui->work, m_ui->firstWork})
        bar->display(policies.progress(), policies.isCancelled());
}

namespace {

int listedOrNow(const PoliciesModel &model, int policy)
{
    return model.rowOf(policy) < 0 ? 0 : policy;
}

} // namespace

/// What has been worked out for now; until then, what was before.
void PoliciesPanel::show()
{
    renderWork();
    const Results::Policies &policies = m_results->policies();
    if (policies.isAnswered() && !policies.answer()) {
        m_answer.reset();
        m_ui->empty->setText(wording::nothingToCompareText());
        m_ui->pages->setCurrentWidget(m_ui->emptyPage);
        return;
    }
    const auto places = policies.isAnswered() ? m_results->places().current() : nullptr;
    if (!places || m_results->places().asked()->compared != policies.answer()) {
        m_comparing = true;
        const QString text = policies.isCancelled() ? QString() : wording::comparingText();
        tell(text);
        m_ui->empty->setText(text);
        return;
    }
    m_comparing = false;
    const PlacesAsked &asked = *m_results->places().asked();
    if (m_answer && m_answer->compared == asked.compared && m_answer->view == asked.view)
        return;
    // What was offered is now, and what is said of it stands there.
    const bool leads = isTakenOver() && (!m_answer || m_answer->compared != asked.compared);
    m_answer = PoliciesAnswer{asked.view, asked.compared, *places};
    const int before = leads ? 0 : selected();
    m_model->setPolicies(asked.compared);
    renderWithPerson();
    nameChoices();
    m_ui->pages->setCurrentWidget(m_ui->chartPage);
    fitTable();
    if (leads || m_ui->table->currentIndex().row() < 0)
        select(listedOrNow(*m_model, before));
    renderChart();
    renderDetail();
}

void PoliciesPanel::renderChart()
{
    const PoliciesAnswer &answer = *m_answer;
    const std::vector<Eigen::Index> drawn = drawnModels();
    m_model->setDrawn(drawn);
    m_ui->costs->setModels(namesOf(*answer.compared, drawn));
    const bool some = answer.compared->models.size() > mostCandidateModels;
    m_ui->legend->setText(some ? wording::frontierLegend() + QLatin1Char(' ') + wording::drawnText()
                               : wording::frontierLegend());
    const QString none = wording::noFrontierText(*answer.compared, answer.view);
    m_ui->noChart->setText(none);
    m_ui->chartPages->setCurrentWidget(none.isEmpty() ? static_cast<QWidget *>(m_ui->chart)
                                                      : m_ui->noChart);
    renderSummary();
    if (!none.isEmpty())
        return;
    FrontierPicture picture =
            frontierPicture(answer, drawn, m_words, limitsOf(m_session->scenario()));
    m_ui->chart->frame()->setHorizontal(std::move(picture.horizontal));
    m_ui->chart->frame()->setVertical(std::move(picture.vertical));
    renderLimit(answer.view);
    m_front->setPoints(std::move(picture.front));
    m_points->setPoints(std::move(picture.points));
}

void PoliciesPanel::renderLimit(const FrontierView &view)
{
    m_beyond->setRegions(beyondLimit(view, limitsOf(m_session->scenario()), *m_ui->chart->frame()));
}

/// A band that is in force has a row of its own.
void PoliciesPanel::renderWithPerson()
{
    const ReviewResults &review = m_results->review();
    const auto now = review.isInForce() ? review.now() : std::nullopt;
    std::optional<PoliciesModel::WithPerson> row;
    if (now && now->band.isOpen())
        row = PoliciesModel::WithPerson{
                *now, review.question(),
                wording::reviewSaid(m_session->scenario().combination,
                                    m_session->data().file.mapping.lowerIsPositive.value)};
    const int rows = m_model->rowCount();
    m_model->setWithPerson(row);
    if (m_model->rowCount() != rows)
        fitTable();
    renderSummary();
    renderDetail();
}

void PoliciesPanel::renderSummary()
{
    if (!m_answer || !m_answer->compared)
        return;
    m_ui->chart->setAccessibleSummary(m_ui->chart->accessibleName(),
                                      wording::frontierSummary(*m_answer->compared,
                                                               m_answer->places, m_answer->view,
                                                               m_words, m_model->toldOfNow()));
}

void PoliciesPanel::renderWithPersonDetail()
{
    m_ui->detail->setPlainText(m_model->withPersonSentences().join(QLatin1Char(' ')));
    fitDetail();
    m_ui->takeOver->setEnabled(false);
    m_ui->takeOver->setToolTip(QString());
    m_points->setSelected(-1);
    m_ui->cascade->setVisible(false);
}

void PoliciesPanel::renderDetail()
{
    const int policy = selected();
    if (m_answer && m_model->isWithPerson(m_ui->table->currentIndex().row()))
        return renderWithPersonDetail();
    if (!m_answer || policy < 0)
        return;
    const ComparedPolicies &compared = *m_answer->compared;
    const auto index = static_cast<std::size_t>(policy);
    const Candidate &candidate = compared.policies[index].candidate;
    const QString why = wording::notAdoptableText(candidate);
    const QString beyond = wording::beyondLimitsText(compared.policies[index].summary.shares,
                                                     limitsOf(m_session->scenario()), m_words);
    m_ui->detail->setPlainText(wording::policyDetail(compared, index, m_words, beyond));
    fitDetail();
    m_ui->takeOver->setEnabled(why.isEmpty() && policy > 0);
    m_ui->takeOver->setToolTip(why.isEmpty() ? beyond : why);
    if (!m_comparing)
        renderHint(policy, beyond);
    m_points->setSelected(policy);
    renderCascade();
}

void PoliciesPanel::fitTable()
{
    const bool narrow = isNarrow(*m_ui->table);
    m_model->setTitleLines(narrow ? wording::TitleLines::Three : wording::TitleLines::Two);
    fitPolicyColumns(
            *m_ui->table,
            {m_answer && m_answer->compared->budget, m_answer && m_answer->compared->hasLatency});
    // The tab says it, and the boxes beside it need the room.
    m_ui->title->setVisible(!narrow);
}

std::vector<Eigen::Index> PoliciesPanel::drawnModels() const
{
    const ComparedPolicies &compared = *m_answer->compared;
    if (!m_drawn)
        return compared.together;
    std::vector<Eigen::Index> drawn;
    for (std::size_t model = 0; model < compared.models.size(); ++model) {
        if (m_drawn->count(compared.models[model]) > 0)
            drawn.push_back(static_cast<Eigen::Index>(model));
    }
    return drawn;
}

void PoliciesPanel::draw(Eigen::Index model, bool drawn)
{
    const std::vector<std::string> before = namesOf(*m_answer->compared, drawnModels());
    std::set<std::string> names(before.begin(), before.end());
    const std::string name = m_answer->compared->models[static_cast<std::size_t>(model)];
    if (!drawn)
        names.erase(name);
    else if (names.size() < mostCandidateModels)
        names.insert(name);
    else
        return tell(wording::mostDrawnText());
    tell(wording::adoptHint());
    m_drawn = std::move(names);
    renderChart();
}

void PoliciesPanel::select(int policy)
{
    m_ui->table->setCurrentIndex(m_model->index(m_model->rowOf(policy), 0));
}

void PoliciesPanel::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    m_ui->cascade->setChartVisible(height() >= roomForStrip);
    fitTable();
}

} // namespace oneinn

#include "moc_policiespanel.cpp"
