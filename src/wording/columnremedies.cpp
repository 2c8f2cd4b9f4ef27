// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/columnwords.h"

#include "wording/names.h"
#include "wording/phrases.h"

namespace oneinn::wording {

using namespace Qt::StringLiterals;

namespace {

/// "(--label a, --label b or --label c)".
QString optionsText(const QString &option, const RoleJudgement &judgement, bool columnFirst)
{
    QStringList options;
    const auto add = [&](const std::string &value) {
        if (options.size() < mostListedNames)
            options.append(u"--%1 '%2'"_s.arg(option, nameText(value)));
    };
    if (columnFirst)
        add(judgement.column);
    for (const auto &rival : judgement.rivals)
        add(rival.name);
    return joined(options, u"or"_s);
}

QString remedyOfScore(const RoleJudgement &judgement, Reader reader)
{
    if (judgement.reason == RoleReason::Values && judgement.certainty == RoleCertainty::Ask)
        return u"name the column with the model's scores"_s
                + optionsFor(reader,
                             u"--score '%1', if it is that one"_s.arg(nameText(judgement.column)));
    if (judgement.reason == RoleReason::DecisionsAsScores)
        return u"if a column says how sure the model is, name it"_s
                + optionsFor(reader, u"--score"_s);
    return judgement.reason == RoleReason::Values
            ? u"if it is not the score, name the column with the model's scores"_s
                    + optionsFor(reader, u"--score"_s)
            : u"choose the column with the model's scores, or several if each is a model's"_s
                    + optionsFor(reader,
                                 optionsText(u"score"_s, judgement, true)
                                         + u", or --score again for each"_s);
}

QString remedyOfLabel(const RoleJudgement &judgement, Reader reader)
{
    if (judgement.certainty == RoleCertainty::Likely)
        return u"if it is not, name the column that says what was really so"_s
                + optionsFor(reader,
                             judgement.rivals.empty()
                                             || judgement.reason == RoleReason::DecisionByScore
                                     ? u"--label"_s
                                     : optionsText(u"label"_s, judgement, false));
    if (judgement.reason == RoleReason::DecisionByScore
        || judgement.reason == RoleReason::DecisionByName)
        return u"name the column that says what was really so, or say that it is this one"_s
                + optionsFor(reader, u"--label '%1'"_s.arg(nameText(judgement.column)));
    return u"choose the column that says what was really so"_s
            + optionsFor(reader, optionsText(u"label"_s, judgement, true));
}

/// The one that was given is not named again: only its opposite can mend what it did.
QString remedyOfDirection(const RoleJudgement &judgement, Reader reader)
{
    if (judgement.reason == RoleReason::DoesNotOrder)
        return u"check that label%1 and score%2 are the right columns"_s.arg(
                optionsFor(reader, u"--label"_s), optionsFor(reader, u"--score"_s));
    return u"say which scores speak for the positive value%1, or which value is the positive one%2"_s
            .arg(optionsFor(reader,
                            judgement.rivals.empty()
                                    ? u"--score-direction high or low"_s
                                    : optionsText(u"score-direction"_s, judgement, false)),
                 optionsFor(reader, u"--positive"_s));
}

QString remedyOfFailures(const RoleJudgement &judgement, Reader reader)
{
    if (judgement.certainty != RoleCertainty::Ask)
        return u"if these calls did not fail, say so"_s + optionsFor(reader, u"--failed ''"_s);
    return u"say whether these calls failed%1 or not%2"_s.arg(
            optionsFor(reader, optionsText(u"failed"_s, judgement, false)),
            optionsFor(reader, u"--failed ''"_s));
}

QString remedyOfRefusals(const RoleJudgement &judgement, Reader reader)
{
    if (judgement.certainty != RoleCertainty::Ask)
        return u"if the model refused none of these, say so"_s
                + optionsFor(reader, u"--refused ''"_s);
    return u"say whether the model refused these calls%1 or not%2"_s.arg(
            optionsFor(reader, optionsText(u"refused"_s, judgement, false)),
            optionsFor(reader, u"--refused ''"_s));
}

QString remedyOfUnit(const RoleJudgement &judgement, Reader reader)
{
    if (judgement.reason == RoleReason::UnitUnclear)
        return u"say which unit it is"_s
                + optionsFor(reader,
                             optionsText(u"latency-unit"_s, judgement, false).remove(u'\''));
    return u"say so if it is another unit"_s
            + optionsFor(reader, u"--latency-unit ns, us, ms or s"_s);
}

} // namespace

QString roleRemedyText(const RoleJudgement &judgement, Reader reader)
{
    const auto option = [&](const QString &name) {
        return optionsFor(reader, u"--%1 '%2'"_s.arg(name, nameText(judgement.column)));
    };
    switch (judgement.role) {
    case Role::Label:
        return remedyOfLabel(judgement, reader);
    case Role::Score:
        return remedyOfScore(judgement, reader);
    case Role::Direction:
        return remedyOfDirection(judgement, reader);
    case Role::Decision:
        return u"if the score is the positive value's as it stands, say so"_s
                + optionsFor(reader, u"--decision ''"_s);
    case Role::Latency:
        return judgement.reason == RoleReason::GrowsWithRow
                ? u"if it is the time an answer took, say so"_s + option(u"latency"_s)
                : u"choose another one if it is not the whole wait"_s
                        + optionsFor(reader, optionsText(u"latency"_s, judgement, false));
    case Role::LatencyUnit:
        return remedyOfUnit(judgement, reader);
    case Role::Failed:
        return remedyOfFailures(judgement, reader);
    case Role::Refused:
        return remedyOfRefusals(judgement, reader);
    case Role::Model:
        if (judgement.reason == RoleReason::SeveralModels)
            return u"if only one of them is a score, choose it"_s
                    + optionsFor(reader, optionsText(u"score"_s, judgement, true));
        return judgement.reason == RoleReason::SegmentNotModel
                ? u"if they are models, say so"_s + option(u"model-column"_s)
                : u"if they are not models, say so"_s + optionsFor(reader, u"--model-column ''"_s);
    case Role::Count:
        return u"say so if it is something else"_s + optionsFor(reader, u"--count ''"_s);
    case Role::Weight:
        return judgement.reason == RoleReason::NotAWeight
                ? u"if it is what a row counts for, say so"_s + option(u"weight"_s)
                : u"say whether it is what a row counts for%1 or not%2"_s.arg(
                        option(u"weight"_s), optionsFor(reader, u"--weight ''"_s));
    }
    return {};
}

} // namespace oneinn::wording
