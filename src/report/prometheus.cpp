// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/assessment.h"
#include "core/comparison/normal.h"
#include "core/release/watchedshares.h"
#include "report/watchexports.h"
#include "wording/feature.h"
#include "wording/numbers.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace oneinn::report {

using namespace Qt::StringLiterals;

namespace {

constexpr double errsOutside = 0.025; ///< of checkPromises(), all promises together

/// Counters that a service has to keep: of what, and of how many.
struct Counters {
    QString yes;
    QString all;
};

Counters countersOf(Share share)
{
    switch (share) {
    case Share::WrongOfShown:
        return {u"oneinn_wrong_total"_s, u"oneinn_checked_total"_s};
    case Share::Missed:
        return {u"oneinn_missed_total"_s, u"oneinn_good_total"_s};
    case Share::Late:
        return {u"oneinn_late_total"_s, u"oneinn_uses_total"_s};
    case Share::Left:
        return {u"oneinn_left_total"_s, u"oneinn_uses_total"_s};
    default:
        return {u"oneinn_shown_total"_s, u"oneinn_uses_total"_s};
    }
}

QString ruleNumber(double value)
{
    return QString::number(value, 'g', 12);
}

/// In YAML, whatever stands in it: a JSON text is one.
QString yamlText(const QString &text)
{
    const QByteArray json =
            QJsonDocument(QJsonObject{{u"t"_s, text}}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(json.mid(5, json.size() - 6));
}

struct AlertRule {
    QString name;
    QString expression;
    QString summary;
};

QString alertText(const AlertRule &rule)
{
    return u"      - alert: %1\n        expr: %2\n        labels:\n          severity: page\n"
           "        annotations:\n          summary: %3\n"_s.arg(
                   rule.name, yamlText(rule.expression), yamlText(rule.summary));
}

/// Surely above: Wilson's lower limit is above b if and only if yes - b n > z sqrt(d b (1 - b) n),
/// d being the design effect (the score test, Wilson 1927).
QString surelyAbove(const Counters &counters, double limit, double z, double designEffect)
{
    const QString all = u"sum(increase(%1[7d]))"_s.arg(counters.all);
    return u"(sum(increase(%1[7d])) - %2 * %3 > %4 * sqrt(%5 * %3)) and (%3 >= %6)"_s.arg(
            counters.yes, ruleNumber(limit), all, ruleNumber(z),
            ruleNumber(designEffect * limit * (1.0 - limit)),
            ruleNumber(fewestChecked * designEffect));
}

QString surelyBelow(const Counters &counters, double limit, double z, double designEffect)
{
    const QString all = u"sum(increase(%1[7d]))"_s.arg(counters.all);
    return u"(%2 * %3 - sum(increase(%1[7d])) > %4 * sqrt(%5 * %3)) and (%3 >= %6)"_s.arg(
            counters.yes, ruleNumber(limit), all, ruleNumber(z),
            ruleNumber(designEffect * limit * (1.0 - limit)),
            ruleNumber(fewestChecked * designEffect));
}

QString alertName(Share share)
{
    switch (share) {
    case Share::WrongOfShown:
        return u"OneInNMoreWrong"_s;
    case Share::Missed:
        return u"OneInNMoreMissed"_s;
    case Share::Late:
        return u"OneInNMoreLate"_s;
    case Share::Left:
        return u"OneInNMoreGone"_s;
    default:
        return u"OneInNShowsMore"_s;
    }
}

QString alertSummary(Share share, const QString &limit, const wording::Feature &feature)
{
    switch (share) {
    case Share::WrongOfShown:
        return u"More than %1 %2 are wrong, for sure."_s.arg(limit, feature.done);
    case Share::Missed:
        return u"More than %1 %2 are missed, for sure."_s.arg(limit, feature.positivesSaid());
    case Share::Late:
        return u"More than %1 %2 are answered too late, for sure."_s.arg(limit,
                                                                         feature.useCase.plural);
    case Share::Left:
        return u"In more than %1 %2 the %3 is gone, for sure."_s.arg(limit, feature.useCase.plural,
                                                                     feature.person.singular);
    default:
        return u"More than %1 %2 %3, for sure."_s.arg(limit, feature.useCase.plural,
                                                      feature.actedAtAll().many);
    }
}

QString weeklyRules(const std::vector<WatchedShare> &shares, const wording::Feature &feature)
{
    double promises = 0.0;
    for (const WatchedShare &watched : shares)
        promises += (watched.atMost ? 1.0 : 0.0) + (watched.atLeast ? 1.0 : 0.0);
    if (promises == 0.0)
        return {};
    const double z = normal::reach(1.0 - 2.0 * errsOutside / promises);
    QString rules = u"  - name: one-in-n weekly\n    # Once a week, on that week alone.\n"
                    "    interval: 7d\n    rules:\n"_s;
    for (const WatchedShare &watched : shares) {
        const Counters counters = countersOf(watched.share);
        if (watched.atMost)
            rules += alertText(
                    {alertName(watched.share),
                     surelyAbove(counters, *watched.atMost, z, watched.designEffect),
                     alertSummary(watched.share, wording::shareText(*watched.atMost), feature)});
        if (watched.atLeast)
            rules += alertText({u"OneInNShowsLess"_s,
                                surelyBelow(counters, *watched.atLeast, z, watched.designEffect),
                                u"Fewer than %1 %2 %3, for sure."_s.arg(
                                        wording::shareText(*watched.atLeast),
                                        feature.useCase.plural, feature.actedAtAll().many)});
    }
    return rules;
}

/// A limit that is reached before its look is due is reached then, too: so that these may be looked
/// at all the time and send back no more good launches than told.
QString releaseRules(const std::optional<RollbackRule> &rule, const wording::Feature &feature)
{
    if (!rule)
        return {};
    QStringList looks;
    for (const RollbackLook &look : rule->looks)
        looks.append(u"((sum(oneinn_release_wrong_total) >= %1) and "
                     "(sum(oneinn_release_checked_total) <= %2))"_s.arg(look.rollBackAt)
                             .arg(look.shown));
    return u"  - name: one-in-n release\n    # Counters from the start of a release.\n    rules:\n"_s
            + alertText({u"OneInNRollBack"_s, looks.join(u" or "_s),
                         u"Roll back: as many of the first %1 are wrong as in a bad launch."_s.arg(
                                 feature.done)});
}

QString rulesHeader(const OperatingPointSource &source)
{
    return u"# Made by One in N from %1 on %2; docs/operating-point.md says what each counter "
           u"counts.\n"
           "# Weekly rules err in at most about 2.5 of 100 weeks, all of them together.\n"_s.arg(
                   yamlText(source.fileName), source.date);
}

} // namespace

QByteArray prometheusRules(const Assessment &assessment, const OperatingPointSource &source)
{
    const RollbackTrigger trigger = rollbackTrigger(assessment);
    const auto feature = wording::featureOf(assessment.scenario.words);
    const QString rules = releaseRules(trigger.rule, feature)
            + weeklyRules(watchedShares(assessment, trigger), feature);
    const QString groups = rules.isEmpty() ? u"groups: []\n"_s : u"groups:\n"_s + rules;
    return (rulesHeader(source) + groups).toUtf8();
}

} // namespace oneinn::report
