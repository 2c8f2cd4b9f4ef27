// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/twowaitswords.h"

#include "wording/numbers.h"
#include "wording/phrases.h"

#include <cmath>

namespace oneinn::wording {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double commonWait = 0.5;
constexpr double slowWait = 0.95;

QString within(double wait)
{
    return std::isinf(wait) ? u"never"_s : u"within "_s + millisecondsText(wait);
}

QString takesText(const QString &what, const LatencyDistribution &waits)
{
    return u"%1 comes %2 in 50 of 100 and %3 in 95 of 100"_s.arg(
            what, within(*waits.percentile(commonWait)), within(*waits.percentile(slowWait)));
}

QString reasonsText(const LateReasons &late, const WaitBudgets &budgets)
{
    return u"of %1 answers with a known wait, %2 are late: %3 only with the first token (after "
           u"%4), "
           "%5 only with the whole answer (after %6) and %7 with both"_s.arg(
                   countText(late.uses), countText(late.late()), countText(late.firstAlone),
                   millisecondsText(budgets.first.value), countText(late.wholeAlone),
                   millisecondsText(budgets.whole.value), countText(late.both));
}

} // namespace

QStringList twoWaitsSentences(const TwoWaits &waits, const std::optional<WaitBudgets> &budgets)
{
    QStringList sentences;
    if (waits.late && budgets)
        sentences.append(asSentence(reasonsText(*waits.late, *budgets)));
    if (!waits.first.empty())
        sentences.append(asSentence(takesText(u"the first token"_s, waits.first)));
    if (!waits.whole.empty())
        sentences.append(asSentence(takesText(u"the whole answer"_s, waits.whole)));
    return sentences;
}

} // namespace oneinn::wording
