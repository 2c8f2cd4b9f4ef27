// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/feature.h"
#include "wording/numbers.h"
#include "wording/phrases.h"
#include "wording/reachphrases.h"
#include "wording/reachwords.h"
#include "wording/targetwords.h"
#include "wording/valuewords.h"

#include <algorithm>

namespace oneinn::wording {

using namespace Qt::Literals::StringLiterals;

namespace {

QString waysText(std::size_t count)
{
    return count == 1 ? u"one way"_s : u"%1 ways"_s.arg(cardinal(static_cast<int>(count)));
}

/// "one of the two ways", "both ways", "all three ways".
QString reachingText(std::size_t reaching, std::size_t all)
{
    if (reaching < all)
        return u"%1 of the %2"_s.arg(cardinal(static_cast<int>(reaching)), waysText(all));
    return all == 2 ? u"both ways"_s : u"all "_s + waysText(all);
}

/// What it would help most to drop, all ways considered.
QString droppedText(const ReachAnswer &answer, const FeatureWords &product)
{
    const auto binding = bindingTarget(answer);
    if (!binding)
        return answer.reachable() ? QString()
                                  : u"Dropping any single target would not be enough."_s;
    const QString target = TargetWords::name(binding->kind);
    const QString at = atText(binding->setting);
    const QString best = answer.routes.size() == 1
            ? at
            : u"%1, %2"_s.arg(routeName(answer.routes[binding->route]), at);
    const double then = binding->setting.valuePerUse;
    if (answer.reachable())
        return u"What binds is %1: without it the best would be %2, %3."_s.arg(
                target, best,
                insteadText(then, answer.routes.front().reach.chosen->valuePerUse,
                            featureOf(product)));
    return u"It would help most to drop %1: then the best would be %2, worth %3."_s.arg(
            target, best, valuePer1000Text(then, product));
}

/// Where the targets are surely met, if that is another setting: the one that is worth most.
QString surelyText(const std::vector<Route> &routes)
{
    const Route *best = nullptr;
    for (const Route &route : routes) {
        const auto &safe = route.reach.safe;
        if (safe && (!best || safe->valuePerUse > best->reach.safe->valuePerUse))
            best = &route;
    }
    const Reach &first = routes.front().reach;
    if (!best)
        return u"None reaches %1 surely (95 %)."_s.arg(targetsText(first.asked));
    if (best == &routes.front() && best->reach.safe->threshold == first.chosen->threshold)
        return {};
    const QString way = best == &routes.front() ? u"it"_s : routeName(*best);
    return u"To reach %1 surely (95 %), take %2 %3: worth %4."_s.arg(
            targetsText(first.asked), way, atText(*best->reach.safe),
            signedText(thousand * best->reach.safe->valuePerUse));
}

} // namespace

QStringList reachSummary(const ReachAnswer &answer, const FeatureWords &product)
{
    const auto &routes = answer.routes;
    const auto reaching = static_cast<std::size_t>(
            std::count_if(routes.begin(), routes.end(),
                          [](const Route &route) { return route.reach.reachable(); }));
    QStringList all;
    if (reaching == 0) {
        all.append(
                routes.size() == 1
                        ? u"No setting reaches %1."_s.arg(targetsText(routes.front().reach.asked))
                        : u"%1 of the %2 looked at reaches %3."_s.arg(
                                routes.size() == 2 ? u"Neither"_s : u"None"_s,
                                waysText(routes.size()), targetsText(routes.front().reach.asked)));
    } else {
        const Route &best = routes.front();
        const QString most =
                u"%1, %2: %3"_s.arg(routeName(best), atText(*best.reach.chosen),
                                    valuePer1000Text(best.reach.chosen->valuePerUse, product));
        all.append(routes.size() == 1
                           ? asSentence(u"reached by %1"_s.arg(most))
                           : asSentence(u"reached by %1 looked at; worth most is %2"_s.arg(
                                   reachingText(reaching, routes.size()), most)));
    }
    if (reaching > 0)
        all.append(surelyText(routes));
    const QString dropped = droppedText(answer, product);
    if (!dropped.isEmpty() && routes.front().reach.asked.size() + (reaching > 0 ? 1 : 0) > 1)
        all.append(dropped);
    all.removeAll(QString());
    return all;
}

} // namespace oneinn::wording
