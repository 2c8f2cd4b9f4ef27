// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/pricewords.h"

#include "wording/feature.h"
#include "wording/losswords.h"
#include "wording/numbers.h"
#include "wording/phrases.h"

#include <cmath>

namespace oneinn::wording {

using namespace Qt::Literals::StringLiterals;

namespace {

/// "would be worth +12 per 1,000 uses", "would cost 9 per 1,000 uses", "would change nothing".
QString effectText(double perUse, const QString &unit)
{
    if (std::abs(perUse) < nothingPerUse)
        return u"would change nothing"_s;
    return perUse > 0.0 ? u"would be worth "_s + signedText(1000.0 * perUse) + unit
                        : u"would cost "_s + per1000Text(-perUse) + unit;
}

QString budgetPrice(const ScenarioLoad &load, const QString &unit)
{
    if (!load.hasLatency)
        return {};
    if (load.question.latePolicy == LatePolicy::Wait)
        return u"Late answers are waited for, so the budget decides nothing."_s;
    if (!load.question.budget)
        return u"There is no latency budget, so there is none to negotiate."_s;
    if (!load.budget)
        return {};
    QStringList parts;
    const ShadowPrice &price = *load.budget;
    constexpr double idle = 1.0; // where no use is any later
    if (price.up && *price.up == 0.0 && price.stepUp <= idle)
        parts.append(u"a longer budget would change nothing"_s);
    else if (price.up)
        parts.append(u"%1 more budget %2"_s.arg(millisecondsText(price.stepUp),
                                                effectText(*price.up * price.stepUp, unit)));
    if (price.down)
        parts.append(u"%1 less budget %2"_s.arg(millisecondsText(price.stepDown),
                                                effectText(-*price.down * price.stepDown, unit)));
    return asSentence(parts.join(u"; "_s));
}

QString precisionPrice(const ScenarioLoad &load, const QString &unit)
{
    const double limit = load.question.precisionLimit;
    if (!load.precision)
        return u"No threshold has a precision of %1 or more."_s.arg(percentText(limit));
    const ShadowPrice &price = *load.precision;
    QStringList parts;
    const QString instead = u"the best that keeps a precision of at least %1 instead of %2 "_s;
    if (price.up)
        parts.append(instead.arg(percentText(limit + price.stepUp), percentText(limit))
                     + effectText(*price.up * price.stepUp, unit));
    else if (price.stepUp > 0.0)
        parts.append(u"no threshold has a precision of %1 or more"_s.arg(
                percentText(limit + price.stepUp)));
    if (price.down) {
        const QString lower = percentText(limit - price.stepDown);
        const QString effect = effectText(-*price.down * price.stepDown, unit);
        parts.append((parts.isEmpty() ? instead.arg(lower, percentText(limit))
                                      : u"at least %1 "_s.arg(lower))
                     + effect);
    }
    return asSentence(parts.join(u"; "_s));
}

} // namespace

PriceWords priceWords(const ScenarioLoad &load, const FeatureWords &product)
{
    const QString unit = featureOf(product).perThousand();
    return {budgetPrice(load, unit), precisionPrice(load, unit)};
}

} // namespace oneinn::wording
