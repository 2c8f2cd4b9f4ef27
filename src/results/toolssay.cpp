// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/toolssay.h"

#include "core/assessment.h"
#include "core/policies/ownthresholds.h"
#include "core/policies/scenariorows.h"
#include "results/paces.h"
#include "session/session.h"

#include <array>
#include <utility>

namespace oneinn {

namespace {

/// 1 - score for probabilities, else the score negated, as the predictions hold it.
void turnRound(ForTools &tools)
{
    Eigen::ArrayXd &weighted = tools.rows.weighted.threshold;
    Eigen::ArrayXd &plain = tools.rows.plain.threshold;
    const bool probabilities = (plain <= 0.0).all() && (plain >= -1.0).all();
    tools.turned = probabilities ? ForTools::Turned::OneLess : ForTools::Turned::Negated;
    if (!probabilities)
        return;
    weighted += 1.0;
    plain += 1.0;
    tools.threshold.value += 1.0;
    if (tools.bestF1)
        tools.bestF1->value += 1.0;
}

} // namespace

ForTools forTools(const PredictionIndex &index, const UseSlice &slice,
                  const OutlookQuestion &outlooked, Threshold threshold, bool lowerIsPositive)
{
    const Predictions &predictions = *index.predictions();
    const auto selected = predictions.select(index.selection());
    LabelColumn label(static_cast<Eigen::Index>(selected.size()));
    Eigen::ArrayXd score(label.size());
    for (std::size_t i = 0; i < selected.size(); ++i) {
        label[static_cast<Eigen::Index>(i)] = predictions.label()[selected[i]];
        score[static_cast<Eigen::Index>(i)] = predictions.score()[selected[i]];
    }
    ForTools tools{.rows = {.weighted = index.at({})->sweep(),
                            .plain = thresholdSweep(label, score),
                            .hasWeights = predictions.weight().has_value()},
                   .threshold = threshold,
                   .bestF1 = {}};
    const auto best = quickOutlook(slice, outlooked);
    if (best->recommendations.f1)
        tools.bestF1 = best->recommendations.f1->threshold;
    if (lowerIsPositive)
        turnRound(tools);
    return tools;
}

namespace {

/// What is shown scores 1, all else 0.
ToolTable tableOfDecisions(const PredictionIndex &index, Threshold dial)
{
    const Predictions &predictions = *index.predictions();
    Eigen::ArrayXd shown = (predictions.score() >= dial.value).cast<double>();
    const auto decided = PredictionIndex::build(Predictions::steered(predictions, std::move(shown)),
                                                index.selection());
    constexpr double between = 0.5;
    const auto selected = predictions.select(index.selection());
    const LabelColumn label = predictions.label()(selected);
    const Eigen::ArrayXd score = decided.value()->predictions()->score()(selected);
    return toolTable({.weighted = decided.value()->at({})->sweep(),
                      .plain = thresholdSweep(label, score),
                      .hasWeights = predictions.weight().has_value()},
                     {between}, {});
}

void takeCounts(ToolTable &table, const ToolTable &decided)
{
    constexpr std::array counting{ToolMetric::Precision, ToolMetric::Recall, ToolMetric::F1,
                                  ToolMetric::Specificity, ToolMetric::Accuracy};
    table.tied = decided.tied;
    for (const ToolMetric metric : counting) {
        const auto place = static_cast<std::size_t>(metric);
        table.ours[place] = decided.ours[place];
        for (std::size_t tool = 0; tool < toolCount; ++tool)
            table.tools[tool][place] = decided.tools[tool][place];
    }
}

} // namespace

ToolsAnswer toolsAnswer(const ScenarioRows &rows, const ToolsQuestion &question)
{
    const auto tableOf = [&question](const ScenarioRows &of, const ToolsQuestion &asked) {
        const ForTools tools = forTools(*of.all(), *of.at(asked), asked, asked.threshold,
                                        question.lowerIsPositive);
        return ToolsAnswer{toolTable(tools.rows, tools.threshold, tools.bestF1), tools.turned,
                           tools.threshold};
    };
    if (!thresholdsBySegment(question.combination))
        return tableOf(rows, question);
    ToolsQuestion plain = question;
    plain.combination.reset();
    const auto asTheyAre = ScenarioRows::prepare(rows.source(), plain);
    ToolsAnswer answer = tableOf(*asTheyAre.value(), plain);
    takeCounts(answer.table, tableOfDecisions(*rows.all(), question.threshold));
    return answer;
}

ToolsSay::ToolsSay(Session *session, Workers &workers, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_working(workers, settledPace, [session] { return session->history().isInGesture(); })
{
    connect(session, &Session::dataChanged, &m_working, [this] { m_working.forget(); });
    connect(session, &Session::assessmentChanged, this, &ToolsSay::follow);
}

void ToolsSay::setWanted(bool wanted)
{
    m_wanted = wanted;
    if (m_session->hasData())
        follow();
}

void ToolsSay::follow()
{
    if (!m_wanted)
        return m_working.pause();
    const Scenario &scenario = m_session->assessment().scenario;
    ToolsQuestion question;
    static_cast<OutlookQuestion &>(question) = scenario;
    question.threshold = scenario.threshold;
    question.lowerIsPositive = m_session->data().file.mapping.lowerIsPositive.value;
    const AskedOfRows<ToolsQuestion> asked{m_session->rows(), question};
    m_working.ask(asked, [asked](const JobControl &) {
        return std::make_shared<const ToolsAnswer>(toolsAnswer(*asked.of, asked.question));
    });
}

} // namespace oneinn

#include "moc_toolssay.cpp"
