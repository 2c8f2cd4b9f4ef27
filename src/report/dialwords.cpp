// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/dialwords.h"

#include "report/answerwords.h"
#include "report/comparisons.h"
#include "wording/combinationwords.h"
#include "wording/datalimitwords.h"
#include "wording/decisionwords.h"
#include "wording/experiencewords.h"
#include "wording/limitwords.h"
#include "wording/matrixwords.h"
#include "wording/names.h"
#include "wording/numbers.h"
#include "wording/phrases.h"
#include "wording/sayit.h"
#include "wording/trafficwords.h"
#include "wording/untilbadwords.h"
#include "wording/valuewords.h"

#include <algorithm>

namespace oneinn::report {

using namespace Qt::StringLiterals;
using wording::countText;

namespace {

/// The other dials of a combination that is moved as one are told with it.
QString thresholdSaid(const AnswerMaterial &here)
{
    QString shown = shownPhrase(here);
    const QString operated = operatedBriefly(here);
    return operated.isEmpty() ? shown : u"%1 (%2)"_s.arg(shown, operated);
}

QString standingSaid(const AnswerMaterial &here, const AnswerMaterial &choice)
{
    const Scenario &now = here.assessment.scenario;
    const Scenario &chosen = choice.assessment.scenario;
    QStringList differs;
    if (now.threshold != chosen.threshold)
        differs.append(
                (now.threshold.value < chosen.threshold.value ? u"a stricter threshold (%1)"_s
                                                              : u"a looser threshold (%1)"_s)
                        .arg(thresholdIn(choice.assessment, choice.provenance.lowerIsPositive)));
    if (now.budget != chosen.budget)
        differs.append((!now.budget || now.budget->value > chosen.budget->value
                                ? u"a shorter budget (%1)"_s
                                : u"a longer budget (%1)"_s)
                               .arg(wording::budgetText(chosen.budget)));
    return differs.isEmpty() ? u"This is our choice."_s
                             : u"Our choice has %1."_s.arg(differs.join(u" and "_s));
}

bool isKept(Threshold threshold, const Reach &within)
{
    return std::any_of(within.feasible.begin(), within.feasible.end(),
                       [&](const ThresholdInterval &each) { return each.contains(threshold); });
}

QString limitsSaid(const Assessment &assessment, const Reach *within)
{
    if (!within)
        return {};
    if (const auto broken = wording::brokenLimits(assessment, within))
        return broken->broken;
    return isKept(assessment.scenario.threshold, *within) ? u"Within the limits on these data."_s
                                                          : QString();
}

void say(DialPosition &position, DialText headline, const wording::Statement &statement)
{
    const auto first = static_cast<std::size_t>(headline);
    position.texts[first] =
            statement.headline == wording::undefinedDash() ? QString() : statement.headline;
    position.texts[first + 1] = wording::asSentence(statement.detail);
    position.texts[first + 2] = statement.evidence;
}

void sayMatrix(DialPosition &position, const wording::MatrixWords &matrix)
{
    position[DialText::Tp] = matrix.tp;
    position[DialText::Fp] = matrix.fp;
    position[DialText::Fn] = matrix.fn;
    position[DialText::Tn] = matrix.tn;
    position[DialText::Unserved] = matrix.late;
}

/// As prose knows other thresholds only as predictions hold them, they are not told where these are
/// negated.
void sayValue(DialPosition &position, const AnswerMaterial &here, const Reach *within)
{
    const Assessment &assessment = here.assessment;
    if (!hasValues(assessment.scenario))
        return;
    const wording::ValueWords value = wording::valueWords(assessment, within);
    const bool plain = here.provenance.lowerIsPositive && !wording::isSilentUnknown(assessment);
    position[DialText::Value] = wording::asSentence(
            plain ? wording::valuePer1000Text(assessment.value.perUse, assessment.scenario.words)
                  : value.value);
    if (!plain && !value.nearRange.isEmpty())
        position[DialText::NearBest] = wording::asSentence(value.nearRange);
}

QString aloneSaid(const AnswerMaterial &choice, std::size_t models)
{
    const auto &model = choice.assessment.scenario.selection.model;
    if (models < 2 || !model || choice.assessment.scenario.combination)
        return {};
    return u"Of the %1 models in the file only %2 is moved."_s.arg(
            wording::cardinal(static_cast<int>(models)), wording::nameText(*model));
}

QString worthSaid(const AnswerMaterial &choice)
{
    const Assessment &assessment = choice.assessment;
    if (!hasValues(assessment.scenario) || wording::isSilentUnknown(assessment))
        return {};
    const QString ours = u"Our choice gives "_s
            + wording::valuePer1000Text(assessment.value.perUse, assessment.scenario.words);
    const auto pin = mainPin(choice);
    if (!pin)
        return ours + u'.';
    return u"%1, %2 %3."_s.arg(
            ours, pinName(choice, *pin),
            wording::signedText(wording::thousand * choice.pins[*pin].assessment->value.perUse));
}

} // namespace

DialPosition dialPosition(const AnswerMaterial &here, const AnswerMaterial &choice,
                          const Reach *within)
{
    const Assessment &assessment = here.assessment;
    DialPosition position;
    position[DialText::Threshold] = thresholdSaid(here);
    position[DialText::Budget] = wording::budgetText(assessment.scenario.budget);
    position[DialText::Say] = wording::sayIt(assessment, {}, here.provenance.lowerIsPositive);
    position[DialText::Standing] = standingSaid(here, choice);
    position[DialText::Limits] = limitsSaid(assessment, within);
    const wording::ExperienceWords words = wording::experienceWords(assessment);
    say(position, DialText::Wrong, words.wrong);
    say(position, DialText::Missed, words.missed);
    say(position, DialText::Late, words.late);
    say(position, DialText::UntilBad, words.untilBad);
    position[DialText::UntilBadEvidence] =
            wording::untilBadStatement(assessment, wording::Voice::Ours).assumption;
    sayMatrix(position, wording::matrixWords(assessment));
    sayValue(position, here, within);
    position.wrong = wording::wrongIcons(assessment);
    return position;
}

QString aboutDials(const Dials &dials)
{
    const QString thresholds = countText(double(dials.thresholds.size())) + u" thresholds"_s;
    const QString places = dials.budgets.size() < 2
            ? thresholds
            : u"%1 and %2 budgets"_s.arg(thresholds, countText(double(dials.budgets.size())));
    return inARow({u"All that is said here was worked out when this file was made, for %1; what is "
                   "assumed stands below."_s.arg(places),
                   dials.words.alone});
}

Dials::Words dialWords(const AnswerMaterial &choice, std::size_t models)
{
    const Assessment &assessment = choice.assessment;
    const wording::MatrixWords matrix = wording::matrixWords(assessment);
    const QString traffic = wording::trafficText(assessment, wording::Voice::Ours);
    QString uses = u"Of "_s + wording::counted(matrix.told, featureOf(choice).useCase);
    if (!traffic.isEmpty())
        uses += u", "_s + traffic;
    return {aloneSaid(choice, models),
            uses + u':',
            matrix.shownColumn,
            matrix.notShownColumn,
            matrix.positiveRow,
            matrix.negativeRow,
            u"Wrong ones, of 100 "_s + featureOf(choice).done,
            worthSaid(choice),
            assessment.scenario.budget || assessment.experience[Share::Left]
                    || assessment.experience.anyLost()};
}

} // namespace oneinn::report
