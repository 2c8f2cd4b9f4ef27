// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/watchexports.h"

#include "core/assessment.h"
#include "core/release/watchedshares.h"
#include "report/csv.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

namespace oneinn::report {

using namespace Qt::StringLiterals;

namespace {

constexpr double errsEitherWay = 0.025; ///< of checkPromises()

QString keyOf(Share share)
{
    const std::string_view key = kindOf(share).key;
    return QString::fromLatin1(key.data(), static_cast<qsizetype>(key.size()));
}

QJsonValue limitJson(const std::optional<double> &limit)
{
    return limit ? QJsonValue(*limit) : QJsonValue();
}

QJsonObject expectedJson(const std::vector<WatchedShare> &shares)
{
    QJsonObject json;
    for (const WatchedShare &watched : shares)
        json.insert(keyOf(watched.share),
                    QJsonObject{{u"share"_s, watched.expected},
                                {u"low"_s, watched.interval.low},
                                {u"high"_s, watched.interval.high}});
    return json;
}

QJsonArray promisesJson(const std::vector<WatchedShare> &shares)
{
    QJsonArray json;
    for (const WatchedShare &watched : shares)
        json.append(QJsonObject{{u"share"_s, keyOf(watched.share)},
                                {u"at_most"_s, limitJson(watched.atMost)},
                                {u"at_least"_s, limitJson(watched.atLeast)},
                                {u"from"_s, watched.isTarget ? u"target"_s : u"rule"_s}});
    return json;
}

QJsonValue rollbackJson(const std::optional<RollbackRule> &rule)
{
    if (!rule)
        return {};
    QJsonArray looks;
    for (const RollbackLook &look : rule->looks)
        looks.append(QJsonObject{
                {u"shown"_s, look.shown},
                {u"roll_back_at"_s, look.rollBackAt},
                {u"keep_up_to"_s, look.keepUpTo ? QJsonValue(*look.keepUpTo) : QJsonValue()}});
    return QJsonObject{{u"looks"_s, looks},
                       {u"wrong_now"_s, rule->wrong},
                       {u"wrong_if_bad"_s, rule->wrongIfBad},
                       {u"good_rolled_back_at_most"_s, rule->goodRolledBackAtMost},
                       {u"bad_found"_s, rule->bad.rolledBack}};
}

QString limitCell(const std::optional<double> &limit)
{
    return limit ? csvNumber(*limit) : QString();
}

/// Uses in which a check says "holds" 8 times of 10, if all is as expected.
QString usesCell(const WatchedShare &watched)
{
    const auto uses = watched.atMost ? usesToHold(*watched.atMost, watched.expected) : std::nullopt;
    return uses ? csvNumber(std::ceil(*uses * watched.designEffect)) : QString();
}

} // namespace

QByteArray operatingPointJson(const Assessment &assessment, const OperatingPointSource &source)
{
    QJsonObject point =
            QJsonDocument::fromJson(operatingPointJson(assessment.scenario, source)).object();
    const RollbackTrigger trigger = rollbackTrigger(assessment);
    const auto shares = watchedShares(assessment, trigger);
    point.insert(u"expected"_s, expectedJson(shares));
    point.insert(u"watch"_s,
                 QJsonObject{{u"promises"_s, promisesJson(shares)},
                             {u"rollback"_s, rollbackJson(trigger.rule)},
                             {u"errs_either_way_at_most"_s, errsEitherWay}});
    return QJsonDocument(point).toJson(QJsonDocument::Indented);
}

QByteArray watchCsv(const Assessment &assessment)
{
    QString csv = csvRow({u"share"_s, u"expected"_s, u"low"_s, u"high"_s, u"at_most"_s,
                          u"at_least"_s, u"uses_to_say_holds"_s});
    for (const WatchedShare &watched : watchedShares(assessment, rollbackTrigger(assessment)))
        csv += csvRow({keyOf(watched.share), csvNumber(watched.expected),
                       csvNumber(watched.interval.low), csvNumber(watched.interval.high),
                       limitCell(watched.atMost), limitCell(watched.atLeast), usesCell(watched)});
    return csv.toUtf8();
}

} // namespace oneinn::report
