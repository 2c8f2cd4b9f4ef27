// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/launch/releasepanel.h"

#include "report/corridorpicture.h"
#include "results/launchresults.h"
#include "results/results.h"
#include "session/session.h"
#include "views/launch/pictureview.h"
#include "views/launch/releaseboxes.h"
#include "views/launch/stagesmodel.h"
#include "views/launch/stagestable.h"
#include "views/widgets/plaintext.h"
#include "views/widgets/scrolleddown.h"
#include "views/widgets/typedfield.h"
#include "views/widgets/whileseen.h"
#include "views/widgets/workbar.h"
#include "views/widgets/wrappedlabel.h"
#include "wording/releaseviewwords.h"
#include "wording/releasewords.h"
#include "wording/runningcountwords.h"
#include "wording/typedrelease.h"

#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace oneinn {

namespace {

constexpr QSize usualCorridor{720, 210};
constexpr QSize leastCorridor{420, 190};
constexpr int countCharacters = 16;
constexpr int corridorStretch = 10; ///< of the spare height, to 1 at the end

QLabel *sectionTitle(const QString &text, QWidget *parent)
{
    QLabel *title = plainLabel(text, parent);
    title->setProperty("role", QStringLiteral("section"));
    return title;
}

} // namespace

ReleasePanel::ReleasePanel(QWidget *parent)
    : QFrame(parent)
    , m_boxes(new ReleaseBoxes(this))
    , m_work(new WorkBar(this))
    , m_path(new WrappedLabel(this))
    , m_table(new StagesTable(this))
    , m_corridor(new PictureView(usualCorridor, leastCorridor, this))
    , m_count(new TypedField(QStringLiteral("soFar"), countCharacters, this))
    , m_told(new WrappedLabel(this))
    , m_shadow(new WrappedLabel(this))
    , m_gate(new WrappedLabel(this))
    , m_rule(new WrappedLabel(this))
    , m_assumed(new WrappedLabel(this))
{
    setProperty("role", QStringLiteral("card"));
    auto *rows = new QVBoxLayout(this);
    constexpr int beside = 10;
    constexpr int above = 8;
    rows->setContentsMargins(beside, above, beside, above);
    rows->addWidget(m_boxes);
    rows->addWidget(m_work);
    rows->addWidget(resultPage(), 1);
}

ReleasePanel::~ReleasePanel() = default;

QWidget *ReleasePanel::resultPage()
{
    m_result = new QWidget(this);
    QVBoxLayout *rows = rowsOnCard(m_result);
    m_path->setObjectName(QStringLiteral("path"));
    m_corridor->setObjectName(QStringLiteral("corridor"));
    m_table->setObjectName(QStringLiteral("stagesTable"));
    m_table->setAccessibleName(tr("Stages"));
    addTexts(rows);
    rows->addStretch(1);
    return scrolledDown(m_result, this);
}

QWidget *ReleasePanel::countRow()
{
    auto *row = new QWidget(m_result);
    auto *rows = new QVBoxLayout(row);
    rows->setContentsMargins(0, 0, 0, 0);
    m_count->setHint(wording::runningCountHint());
    m_count->setTake([this](const QString &text) { return takeCount(text); });
    m_count->takeWhileTyped();
    connect(m_count, &TypedField::refused, this, [this] {
        m_soFar.reset(); // the picture shows no count that is not in the box
        renderCount();
        m_told->setText(wording::runningCountFault(m_refused));
    });
    m_told->setObjectName(QStringLiteral("told"));
    rows->addWidget(m_count, 0, Qt::AlignLeft);
    rows->addWidget(m_told);
    return row;
}

void ReleasePanel::addTexts(QVBoxLayout *rows)
{
    m_shadow->setObjectName(QStringLiteral("shadow"));
    m_gate->setObjectName(QStringLiteral("gate"));
    m_rule->setObjectName(QStringLiteral("rule"));
    m_assumed->setObjectName(QStringLiteral("assumed"));
    m_assumed->setProperty("role", QStringLiteral("detail"));
    for (WrappedLabel *each : {m_path, m_told, m_shadow, m_gate, m_rule, m_assumed})
        each->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_gateTitle = sectionTitle(tr("When a stage goes on"), m_result);
    // What is good and bad is said before it is counted on, in the order of the command line.
    rows->addWidget(sectionTitle(tr("Before anybody sees it"), m_result));
    rows->addWidget(m_shadow);
    rows->addWidget(m_gateTitle);
    rows->addWidget(m_gate);
    rows->addWidget(m_table);
    rows->addWidget(m_path);
    rows->addWidget(sectionTitle(tr("When it is rolled back"), m_result));
    rows->addWidget(m_rule);
    rows->addWidget(m_corridor, corridorStretch);
    rows->addWidget(countRow());
    rows->addWidget(m_assumed);
}

void ReleasePanel::setResults(Results *results)
{
    m_session = results->session();
    m_launch = &results->launch();
    const LaunchResults::Release &release = m_launch->release();
    connect(&release, &BackgroundState::changed, this, [this] {
        if (isVisible())
            renderState();
    });
    connect(&release, &BackgroundState::progressed, this, &ReleasePanel::renderWork);
    connect(m_launch, &LaunchResults::forgotten, this, &ReleasePanel::forgetTyped);
    connect(m_boxes, &ReleaseBoxes::edited, m_launch, &LaunchResults::askRelease);
    connect(m_work, &WorkBar::cancelRequested, &m_launch->release(), &BackgroundState::cancel);
    connect(m_work, &WorkBar::resumeRequested, &m_launch->release(), &BackgroundState::resume);
    whileSeen(this, [this](bool seen) { m_launch->setReleaseWanted(seen); });
}

void ReleasePanel::render(const Assessment & /*assessment*/)
{
    renderState();
}

bool ReleasePanel::takeCount(const QString &text)
{
    const auto count = wording::typedRunningCount(text);
    m_refused = text;
    if (!count && !text.trimmed().isEmpty())
        return false;
    m_soFar = count;
    renderCount();
    return true;
}

void ReleasePanel::forgetTyped()
{
    m_soFar.reset();
    m_count->reset({});
    m_boxes->reset(m_launch->releaseQuestion());
}

/// What was worked out last stays, faded, until the next one is there.
void ReleasePanel::renderState()
{
    if (!m_session || !m_session->hasData())
        return;
    m_boxes->display(m_launch->releaseQuestion(), m_session->scenario().words);
    renderWork();
    const auto plan = m_launch->release().answer();
    m_result->setVisible(plan != nullptr);
    if (plan)
        renderPlan(*plan);
}

void ReleasePanel::renderWork()
{
    const BackgroundState &release = m_launch->release();
    m_work->display(release.progress(), release.isCancelled());
}

void ReleasePanel::renderPlan(const ReleasePlan &plan)
{
    const FeatureWords &words = m_session->scenario().words;
    const bool current = !m_launch->release().isOutdated();
    const bool planned = !plan.stages.empty();
    for (QWidget *each : std::initializer_list<QWidget *>{m_path, m_table, m_told, m_shadow, m_gate,
                                                          m_rule, m_assumed})
        each->setEnabled(current);
    m_corridor->setFaded(!current);
    for (QWidget *each :
         std::initializer_list<QWidget *>{m_path, m_table, m_gateTitle, m_gate, m_assumed})
        each->setVisible(planned);
    m_path->setText(wording::pathSentence(plan, words));
    if (planned)
        renderStages(plan);
    QStringList rule = wording::ruleSentences(plan.rollback, plan.mostlyWrong, words);
    if (const QString from = wording::ruleFromSentence(plan, words); !from.isEmpty())
        rule.append(from);
    m_rule->setText(rule.join(QLatin1Char(' ')));
    m_gate->setText(planned ? wording::gateSentence(plan, words) : QString());
    QStringList shadow = wording::shadowSentences(plan.shadow, words);
    if (const QString group = wording::groupSentence(plan.group, plan.terms.usesPerDay, words);
        !group.isEmpty())
        shadow.prepend(group);
    m_shadow->setText(shadow.join(QLatin1Char(' ')));
    m_assumed->setText(wording::notWatchedSentence(words) + QLatin1Char(' ')
                       + wording::releaseAssumptions(plan, words));
    renderCount();
}

void ReleasePanel::renderStages(const ReleasePlan &plan)
{
    m_table->stages()->setPlan(plan, m_session->scenario().words);
    m_table->setColumnHidden(wording::stagePeopleColumn, !plan.terms.usesPerDay);
    m_table->fit();
}

void ReleasePanel::renderCount()
{
    const auto plan = m_launch->release().answer();
    const bool ruled = plan && plan->rollback.rule;
    for (QWidget *each : std::initializer_list<QWidget *>{m_corridor, m_count, m_told})
        each->setVisible(ruled);
    if (!ruled)
        return;
    const FeatureWords &words = m_session->scenario().words;
    m_count->setLabel(wording::runningCountLabel(words));
    m_count->setSpoken(wording::runningCountLabel(words),
                       tr("13 of 60, 13/60, or two cells of a sheet"));
    m_corridor->display([plan, count = m_soFar, words](QSizeF size) {
        return report::corridorPicture(*plan->rollback.rule, count, words, size);
    });
    m_told->setText(m_soFar ? wording::runningSentence(
                            runningAnswer(plan->rollback.rule->looks, *m_soFar), *m_soFar, words)
                            : wording::runningCountAsked(words));
}

} // namespace oneinn

#include "moc_releasepanel.cpp"
