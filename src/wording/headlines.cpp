// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/headlines.h"

#include "wording/feature.h"
#include "wording/frequency.h"
#include "wording/misscauses.h"
#include "wording/numbers.h"
#include "wording/untilbadwords.h"

namespace oneinn::wording {

using namespace Qt::Literals::StringLiterals;

namespace {

Statement shortWrong(const Assessment &assessment, Statement full)
{
    const auto wrong = assessment.experience[Share::WrongOfShown];
    if (!wrong || full.evidence.isEmpty())
        return full;
    ShareGrammar grammar = wrongGrammar(assessment);
    const Feature feature = featureOf(assessment.scenario.words);
    grammar.one = u"one "_s + feature.done;
    grammar.many = feature.done;
    full.detail = shareDetail(*wrong, grammar);
    full.evidence = shortEvidence(*wrong, grammar);
    return full;
}

/// Whose they are is told once, of those shown.
QString intervalAndCases(Proportion share, const ShareGrammar &grammar)
{
    if (share.reliability == Reliability::Stated)
        share.clusters = 0.0;
    return shortEvidence(share, grammar);
}

Statement shortMissed(const Assessment &assessment, Statement full)
{
    const Shares &shares = assessment.experience.shares;
    const auto missed = shares[Share::Missed];
    if (!missed)
        return full;
    ShareGrammar grammar = missedGrammar(assessment);
    if (!featureOf(assessment.scenario.words).namesPositives) {
        grammar.one = u"good one"_s;
        grammar.many = u"good ones"_s;
    }
    const QString causes = missedCausesText(shares, assessment.scenario.words, CauseLength::Brief);
    const bool anyShown = assessment.experience[Share::WrongOfShown].has_value();
    if (!causes.isEmpty())
        full.detail = causes;
    else if (anyShown)
        full.detail = shareDetail(*missed, grammar);
    else
        full.detail = noneHoldsNot(missed->all.rows, grammar);
    if (anyShown) {
        grammar.counted = grammar.many;
        full.evidence = intervalAndCases(*missed, grammar);
    }
    return full;
}

QString aside(const Assessment &assessment)
{
    QString text;
    if (const auto left = assessment.experience[Share::Left])
        text += u"; %1 gone"_s.arg(shareText(left->value));
    if (assessment.experience.anyFailed())
        text += u"; %1 fail"_s.arg(shareText(assessment.experience[Share::Failed]->value));
    if (assessment.experience.anyRefused())
        text += u"; %1 are refused"_s.arg(shareText(assessment.experience[Share::Refused]->value));
    return text;
}

Statement shortLate(const Assessment &assessment, Statement full)
{
    const auto late = assessment.experience[Share::Late];
    if (!assessment.scenario.budget) {
        const bool known = !tellsNoWaits(assessment);
        full.headline = known ? u"No latency budget"_s : u"No latencies"_s;
        full.detail = known ? u"so none is late"_s + aside(assessment)
                            : u"are known here, so nothing can be called late"_s;
        return full;
    }
    if (!late)
        return full;
    const ShareGrammar grammar = lateGrammar(assessment);
    full.detail = late->reliability == Reliability::Stated
            ? shareText(late->value) + u' ' + grammar.many
            : shareDetail(*late, grammar);
    full.detail += aside(assessment);
    full.evidence = intervalAndCases(*late, grammar);
    return full;
}

} // namespace

ExperienceWords headlines(const Assessment &assessment, const ExperienceWords &whole)
{
    return {shortWrong(assessment, whole.wrong), shortMissed(assessment, whole.missed),
            shortLate(assessment, whole.late), shortUntilBadStatement(assessment)};
}

} // namespace oneinn::wording
