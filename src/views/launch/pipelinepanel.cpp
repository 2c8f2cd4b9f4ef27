// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/launch/pipelinepanel.h"

#include "report/answerwords.h"
#include "report/stagespicture.h"
#include "results/results.h"
#include "session/session.h"
#include "views/launch/pictureview.h"
#include "views/launch/stagesmodel.h"
#include "views/launch/stagestable.h"
#include "views/widgets/plaintext.h"
#include "views/widgets/scrolleddown.h"
#include "views/widgets/workbar.h"
#include "views/widgets/wrappedlabel.h"
#include "wording/stagewords.h"

#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace oneinn {

namespace {

constexpr QSize usualPipeline{720, 320};
constexpr QSize leastPipeline{420, 260};

wording::ToldPipeline toldPipelineOf(const StagesAnswer &answer, const Scenario &scenario)
{
    return {answer.losses, answer.table.rows.names, scenario.words,
            report::hasValues(scenario) ? std::optional(scenario.values) : std::nullopt};
}

QStringList pipelineNotes(const StagesAnswer &answer)
{
    std::vector<std::string> read;
    QStringList notes;
    for (const ingest::StageColumn &column : answer.table.columns) {
        read.push_back(answer.columns[column.column]);
        if (column.unitIsAssumed)
            notes.append(wording::stageUnitNote(answer.columns[*column.wait]));
    }
    notes.prepend(wording::stagesGuessedNote(read) + QLatin1Char('.'));
    notes.append(wording::stagesAsideNote(answer.table.aside()));
    notes.removeAll(QString());
    return notes;
}

} // namespace

PipelinePanel::PipelinePanel(QWidget *parent)
    : QFrame(parent)
    , m_work(new WorkBar(this))
    , m_lead(new WrappedLabel(this))
    , m_waterfall(new PictureView(usualPipeline, leastPipeline, this))
    , m_table(new StagesTable(this))
    , m_details(new WrappedLabel(this))
    , m_notes(new WrappedLabel(this))
{
    setProperty("role", QStringLiteral("card"));
    auto *rows = new QVBoxLayout(this);
    constexpr int beside = 10;
    constexpr int above = 8;
    rows->setContentsMargins(beside, above, beside, above);
    QLabel *title = plainLabel(tr("Where it is lost, stage by stage"), this);
    QFont bold = title->font();
    bold.setBold(true);
    title->setFont(bold);
    rows->addWidget(title);
    rows->addWidget(m_work);
    rows->addWidget(resultPage(), 1);
}

PipelinePanel::~PipelinePanel() = default;

QWidget *PipelinePanel::resultPage()
{
    m_result = new QWidget(this);
    m_lead->setObjectName(QStringLiteral("stagesLead"));
    m_waterfall->setObjectName(QStringLiteral("stagesWaterfall"));
    m_table->setObjectName(QStringLiteral("stagesTable"));
    m_table->setAccessibleName(tr("The stages, and what mending each is worth"));
    m_details->setObjectName(QStringLiteral("stagesDetails"));
    m_notes->setObjectName(QStringLiteral("stagesNotes"));
    m_notes->setProperty("role", QStringLiteral("detail"));
    for (WrappedLabel *each : {m_lead, m_details, m_notes})
        each->setTextInteractionFlags(Qt::TextSelectableByMouse);
    QVBoxLayout *rows = rowsOnCard(m_result);
    rows->addWidget(m_lead);
    rows->addWidget(m_waterfall, 1);
    rows->addWidget(m_table);
    rows->addWidget(m_details);
    rows->addWidget(m_notes);
    return scrolledDown(m_result, this);
}

void PipelinePanel::setResults(Results *results)
{
    m_session = results->session();
    m_stages = &results->file().stages();
    StagesRead::Reading *reading = &m_stages->reading();
    connect(reading, &BackgroundState::changed, this, &PipelinePanel::renderState);
    connect(reading, &BackgroundState::progressed, this, &PipelinePanel::renderWork);
    connect(m_work, &WorkBar::cancelRequested, reading, &BackgroundState::cancel);
    connect(m_work, &WorkBar::resumeRequested, reading, &BackgroundState::resume);
}

void PipelinePanel::render(const Assessment & /*assessment*/)
{
    renderState();
}

void PipelinePanel::renderState()
{
    if (!isVisible() || !m_session->hasData())
        return;
    renderWork();
    const auto answer = m_stages->reading().answer();
    m_result->setVisible(answer != nullptr);
    if (answer)
        renderAnswer(answer);
}

void PipelinePanel::renderAnswer(const std::shared_ptr<const StagesAnswer> &answer)
{
    const Scenario &scenario = m_session->scenario();
    const bool current = !m_stages->reading().isOutdated();
    for (QWidget *each : std::initializer_list<QWidget *>{m_lead, m_table, m_details})
        each->setEnabled(current);
    m_waterfall->setFaded(!current);
    m_waterfall->display([answer, scenario](QSizeF size) {
        return report::stagesPicture(toldPipelineOf(*answer, scenario), size);
    });
    const wording::ToldPipeline told = toldPipelineOf(*answer, scenario);
    const QStringList lead = wording::stageLeadSentences(told);
    QStringList details = wording::stageSentences(told);
    details.removeIf([&lead](const QString &sentence) { return lead.contains(sentence); });
    m_lead->setText(lead.join(QLatin1Char(' ')));
    m_details->setText(details.join(QLatin1Char('\n')));
    m_notes->setText(pipelineNotes(*answer).join(QLatin1Char(' ')));
    m_table->stages()->setPipeline(told);
    m_table->fit();
}

void PipelinePanel::renderWork()
{
    const BackgroundState &reading = m_stages->reading();
    m_work->display(reading.progress(), reading.isCancelled());
}

} // namespace oneinn

#include "moc_pipelinepanel.cpp"
