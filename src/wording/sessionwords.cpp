// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/sessionwords.h"

#include "wording/combinationwords.h"
#include "wording/conditionwords.h"
#include "wording/names.h"
#include "wording/numbers.h"
#include "wording/ownbudgetwords.h"
#include "wording/scenariowords.h"
#include "wording/trafficwords.h"
#include "wording/translated.h"

#include <QStringList>

#include <cmath>

namespace oneinn::wording {

using namespace Qt::StringLiterals;

namespace {

QString misfitText(const Misfit &misfit)
{
    const QString name = nameText(misfit.name);
    switch (misfit.kind) {
    case Misfit::Kind::Column:
        return translated("the column or label value “%1”").arg(name);
    case Misfit::Kind::Model:
        return translated("the model “%1”").arg(name);
    case Misfit::Kind::Segment:
        return translated("the group “%1”").arg(name);
    case Misfit::Kind::Mix:
        return translated("the mix of the traffic by “%1”").arg(name);
    case Misfit::Kind::Thresholds:
        return translated("the thresholds of their own by “%1”").arg(name);
    case Misfit::Kind::Budgets:
        return translated("the budgets of their own by “%1”").arg(name);
    case Misfit::Kind::OtherModel:
        return translated("answering together with “%1”").arg(name);
    case Misfit::Kind::Fallback:
        return translated("falling back to “%1”").arg(name);
    case Misfit::Kind::NoLatency:
        return translated("the latency budget, since there are no latencies");
    case Misfit::Kind::Pin:
        return name.isEmpty() ? translated("a pinned point")
                              : translated("the pinned point “%1”").arg(name);
    case Misfit::Kind::BandEnds:
        return {}; // nothing is left out: bandEndsMoved()
    }
    Q_UNREACHABLE();
}

QString scoreShown(Threshold threshold, bool lowerIsPositive)
{
    if (std::isinf(threshold.value))
        return threshold.value > 0.0 ? translated("none shown") : translated("all shown");
    return scoreText(lowerIsPositive ? -threshold.value : threshold.value);
}

QString modelText(const std::optional<std::string> &model)
{
    return model ? nameText(*model) : translated("all together");
}

QString usersText(const std::vector<Selection::Where> &where)
{
    QStringList conditions;
    for (const Selection::Where &condition : where)
        conditions.append(nameText(condition.column) + u": "_s + conditionValue(condition));
    return conditions.isEmpty() ? translated("everyone") : conditions.join(u", "_s);
}

/// Of what may be as it is in the file.
QString overFileAfter(EditedPart part, const Scenario &after)
{
    if (part == EditedPart::BaseRate)
        return after.baseRate ? rateText(*after.baseRate) : translated("as in the file");
    if (part == EditedPart::TrafficMix)
        return after.mix ? mixText(*after.mix) : translated("as in the file");
    return after.usesPerWeek ? plainNumberText(*after.usesPerWeek)
                             : translated("as in the file, or as usual");
}

/// What a step led to; empty where it is not short.
QString valueAfter(EditedPart part, const Scenario &after, bool lowerIsPositive)
{
    switch (part) {
    case EditedPart::Threshold:
        return scoreShown(after.threshold, lowerIsPositive);
    case EditedPart::LatencyBudget:
        return budgetText(after.budget);
    case EditedPart::OperatingPoint:
        return scoreShown(after.threshold, lowerIsPositive) + u", "_s + budgetText(after.budget);
    case EditedPart::LatePolicy:
        return after.latePolicy == LatePolicy::FallBack && after.fallback
                ? fallbackName(after.fallback->model)
                : latePolicyName(after.latePolicy, after.words);
    case EditedPart::OwnThresholds:
        return after.combination ? answererName(after) : translated("one for all");
    case EditedPart::OwnBudgets:
        return after.budgets ? ownBudgetsName(after) : translated("one for all");
    case EditedPart::ModelAndPolicy:
    case EditedPart::PolicyNumbers:
        if (after.combination)
            return answererName(after);
        [[fallthrough]];
    case EditedPart::Model:
        return modelText(after.selection.model);
    case EditedPart::Segment:
        return usersText(after.selection.where);
    case EditedPart::BaseRate:
    case EditedPart::TrafficMix:
    case EditedPart::UsesPerWeek:
        return overFileAfter(part, after);
    case EditedPart::BadBeforeLeaving:
        return countText(after.badBeforeLeaving);
    case EditedPart::PrecisionLimit:
        return shareText(after.precisionLimit);
    default:
        return {};
    }
}

QString leftOut(const QString &dataName, bool changed, const QStringList &left)
{
    const QString list = listed(left, mostListedNames, u"; "_s);
    if (changed && left.isEmpty())
        return translated("“%1” has changed since this session was saved. Everything in the "
                          "session still fits; the numbers are those of the data as it is now.")
                .arg(nameText(dataName));
    if (changed)
        return translated("“%1” has changed since this session was saved. Left out because it no "
                          "longer fits: %2. The rest was kept.")
                .arg(nameText(dataName), list);
    if (!left.isEmpty())
        return translated("Left out of this session because “%1” has no place for it: %2. The "
                          "rest was kept.")
                .arg(nameText(dataName), list);
    return {};
}

} // namespace

QString bandEndsMoved(const std::string &column)
{
    return translated("Where its review band begins and ends in each “%1” with a threshold of its "
                      "own is told otherwise than when this session was saved: ends were as far "
                      "from each threshold as on the dial, which led off the scale, and now their "
                      "odds are. The thresholds and the band on the dial are as they were.")
            .arg(nameText(column));
}

QString dataDiffers(const QString &dataName, bool changed, const std::vector<Misfit> &misfits)
{
    QStringList left;
    QString moved;
    for (const Misfit &misfit : misfits) {
        if (misfit.kind == Misfit::Kind::BandEnds)
            moved = bandEndsMoved(misfit.name);
        else
            left.append(misfitText(misfit));
    }
    QStringList said{leftOut(dataName, changed, left), moved};
    said.removeAll(QString());
    return said.join(u' ');
}

QString changedFileOffer(const QString &name)
{
    return translated(
                   "“%1” has changed on disk since it was read. All that is shown is of what was "
                   "read.")
            .arg(nameText(name));
}

QString goneFileNote(const QString &name)
{
    return translated("“%1” is no longer where it was read. All that is shown is of what was read; "
                      "a session that is saved opens again only with the file in its place.")
            .arg(nameText(name));
}

QString recoveryOffer(const QString &name, const QDateTime &written, const QDateTime &now)
{
    const QString time = displayLocale().toString(written.time(), u"HH:mm"_s);
    const QString when = written.date() == now.date()
            ? translated("today at %1").arg(time)
            : translated("on %1 at %2")
                      .arg(displayLocale().toString(written.date(), u"d MMMM yyyy"_s), time);
    return translated("“%1” was not saved when the program ended without warning. Its last state "
                      "was kept %2.")
            .arg(nameText(name), when);
}

QString changedElsewhere(const QString &name)
{
    return translated("“%1” has been changed by another window or program since you opened or "
                      "saved it here. It has not been replaced, and yours is not saved yet.")
            .arg(nameText(name));
}

QString saveQuestion(const QString &name)
{
    return translated("Save what you changed in “%1”?").arg(nameText(name));
}

QString historyStep(EditedPart part, const Scenario &after, bool lowerIsPositive)
{
    const QString value = valueAfter(part, after, lowerIsPositive);
    return value.isEmpty() ? editedPartName(part)
                           : translated("%1: %2").arg(editedPartName(part), value);
}

QString historyStart()
{
    return translated("as opened");
}

} // namespace oneinn::wording
