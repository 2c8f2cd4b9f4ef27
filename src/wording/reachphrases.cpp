// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/reachphrases.h"

#include "wording/decisionwords.h"
#include "wording/numbers.h"
#include "wording/valuewords.h"

#include <cmath>

namespace oneinn::wording {

using namespace Qt::Literals::StringLiterals;

QString atText(const TargetSetting &setting)
{
    if (std::isinf(setting.threshold.value))
        return u"above every score"_s;
    return u"at "_s + thresholdText(setting.threshold, setting.sameDecisions);
}

QString insteadText(double then, double now, const Feature &feature)
{
    const auto [thenText, nowText] = toldApart(1000.0 * then, 1000.0 * now);
    return thenText == nowText
            ? u"worth %1%2, as much"_s.arg(thenText, feature.perThousand())
            : u"worth %1 instead of %2%3"_s.arg(thenText, nowText, feature.perThousand());
}

QString targetsText(TargetSet set)
{
    return set.size() == 1 ? u"the target"_s : u"every target"_s;
}

} // namespace oneinn::wording
