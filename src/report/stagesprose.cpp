// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/stagesprose.h"

#include "report/answerwords.h"
#include "report/figuresize.h"
#include "report/stagespicture.h"

namespace oneinn::report {

using namespace Qt::StringLiterals;

namespace {

wording::ToldPipeline toldPipelineOf(const AnswerMaterial &material)
{
    const Scenario &scenario = material.assessment.scenario;
    return {*material.stages->losses, *material.stages->names, scenario.words,
            hasValues(scenario) ? std::optional(scenario.values) : std::nullopt,
            wording::Voice::Ours};
}

} // namespace

Section stagesSection(const AnswerMaterial &material)
{
    const wording::ToldPipeline told = toldPipelineOf(material);
    Table table;
    const QStringList headings = wording::pipelineHeadings(told.words);
    for (const QString &heading : headings)
        table.header.append(QString(heading).replace(u'\n', u' '));
    for (std::size_t stage = 0; stage < told.names.size(); ++stage)
        table.rows.append(wording::pipelineCells(told, stage));
    return {u"Where it is lost, stage by stage"_s,
            {},
            wording::stageSentences(told),
            std::move(table)};
}

Figure stagesFigure(const AnswerMaterial &material)
{
    const wording::ToldPipeline told = toldPipelineOf(material);
    return {u"Where it is lost, stage by stage"_s, wording::stageLeadSentences(told).join(u' '),
            stagesPicture(told, {figureWidth, stagesFigureHeight(told.losses)})};
}

} // namespace oneinn::report
