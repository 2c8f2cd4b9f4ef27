// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/assessment.h"
#include "core/comparison/normal.h"
#include "core/release/watchedshares.h"
#include "report/bandwatch.h"
#include "report/watchexports.h"
#include "wording/feature.h"
#include "wording/numbers.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

namespace oneinn::report {

using namespace Qt::StringLiterals;

namespace {

constexpr double errsOutside = 0.025; ///< of checkPromises(), all promises together

/// Counters that a service has to keep: of what, and of how many.
struct Counters {
    QString yes;
    QString all;
};

/// Of all that is shown and looked at, or where a person decides between of what nobody does.
enum class Watches : bool { All, Alone };

Counters countersOf(Share share, Watches watches)
{
    const bool alone = watches == Watches::Alone;
    switch (share) {
    case Share::WrongOfShown:
        return alone ? Counters{u"oneinn_alone_wrong_total"_s, u"oneinn_alone_checked_total"_s}
                     : Counters{u"oneinn_wrong_total"_s, u"oneinn_checked_total"_s};
    case Share::Missed:
        return {alone ? u"oneinn_unseen_missed_total"_s : u"oneinn_missed_total"_s,
                u"oneinn_good_total"_s};
    case Share::Late:
        return {u"oneinn_late_total"_s, u"oneinn_uses_total"_s};
    case Share::Left:
        return {u"oneinn_left_total"_s, u"oneinn_uses_total"_s};
    default:
        return {alone ? u"oneinn_alone_shown_total"_s : u"oneinn_shown_total"_s,
                u"oneinn_uses_total"_s};
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
    QString severity = u"page"_s;
};

QString alertText(const AlertRule &rule)
{
    return u"      - alert: %1\n        expr: %2\n        labels:\n          severity: %4\n"
           "        annotations:\n          summary: %3\n"_s.arg(
                   rule.name, yamlText(rule.expression), yamlText(rule.summary), rule.severity);
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

/// Rounded towards where the rule is silent, so that what it says is true whenever it fires.
QString limitText(double limit, bool isMost)
{
    const double of = limit < 0.02 ? 1000.0 : 100.0;
    constexpr double tenths = 10.0;
    constexpr double rest = 1e-9; ///< of what a product of decimals leaves
    const double scaled = tenths * of * limit;
    const double rounded = isMost ? std::floor(scaled + rest) : std::ceil(scaled - rest);
    return u"%1 of %2"_s.arg(wording::plainNumberText(rounded / tenths, 4), wording::countText(of));
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

/// A share with what is said of it.
struct WatchedRule {
    WatchedShare watched;
    Counters counters;
    QString alert;
    QString more; ///< that there is more than it may be
};

std::vector<WatchedRule> rulesOf(const std::vector<WatchedShare> &shares, Watches watches,
                                 const wording::Feature &feature)
{
    std::vector<WatchedRule> rules;
    rules.reserve(shares.size());
    for (const WatchedShare &watched : shares)
        rules.push_back({watched, countersOf(watched.share, watches), alertName(watched.share),
                         alertSummary(watched.share, limitText(watched.atMost.value_or(0.0), true),
                                      feature)});
    return rules;
}

QString weeklyRules(const std::vector<WatchedRule> &watches, const wording::Feature &feature)
{
    double promises = 0.0;
    for (const WatchedRule &each : watches)
        promises += (each.watched.atMost ? 1.0 : 0.0) + (each.watched.atLeast ? 1.0 : 0.0);
    if (promises == 0.0)
        return {};
    const double z = normal::reach(1.0 - 2.0 * errsOutside / promises);
    QString rules = u"  - name: one-in-n weekly\n    # Once a week, on that week alone.\n"
                    "    interval: 7d\n    rules:\n"_s;
    for (const auto &[watched, counters, alert, more] : watches) {
        if (watched.atMost)
            rules += alertText(
                    {alert, surelyAbove(counters, *watched.atMost, z, watched.designEffect), more});
        if (watched.atLeast)
            rules += alertText({u"OneInNShowsLess"_s,
                                surelyBelow(counters, *watched.atLeast, z, watched.designEffect),
                                u"Fewer than %1 %2 %3, for sure."_s.arg(
                                        limitText(*watched.atLeast, false), feature.useCase.plural,
                                        feature.actedAtAll().many)});
    }
    return rules;
}

/// A limit that is reached before its look is due is reached then, too, and one that is reached
/// though all that were checked since are wrong was reached at its look: so that these may be
/// looked at all the time, however many labels come at once, and send back no more good launches
/// than told. An alert that fired stays until the counters begin anew: what it said of the first so
/// many is true of them for good.
QString rollBackExpression(const RollbackRule &rule, const QString &of, const QString &fired)
{
    QStringList looks;
    for (const RollbackLook &look : rule.looks)
        looks.append(
                u"(sum(%1_wrong_total) - clamp_min(sum(%1_checked_total) - %2, 0) >= %3)"_s.arg(of)
                        .arg(look.shown)
                        .arg(look.rollBackAt));
    looks.append(u"(%1 and (sum(%2_checked_total) > 0))"_s.arg(fired, of));
    return looks.join(u" or "_s);
}

/// So many labels came at once that the counters do not say how many of the first were wrong.
AlertRule countTheFirst(const RollbackRule &rule, const QString &of, const QString &fired,
                        const QString &name, const wording::Feature &feature)
{
    const RollbackLook &last = rule.looks.back();
    const double share = double(last.rollBackAt) / double(last.shown);
    return {.name = name,
            .expression =
                    u"((sum(%1_checked_total) > %2) and (sum(%1_wrong_total) >= %3 * sum(%1_checked_total))) unless %4"_s
                            .arg(of)
                            .arg(last.shown)
                            .arg(ruleNumber(share), fired),
            .summary =
                    u"More than the first %1 %2 are checked, and as many are wrong as in a bad launch: count the first %1 by themselves, and roll back with %3 wrong ones or more."_s
                            .arg(wording::countText(last.shown), feature.done,
                                 wording::countText(last.rollBackAt)),
            .severity = u"ticket"_s};
}

QString releaseRules(const std::optional<RollbackRule> &rule, Watches watches,
                     const wording::Feature &feature)
{
    if (!rule)
        return {};
    const bool alone = watches == Watches::Alone;
    const QString of = alone ? u"oneinn_release_alone"_s : u"oneinn_release"_s;
    const QString name = alone ? u"OneInNRollBackAlone"_s : u"OneInNRollBack"_s;
    const QString fired = u"max(ALERTS{alertname=\"%1\", alertstate=\"firing\"})"_s.arg(name);
    return u"  - name: one-in-n release\n    # Counters from the start of a release.\n    rules:\n"_s
            + alertText({name, rollBackExpression(*rule, of, fired),
                         u"Roll back: as many of the first %1 are wrong as in a bad launch."_s.arg(
                                 feature.done)})
            + alertText(countTheFirst(
                    *rule, of, fired,
                    alone ? u"OneInNCountTheFirstAlone"_s : u"OneInNCountTheFirst"_s, feature));
}

QString rulesHeader(const OperatingPointSource &source)
{
    return u"# Made by One in N from %1 on %2; docs/operating-point.md says what each counter "
           u"counts.\n"
           "# Weekly rules err in at most about 2.5 of 100 weeks, all of them together.\n"_s.arg(
                   yamlText(source.fileName), source.date);
}

QByteArray ruleFile(const QString &header, const QString &rules)
{
    return (header + (rules.isEmpty() ? u"groups: []\n"_s : u"groups:\n"_s + rules)).toUtf8();
}

} // namespace

QByteArray prometheusRules(const Assessment &assessment, const OperatingPointSource &source)
{
    const RollbackTrigger trigger = rollbackTrigger(assessment);
    const auto feature = wording::featureOf(assessment.scenario.words);
    return ruleFile(rulesHeader(source),
                    releaseRules(trigger.rule, Watches::All, feature)
                            + weeklyRules(rulesOf(watchedShares(assessment, trigger), Watches::All,
                                                  feature),
                                          feature));
}

QByteArray prometheusRules(const BandAssessed &band, const OperatingPointSource &source)
{
    const RollbackTrigger trigger = rollbackTrigger(band.to);
    const auto feature = wording::featureOf(band.to.scenario.words);
    auto rules = rulesOf(bandShares(band, trigger), Watches::Alone, feature);
    if (const auto reviewed = reviewedShare(band); reviewed && isPromise(*reviewed))
        rules.push_back({*reviewed,
                         {u"oneinn_reviewed_total"_s, u"oneinn_uses_total"_s},
                         u"OneInNMoreReviewed"_s,
                         u"More than %1 %2 go to a person, for sure."_s.arg(
                                 limitText(*reviewed->atMost, true), feature.useCase.plural)});
    const QString header = rulesHeader(source)
            + u"# Of what is shown without a person, of what nobody looks at, and of what goes to "
              u"a "
              "person. What reviewers find is assumed, and has no rule.\n"_s;
    return ruleFile(header,
                    releaseRules(trigger.rule, Watches::Alone, feature)
                            + weeklyRules(rules, feature));
}

} // namespace oneinn::report
