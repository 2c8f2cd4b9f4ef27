// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/learncommand.h"

#include "cli/assessmentjson.h"
#include "cli/json.h"
#include "cli/optionvalues.h"
#include "core/assessment.h"
#include "wording/learnwords.h"

namespace oneinn::cli {

using namespace Qt::StringLiterals;

namespace {

Json auditJson(const std::optional<AuditPlan> &audit)
{
    if (!audit)
        return {};
    return Json::Object{{u"label"_s, audit->label},
                        {u"expected_good"_s, audit->expectedGood},
                        {u"recall_guess"_s, audit->recallGuess},
                        {u"recall_above_if_none_found"_s, audit->noneFoundLower}};
}

QString learnJson(const LearningPlan &plan, const QStringList &sentences, const Input &input)
{
    const Json json = Json::Object{{u"account"_s, accountJson(input)},
                                   {u"warnings"_s, Json::strings(input.warnings)},
                                   {u"uses"_s, plan.uses},
                                   {u"shown"_s, plan.shown},
                                   {u"silent"_s, plan.silent},
                                   {u"silent_to_audit"_s, plan.toAudit},
                                   {u"silent_share"_s, plan.silentShare},
                                   {u"silent_share_is_guessed"_s, plan.silentIsGuessed},
                                   {u"audit"_s, auditJson(plan.audit)},
                                   {u"sentences"_s, Json::strings(sentences)}};
    return json.text() + u'\n';
}

} // namespace

QList<OptionEntry> learnEntries(const OptionEntry &budget)
{
    using enum OptionGroup;
    return {{Command, u"within"_s, u"P"_s,
             u"How near the share missed is to be known, as in 0.05. Default: 0.05."_s},
            {Command, u"uses-per-day"_s, u"N"_s,
             u"Uses a day, all users together: the audit is of a week of them. Default: of as many "
             "as are in the file."_s},
            {Command, u"threshold"_s, u"T"_s,
             u"A row is shown iff its score is at least T. Default: the most valuable one."_s},
            budget,
            {Command, u"format"_s, u"json|text"_s, u"Default: json."_s}};
}

void readLearn(OptionReader &reader, Options &options)
{
    reader.take(
            u"within"_s, u"a share above 0 and below 1, as in 0.05"_s,
            [](const QString &text) {
                const auto share = shareNamed(text);
                return share && *share > 0.0 && *share < 1.0 ? share : std::nullopt;
            },
            [&](double share) { options.learning.within = share; });
    constexpr double daysAWeek = 7.0;
    reader.take(u"uses-per-day"_s, u"a whole number from 1 to 1e15"_s, usesNamed,
                [&](double uses) { options.learning.usesAWeek = daysAWeek * uses; });
    reader.takeChoice<Format>(u"format"_s, {{u"json"_s, Format::Json}, {u"text"_s, Format::Text}},
                              options.format);
}

Outcome learnCommand(const Options &options, const Input &input)
{
    const DecidedSetting decided = decidedSetting(options, input);
    const Scenario &scenario = decided.scenario;
    Outcome outcome;
    outcome.notes = decided.notes;
    const LearningPlan plan = learningPlan(assess(*decided.rows, scenario), options.learning,
                                           usesOfGroup(*decided.rows, scenario.selection));
    const QStringList sentences = wording::learnSentences(plan, options.learning, scenario.words);
    outcome.text = options.format == Format::Text ? sentences.join(u'\n') + u'\n'
                                                  : learnJson(plan, sentences, input);
    return outcome;
}

} // namespace oneinn::cli
