// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/runningcountwords.h"

#include "wording/feature.h"
#include "wording/numbers.h"

namespace oneinn::wording {

using namespace Qt::Literals::StringLiterals;

QString runningVerdictName(RunningVerdict verdict)
{
    switch (verdict) {
    case RunningVerdict::RollBack:
        return u"Roll back"_s;
    case RunningVerdict::Keep:
        return u"Keep"_s;
    case RunningVerdict::Hold:
        return u"Hold"_s;
    case RunningVerdict::CannotTellYet:
        break;
    }
    return u"Cannot tell yet"_s;
}

QString runningSentence(const RunningAnswer &answer, const RunningCount &count,
                        const FeatureWords &words)
{
    const Feature feature = featureOf(words);
    const RollbackLook &look = answer.look;
    const QString first = u"%1: %2 of the first %3 %4 %5 wrong"_s.arg(
            runningVerdictName(answer.verdict), countText(count.wrong), countText(count.shown),
            feature.done, count.wrong == 1 ? u"is"_s : u"are"_s);
    const QString at = u"%1 in %2"_s.arg(countText(look.rollBackAt), countText(look.shown));
    switch (answer.verdict) {
    case RunningVerdict::RollBack:
        return first + u", and the limit is %1."_s.arg(at);
    case RunningVerdict::Keep:
        if (look.keepUpTo && count.wrong <= *look.keepUpTo)
            return first
                    + u", and up to %1 in %2 it is kept; nobody need check further."_s.arg(
                            countText(*look.keepUpTo), countText(look.shown));
        return first
                + (count.shown < look.shown
                           ? u", and the last limit of %1 can no longer be reached"_s
                           : u", below the last limit of %1"_s)
                          .arg(at)
                + u"; nobody need check further."_s;
    case RunningVerdict::Hold:
        return first
                + u". Go on as it is and look again at %1, where %2 wrong ones roll it back."_s.arg(
                        countText(look.shown), countText(look.rollBackAt));
    case RunningVerdict::CannotTellYet:
        break;
    }
    if (count.shown > look.shown)
        return first
                + u", but the rule ends at %1: count the wrong ones among the first %1."_s.arg(
                        countText(look.shown));
    return first
            + u". The first look is at %1, where %2 wrong ones roll it back."_s.arg(
                    countText(look.shown), countText(look.rollBackAt));
}

} // namespace oneinn::wording
