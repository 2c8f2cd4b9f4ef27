// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/reachtable.h"

#include "wording/feature.h"
#include "wording/numbers.h"
#include "wording/phrases.h"
#include "wording/reachwords.h"
#include "wording/statement.h"
#include "wording/targetwords.h"

namespace oneinn::wording {

using namespace Qt::Literals::StringLiterals;

namespace {

QString lackText(const Reach &reach)
{
    if (reach.chosen)
        return u"yes"_s;
    if (!reach.binding)
        return u"no"_s;
    return reach.asked.size() == 1 ? u"no"_s : u"all but one"_s;
}

} // namespace

const TargetSetting *shownSetting(const Reach &reach)
{
    if (reach.chosen)
        return &*reach.chosen;
    return reach.binding ? &*reach.without[*reach.binding] : nullptr;
}

QString reachColumnTitle(ReachColumn column, const Targets &targets, const FeatureWords &words)
{
    const Feature feature = featureOf(words);
    switch (column) {
    case ReachColumn::Name:
        return u"Model and late answers"_s;
    case ReachColumn::Reaches:
        return u"Reaches\nthe targets"_s;
    case ReachColumn::Threshold:
        return u"Threshold"_s;
    case ReachColumn::Value:
        return feature.valueHeading();
    case ReachColumn::Wrong:
        return u"Wrong, of\nthose "_s + feature.done;
    case ReachColumn::Missed:
        return u"Missed, of\n"_s + feature.positivesBriefly();
    case ReachColumn::Answered:
        return targets.answered
                ? u"Answered\nin %1"_s.arg(millisecondsText(targets.answered->wait.value))
                : u"Answered\nin time"_s;
    case ReachColumn::Gone:
        return u"Gone, of\nall "_s + feature.useCaseBriefly();
    case ReachColumn::PerDay:
        return capitalised(feature.done) + u"\na day"_s;
    }
    return {};
}

QString reachCell(const ReachAnswer &answer, std::size_t route, ReachColumn column)
{
    const Route &way = answer.routes[route];
    if (column == ReachColumn::Name)
        return routeName(way);
    if (column == ReachColumn::Reaches)
        return lackText(way.reach);
    const TargetSetting *setting = shownSetting(way.reach);
    if (!setting)
        return undefinedDash();
    const auto cell = [&](TargetKind kind) {
        const TargetReading &reading = setting->readings[kind];
        const bool lacks = way.reach.asked.contains(kind) && !reading.met;
        const QString text = TargetWords(answer.question.targets, {}).cell(kind, reading);
        return lacks ? u"✗ "_s + text : text;
    };
    switch (column) {
    case ReachColumn::Threshold:
        return thresholdText(setting->threshold, setting->sameDecisions);
    case ReachColumn::Value:
        return signedText(1000.0 * setting->valuePerUse);
    case ReachColumn::Wrong:
        return cell(TargetKind::WrongOfShown);
    case ReachColumn::Missed:
        return cell(TargetKind::Missed);
    case ReachColumn::Answered:
        return cell(TargetKind::Answered);
    case ReachColumn::Gone:
        return cell(TargetKind::Gone);
    default:
        return cell(TargetKind::ShownPerDay);
    }
}

} // namespace oneinn::wording
