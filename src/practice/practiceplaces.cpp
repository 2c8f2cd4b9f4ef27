// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/practiceplaces.h"

#include "core/periods/dropped.h"
#include "practice/harmdone.h"
#include "practice/practicesegments.h"
#include "practice/practicewaits.h"
#include "report/answerwords.h"
#include "wording/experiencewords.h"
#include "wording/numbers.h"
#include "wording/phrases.h"

#include <QRegularExpression>

#include <functional>

namespace oneinn {

using namespace Qt::StringLiterals;
using report::AnswerMaterial;

namespace {

using Place = std::optional<QString>;

/// Neither none nor all, and enough cases to say so.
bool isAsked(const std::optional<Proportion> &share)
{
    return share && share->reliability == Reliability::Stated && share->value > 0.0
            && share->value < 1.0;
}

Place clauseOf(Share share, const wording::ShareGrammar &grammar, const Assessment &assessment)
{
    const auto found = assessment.experience[share];
    return isAsked(found) ? Place(report::shareClause(*found, grammar)) : std::nullopt;
}

/// "87 %"; with a digit more where it would read as all or none.
Place percentOf(const std::optional<Proportion> &share)
{
    if (!isAsked(share))
        return std::nullopt;
    constexpr double hundred = 100.0;
    const double percent = hundred * share->value;
    const int whole = qRound(percent);
    const bool looksWhole = whole == 0 || whole == qRound(hundred);
    return QString::number(percent, 'f', looksWhole ? 1 : 0) + u" %"_s;
}

Place baseClause(const AnswerMaterial &material)
{
    const auto &prevalence = material.assessment.metrics.prevalence;
    if (!prevalence || *prevalence <= 0.0 || *prevalence >= 1.0)
        return std::nullopt;
    const wording::Feature feature = report::featureOf(material);
    return u"in about %1 %2 there is %3"_s.arg(wording::shareText(*prevalence),
                                               feature.useCase.plural,
                                               wording::withArticle(feature.positive.singular));
}

Place actsClause(const AnswerMaterial &material)
{
    const auto shown = material.assessment.experience[Share::Shown];
    if (!isAsked(shown))
        return std::nullopt;
    return report::featureOf(material).actsIn(wording::shareText(shown->value));
}

Place choiceClause(const AnswerMaterial &material)
{
    if (report::nothingIsShown(material.assessment))
        return std::nullopt;
    return report::featureOf(material).verb + u' ' + report::shownPhrase(material);
}

/// How many come late; without a limit how long people wait, where the file tells it.
Place waitsAt(const AnswerMaterial &material)
{
    const Assessment &assessment = material.assessment;
    Place late = clauseOf(Share::Late, wording::lateGrammar(assessment), assessment);
    QString waits = late || material.drop ? QString() : waitsFact(material);
    if (waits.isEmpty())
        return late;
    waits.chop(1); // the full stop
    waits[0] = waits.at(0).toLower();
    return waits;
}

Place numberAt(const QString &place, const AnswerMaterial &material)
{
    const Assessment &assessment = material.assessment;
    if (place == u"wrong")
        return clauseOf(Share::WrongOfShown, wording::wrongGrammar(assessment), assessment);
    if (place == u"missed")
        return clauseOf(Share::Missed, report::missedGrammar(assessment), assessment);
    if (place == u"late")
        return clauseOf(Share::Late, wording::lateGrammar(assessment), assessment);
    if (place == u"waits")
        return waitsAt(material);
    if (place == u"accurate")
        return percentOf(assessment.experience[Share::Accuracy]);
    if (place == u"precision")
        return percentOf(complementOf(assessment.experience[Share::WrongOfShown]));
    if (place == u"recall")
        return percentOf(complementOf(assessment.experience[Share::Missed]));
    if (place == u"base")
        return baseClause(material);
    if (place == u"acts")
        return actsClause(material);
    if (place == u"choice")
        return choiceClause(material);
    if (place == u"budget" && assessment.scenario.budget)
        return wording::budgetText(assessment.scenario.budget);
    return std::nullopt;
}

Place segmentAt(const QString &place, const AnswerMaterial &material)
{
    if (place != u"segment" && place != u"part")
        return std::nullopt;
    const auto segment = askedSegment(material);
    if (!segment)
        return std::nullopt;
    return place == u"segment" ? columnSaid(*segment) : whereSaid(*segment);
}

Place periodAt(const QString &place, const AnswerMaterial &material)
{
    if (material.drop && place == u"before")
        return material.drop->names.before;
    if (material.drop && place == u"after")
        return material.drop->names.after;
    return std::nullopt;
}

Place wordAt(const QString &place, const wording::Feature &feature)
{
    if (place == u"verb")
        return feature.verb;
    if (place == u"verbs")
        return feature.verbs;
    if (place == u"done")
        return feature.done;
    if (place == u"things")
        return feature.raised.plural;
    if (place == u"people")
        return feature.person.plural;
    if (place == u"positives")
        return feature.positive.plural;
    return std::nullopt;
}

/// Absent where a place is.
Place filled(const QString &text, const AnswerMaterial &material)
{
    static const QRegularExpression places(u"\\{([A-Za-z]+)\\}"_s);
    QString whole;
    qsizetype from = 0;
    for (auto found = places.globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        const Place said = placeText(match.captured(1), material);
        if (!said)
            return std::nullopt;
        whole += text.mid(from, match.capturedStart() - from) + *said;
        from = match.capturedEnd();
    }
    return whole + text.mid(from);
}

} // namespace

AnswerMaterial usualMaterial(const AnswerMaterial &material)
{
    return {.assessment = *material.drop->dropped->usual, .provenance = material.provenance};
}

namespace {

/// Of what is wrong and what is missed, what has grown by more since the earlier period: by its
/// price, and else by its share.
QString placeOfWorse(const AnswerMaterial &material)
{
    if (const auto harm = dearestHarm(material))
        return *harm == Harm::Missed ? u"Missed"_s : u"Wrong"_s;
    const auto growth = [&](Share share) {
        const auto then = material.drop->dropped->usual->experience[share];
        const auto now = material.assessment.experience[share];
        return then && now ? now->value - then->value : 0.0;
    };
    return growth(Share::Missed) > growth(Share::WrongOfShown) ? u"Missed"_s : u"Wrong"_s;
}

} // namespace

Place placeText(const QString &place, const AnswerMaterial &material)
{
    if (material.drop && place == u"worse")
        return placeText(placeOfWorse(material).toLower(), material);
    if (material.drop && place == u"usualWorse")
        return placeText(u"usual"_s + placeOfWorse(material), material);
    if (place.startsWith(u"usual")) {
        const QString rest = place.mid(QStringView(u"usual").size());
        return material.drop
                ? placeText(rest.left(1).toLower() + rest.mid(1), usualMaterial(material))
                : std::nullopt;
    }
    const QString key = place.toLower();
    Place said = wordAt(key, report::featureOf(material));
    if (!said)
        said = periodAt(key, material);
    if (!said)
        said = numberAt(key, material);
    if (!said)
        said = segmentAt(key, material);
    if (said && key != place)
        return wording::capitalised(*said);
    return said;
}

QString filledQuestion(const CardTemplate &card, const AnswerMaterial &material)
{
    const bool isBetween = material.drop && !card.between.isEmpty();
    const Place question = filled(isBetween ? card.between : card.question, material);
    return question ? *question : filled(card.without, material).value_or(QString());
}

} // namespace oneinn
