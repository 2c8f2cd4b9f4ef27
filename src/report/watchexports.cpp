// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/watchexports.h"

#include "core/assessment.h"
#include "core/release/watchedshares.h"
#include "presets/scenariojson.h"
#include "report/bandwatch.h"
#include "report/csv.h"
#include "report/filescore.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

namespace oneinn::report {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView reviewedKey("reviewed"); ///< a share of all uses
constexpr double errsEitherWay = 0.025;              ///< of checkPromises()

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
                       {u"bad_found"_s, rule->bad.rolledBack},
                       {u"among_at_least"_s, limitJson(rule->fewestOf())}};
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

QJsonValue optionalNumber(const std::optional<double> &number)
{
    return number ? QJsonValue(*number) : QJsonValue();
}

QJsonObject reviewerJson(const Reviewer &reviewer)
{
    return {{u"recall"_s, reviewer.recall},
            {u"false_alarms"_s, reviewer.falseAlarms},
            {u"cost"_s, reviewer.cost},
            {u"minutes"_s, optionalNumber(reviewer.minutes)},
            {u"reviews_per_day"_s, optionalNumber(reviewer.reviewsPerDay)},
            {u"uses_per_day"_s, optionalNumber(reviewer.usesPerDay)}};
}

/// Ends as scores of the file, with what is compared with each.
QJsonObject bandJson(const BandAssessed &band, const OperatingPointSource &source)
{
    const bool lower = source.lowerIsPositive;
    const auto end = [lower](Threshold threshold) { return numberJson(inFile(threshold, lower)); };
    QJsonObject json{
            {u"person_decides_if_score"_s,
             QJsonObject{{lower ? u"up_to"_s : u"from"_s, end(band.from.scenario.threshold)},
                         {lower ? u"above"_s : u"below"_s, end(band.to.scenario.threshold)}}},
            {u"without_person_shown_if_score"_s,
             QJsonObject{{u"comparison"_s, lower ? u"<="_s : u">="_s},
                         {u"threshold"_s, end(band.review.question->threshold)}}},
            {u"reviewer"_s, reviewerJson(band.review.question->reviewer)},
            {u"with_person"_s,
             QJsonObject{
                     {u"wrong_of_shown"_s, optionalNumber(band.review.answer->band.wrongOfShown)},
                     {u"missed"_s, optionalNumber(band.review.answer->band.missed)}}}};
    const QJsonObject begins =
            QJsonDocument::fromJson(operatingPointJson(band.from.scenario, source)).object();
    if (begins.contains(u"thresholds"_s))
        json.insert(u"thresholds_from"_s, begins[u"thresholds"_s]);
    return json;
}

/// The share of all uses that goes to a person, expected and promised.
void insertReviewed(const BandAssessed &band, QJsonObject &expected, QJsonArray &promises)
{
    const auto reviewed = reviewedShare(band);
    if (!reviewed)
        return;
    expected.insert(reviewedKey,
                    QJsonObject{{u"share"_s, reviewed->expected},
                                {u"low"_s, reviewed->interval.low},
                                {u"high"_s, reviewed->interval.high}});
    if (isPromise(*reviewed))
        promises.append(QJsonObject{{u"share"_s, reviewedKey},
                                    {u"at_most"_s, *reviewed->atMost},
                                    {u"at_least"_s, QJsonValue()},
                                    {u"from"_s, reviewed->isTarget ? u"target"_s : u"rule"_s}});
}

/// What is counted where a person decides in between: no share is of model and person together.
void nameCounted(QJsonObject &expected)
{
    const auto name = [&expected](Share share, const QString &counted) {
        const QString key = keyOf(share);
        if (!expected.contains(key))
            return;
        QJsonObject told = expected[key].toObject();
        told.insert(u"counts"_s, counted);
        expected.insert(key, told);
    };
    name(Share::WrongOfShown, u"shown without a person"_s);
    name(Share::Shown, u"shown without a person"_s);
    name(Share::Late, u"shown without a person"_s);
    name(Share::Missed, u"missed because nobody looks"_s);
}

QString watchHeader()
{
    return csvRow({u"share"_s, u"expected"_s, u"low"_s, u"high"_s, u"at_most"_s, u"at_least"_s,
                   u"uses_to_say_holds"_s});
}

QString watchRow(const QString &key, const WatchedShare &watched)
{
    return csvRow({key, csvNumber(watched.expected), csvNumber(watched.interval.low),
                   csvNumber(watched.interval.high), limitCell(watched.atMost),
                   limitCell(watched.atLeast), usesCell(watched)});
}

} // namespace

QByteArray operatingPointJson(const BandAssessed &band, const OperatingPointSource &source)
{
    constexpr int bandVersion = 2;
    QJsonObject point =
            QJsonDocument::fromJson(operatingPointJson(band.to.scenario, source)).object();
    point.insert(u"version"_s, bandVersion);
    point.insert(u"review"_s, bandJson(band, source));
    const RollbackTrigger trigger = rollbackTrigger(band.to);
    const auto shares = bandShares(band, trigger);
    QJsonObject expected = expectedJson(shares);
    QJsonArray promises = promisesJson(shares);
    insertReviewed(band, expected, promises);
    nameCounted(expected);
    point.insert(u"expected"_s, expected);
    point.insert(u"watch"_s,
                 QJsonObject{{u"promises"_s, promises},
                             {u"rollback"_s, rollbackJson(trigger.rule)},
                             {u"errs_either_way_at_most"_s, errsEitherWay}});
    return QJsonDocument(point).toJson(QJsonDocument::Indented);
}

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
    QString csv = watchHeader();
    for (const WatchedShare &watched : watchedShares(assessment, rollbackTrigger(assessment)))
        csv += watchRow(keyOf(watched.share), watched);
    return csv.toUtf8();
}

QByteArray watchCsv(const BandAssessed &band)
{
    QString csv = watchHeader();
    for (const WatchedShare &watched : bandShares(band, rollbackTrigger(band.to)))
        csv += watchRow(keyOf(watched.share), watched);
    if (auto reviewed = reviewedShare(band)) {
        if (!isPromise(*reviewed))
            reviewed->atMost.reset();
        csv += watchRow(reviewedKey, *reviewed);
    }
    return csv.toUtf8();
}

} // namespace oneinn::report
